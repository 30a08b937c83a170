import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { ProblemBody } from '../../../shared/contracts/problems.ts';
import { localDate } from '../../../shared/kernel/vietnam-time.ts';
import { call, newRequestKey } from '../../client/client.ts';
import type { Answer } from '../../client/contract-types.ts';
import { type Content, emptyContent, spelled, withValue } from './content.ts';

export type File = Answer<'openCatalogue'>;
export type Act = 'submitDraft' | 'takeBackDraft' | 'discardDraft' | 'commentDraft' | 'returnDraft' | 'publishDraft' | 'recallVersion';
/** Somebody else wrote meanwhile: what stood before, what stands now, and what was typed here. */
export type Conflict = { readonly before: Content; readonly theirs: Content; readonly mine: Content };
type Kept = { readonly revision: number; readonly before: Content; readonly content: Content };

const keptName = (code: string): string => `ban-thao:${code}`;
const readKept = (code: string): Kept | undefined => { try { return JSON.parse(localStorage.getItem(keptName(code)) ?? '') as Kept; } catch { return undefined; } };
const keep = (code: string, kept: Kept | undefined): void => { try { if (kept === undefined) localStorage.removeItem(keptName(code)); else localStorage.setItem(keptName(code), JSON.stringify(kept)); } catch { /* storage may be full or switched off */ } };

/** Where an edit of a file begins: the draft, or what was published last, from tomorrow on. */
export const startOf = ({ code, work, latest }: File): Content => {
  if (work !== undefined) return work.content;
  if (latest === undefined) return emptyContent(code);
  const { code: _, version: _version, publishedAt: _at, next: _next, ...edition } = latest;
  return { ...edition, effectiveFrom: localDate(new Date(Date.now() + 86_400_000)) };
};

/** One procedure of the catalogue while somebody works on it. What is typed lives here and in the browser until the province has it. */
export const useFile = (code: string) => {
  const [file, setFile] = useState<File>();
  const [problem, setProblem] = useState<ProblemBody>();
  const [content, setContent] = useState<Content>({});
  const [before, setBefore] = useState<Content>({});
  const [conflict, setConflict] = useState<Conflict>();
  const [busy, setBusy] = useState(false);
  const [restored, setRestored] = useState(false);
  const [savedAt, setSavedAt] = useState<Date>();
  const attempts = useRef(0);

  const settle = useCallback((next: File): void => {
    const start = startOf(next);
    setFile(next); setBefore(start); setContent(start); setConflict(undefined); keep(code, undefined);
  }, [code]);

  const arrive = useCallback((next: File, mine: Kept | undefined): void => {
    const start = startOf(next);
    const differs = mine !== undefined && spelled(mine.content) !== spelled(start) && next.allowed.includes('save');
    if (!differs) { settle(next); return; }
    setFile(next); setBefore(start); setContent(mine.content);
    if (mine.revision === next.revision) setRestored(true); else setConflict({ before: mine.before, theirs: start, mine: mine.content });
  }, [settle]);

  const read = useCallback(async (mine: Kept | undefined): Promise<void> => {
    const answer = await call('openCatalogue', { params: { procedureCode: code } });
    if (answer.ok) { setProblem(undefined); arrive(answer.body, mine); } else setProblem(answer.problem);
  }, [code, arrive]);
  useEffect(() => { void read(readKept(code)); }, [code]);

  const change = useCallback((pointer: string, value: unknown): void => {
    setContent((now) => {
      const next = withValue(now, pointer, value);
      if (file !== undefined) keep(code, { revision: file.revision, before, content: next });
      return next;
    });
  }, [code, file, before]);

  const answered = async (outcome: { ok: true; body: File } | { ok: false; problem: ProblemBody }): Promise<File | undefined> => {
    setBusy(false);
    if (outcome.ok) { setProblem(undefined); setRestored(false); settle(outcome.body); setSavedAt(new Date()); return outcome.body; }
    setProblem(outcome.problem);
    if (outcome.problem.code === 'draft-changed' && file !== undefined) await read({ revision: file.revision, before, content });
    return undefined;
  };

  const save = async (): Promise<File | undefined> => {
    if (file === undefined) return undefined;
    setBusy(true);
    attempts.current++;
    return answered(await call('saveDraft', { params: { procedureCode: code }, body: { revision: file.revision, content }, key: newRequestKey() }));
  };

  const dirty = file !== undefined && spelled(content) !== spelled(before);
  const act = async (name: Act, more: { comment?: string; effectiveFrom?: string; pointer?: string; version?: number } = {}): Promise<{ readonly done: boolean; readonly problem?: ProblemBody }> => {
    const standing = dirty || (name === 'submitDraft' && file?.work === undefined) ? await save() : file;
    if (standing === undefined) return { done: false };
    setBusy(true);
    attempts.current++;
    const body = { revision: standing.revision, ...more } as { revision: number; comment: string; effectiveFrom: string; version: number };
    const outcome = await call(name, { params: { procedureCode: code }, body, key: newRequestKey() });
    await answered(outcome);
    return outcome.ok ? { done: true } : { done: false, problem: outcome.problem };
  };

  const resolve = (how: 'mine' | 'theirs'): void => {
    if (conflict === undefined || file === undefined) return;
    if (how === 'theirs') settle(file);
    else { setContent(conflict.mine); keep(code, { revision: file.revision, before, content: conflict.mine }); setConflict(undefined); }
    setProblem(undefined);
  };

  return { file, content, problem, conflict, busy, dirty, restored, savedAt, attempt: attempts.current, change, save, act, resolve, again: () => { void read(readKept(code)); }, drop: () => { if (file !== undefined) settle(file); setRestored(false); } };
};
export type WorkingFile = ReturnType<typeof useFile>;
