import { useState } from 'preact/hooks';
import type { ProblemBody } from '../../shared/contracts/problems.ts';
import { call } from '../client/client.ts';
import { Button } from '../components/button.tsx';
import { DeskProblem } from './desk-problem.tsx';
import { useFormTexts } from './form-frame.tsx';

type Format = 'pdf' | 'xlsx';

/** How often, and how many times, it is asked whether the file is ready: three minutes, as long as its making may take. */
const everyMilliseconds = 1500;
const mostTimes = 120;
const pause = (): Promise<void> => new Promise((resolve) => { setTimeout(resolve, everyMilliseconds); });

/** The register of a whole month as a file: made on the province's side while one waits, whatever its length. */
export const RegisterFiles = ({ agency, month }: { readonly agency: string; readonly month: string }) => {
  const t = useFormTexts();
  const [making, setMaking] = useState<Format>();
  const [late, setLate] = useState(false);
  const [problem, setProblem] = useState<ProblemBody>();
  const make = async (format: Format): Promise<void> => {
    setMaking(format);
    setLate(false);
    setProblem(undefined);
    let answer = await call('printRegister', { params: { agencyCode: agency, month }, body: { format } });
    for (let times = 0; answer.ok && answer.body.state === 'coming' && times < mostTimes; times++) {
      await pause();
      answer = await call('getRegisterPrint', { params: { agencyCode: agency, printId: answer.body.printId } });
    }
    setMaking(undefined);
    if (!answer.ok) setProblem(answer.problem);
    else if (answer.body.url === undefined) setLate(true);
    // the link answers with a file to keep, so the desk stays where it is
    else location.assign(answer.body.url);
  };
  return (
    <>
      {(['pdf', 'xlsx'] as const).map((format) => <Button key={format} kind="secondary" disabled={making !== undefined} onClick={() => { void make(format); }}>{making === format ? t('making') : t(format)}</Button>)}
      {late && <p class="small" role="status">{t('notMade')}</p>}
      {problem !== undefined && <DeskProblem problem={problem} />}
    </>
  );
};
