import type * as z from 'zod';
import type { TryRoutingRules } from '../../shared/contracts/feedback-rules.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import { postFor, type Officer } from '../../shared/runtime/actor.ts';
import { fingerprintOf } from '../../shared/runtime/request-key.ts';
import { areaOf } from './areas.ts';
import { categoryOf } from './catalogue.ts';
import { categoryNow, type Feedback } from './feedback.ts';
import type { FeedbackDeps, RuleBook } from './ports.ts';
import { routed, type RoutingRule } from './routing.ts';

type Deps = Pick<FeedbackDeps, 'feedback' | 'directory' | 'catalogue' | 'ruleBook'>;
type Tried = z.input<typeof TryRoutingRules.ok.body>;

const triedDays = 30;
const mostTried = 2000;
const mostExamples = 20;

/** Rules and figures of suggestions are those of the place that sorts for the province; elsewhere there are none. Throws `not-found`. */
export const requirePlace = ({ catalogue }: Pick<Deps, 'catalogue'>, officer: Officer, agency: string, { roles, now }: { readonly roles: readonly ('dispatcher' | 'leader')[]; readonly now: Date }): void => {
  postFor(officer, agency, roles, now);
  if (agency !== catalogue.settings.intakeAgency) throw new DomainError('not-found');
};

/** Names only what there is. Throws `request-invalid` with each place, `agency-unknown`. */
const requireKnown = async ({ directory, catalogue }: Deps, rules: readonly RoutingRule[]): Promise<void> => {
  const wrong = rules.flatMap(({ categories = [], areas = [] }, place) => [
    ...categories.flatMap((code, index) => (categoryOf(catalogue, code) === undefined ? [`/body/rules/${place}/categories/${index}`] : [])),
    ...areas.flatMap((code, index) => (areaOf(code) === undefined ? [`/body/rules/${place}/areas/${index}`] : [])),
  ]);
  if (wrong.length > 0) throw new DomainError('request-invalid', 'rules', { pointers: wrong, extra: { fieldCodes: wrong.map(() => 'field.not-listed') } });
  for (const [place, { to }] of rules.entries()) {
    if (typeof to === 'object' && (await directory.agency(to.agency)) === undefined) throw new DomainError('agency-unknown', to.agency, { pointers: [`/body/rules/${place}/to/agency`] });
  }
};

const matterOf = (feedback: Feedback) => ({ category: categoryNow(feedback), area: feedback.standing.area, urgency: feedback.standing.urgency, text: feedback.report.text, at: new Date(feedback.report.reportedAt) });

export const getRules = (deps: Deps) => (agency: string, officer: Officer, now: Date): Promise<RuleBook> => {
  requirePlace(deps, officer, agency, { roles: ['dispatcher', 'leader'], now });
  return deps.ruleBook.current();
};

/** Where the reports of the last thirty days (at most 2,000, the latest) would have gone. Nothing is changed but that these rules count as tried. */
export const tryRules = (deps: Deps) => async ({ agencyCode, rules }: { readonly agencyCode: string; readonly rules: readonly RoutingRule[] }, officer: Officer, now: Date): Promise<Tried> => {
  requirePlace(deps, officer, agencyCode, { roles: ['dispatcher', 'leader'], now });
  await requireKnown(deps, rules);
  const { rules: inForce } = await deps.ruleBook.current();
  const from = new Date(now.getTime() - triedDays * 86_400_000);
  const reports = await deps.feedback.reportedSince(from, now, mostTried);
  const moved = reports.map((feedback) => ({ feedback, was: routed(inForce, deps.catalogue, matterOf(feedback)), is: routed(rules, deps.catalogue, matterOf(feedback)) }));
  const codes = [...new Set(moved.flatMap(({ was, is }) => [was.agency, is.agency]))].toSorted();
  const changed = moved.filter(({ was, is }) => was.agency !== is.agency);
  await deps.ruleBook.noteTried(fingerprintOf(rules), now);
  return {
    from: from.toISOString(), to: now.toISOString(), reports: reports.length, changed: changed.length,
    agencies: await Promise.all(codes.map(async (agency) => ({ agency, name: (await deps.directory.agency(agency))?.name ?? agency, before: moved.filter(({ was }) => was.agency === agency).length, after: moved.filter(({ is }) => is.agency === agency).length }))),
    rules: rules.map(({ id }) => ({ id, reports: moved.filter(({ is }) => is.rule === id).length })),
    examples: changed.slice(0, mostExamples).map(({ feedback, was, is }) => { const category = categoryNow(feedback); return { trackingCode: feedback.report.trackingCode, from: was.agency, to: is.agency, rule: is.rule, ...(category === undefined ? {} : { category }) }; }),
  };
};

type Publishing = { readonly agencyCode: string; readonly version: number; readonly rules: readonly RoutingRule[] };
/** Puts rules in force. Throws `rules-not-tried` for others than were tried, `rules-changed` when another version was published since. */
export const publishRules = (deps: Deps) => async ({ agencyCode, version, rules }: Publishing, officer: Officer, now: Date): Promise<RuleBook> => {
  requirePlace(deps, officer, agencyCode, { roles: ['leader'], now });
  await requireKnown(deps, rules);
  if (!(await deps.ruleBook.wasTried(fingerprintOf(rules), now))) throw new DomainError('rules-not-tried', undefined, { pointers: ['/body/rules'] });
  const next: Required<RuleBook> = { version: version + 1, rules, publishedAt: now.toISOString() };
  if (await deps.ruleBook.publish(next, officer.personId)) return next;
  const current = await deps.ruleBook.current();
  // the same sent twice is published once
  if (current.version === next.version && fingerprintOf(current.rules) === fingerprintOf(rules)) return current;
  throw new DomainError('rules-changed');
};
