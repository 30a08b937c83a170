import type * as z from 'zod';
import { FeedbackAcceptedV1 } from '../../events/feedback-classification/feedback-accepted.v1.ts';
import { FeedbackChangedV1 } from '../../events/feedback-classification/feedback-changed.v1.ts';
import { FeedbackRefusedV1 } from '../../events/feedback-classification/feedback-refused.v1.ts';
import { FeedbackRoutedV1 } from '../../events/feedback-classification/feedback-routed.v1.ts';
import type { AcceptFeedback, ChangeFeedback, RefuseFeedback, RouteFeedback } from '../../shared/contracts/feedback-desk.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import type { Officer } from '../../shared/runtime/actor.ts';
import { newEvent } from '../../shared/runtime/outbox.ts';
import { requireCategory } from './catalogue.ts';
import { promisedBy, withinCalendar } from './clock.ts';
import { categoryNow, factsOf, type AgencyName, type Changes, type Feedback, type Standing } from './feedback.ts';
import { performAct, type ActCommand } from './perform-act.ts';
import type { FeedbackDeps, FeedbackRecord } from './ports.ts';
import { maskContacts } from './public-text.ts';
import { placeOf } from './report-feedback.ts';
import { routed } from './routing.ts';

type Body<R extends { body: z.ZodType }> = Omit<z.output<R['body']>, 'revision'>;
type Deps = FeedbackDeps;

/** The agency a report goes to: the one that is named, or the one the rules choose. Throws `agency-unknown`. */
const chosenAgency = async (deps: Deps, { report, standing }: Feedback, named: string | undefined, now: Date): Promise<{ agency: AgencyName; rule?: string }> => {
  const by = named === undefined
    ? routed(await deps.ruleBook.inForce(), deps.catalogue, { category: categoryNow({ report, standing }), area: standing.area, urgency: standing.urgency, text: report.text, at: now })
    : { agency: named, rule: undefined };
  const known = await deps.directory.agency(by.agency);
  if (known === undefined) throw new DomainError('agency-unknown', by.agency, { pointers: ['/body/agency'] });
  return { agency: { code: known.code, name: known.name }, ...(by.rule === undefined ? {} : { rule: by.rule }) };
};

/** When the whole is promised: from the report on, or from its reopening; handing it about never begins it anew. */
const promise = async ({ directory, catalogue }: Deps, { report, standing }: Feedback, matter: Pick<Standing, 'urgency' | 'complex'>): Promise<string> => {
  const { calendar } = await directory.calendarInForce();
  return withinCalendar(() => promisedBy(calendar, catalogue.settings, { ...matter, extended: standing.extension !== undefined }, new Date(standing.clockFrom ?? report.reportedAt))).toISOString();
};

const routeStep = ({ agency, rule }: { agency: AgencyName; rule?: string }, { asked }: ActCommand, reason = '') => ({
  act: 'route' as const, reason, changes: { agency, officer: undefined },
  event: (after: Feedback) => newEvent(FeedbackRoutedV1, { ...factsOf(after), routedAt: asked.cause.now.toISOString(), ...(rule === undefined ? {} : { rule }), ...(after.standing.promisedAt === undefined ? {} : { dueAt: after.standing.promisedAt }) }, asked.cause),
});

/** Lets a report in, and passes it on in the same moment where `route` says so. A category other than the suggested one is an example to learn from. */
export const acceptFeedback = (deps: Deps) => ({ category, urgency, complex, publicText, visibility, agency, route, ...command }: ActCommand & Body<typeof AcceptFeedback>, officer: Officer): Promise<FeedbackRecord> =>
  performAct(deps, officer, { ...command, act: 'accept' }, async (record) => {
    const { report, standing } = record;
    requireCategory(deps.catalogue, category);
    const matter = { urgency, complex };
    const changes: Changes = { category, ...matter, visibility: visibility ?? standing.visibility, publicText: publicText === '' ? maskContacts(report.text) : publicText, promisedAt: await promise(deps, record, matter) };
    const { suggestion } = report;
    const step = {
      act: 'accept' as const, changes,
      event: (after: Feedback) => newEvent(FeedbackAcceptedV1, {
        ...factsOf(after), acceptedAt: command.asked.cause.now.toISOString(), promisedAt: after.standing.promisedAt ?? '', corrected: suggestion !== undefined && suggestion.category !== category,
        ...(suggestion === undefined ? {} : { suggested: suggestion.category }), isPublic: after.standing.visibility === 'public',
      }, command.asked.cause),
    };
    if (!route && agency === undefined) return { steps: [step] };
    const to = await chosenAgency(deps, { report, standing: { ...standing, category, ...matter } }, agency, command.asked.cause.now);
    return { steps: [step, routeStep(to, command)] };
  });

