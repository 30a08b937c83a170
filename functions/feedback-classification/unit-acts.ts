import type * as z from 'zod';
import { FeedbackAnsweredV1 } from '../../events/feedback-classification/feedback-answered.v1.ts';
import { FeedbackExtendedV1 } from '../../events/feedback-classification/feedback-extended.v1.ts';
import { FeedbackMovedV1 } from '../../events/feedback-classification/feedback-moved.v1.ts';
import { FeedbackPublishedV1 } from '../../events/feedback-classification/feedback-published.v1.ts';
import type { AnswerFeedback, PublishFeedback, ReportFeedbackProgress } from '../../shared/contracts/feedback-desk.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import { localDate } from '../../shared/kernel/vietnam-time.ts';
import { callerOf, type Officer } from '../../shared/runtime/actor.ts';
import { newEvent } from '../../shared/runtime/outbox.ts';
import { promisedBy, withinCalendar } from './clock.ts';
import { factsOf, type Feedback, type Media } from './feedback.ts';
import { performAct, type ActCommand } from './perform-act.ts';
import type { FeedbackDeps, FeedbackRecord } from './ports.ts';
import { requireMediaCount, usableMedia } from './report-feedback.ts';
import type { DeskActName } from './transitions.ts';
import { isWithoutPost } from './unit-officer.ts';

type Body<R extends { body: z.ZodType }> = Omit<z.output<R['body']>, 'revision'>;
type Reasoned = ActCommand & { readonly reason: string };

const moved = (act: DeskActName, { asked }: ActCommand) => (after: Feedback) =>
  newEvent(FeedbackMovedV1, { ...factsOf(after), act, movedAt: asked.cause.now.toISOString(), ...(after.standing.dueAt === undefined ? {} : { dueAt: after.standing.dueAt }) }, asked.cause);
const requireReason = (reason: string): void => { if (reason === '') throw new DomainError('reason-missing', undefined, { pointers: ['/body/reason'] }); };

/** Takes a report up: from now on it lies on this officer's desk. */
export const takeFeedback = (deps: FeedbackDeps) => (command: ActCommand, officer: Officer): Promise<FeedbackRecord> =>
  performAct(deps, officer, { ...command, act: 'take' }, () => ({ steps: [{ act: 'take', changes: { officer: { subject: officer.personId, name: officer.name } }, event: moved('take', command) }] }));

/** A leader gives a report to somebody of the agency. Throws `officer-unknown`. */
export const assignFeedback = (deps: FeedbackDeps) => ({ officerId, ...command }: ActCommand & { officerId: string }, officer: Officer): Promise<FeedbackRecord> =>
  performAct(deps, officer, { ...command, act: 'assign' }, async ({ standing }) => {
    const found = (await deps.officers.mayBeGiven(standing.agency?.code ?? '', localDate(command.asked.cause.now))).find((one) => one.officerId === officerId);
    if (found === undefined) throw new DomainError('officer-unknown', undefined, { pointers: ['/body/officerId'] });
    return { steps: [{ act: 'assign', changes: { officer: { subject: found.officerId, ...(found.name === undefined ? {} : { name: found.name }) } }, event: moved('assign', command) }] };
  });

/** Hands a report back to who sorts, with the reason. The promise to the reporter stays what it was. */
export const handBackFeedback = (deps: FeedbackDeps) => ({ reason, ...command }: Reasoned, officer: Officer): Promise<FeedbackRecord> =>
  performAct(deps, officer, { ...command, act: 'hand-back' }, ({ standing }) => {
    requireReason(reason);
    const left = standing.agency === undefined ? standing.left : [...new Set([...standing.left ?? [], standing.agency.code])];
    return { steps: [{ act: 'hand-back', reason, changes: { left, agency: undefined, officer: undefined }, event: moved('hand-back', command) }] };
  });

/** What an officer sends along, checked and bound. */
const withMedia = async (deps: FeedbackDeps, ids: readonly string[], phase: Media['phase'], { officer, now }: { officer: Officer; now: Date }) => {
  requireMediaCount(ids, deps.catalogue.settings.mostMedia);
  const { media, bindings } = await usableMedia(deps, ids, { owner: callerOf(officer), now, phase });
  return { media, uploads: bindings };
};

/** Says how far it is. A new day is said to the public; the promise by law stays. Throws `new-date-past`. */
export const reportProgress = (deps: FeedbackDeps) => ({ text, doneBy, media, ...command }: ActCommand & Body<typeof ReportFeedbackProgress>, officer: Officer): Promise<FeedbackRecord> =>
  performAct(deps, officer, { ...command, act: 'report-progress' }, async () => {
    const { now } = command.asked.cause;
    if (doneBy !== undefined && Date.parse(doneBy) <= now.getTime()) throw new DomainError('new-date-past', undefined, { pointers: ['/body/doneBy'] });
    return { ...(await withMedia(deps, media, 'progress', { officer, now })), note: { text, ...(doneBy === undefined ? {} : { doneBy }) }, steps: [{ act: 'report-progress', event: moved('report-progress', command) }] };
  });

