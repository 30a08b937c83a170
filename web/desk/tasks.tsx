import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Skeleton } from '../components/skeleton.tsx';
import type { Role } from '../../shared/contracts/access.ts';
import type { DeskTask } from './address.ts';
import { DeskProblem } from './desk-problem.tsx';
import { offlineProblem } from '../client/client.ts';

/** What a part of the desk beside its lists is given. */
export type TaskProps = { readonly agency: string; readonly roles: readonly Role[]; readonly onOpen: (dossierId: string) => void; readonly onBack: () => void; /** the lists have changed */ readonly onFiled: () => void };

/** Each is fetched when it is opened first. */
const parts: Readonly<Record<DeskTask, () => Promise<{ readonly default: ComponentType<TaskProps> }>>> = {
  counter: () => import('./counter/counter-filing.tsx'),
  'passed-on': () => import('./passed-on.tsx'),
};

/** A part of the desk that takes the place of list and dossier. */
export const Task = ({ task, ...props }: TaskProps & { readonly task: DeskTask }) => {
  const [Part, setPart] = useState<ComponentType<TaskProps>>();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let wanted = true;
    setFailed(false);
    parts[task]().then((found) => { if (wanted) setPart(() => found.default); }, () => { if (wanted) setFailed(true); });
    return () => { wanted = false; };
  }, [task]);
  if (failed) return <DeskProblem problem={offlineProblem()} onRetry={() => { location.reload(); }} />;
  return Part === undefined ? <Skeleton lines={8} /> : <Part {...props} />;
};
