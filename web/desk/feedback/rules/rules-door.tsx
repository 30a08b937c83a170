import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { offlineProblem } from '../../../client/client.ts';
import { Skeleton } from '../../../components/skeleton.tsx';
import { DeskProblem } from '../../desk-problem.tsx';

type RulesProps = { readonly agency: string; readonly mayPublish: boolean };

/** The page of routing rules, fetched by who keeps them. */
export const RulesDoor = (props: RulesProps) => {
  const [Page, setPage] = useState<ComponentType<RulesProps>>();
  const [failed, setFailed] = useState(false);
  useEffect(() => { import('./rules-page.tsx').then((found) => { setPage(() => found.default); }, () => { setFailed(true); }); }, []);
  if (failed) return <DeskProblem problem={offlineProblem()} onRetry={() => { location.reload(); }} />;
  return Page === undefined ? <Skeleton lines={8} /> : <Page {...props} />;
};
