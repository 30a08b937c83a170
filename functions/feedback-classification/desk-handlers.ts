import { AcceptFeedback, AnswerFeedback, ApproveAnswer, AssignFeedback, ChangeFeedback, ExtendFeedback, feedbackDeskRoles, GetDeskMedia, GetDeskUpload, GetFeedbackQueue, HandBackFeedback, ListDeskNearby, ListFeedbackOfficers, MergeFeedback, OpenFeedback, PublishFeedback, RefuseFeedback, ReportByHotline, ReportFeedbackProgress, RequestDeskMedia, ReturnAnswer, RouteFeedback, SendBackAnswer, SplitFeedback, TakeFeedback } from '../../shared/contracts/feedback-desk.ts';
import { GetPromisedDates } from '../../shared/contracts/feedback-calendar.ts';
import { CheckMedia } from '../../shared/contracts/feedback-media.ts';
import { MAX_MEDIA_BYTES, MediaType, type DeskFeedbackView } from '../../shared/contracts/feedback-shapes.ts';
import type * as z from 'zod';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import { localDate } from '../../shared/kernel/vietnam-time.ts';
import { callerOf, postFor, type Actor } from '../../shared/runtime/actor.ts';
import { officerOf } from '../../shared/runtime/callers.ts';
import { on } from '../../shared/runtime/http.ts';
import { reply } from '../../shared/runtime/reply.ts';
import { getUpload, requestUpload } from '../../shared/runtime/uploads/request-upload.ts';
import { checkPhoto } from './check-photo.ts';
import { mergeFeedback, splitFeedback } from './join-and-split.ts';
import { linkMedia } from './link-media.ts';
import { findDuplicates } from './nearby.ts';
import { listQueue } from './list-queue.ts';
import { requireReader, rolesOn } from './perform-act.ts';
import type { FeedbackDeps, FeedbackRecord } from './ports.ts';
import { promisedDates } from './promised-dates.ts';
import { reportFeedback } from './report-feedback.ts';
import { acceptFeedback, changeFeedback, refuseFeedback, routeFeedback } from './triage.ts';
import { answerFeedback, approveAnswer, assignFeedback, extendFeedback, handBackFeedback, publishFeedback, reportProgress, takeFeedback, undoAnswer } from './unit-acts.ts';
import { deskFeedbackView, receiptOf } from './views.ts';

type View = z.input<typeof DeskFeedbackView>;

