import type * as z from 'zod';
import type { Post } from '../../shared/contracts/access.ts';
import { feedbackDeskRoles, type FeedbackQueue } from '../../shared/contracts/feedback-desk.ts';
import type { FeedbackRow } from '../../shared/contracts/feedback-shapes.ts';
import { localDate } from '../../shared/kernel/vietnam-time.ts';
import { isHeld, postFor, type Officer } from '../../shared/runtime/actor.ts';
import type { FeedbackDeps, QueuePlace } from './ports.ts';
import { isUnitRole } from './unit-officer.ts';

type Wish = { readonly agency: string; readonly queue: FeedbackQueue; readonly cursor?: string | undefined; readonly limit: number; readonly category?: string | undefined; readonly area?: string | undefined };
/** Due soon: within this long from now, overdue included. */
const soonMilliseconds = 24 * 3_600_000;

const placeOf = (queue: FeedbackQueue, officer: Officer): QueuePlace => {
  if (queue === 'mine') return { officer: officer.personId };
  // what nobody took yet is due as well
  return { queues: queue === 'due-soon' || queue === 'overdue' ? ['to-take', 'working'] : [queue] };
};

/** Of the longest of the posts; undefined of one without an end. */
const lastDay = (posts: readonly Post[]): string | undefined => (posts.some(({ to }) => to === undefined) ? undefined : posts.map(({ to }) => to ?? '').toSorted().at(-1));

/** A page of a queue with the counts of all queues of the agency. Reads its own writes; who comes from a unit is known to it from then on. Throws `not-found` for another agency. */
export const listQueue = ({ queues, officers }: Pick<FeedbackDeps, 'queues' | 'officers'>) => async ({ agency, queue, cursor, limit, category, area }: Wish, officer: Officer, now: Date): Promise<{ items: z.input<typeof FeedbackRow>[]; cursor?: string; counts: Partial<Record<FeedbackQueue, number>> }> => {
  postFor(officer, agency, feedbackDeskRoles, now);
  const today = localDate(now);
  const own = officer.posts.filter((post) => post.agency === agency && isUnitRole(post.role) && isHeld(post, today));
  if (own.length > 0) await officers.present(agency, { officerId: officer.personId, name: officer.name, until: lastDay(own), actingUntil: lastDay(own.filter(({ actingFor }) => actingFor !== undefined)) }, today);
  const dueBy = queue === 'overdue' ? now.toISOString() : queue === 'due-soon' ? new Date(now.getTime() + soonMilliseconds).toISOString() : undefined;
  const [page, counts] = await Promise.all([
    queues.waiting({ agency, place: placeOf(queue, officer), where: { category, area }, ...(dueBy === undefined ? {} : { dueBy }) }, { cursor, limit }), queues.counts(agency),
  ]);
  return { ...page, items: [...page.items], counts };
};
