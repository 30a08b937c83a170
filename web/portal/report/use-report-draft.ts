import { useEffect, useRef, useState } from 'preact/hooks';
import { DRAFT, type Draft, emptyDraft, isEmpty } from './draft.ts';
import { keep } from '../../client/keep.ts';

export type ChangeDraft = (change: Partial<Draft> | ((before: Draft) => Partial<Draft>)) => void;
const PAUSE_MS = 100;

/** The report being written, as this device kept it; undefined until it was looked up. Saves itself a moment after each change. */
export const useReportDraft = (): { readonly draft: Draft | undefined; readonly change: ChangeDraft; readonly put: (draft: Draft) => void; readonly savedAt: string | undefined; readonly failed: boolean } => {
  const [draft, setDraft] = useState<Draft>();
  const [savedAt, setSavedAt] = useState<string>();
  const [failed, setFailed] = useState(false);
  const unsaved = useRef<Draft | undefined>(undefined);
  const save = async (): Promise<void> => {
    const now = unsaved.current;
    unsaved.current = undefined;
    if (now === undefined) return;
    try {
      await (await keep()).change(isEmpty(now) ? {} : { [DRAFT]: now }, isEmpty(now) ? [DRAFT] : []);
      setSavedAt(isEmpty(now) ? undefined : new Date().toISOString());
      setFailed(false);
    } catch {
      setFailed(true);
    }
  };
  useEffect(() => {
    void keep().then(async (kept) => { setDraft(await kept.get<Draft>(DRAFT) ?? emptyDraft); });
    const leave = (): void => { void save(); };
    addEventListener('pagehide', leave);
    document.addEventListener('visibilitychange', leave);
    return () => { removeEventListener('pagehide', leave); document.removeEventListener('visibilitychange', leave); };
  }, []);
  useEffect(() => {
    const timer = setTimeout(() => { void save(); }, PAUSE_MS);
    return () => { clearTimeout(timer); };
  }, [draft]);
  // a photo or a place is worth more than a letter: kept at once
  useEffect(() => { void save(); }, [draft?.shots, draft?.spot]);
  return {
    draft, savedAt, failed,
    change: (change) => {
      // what is said to be kept is kept
      setSavedAt(undefined);
      setDraft((before = emptyDraft) => {
        const { problem: _mended, ...rest } = before;
        return (unsaved.current = { ...rest, ...(typeof change === 'function' ? change(before) : change) });
      });
    },
    /** what is kept already, by whoever kept it */
    put: (now) => { unsaved.current = undefined; setSavedAt(undefined); setDraft(now); },
  };
};
