import { useCallback, useEffect, useState } from 'preact/hooks';
import type { DeskDay } from '../../../shared/contracts/ticket.ts';
import type { PlanView } from '../../../shared/contracts/booking.ts';
import type { ProblemBody } from '../../../shared/contracts/problems.ts';
import { call } from '../../client/client.ts';

const EVERY_MS = 10_000;

/** A day of the desk, read again every ten seconds while it is looked at and after each act of one's own. */
export const useDay = (agency: string, day: string | undefined) => {
  const [seen, setSeen] = useState<DeskDay>();
  const [problem, setProblem] = useState<ProblemBody>();
  const read = useCallback(async (): Promise<void> => {
    const answer = await call('getDeskDay', { params: { agencyCode: agency }, query: day === undefined ? {} : { day } });
    if (answer.ok) { setSeen(answer.body); setProblem(undefined); } else setProblem(answer.problem);
  }, [agency, day]);
  useEffect(() => {
    void read();
    const timer = setInterval(() => { if (!document.hidden) void read(); }, EVERY_MS);
    return () => { clearInterval(timer); };
  }, [read]);
  return { seen, problem, read };
};

/** How the desk is set, and who lost a place by it. */
export const usePlan = (agency: string) => {
  const [view, setView] = useState<PlanView>();
  const read = useCallback(async (): Promise<void> => {
    const answer = await call('getDeskPlan', { params: { agencyCode: agency } });
    if (answer.ok) setView(answer.body);
  }, [agency]);
  useEffect(() => { void read(); }, [read]);
  return { view, setView, read };
};

export const threeDigits = (number: number): string => String(number).padStart(3, '0');
