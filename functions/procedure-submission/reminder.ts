import type { WorkingCalendar } from '../../shared/kernel/working-time/calendar.ts';
import { afterWorkingMinutes, workingMinutesBetween } from '../../shared/kernel/working-time/working-minutes.ts';
import { openPause } from './dossier-clock.ts';
import type { Standing } from './dossier.ts';
import { warningRules } from './dossier-rules.ts';
import type { DeskRole } from './transitions.ts';

/** A warning that was given: of a step or of the whole, at a part of its time (per cent). Given once. */
export type Warning = { readonly of: 'step' | 'whole'; readonly step: string; readonly role: DeskRole; readonly threshold: number; readonly dueAt: string; readonly at: string };
/** A warning to be given from an instant on. */
type Coming = Omit<Warning, 'at'> & { readonly from: string };

type Clocked = Pick<Standing, 'business' | 'dueAt' | 'termMinutes' | 'internal' | 'pauses' | 'extension'>;

/** Names a warning among those of its dossier. */
export const warningId = ({ of, step, threshold }: Pick<Warning, 'of' | 'step' | 'threshold'>): string => `${of === 'whole' ? 'whole' : `step.${step}`}#${threshold}`;

const from = (calendar: WorkingCalendar, dueAt: string, minutes: number, threshold: number): string =>
  afterWorkingMinutes(calendar, new Date(dueAt), -minutes * (100 - threshold) / 100).toISOString();

/** The working time of the whole: its term, and what a later promise added. */
const wholeMinutes = (calendar: WorkingCalendar, { termMinutes = 0, extension }: Clocked): number =>
  termMinutes + (extension === undefined ? 0 : workingMinutesBetween(calendar, new Date(extension.previousDueAt), new Date(extension.dueAt)));

/**
 * What is still to be warned of, and from when: of the step a dossier stands in and of the whole, reckoned back from
 * their due dates in working time, so that whatever moves a due date moves its warnings. None while the clock stands, and
 * none once there is a result.
 */
export const comingWarnings = (calendar: WorkingCalendar, standing: Clocked, given: readonly Warning[]): Coming[] => {
  const { business, dueAt, internal, pauses } = standing;
  if (internal === undefined || dueAt === undefined || (business !== 2 && business !== 4) || openPause(pauses) !== undefined) return [];
  const { id: step, role } = internal;
  const whole = wholeMinutes(calendar, standing);
  const coming = warningRules.thresholds.flatMap((threshold): Coming[] => [
    { of: 'whole', step, role, threshold, dueAt, from: from(calendar, dueAt, whole, threshold) },
    ...(internal.dueAt === undefined || internal.minutes === undefined ? [] : [{ of: 'step' as const, step, role, threshold, dueAt: internal.dueAt, from: from(calendar, internal.dueAt, internal.minutes, threshold) }]),
  ]);
  const known = new Set(given.map(warningId));
  return coming.filter((one) => !known.has(warningId(one)));
};

/** When a dossier is to be looked at next: the first of what is coming. */
export const nextLook = (coming: readonly Pick<Coming, 'from'>[]): string | undefined => coming.map((one) => one.from).toSorted()[0];
