import { FeedbackMovedV1 } from '../../events/feedback-classification/feedback-moved.v1.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import { localDate } from '../../shared/kernel/vietnam-time.ts';
import { newEvent, type Cause } from '../../shared/runtime/outbox.ts';
import { requestKeyOf } from '../../shared/runtime/request-key.ts';
import { factsOf } from './feedback.ts';
import { performForProvince, type ActDeps } from './perform-act.ts';
import type { FeedbackDeps, FeedbackRecord, Leaving } from './ports.ts';
import { isWithoutPost } from './unit-officer.ts';

type Deps = ActDeps & Pick<FeedbackDeps, 'officers' | 'queues'>;

/** Its own act: asked for again, it is done once. The promise to the reporter stays. */
const release = (deps: Deps, { report: { feedbackId }, standing }: FeedbackRecord, cause: Cause): Promise<FeedbackRecord> =>
  performForProvince(deps, { feedbackId, act: 'release', asked: { requestKey: requestKeyOf('system', 'release', `${feedbackId}-${standing.revision}`, {}), cause } }, () => ({
    steps: [{ act: 'release', changes: { officer: undefined }, event: (after) => newEvent(FeedbackMovedV1, { ...factsOf(after), act: 'release', movedAt: cause.now.toISOString(), ...(after.standing.dueAt === undefined ? {} : { dueAt: after.standing.dueAt }) }, cause) }],
  }));

const perPage = 50;

/**
 * Lays what somebody without a post has in hand back to what the unit has to take, so that nothing is without an owner.
 * False when a report was moved at the same time: then it is looked at again.
 */
export const releaseReports = (deps: Deps) => async ({ agency, officerId }: Leaving, cause: Cause): Promise<boolean> => {
  const officer = await deps.officers.find(agency, officerId);
  if (officer === undefined || !isWithoutPost(officer, localDate(cause.now))) return true;
  let cursor: string | undefined;
  try {
    do {
      const page = await deps.queues.waiting({ agency, place: { officer: officerId }, where: {} }, { cursor, limit: perPage });
      for (const { feedbackId } of page.items) {
        const record = await deps.feedback.load(feedbackId);
        if (record?.standing.officer?.subject === officerId) await release(deps, record, cause);
      }
      cursor = page.cursor;
    } while (cursor !== undefined);
    return true;
  } catch (error) {
    if (error instanceof DomainError && error.code === 'feedback-changed-meanwhile') return false;
    throw error;
  }
};
