import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { ProblemBody } from '../../../shared/contracts/problems.ts';
import { call } from '../../client/client.ts';
import type { Answer } from '../../client/contract-types.ts';

export type Offer = Answer<'getFreeSlots'>;
type Asked = { readonly procedure?: string | undefined; readonly field?: string | undefined };

/** The free half hours of a desk; what was read stays while it is read again. */
export const useSlots = (agency: string, { procedure, field }: Asked) => {
  const [offer, setOffer] = useState<Offer>();
  const [problem, setProblem] = useState<ProblemBody>();
  const latest = useRef('');
  const read = useCallback(async (): Promise<void> => {
    if (agency === '') return;
    const of = `${agency} ${procedure} ${field}`;
    latest.current = of;
    setProblem(undefined);
    const answer = await call('getFreeSlots', { params: { agencyCode: agency }, query: { ...(procedure === undefined ? {} : { procedure }), ...(field === undefined || field === '' ? {} : { field }) } });
    if (latest.current !== of) return;
    if (answer.ok) setOffer(answer.body); else setProblem(answer.problem);
  }, [agency, procedure, field]);
  useEffect(() => { void read(); }, [read]);
  return { offer: offer?.agency.code === agency ? offer : undefined, problem, read };
};
