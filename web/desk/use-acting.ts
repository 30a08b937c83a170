import { useCallback, useRef, useState } from 'preact/hooks';
import type { ProblemBody } from '../../shared/contracts/problems.ts';
import type { Outcome } from '../client/client.ts';

type Hands<V, D extends { readonly act: string }> = {
  readonly carryOut: (view: V, decision: D) => Promise<Outcome<V>>;
  readonly read: () => Promise<unknown>; readonly onDone: (act: D['act'], view: V) => void;
};

/** The next act's button stands where the last one stood: the second half of a double click is not a decision. What a dialog confirms is one, however soon. */
const DOUBLE_CLICK_MS = 600;

/** One act at a time. When somebody was faster, the matter is read again, so that the officer sees what changed. */
export const useActing = <V, D extends { readonly act: string }>({ carryOut, read, onDone }: Hands<V, D>) => {
  const [doing, setDoing] = useState<D['act']>();
  const [failure, setFailure] = useState<{ readonly act: D['act']; readonly problem: ProblemBody }>();
  const settledAt = useRef(0);
  const carry = useCallback(async (view: V, decision: D): Promise<boolean> => {
    setDoing(decision.act);
    setFailure(undefined);
    const answer = await carryOut(view, decision);
    setDoing(undefined);
    if (answer.ok) { settledAt.current = Date.now(); onDone(decision.act, answer.body); return true; }
    setFailure({ act: decision.act, problem: answer.problem });
    if (answer.problem.status === 409) await read();
    return false;
  }, [carryOut, read, onDone]);
  const forget = useCallback(() => { setFailure(undefined); }, []);
  const justActed = useCallback(() => Date.now() - settledAt.current < DOUBLE_CLICK_MS, []);
  return { doing, failure, carry, forget, justActed };
};
