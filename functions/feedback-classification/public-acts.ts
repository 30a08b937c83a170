import { FeedbackRatedV1 } from '../../events/feedback-classification/feedback-rated.v1.ts';
import { FeedbackReopenedV1 } from '../../events/feedback-classification/feedback-reopened.v1.ts';
import { FeedbackVoicedV1 } from '../../events/feedback-classification/feedback-voiced.v1.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import type { Actor } from '../../shared/runtime/actor.ts';
import type { Asked } from '../../shared/runtime/asked.ts';
import { newEvent } from '../../shared/runtime/outbox.ts';
import { promisedBy, withinCalendar } from './clock.ts';
import { factsOf } from './feedback.ts';
import { performForReporter } from './perform-act.ts';
import type { FeedbackDeps, FeedbackRecord, Voice } from './ports.ts';
import { reopenUntil } from './reopen-window.ts';
import { ownerOf } from './report-feedback.ts';
import type { Reporter } from './feedback.ts';

type Spoken = { readonly trackingCode: string; readonly asked: Asked };

/** A report by its code. Throws `feedback-unknown`: a task of a split report has a code that nobody was given. */
export const openByCode = ({ feedback }: Pick<FeedbackDeps, 'feedback'>) => async (trackingCode: string): Promise<FeedbackRecord> => {
  const feedbackId = await feedback.idByTrackingCode(trackingCode);
  const record = feedbackId === undefined ? undefined : await feedback.load(feedbackId);
  if (record === undefined || record.report.parent !== undefined) throw new DomainError('feedback-unknown');
  return record;
};

type Saying = Spoken & { readonly device?: string | undefined; readonly words?: string; readonly contact?: Reporter['contact']; readonly address?: string | undefined };
const voiceStates = { voice: ['NEW', 'TRIAGED', 'ASSIGNED', 'IN_PROGRESS', 'RETURNED', 'REOPENED'], 'not-fixed': ['ANSWERED', 'IN_REVIEW', 'PUBLISHED', 'CLOSED', 'IN_PROGRESS'] } as const;

/** Somebody saw the same, or finds it not fixed: counted once a person. The same again changes nothing. Throws `feedback-not-open-to-this`. */
export const addVoice = (deps: FeedbackDeps, kind: Voice['kind']) => async ({ trackingCode, asked, device, words = '', contact, address }: Saying, actor: Actor): Promise<FeedbackRecord> => {
  const record = await openByCode(deps)(trackingCode);
  if (!(voiceStates[kind] as readonly string[]).includes(record.standing.state)) throw new DomainError('feedback-not-open-to-this');
  const who = ownerOf(actor, device);
  const { now } = asked.cause;
  await deps.limits.count({ device: actor.kind === 'nobody' ? who : undefined, address }, 'voice', now);
  const voice: Voice = { kind, who, at: now.toISOString(), ...(words === '' ? {} : { words }), ...(contact === undefined || Object.keys(contact).length === 0 ? {} : { contact }) };
  await deps.feedback.addVoice(record.report.feedbackId, voice, (count) => newEvent(FeedbackVoicedV1, { ...factsOf(record), kind, count, voicedAt: now.toISOString() }, asked.cause), asked);
  return openByCode(deps)(trackingCode);
};

/** Whether somebody is the reporter: by the account, or by the key of the receipt. Throws `not-the-reporter`. */
export const requireReporter = ({ reporter }: FeedbackRecord, actor: Actor, key: string | undefined): void => {
  const own = reporter !== undefined && ((actor.kind === 'citizen' && reporter.subject === actor.subject) || (key !== undefined && reporter.key === key));
  if (!own) throw new DomainError('not-the-reporter');
};
const answeredStates = ['PUBLISHED', 'CLOSED'];

/** The reporter rates the answer, once. Throws `feedback-not-answered`, `rated-already`. */
export const rateFeedback = (deps: FeedbackDeps) => async ({ trackingCode, asked, reporterKey, stars, words }: Spoken & { reporterKey?: string | undefined; stars: number; words: string }, actor: Actor): Promise<FeedbackRecord> => {
  const record = await openByCode(deps)(trackingCode);
  requireReporter(record, actor, reporterKey);
  const { feedbackId } = record.report;
  if ((await deps.feedback.answered(asked.requestKey)) === feedbackId) return record;
  if (record.standing.rating !== undefined) throw new DomainError('rated-already');
  if (!answeredStates.includes(record.standing.state)) throw new DomainError('feedback-not-answered');
  const at = asked.cause.now.toISOString();
  return performForReporter(deps, { feedbackId, revision: record.standing.revision, asked, act: 'rate' }, () => ({
    steps: [{ act: 'rate', changes: { rating: { stars, words, at } }, event: (after) => newEvent(FeedbackRatedV1, { ...factsOf(after), stars, ratedAt: at }, asked.cause) }],
  }));
};

/** The reporter has the matter taken up again: a new promise begins. Throws `feedback-not-answered`, `reopen-too-late`, `reason-missing`. */
export const reopenFeedback = (deps: FeedbackDeps) => async ({ trackingCode, asked, reporterKey, reason }: Spoken & { reporterKey?: string | undefined; reason: string }, actor: Actor): Promise<FeedbackRecord> => {
  const record = await openByCode(deps)(trackingCode);
  requireReporter(record, actor, reporterKey);
  const { report: { feedbackId }, standing } = record;
  if ((await deps.feedback.answered(asked.requestKey)) === feedbackId) return record;
  if (standing.mergedInto !== undefined) throw new DomainError('answer-merged', undefined, { extra: { mergedInto: standing.mergedInto.trackingCode } });
  if (!answeredStates.includes(standing.state)) throw new DomainError('feedback-not-answered');
  const { now } = asked.cause;
  const until = reopenUntil(record, deps.catalogue.settings);
  if (standing.state === 'CLOSED' || until === undefined || now.toISOString() > until) throw new DomainError('reopen-too-late', undefined, until === undefined ? {} : { extra: { until } });
  if (reason === '') throw new DomainError('reason-missing', undefined, { pointers: ['/body/reason'] });
  const { calendar } = await deps.directory.calendarInForce();
  const promisedAt = withinCalendar(() => promisedBy(calendar, deps.catalogue.settings, standing, now)).toISOString();
  const at = now.toISOString();
  return performForReporter(deps, { feedbackId, revision: standing.revision, asked, act: 'reopen' }, () => ({
    note: { text: reason },
    steps: [{
      act: 'reopen', changes: { clockFrom: at, promisedAt, reopened: (standing.reopened ?? 0) + 1, extension: undefined, answeredAt: undefined, late: undefined, rating: undefined, officer: undefined },
      event: (after) => newEvent(FeedbackReopenedV1, { ...factsOf(after), reopenedAt: at }, asked.cause),
    }],
  }));
};
