import type * as z from 'zod';
import type { StepVisitView, WayStep } from '../../shared/contracts/dossier-steps.ts';
import { openPause } from './dossier-clock.ts';
import type { Dossier } from './dossier.ts';
import { wayOf } from './internal-step.ts';
import type { DossierRecord } from './ports.ts';
import { stepsAhead, stepVisits, type StepVisit } from './step-timeline.ts';

/** Names of the steps done, the one it stands in, and those ahead: no person, no time. */
export const wayView = ({ filed, standing: { internal, business } }: Dossier): { way?: z.infer<typeof WayStep>[] } => {
  if (internal === undefined && business !== 10) return {};
  const steps = wayOf(filed);
  const here = business === 10 ? steps.length : steps.findIndex(({ id }) => id === internal?.id);
  return { way: steps.map(({ name }, index) => ({ name, state: index < here ? 'done' : index === here ? 'now' : 'ahead' })) };
};

const openVerdict = ({ leftAt, dueAt }: StepVisit, { standing }: DossierRecord, now: Date): Pick<StepVisitView, 'verdict'> =>
  (leftAt !== undefined || dueAt === undefined || openPause(standing.pauses) !== undefined ? {} : { verdict: now.toISOString() > dueAt ? 'overdue' : 'running' });

/** The way through the steps with its times, for the desk. */
export const stepsView = (record: DossierRecord, now: Date): { internalSteps?: StepVisitView[] } => {
  const warned = (id: string): number[] => record.warnings.filter((one) => one.of === 'step' && one.step === id).map(({ threshold }) => threshold).toSorted((a, b) => a - b);
  const visits = stepVisits(record);
  if (visits.length === 0) return {};
  return {
    internalSteps: [
      ...visits.map((visit) => {
        const { step: { id, name, role, share }, ...times } = visit;
        return { id, name, role, share, ...times, ...openVerdict(visit, record, now), warned: warned(id) };
      }),
      ...stepsAhead(record).map(({ id, name, role, share }) => ({ id, name, role, share, warned: [] })),
    ],
  };
};
