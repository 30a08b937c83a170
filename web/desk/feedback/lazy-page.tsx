import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { offlineProblem } from '../../client/client.ts';
import { Skeleton } from '../../components/skeleton.tsx';
import { DeskProblem } from '../desk-problem.tsx';

/** A page whose code is fetched when somebody opens it. */
export const lazyPage = <Props extends object>(fetchPage: () => Promise<{ readonly default: ComponentType<Props> }>) => (props: Props) => {
  const [Page, setPage] = useState<ComponentType<Props>>();
  const [failed, setFailed] = useState(false);
  useEffect(() => { fetchPage().then((found) => { setPage(() => found.default); }, () => { setFailed(true); }); }, []);
  if (failed) return <DeskProblem problem={offlineProblem()} onRetry={() => { location.reload(); }} />;
  return Page === undefined ? <Skeleton lines={8} /> : <Page {...props} />;
};
