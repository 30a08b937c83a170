import { afterWorkingMinutes, workingMinutesBetween } from '../../shared/kernel/working-time/working-minutes.ts';
import type { WorkingCalendar } from '../../shared/kernel/working-time/calendar.ts';
import type { Standing } from './dossier.ts';
import type { StepMark, StepStanding } from './internal-step.ts';

/** The lines of history that say when a step was left. */
type Line = { readonly at: string; readonly step?: StepMark };
type Whole = Pick<Standing, 'dueAt' | 'termMinutes'>;

/** The working time from the receipt to the promised date: what the steps share. */
export const termMinutesOf = (calendar: WorkingCalendar, receivedAt: string, dueAt: string): number =>
  Math.max(0, workingMinutesBetween(calendar, new Date(receivedAt), new Date(dueAt)));

/**
 * When a step is due: its share of the term, counted in working time from the moment it was handed to its owner, so that
 * a step is never late for what the one before it took. What moved the whole since then (a pause, a later promise) moves
 * the step by as much. Undefined while the clock stands and for a term in words only.
 */
export const stepDueAt = (calendar: WorkingCalendar, { since, minutes, promised }: Pick<StepStanding, 'since' | 'minutes' | 'promised'>, dueAt: string | undefined): string | undefined => {
  if (minutes === undefined || promised === undefined || dueAt === undefined) return undefined;
  const moved = workingMinutesBetween(calendar, new Date(promised), new Date(dueAt));
  const due = afterWorkingMinutes(calendar, new Date(since), minutes + moved).toISOString();
  return due < since ? since : due;
};

/** What is left of a step's share: all of it the first time, afterwards what its owner had left when it was handed on. A share is one, however often the step is done. */
const minutesLeft = (calendar: WorkingCalendar, history: readonly Line[], stepId: string): number | undefined => {
  const left = history.findLast(({ step }) => step?.from === stepId && step.dueAt !== undefined);
  return left?.step?.dueAt === undefined ? undefined : Math.max(0, workingMinutesBetween(calendar, new Date(left.at), new Date(left.step.dueAt)));
};

type Entered = Pick<StepStanding, 'id' | 'role' | 'place' | 'implied'> & { readonly share: number };
type Beginning = { readonly step: Entered; readonly at: string; readonly received: boolean; readonly whole: Whole; readonly history: readonly Line[] };

/** The standing of a step that begins: handed over now. The return has no share: the clock has stopped before it. */
export const beginStep = (calendar: WorkingCalendar, { step: { share, ...step }, at, received, whole, history }: Beginning): StepStanding => {
  const bare: StepStanding = { ...step, since: at, received };
  const { termMinutes, dueAt } = whole;
  if (termMinutes === undefined || dueAt === undefined || step.place === 'return') return bare;
  const clocked = { ...bare, minutes: minutesLeft(calendar, history, step.id) ?? Math.floor(termMinutes * share / 100), promised: dueAt };
  const due = stepDueAt(calendar, clocked, dueAt);
  return due === undefined ? clocked : { ...clocked, dueAt: due };
};

/** A step after the due date of the whole was reckoned anew. */
export const stepUnder = (calendar: WorkingCalendar, { dueAt: _former, ...step }: StepStanding, dueAt: string | undefined): StepStanding => {
  const due = stepDueAt(calendar, step, dueAt);
  return due === undefined ? step : { ...step, dueAt: due };
};