/** Moves the promised date by the term once more; once for a report. */
export const extendFeedback = (deps: FeedbackDeps) => ({ reason, ...command }: Reasoned, officer: Officer): Promise<FeedbackRecord> =>
  performAct(deps, officer, { ...command, act: 'extend' }, async ({ report, standing }) => {
    requireReason(reason);
    const { calendar } = await deps.directory.calendarInForce();
    const previousDueAt = standing.promisedAt ?? '';
    const promisedAt = withinCalendar(() => promisedBy(calendar, deps.catalogue.settings, { ...standing, extended: true }, new Date(standing.clockFrom ?? report.reportedAt))).toISOString();
    return {
      steps: [{
        act: 'extend', reason, changes: { promisedAt, extension: { at: command.asked.cause.now.toISOString(), previousDueAt } },
        event: (after) => newEvent(FeedbackExtendedV1, { ...factsOf(after), previousDueAt, dueAt: promisedAt }, command.asked.cause),
      }],
    };
  });

/** Answers. The whole of a split report waits until every part is answered: throws `children-unanswered`. */
export const answerFeedback = (deps: FeedbackDeps) => ({ text, media, ...command }: ActCommand & Body<typeof AnswerFeedback>, officer: Officer): Promise<FeedbackRecord> =>
  performAct(deps, officer, { ...command, act: 'answer' }, async ({ standing }) => {
    const { now } = command.asked.cause;
    const parts = await Promise.all((standing.children ?? []).map(({ feedbackId }) => deps.feedback.load(feedbackId)));
    if (parts.some((part) => part?.standing.answeredAt === undefined)) throw new DomainError('children-unanswered');
    const late = standing.promisedAt !== undefined && now.toISOString() > standing.promisedAt;
    return {
      ...(await withMedia(deps, media, 'after', { officer, now })), note: { text },
      steps: [{
        act: 'answer', changes: { answeredAt: now.toISOString(), late },
        event: (after) => newEvent(FeedbackAnsweredV1, { ...factsOf(after), answeredAt: now.toISOString(), late }, command.asked.cause),
      }],
    };
  });

export const approveAnswer = (deps: FeedbackDeps) => (command: ActCommand, officer: Officer): Promise<FeedbackRecord> =>
  performAct(deps, officer, { ...command, act: 'approve' }, () => ({ steps: [{ act: 'approve', event: moved('approve', command) }] }));

/** Back to work: by the leader who wants more, or by the moderator who cannot let it out. */
export const undoAnswer = (deps: FeedbackDeps, act: 'send-back' | 'return-answer') => ({ reason, ...command }: Reasoned, officer: Officer): Promise<FeedbackRecord> =>
  performAct(deps, officer, { ...command, act }, async ({ standing: { agency, officer: doer } }) => {
    requireReason(reason);
    const known = agency === undefined || doer === undefined ? undefined : await deps.officers.find(agency.code, doer.subject);
    // whoever answered may have left since: then the leader gives it to somebody else
    const left = known !== undefined && isWithoutPost(known, localDate(command.asked.cause.now));
    return { steps: [{ act, reason, changes: { answeredAt: undefined, late: undefined, ...(left ? { officer: undefined } : {}) }, event: moved(act, command) }] };
  });

/** Publishes the answer and the photos somebody checked. Throws `media-not-checked` for any other: publishing it is impossible. */
export const publishFeedback = (deps: FeedbackDeps) => ({ media, publicText, ...command }: ActCommand & Body<typeof PublishFeedback>, officer: Officer): Promise<FeedbackRecord> =>
  performAct(deps, officer, { ...command, act: 'publish' }, (record) => {
    const { standing } = record;
    const chosen = media.map((id, index) => {
      const found = record.media.find(({ mediaId }) => mediaId === id);
      if (found?.checkedAt === undefined) throw new DomainError('media-not-checked', id, { pointers: [`/body/media/${index}`] });
      return { ...found, published: true };
    });
    const at = command.asked.cause.now.toISOString();
    const open = standing.visibility === 'public' && record.report.parent === undefined;
    return {
      ...(chosen.length === 0 ? {} : { media: chosen }),
      steps: [{
        act: 'publish', changes: { publishedAt: at, ...(publicText === undefined || publicText === '' ? {} : { publicText }) },
        event: (after) => newEvent(FeedbackPublishedV1, { ...factsOf(after), publishedAt: at, isPublic: open, late: standing.late ?? false }, command.asked.cause),
      }],
    };
  });