/** What answers the desks: who sorts, the agencies, who lets answers out, who answers the telephone. */
export const deskHandlers = (deps: FeedbackDeps) => {
  const { catalogue } = deps;
  const intake = catalogue.settings.intakeAgency;
  const taken = { types: MediaType.options, maxBytes: MAX_MEDIA_BYTES };
  const [request, upload, link, report, queue, duplicates] = [requestUpload(deps, taken), getUpload(deps), linkMedia(deps), reportFeedback(deps), listQueue(deps), findDuplicates(deps)];
  const acts = {
    accept: acceptFeedback(deps), route: routeFeedback(deps), change: changeFeedback(deps), merge: mergeFeedback(deps), split: splitFeedback(deps), refuse: refuseFeedback(deps), assign: assignFeedback(deps), take: takeFeedback(deps),
    handBack: handBackFeedback(deps), progress: reportProgress(deps), extend: extendFeedback(deps), answer: answerFeedback(deps), approve: approveAnswer(deps), sendBack: undoAnswer(deps, 'send-back'), publish: publishFeedback(deps), returnAnswer: undoAnswer(deps, 'return-answer'),
  };
  const view = async (record: FeedbackRecord, actor: Actor, now: Date): Promise<View> => {
    const children = await Promise.all((record.standing.children ?? []).map(async ({ feedbackId, agency }) => ({ feedbackId, agency, state: (await deps.feedback.load(feedbackId))?.standing.state ?? 'ASSIGNED' as const })));
    return deskFeedbackView(record, catalogue, { roles: rolesOn(officerOf(actor), record, { intake, now }), children, now });
  };
  const open = async (feedbackId: string, actor: Actor, now: Date): Promise<FeedbackRecord> => {
    const record = await deps.feedback.load(feedbackId);
    if (record === undefined) throw new DomainError('not-found');
    requireReader(officerOf(actor), record, { intake, now });
    return record;
  };
  return [
    on(GetFeedbackQueue, ({ params, query, actor, now }) => queue({ agency: params.agencyCode, queue: params.queue, ...query }, officerOf(actor), now)),
    on(ListFeedbackOfficers, async ({ params, actor, now }) => {
      postFor(officerOf(actor), params.agencyCode, feedbackDeskRoles, now);
      return { items: (await deps.officers.mayBeGiven(params.agencyCode, localDate(now))).map(({ officerId, name, working }) => ({ officerId, working, ...(name === undefined ? {} : { name }) })) };
    }),
    on(OpenFeedback, async ({ params, actor, now }) => view(await open(params.feedbackId, actor, now), actor, now)),
    on(GetDeskMedia, async ({ params, actor, now }) => link(await open(params.feedbackId, actor, now), params.mediaId, { now, published: false })),
    on(GetPromisedDates, async ({ params, actor, now }) => reply({ body: await promisedDates(deps)(params.agencyCode, officerOf(actor), now), headers: { 'content-disposition': 'attachment; filename="phan-anh-da-hen.ics"' } })),
    on(CheckMedia, async ({ params, body, actor, requestKey, cause, now }) => view(await checkPhoto(deps)({ ...params, ...body, asked: { requestKey, cause } }, officerOf(actor)), actor, now)),
    on(ListDeskNearby, async ({ params, actor, now }) => ({ items: await duplicates(await open(params.feedbackId, actor, now), now) })),
    on(ReportByHotline, async ({ params, body, actor, requestKey, cause, now }) => {
      postFor(officerOf(actor), params.agencyCode, ['hotline-operator', 'dispatcher'], now);
      return receiptOf(await report({ ...body, asked: { requestKey, cause } }, actor, params.agencyCode), catalogue);
    }),
    on(RequestDeskMedia, ({ body, actor, requestKey, cause }) => {
      if (!MediaType.safeParse(body.contentType).success) throw new DomainError('media-type-not-accepted', undefined, { pointers: ['/body/contentType'] });
      return request({ ...body, asked: { requestKey, cause } }, callerOf(actor));
    }),
    on(GetDeskUpload, ({ params, actor }) => upload(params.uploadId, callerOf(actor))),
    on(AcceptFeedback, async ({ params, body, actor, requestKey, cause, now }) => view(await acts.accept({ ...params, ...body, asked: { requestKey, cause } }, officerOf(actor)), actor, now)),
    on(RouteFeedback, async ({ params, body, actor, requestKey, cause, now }) => view(await acts.route({ ...params, ...body, asked: { requestKey, cause } }, officerOf(actor)), actor, now)),
    on(ChangeFeedback, async ({ params, body, actor, requestKey, cause, now }) => view(await acts.change({ ...params, ...body, asked: { requestKey, cause } }, officerOf(actor)), actor, now)),
    on(MergeFeedback, async ({ params, body, actor, requestKey, cause, now }) => view(await acts.merge({ ...params, ...body, asked: { requestKey, cause } }, officerOf(actor)), actor, now)),
    on(SplitFeedback, async ({ params, body, actor, requestKey, cause, now }) => view(await acts.split({ ...params, ...body, asked: { requestKey, cause } }, officerOf(actor)), actor, now)),
    on(RefuseFeedback, async ({ params, body, actor, requestKey, cause, now }) => view(await acts.refuse({ ...params, ...body, asked: { requestKey, cause } }, officerOf(actor)), actor, now)),
    on(AssignFeedback, async ({ params, body, actor, requestKey, cause, now }) => view(await acts.assign({ ...params, ...body, asked: { requestKey, cause } }, officerOf(actor)), actor, now)),
    on(TakeFeedback, async ({ params, body, actor, requestKey, cause, now }) => view(await acts.take({ ...params, ...body, asked: { requestKey, cause } }, officerOf(actor)), actor, now)),
    on(HandBackFeedback, async ({ params, body, actor, requestKey, cause, now }) => view(await acts.handBack({ ...params, ...body, asked: { requestKey, cause } }, officerOf(actor)), actor, now)),
    on(ReportFeedbackProgress, async ({ params, body, actor, requestKey, cause, now }) => view(await acts.progress({ ...params, ...body, asked: { requestKey, cause } }, officerOf(actor)), actor, now)),
    on(ExtendFeedback, async ({ params, body, actor, requestKey, cause, now }) => view(await acts.extend({ ...params, ...body, asked: { requestKey, cause } }, officerOf(actor)), actor, now)),
    on(AnswerFeedback, async ({ params, body, actor, requestKey, cause, now }) => view(await acts.answer({ ...params, ...body, asked: { requestKey, cause } }, officerOf(actor)), actor, now)),
    on(ApproveAnswer, async ({ params, body, actor, requestKey, cause, now }) => view(await acts.approve({ ...params, ...body, asked: { requestKey, cause } }, officerOf(actor)), actor, now)),
    on(SendBackAnswer, async ({ params, body, actor, requestKey, cause, now }) => view(await acts.sendBack({ ...params, ...body, asked: { requestKey, cause } }, officerOf(actor)), actor, now)),
    on(PublishFeedback, async ({ params, body, actor, requestKey, cause, now }) => view(await acts.publish({ ...params, ...body, asked: { requestKey, cause } }, officerOf(actor)), actor, now)),
    on(ReturnAnswer, async ({ params, body, actor, requestKey, cause, now }) => view(await acts.returnAnswer({ ...params, ...body, asked: { requestKey, cause } }, officerOf(actor)), actor, now)),
  ];
};