/** Passes a report on: to the agency named, or by the rules. */
export const routeFeedback = (deps: Deps) => ({ agency, reason, ...command }: ActCommand & Body<typeof RouteFeedback>, officer: Officer): Promise<FeedbackRecord> =>
  performAct(deps, officer, { ...command, act: 'route' }, async (record) => {
    const step = routeStep(await chosenAgency(deps, record, agency, command.asked.cause.now), command, reason);
    return { steps: [record.standing.promisedAt === undefined ? { ...step, changes: { ...step.changes, promisedAt: await promise(deps, record, record.standing) } } : step] };
  });

/** Corrects how a report is sorted. The promise is reckoned anew from the same beginning. Throws what may be wrong with a place, `reason-missing`, `nothing-changed`. */
export const changeFeedback = (deps: Deps) => ({ reason, place, category, urgency, complex, publicText, visibility, ...command }: ActCommand & Body<typeof ChangeFeedback>, officer: Officer): Promise<FeedbackRecord> =>
  performAct(deps, officer, { ...command, act: 'change' }, async (record) => {
    const { standing } = record;
    if (reason === '') throw new DomainError('reason-missing', undefined, { pointers: ['/body/reason'] });
    if (category !== undefined) requireCategory(deps.catalogue, category);
    const where = place === undefined ? undefined : placeOf(place);
    const matter = { urgency: urgency ?? standing.urgency, complex: complex ?? standing.complex };
    const changes: Changes = {
      ...(category === undefined ? {} : { category }), ...matter, ...(publicText === undefined || publicText === '' ? {} : { publicText }), ...(visibility === undefined ? {} : { visibility }),
      ...(where === undefined ? {} : { place: where.place, area: where.area }),
      ...(standing.promisedAt === undefined ? {} : { promisedAt: await promise(deps, record, matter) }),
    };
    if (JSON.stringify({ ...standing, ...changes }) === JSON.stringify(standing)) throw new DomainError('nothing-changed');
    const corrected = category !== undefined && category !== categoryNow(record);
    return { steps: [{ act: 'change', changes, reason, event: (after) => newEvent(FeedbackChangedV1, { ...factsOf(after), corrected, changedAt: command.asked.cause.now.toISOString() }, command.asked.cause) }] };
  });

/** Refuses with a reason of the list. Throws `refusal-unknown`; joining with another is an act of its own. */
export const refuseFeedback = (deps: Deps) => ({ reason, words, ...command }: ActCommand & Body<typeof RefuseFeedback>, officer: Officer): Promise<FeedbackRecord> =>
  performAct(deps, officer, { ...command, act: 'refuse' }, () => {
    if (!deps.catalogue.refusals.some(({ code, byMerge }) => code === reason && byMerge !== true)) throw new DomainError('refusal-unknown', undefined, { pointers: ['/body/reason'], extra: { allowed: deps.catalogue.refusals.filter(({ byMerge }) => byMerge !== true).map(({ code }) => code) } });
    return {
      steps: [{
        act: 'refuse', reason: words, changes: { refusal: { reason, ...(words === '' ? {} : { words }) }, dueAt: undefined },
        event: (after) => newEvent(FeedbackRefusedV1, { ...factsOf(after), reason, refusedAt: command.asked.cause.now.toISOString() }, command.asked.cause),
      }],
    };
  });
