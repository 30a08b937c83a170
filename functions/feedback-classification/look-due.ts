import { FeedbackClosedV1 } from '../../events/feedback-classification/feedback-closed.v1.ts';
import { FeedbackOverdueV1 } from '../../events/feedback-classification/feedback-overdue.v1.ts';
import { newEvent, type Cause } from '../../shared/runtime/outbox.ts';
import { requestKeyOf } from '../../shared/runtime/request-key.ts';
import type { Run } from '../../shared/runtime/schedule.ts';
import type { Escalation } from './escalation.ts';
import { factsOf } from './feedback.ts';
import { destroyByRule } from './forget.ts';
import { destructionsOf } from './forgetting.ts';
import { nextLook, type LookDeps } from './next-look.ts';
import { performForProvince } from './perform-act.ts';
import type { FeedbackDeps, FeedbackRecord, Leaving, Look, LookStore } from './ports.ts';
import { releaseReports } from './release-reports.ts';
import { reopenUntil } from './reopen-window.ts';

type Deps = Pick<FeedbackDeps, 'feedback' | 'directory' | 'catalogue' | 'officers' | 'queues'> & { readonly looks: LookStore; readonly failed: (look: Look | Leaving, error: unknown) => void };

const isOver = (record: FeedbackRecord, { catalogue }: LookDeps, now: Date): boolean => {
  const until = reopenUntil(record, catalogue.settings);
  return record.standing.state === 'PUBLISHED' && until !== undefined && until < now.toISOString();
};

/** Closes what nobody reopened. Its own act: asked for again, it is done once. */
const close = (deps: Deps, { report: { feedbackId }, standing }: FeedbackRecord, cause: Cause): Promise<FeedbackRecord> =>
  performForProvince(deps, { feedbackId, act: 'close', asked: { requestKey: requestKeyOf('system', 'close', `${feedbackId}-${standing.revision}`, {}), cause } }, () => ({
    steps: [{ act: 'close', event: (after) => newEvent(FeedbackClosedV1, { ...factsOf(after), closedAt: cause.now.toISOString() }, cause) }],
  }));

const lookAt = async (deps: Deps, look: Look | Leaving, { now, correlationId }: Run): Promise<number> => {
  const cause: Cause = { actor: 'system', correlationId, causationId: correlationId, now };
  if ('officerId' in look) { if (await releaseReports(deps)(look, cause)) await deps.looks.drop(look); return 0; }
  const record = await deps.feedback.load(look.feedbackId);
  if (record === undefined) { await deps.looks.drop(look); return 0; }
  if (isOver(record, deps, now)) { await close(deps, record, cause); await deps.looks.drop(look); return 0; }
  const destruction = destructionsOf(record).find(({ at }) => at <= now.toISOString());
  if (destruction !== undefined) { await destroyByRule(deps, record, destruction, cause); await deps.looks.drop(look); return 0; }
  const { due, next } = await nextLook(deps, record, now);
  const given = due.map(({ escalation }): Escalation => ({ ...escalation, at: now.toISOString() }));
  const events = given.map(({ step, level, card, dueAt, owner }) =>
    newEvent(FeedbackOverdueV1, { ...factsOf(record), step, level, dueAt, noticedAt: now.toISOString(), ownerRole: owner.role, ownerAgency: owner.agency, ...(card === undefined ? {} : { card }) }, cause));
  return (await deps.looks.settle({ look, record, given, events, next })) ? given.length : 0;
};

/**
 * Looks at every report whose time has come: levels that are reached, cards, the end of the days to reopen; and at what
 * lies with somebody whose post is over. What comes
 * of it happens once, however often or late this runs.
 */
export const lookDue = (deps: Deps) => async (run: Run): Promise<{ looked: number; escalated: number }> => {
  let [looked, escalated] = [0, 0];
  for await (const looks of deps.looks.due(run.now)) {
    for (const look of looks) {
      try {
        escalated += await lookAt(deps, look, run);
        looked++;
      } catch (error) {
        deps.failed(look, error);
      }
    }
  }
  return { looked, escalated };
};
