import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { offlineProblem } from '../../../client/client.ts';
import { Skeleton } from '../../../components/skeleton.tsx';
import { DeskProblem } from '../../desk-problem.tsx';

type FieldProps = { readonly agency: string; /** who works here: what waits on a shared phone is nobody else's to send */ readonly doer: string; readonly onOpen: (feedbackId: string) => void };

/** The way of working at the scene, fetched when somebody goes out. */
export const FieldDoor = (props: FieldProps) => {
  const [Field, setField] = useState<ComponentType<FieldProps>>();
  const [failed, setFailed] = useState(false);
  useEffect(() => { import('./field.tsx').then((found) => { setField(() => found.default); }, () => { setFailed(true); }); }, []);
  if (failed) return <DeskProblem problem={offlineProblem()} onRetry={() => { location.reload(); }} />;
  return Field === undefined ? <Skeleton lines={8} /> : <Field {...props} />;
};
