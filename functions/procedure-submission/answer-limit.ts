import type { ProcedureView } from '../../shared/contracts/procedure.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import { instantOfLocalMinute, localMinuteOf } from '../../shared/kernel/vietnam-time.ts';
import type { WorkingCalendar } from '../../shared/kernel/working-time/calendar.ts';
import { deadline } from '../../shared/kernel/working-time/deadline.ts';
import { vietnamDossierRules } from './dossier-rules.ts';

export type SupplementLimits = { readonly mostRounds: number; readonly answerWithin: { readonly amount: number; readonly unit: 'WORKING_DAY' | 'DAY' } };

/** What the procedure version says of asking for more, and the general rules where it is silent. */
export const supplementLimits = (procedure: Pick<ProcedureView, 'supplement'> | undefined): SupplementLimits => {
  const { mostRounds, answerWithin } = vietnamDossierRules.supplement;
  return { mostRounds: procedure?.supplement?.mostRounds ?? mostRounds, answerWithin: procedure?.supplement?.answerWithin ?? answerWithin };
};

const minutesOfDay = 24 * 60;

/** The last moment for an answer: days of the law, ending on a working day. Beyond the years of the calendar, plain days to the same hour. */
export const answerBy = ({ answerWithin }: SupplementLimits, askedAt: Date, calendar: WorkingCalendar): Date => {
  try {
    return deadline(calendar, { parts: [answerWithin] }, askedAt).dueAt;
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'calendar.out-of-range') throw error;
    return instantOfLocalMinute(localMinuteOf(askedAt) + answerWithin.amount * minutesOfDay);
  }
};
