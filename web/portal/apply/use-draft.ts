import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { type Draft, saveDraft } from './draft.ts';

export type Saving = { readonly savedAt?: string; readonly failed: boolean };
export type UpdateDraft = (change: (draft: Draft) => Draft) => void;

const PAUSE_MS = 400;

/** A draft that saves itself a moment after each change, and at once when the page is left. */
export const useDraft = (initial: Draft): readonly [Draft, UpdateDraft, Saving, /** stop saving: the dossier is filed */ () => void] => {
  const [draft, setDraft] = useState(initial);
  const [saving, setSaving] = useState<Saving>({ failed: false, ...(initial.savedAt === undefined ? {} : { savedAt: initial.savedAt }) });
  const unsaved = useRef<Draft | undefined>(undefined);
  const over = useRef(false);
  const save = useCallback(() => {
    if (unsaved.current === undefined || over.current) return;
    const savedAt = new Date().toISOString();
    const kept = saveDraft({ ...unsaved.current, savedAt });
    unsaved.current = undefined;
    setSaving({ failed: !kept, savedAt });
  }, []);
  const update = useCallback<UpdateDraft>((change) => { setDraft((before) => { const after = change(before); unsaved.current = after; return after; }); }, []);
  useEffect(() => {
    const timer = setTimeout(save, PAUSE_MS);
    return () => { clearTimeout(timer); };
  }, [draft, save]);
  useEffect(() => {
    addEventListener('pagehide', save);
    document.addEventListener('visibilitychange', save);
    return () => { removeEventListener('pagehide', save); document.removeEventListener('visibilitychange', save); };
  }, [save]);
  const stop = useCallback(() => { over.current = true; }, []);
  return [draft, update, saving, stop];
};
