import { useCallback, useRef, useState } from 'preact/hooks';
import type { DeskAct, DeskDossierView } from '../../shared/contracts/dossier.ts';
import type { ProblemBody } from '../../shared/contracts/problems.ts';
import { carryOut } from './acts.ts';
import type { Decision } from './acts.ts';

type Hands = { readonly read: () => Promise<unknown>; readonly onDone: (act: DeskAct, view: DeskDossierView) => void };

/** The next act's button stands where the last one stood: the second half of a double click is not a decision. What a dialog confirms is one, however soon. */
const DOUBLE_CLICK_MS = 600;

/** One act at a time. When somebody was faster, the dossier is read again, so that the officer sees what changed. */
export const useActing = ({ read, onDone }: Hands) => {
  const [doing, setDoing] = useState<DeskAct>();
  const [failure, setFailure] = useState<{ readonly act: DeskAct; readonly problem: ProblemBody }>();
  const settledAt = useRef(0);
  const carry = useCallback(async (view: DeskDossierView, decision: Decision): Promise<boolean> => {
    setDoing(decision.act);
    setFailure(undefined);
    const answer = await carryOut(view, decision);
    setDoing(undefined);
    if (answer.ok) { settledAt.current = Date.now(); onDone(decision.act, answer.body); return true; }
    setFailure({ act: decision.act, problem: answer.problem });
    if (answer.problem.status === 409) await read();
    return false;
  }, [read, onDone]);
  const forget = useCallback(() => { setFailure(undefined); }, []);
  const justActed = useCallback(() => Date.now() - settledAt.current < DOUBLE_CLICK_MS, []);
  return { doing, failure, carry, forget, justActed };
};
