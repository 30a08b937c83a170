import { useCallback, useEffect, useState } from 'preact/hooks';
import type { ProblemBody } from '../../shared/contracts/problems.ts';
import type { Outcome } from '../client/client.ts';

export type Asked<T> = { readonly body?: T | undefined; readonly problem?: ProblemBody | undefined; readonly again: () => void };

/** Asks when `key` changes, and again on demand; without a question nothing. What was known stays until the new answer is there. */
export const useAnswer = <T>(key: string, ask: (() => Promise<Outcome<T>>) | undefined): Asked<T> => {
  const [known, setKnown] = useState<{ readonly key: string; readonly body?: T; readonly problem?: ProblemBody }>();
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let wanted = true;
    void ask?.().then((answer) => { if (wanted) setKnown(answer.ok ? { key, body: answer.body } : { key, problem: answer.problem }); });
    return () => { wanted = false; };
    // the question is named by its key
  }, [key, turn]);
  const again = useCallback(() => { setTurn((before) => before + 1); }, []);
  return known?.key === key ? { body: known.body, problem: known.problem, again } : { again };
};

/** A write with what went wrong; nothing typed is touched by it. */
export const useWrite = () => {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemBody>();
  const write = useCallback(async <T>(ask: () => Promise<Outcome<T>>): Promise<T | undefined> => {
    setBusy(true);
    setProblem(undefined);
    const answer = await ask();
    setBusy(false);
    if (answer.ok) return answer.body;
    setProblem(answer.problem);
    return undefined;
  }, []);
  return { busy, problem, write };
};
