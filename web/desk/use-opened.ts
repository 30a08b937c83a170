import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { ProblemBody } from '../../shared/contracts/problems.ts';
import type { Outcome } from '../client/client.ts';

/** What every matter at the desk has: a revision, and a history that grows. */
export type Opened = { readonly revision: number; readonly history: readonly { readonly seq: number }[] };
export type OpenedState<V extends Opened> = {
  readonly view?: V | undefined;
  readonly problem?: ProblemBody | undefined;
  /** history lines another person wrote while this matter lay open */
  readonly changes: readonly V['history'][number][];
};

const LOOK_EVERY_MS = 15_000;

/** What happened to a matter since an officer last saw it. */
export const changesSince = <V extends Opened>(seen: V, now: V): V['history'][number][] => {
  const last = Math.max(-1, ...seen.history.map(({ seq }) => seq));
  return now.history.filter(({ seq }) => seq > last);
};

type Reading<V> = {
  readonly ask: (id: string) => Promise<Outcome<V>>;
  readonly idOf: (view: V) => string;
  /** nothing happened: what lies open is not drawn anew under the reader's eyes */
  readonly same: (known: V, now: V) => boolean;
  /** when to look again after an own act, in milliseconds: what it orders is made a moment later */
  readonly lookAgain?: readonly number[];
};

/** The matter that lies open, read again while it is worked on. `reading` stays the same from call to call. */
export const useOpened = <V extends Opened>(id: string | undefined, { ask, idOf, same, lookAgain = [] }: Reading<V>) => {
  const [state, setState] = useState<OpenedState<V>>({ changes: [] });
  const open = useRef(id);
  open.current = id;

  const read = useCallback(async (): Promise<V | undefined> => {
    if (id === undefined) return undefined;
    const answer = await ask(id);
    if (open.current !== id) return undefined;
    if (!answer.ok) { setState((before) => ({ ...before, problem: answer.problem })); return undefined; }
    setState((before) => {
      const known = before.view !== undefined && idOf(before.view) === id ? before.view : undefined;
      if (known !== undefined && same(known, answer.body)) return { view: known, changes: before.changes };
      const changes = known === undefined ? [] : changesSince(known, answer.body);
      return { view: answer.body, changes: changes.length > 0 ? changes : known === undefined ? [] : before.changes };
    });
    return answer.body;
  }, [id]);

  useEffect(() => {
    setState({ changes: [] });
    void read();
    const again = (): void => { if (document.visibilityState === 'visible') void read(); };
    // while it is worked on: what somebody else does to it must not come as a surprise
    const timer = setInterval(() => { if (document.hasFocus()) void read(); }, LOOK_EVERY_MS);
    addEventListener('focus', again);
    return () => { clearInterval(timer); removeEventListener('focus', again); };
  }, [read]);

  /** Takes over what an act of this officer answered, then looks for what it ordered. */
  const acted = useCallback((view: V): void => {
    if (open.current !== idOf(view)) return;
    setState({ view, changes: [] });
    for (const ms of lookAgain) setTimeout(() => { if (open.current === idOf(view)) void read(); }, ms);
  }, [read]);

  return { ...state, read, acted };
};
