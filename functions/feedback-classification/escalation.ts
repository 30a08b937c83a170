import type { WorkingCalendar } from '../../shared/kernel/working-time/calendar.ts';
import { afterWorkingMinutes, workingMinutesBetween } from '../../shared/kernel/working-time/working-minutes.ts';
import type { Catalogue } from './catalogue.ts';
import type { Feedback } from './feedback.ts';
import type { HistoryRecord } from './history.ts';
import data from './escalation.json' with { type: 'json' };

type Owner = { readonly role: string; readonly at: string };
export type EscalationRule = { readonly id: string; readonly step: string; readonly percent: number; readonly level: number; readonly owner: Owner; readonly card?: string };
export const escalationRules: readonly EscalationRule[] = data.rules;

/** A level that was reached, once for each clock: who owns the matter from then on, and the card that is shown for it. */
export type Escalation = { readonly rule: string; readonly step: string; readonly level: number; readonly since: string; readonly dueAt: string; readonly at: string; readonly owner: { readonly role: string; readonly agency: string }; readonly card?: 'yellow' | 'red' };
export type Moment = { readonly at: string; readonly escalation: Omit<Escalation, 'at'> };

const sorting = ['NEW', 'TRIAGED', 'RETURNED', 'REOPENED'];
const working = ['ASSIGNED', 'IN_PROGRESS'];
type Clock = { readonly step: 'triage' | 'whole'; readonly since: string; readonly dueAt: string; readonly aroundTheClock: boolean };

/** The clock that runs now: of sorting while it lies there, else of the whole until somebody answered. */
const clockOf = ({ report, standing }: Feedback, history: readonly HistoryRecord[]): Clock | undefined => {
  const entered = history.findLast(({ from, to }) => from !== to)?.at ?? report.reportedAt;
  if (sorting.includes(standing.state) && standing.dueAt !== undefined) return { step: 'triage', since: entered, dueAt: standing.dueAt, aroundTheClock: standing.urgency === 'emergency' };
  if (working.includes(standing.state) && standing.promisedAt !== undefined) return { step: 'whole', since: standing.clockFrom ?? report.reportedAt, dueAt: standing.promisedAt, aroundTheClock: false };
  return undefined;
};

const momentAt = (calendar: WorkingCalendar, { since, dueAt, aroundTheClock }: Clock, percent: number): string => {
  const [from, to] = [new Date(since), new Date(dueAt)];
  if (aroundTheClock) return new Date(from.getTime() + ((to.getTime() - from.getTime()) * percent) / 100).toISOString();
  // at 100 % the promise itself: minutes that were worked would end at the close of the day before
  return percent === 100 ? dueAt : afterWorkingMinutes(calendar, from, (workingMinutesBetween(calendar, from, to) * percent) / 100).toISOString();
};

type World = { readonly calendar: WorkingCalendar; readonly settings: Catalogue['settings']; readonly rules?: readonly EscalationRule[] };

/** When which level is reached, as things stand; what was given for this clock already is left out. */
export const momentsOf = ({ calendar, settings, rules = escalationRules }: World, feedback: Feedback, { history, given }: { readonly history: readonly HistoryRecord[]; readonly given: readonly Escalation[] }): Moment[] => {
  const clock = clockOf(feedback, history);
  if (clock === undefined) return [];
  const place = (at: string): string => (at === 'agency' ? feedback.standing.agency?.code ?? settings.rootAgency : at === 'intake' ? settings.intakeAgency : settings.rootAgency);
  return rules.filter(({ id, step }) => step === clock.step && !given.some((one) => one.rule === id && one.since === clock.since && one.dueAt === clock.dueAt)).map((rule) => ({
    at: momentAt(calendar, clock, rule.percent),
    escalation: { rule: rule.id, step: rule.step, level: rule.level, since: clock.since, dueAt: clock.dueAt, owner: { role: rule.owner.role, agency: place(rule.owner.at) }, ...(rule.card === undefined ? {} : { card: rule.card as 'yellow' | 'red' }) },
  })).toSorted((a, b) => (a.at < b.at ? -1 : 1));
};

/** The card a report shows now: the gravest given for the clock that runs. */
export const cardOf = (feedback: Feedback, history: readonly HistoryRecord[], given: readonly Escalation[]): 'yellow' | 'red' | undefined => {
  const clock = clockOf(feedback, history);
  const cards = given.filter(({ since, dueAt }) => since === clock?.since && dueAt === clock.dueAt).flatMap(({ card }) => card ?? []);
  return cards.includes('red') ? 'red' : cards[0];
};
