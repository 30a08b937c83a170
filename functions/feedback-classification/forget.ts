import { FeedbackForgottenV1 } from '../../events/feedback-classification/feedback-forgotten.v1.ts';
import type { Actor } from '../../shared/runtime/actor.ts';
import type { Asked } from '../../shared/runtime/asked.ts';
import { newEvent, type Cause } from '../../shared/runtime/outbox.ts';
import { requestKeyOf } from '../../shared/runtime/request-key.ts';
import { factsOf, type Feedback } from './feedback.ts';
import { destroyed, forgottenByWish, type Destruction, type Forgetting } from './forgetting.ts';
import { performForProvince, performForReporter, type ActDeps } from './perform-act.ts';
import type { FeedbackDeps, FeedbackRecord } from './ports.ts';
import { openByCode, requireReporter } from './public-acts.ts';

const told = ({ media, reporter }: Forgetting, why: string, cause: Cause) => (after: Feedback) => newEvent(FeedbackForgottenV1, {
  ...factsOf(after), why, reporter, media: media.map(({ mediaId }) => mediaId), forgottenAt: cause.now.toISOString(),
}, cause);

type Wish = { readonly trackingCode: string; readonly reporterKey?: string | undefined; readonly asked: Asked };
/** Forgets who sent a report, because the person asks; the matter goes on. Afterwards nobody is its reporter. Throws `not-the-reporter`. */
export const forgetMe = (deps: FeedbackDeps) => async ({ trackingCode, reporterKey, asked }: Wish, actor: Actor): Promise<FeedbackRecord> => {
  const record = await openByCode(deps)(trackingCode);
  const { feedbackId } = record.report;
  if ((await deps.feedback.answered(asked.requestKey)) === feedbackId) return record;
  requireReporter(record, actor, reporterKey);
  return performForReporter(deps, { feedbackId, revision: record.standing.revision, asked, act: 'forget' }, (whole) => {
    const forget = forgottenByWish(whole);
    return { forget, steps: [{ act: 'forget', changes: forget.changes, event: told(forget, 'asked', asked.cause) }] };
  });
};

/** Destroys what a rule of retention names, once. */
export const destroyByRule = (deps: ActDeps, { report: { feedbackId }, standing }: FeedbackRecord, { rule, what }: Destruction, cause: Cause): Promise<FeedbackRecord> =>
  performForProvince(deps, { feedbackId, act: 'destroy', asked: { requestKey: requestKeyOf('system', 'destroy', `${feedbackId}-${standing.revision}`, {}), cause } }, (whole) => {
    const forget = destroyed(whole, what);
    return { forget, steps: [{ act: 'destroy', reason: rule, changes: forget.changes, event: told(forget, rule, cause) }] };
  });
