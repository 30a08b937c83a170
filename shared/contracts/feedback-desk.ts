import * as z from 'zod';
import { AgencyCode } from '../kernel/agency-code.ts';
import { Checksum } from '../kernel/checksum.ts';
import { FeedbackId, UploadId } from '../kernel/ids.ts';
import { UtcInstant } from '../kernel/vietnam-time.ts';
import { cleanText } from '../kernel/vietnamese-text.ts';
import { officer, type Role } from './access.ts';
import { AreaCode, CategoryCode, DeskFeedbackView, FeedbackOfficer, FeedbackPin, FeedbackRow, HotlineDraft, MediaType, Place, Receipt, ReportText, Urgency, Visibility, Words } from './feedback-shapes.ts';
import type { ProblemCode } from './problems.ts';
import { defineRoute } from './route.ts';

export const feedbackDeskRoles = ['dispatcher', 'field-officer', 'leader', 'moderator', 'hotline-operator'] as const satisfies readonly Role[];
/** `inbox` and `to-publish` lie with the agency that sorts for the whole province, the others with the agency a report was passed to. */
export const FeedbackQueue = z.enum(['inbox', 'to-take', 'working', 'to-approve', 'to-publish', 'mine', 'due-soon', 'overdue']);
export type FeedbackQueue = z.infer<typeof FeedbackQueue>;

const byAgency = z.object({ agencyCode: AgencyCode });
const byFeedback = z.object({ feedbackId: FeedbackId });
/** The revision the caller saw: a write on an older one answers `changed-meanwhile`. */
const Seen = z.object({ revision: z.int().nonnegative() });
const Reason = Words();
const media = z.array(UploadId).max(20).default([]);
const act = ['not-found', 'feedback-state-conflict', 'feedback-changed-meanwhile', 'answer-merged'] as const;
const files = ['upload-unknown', 'upload-not-checked', 'upload-refused', 'upload-reused', 'media-too-many'] as const;
const text = cleanText(5000, { multiline: true });
const ok = { status: 200, body: DeskFeedbackView } as const;

export const GetFeedbackQueue = defineRoute({
  name: 'getFeedbackQueue', method: 'GET', path: '/desk/agencies/{agencyCode}/feedback/queues/{queue}', access: [officer(feedbackDeskRoles)],
  summary: { vi: 'Hàng chờ phản ánh của cơ quan', en: 'A queue of reports of the agency, most urgent first, with the counts of its queues' },
  params: () => byAgency.extend({ queue: FeedbackQueue }), query: () => z.object({ cursor: z.string().max(400).optional(), limit: z.coerce.number().int().min(1).max(200).default(50), category: CategoryCode.optional(), area: AreaCode.optional() }),
  ok: { status: 200, body: () => z.object({ items: z.array(FeedbackRow), cursor: z.string().optional(), counts: z.partialRecord(FeedbackQueue, z.int()) }) }, problems: ['not-found'],
});
export const ListFeedbackOfficers = defineRoute({
  name: 'listFeedbackOfficers', method: 'GET', path: '/desk/agencies/{agencyCode}/feedback/officers', access: [officer(feedbackDeskRoles)],
  summary: { vi: 'Cán bộ có thể nhận phản ánh của cơ quan', en: 'Who may be given reports of the agency: who holds a post there, and on how many each works; a name is missing of who never came to the desk: the directory tells it to colleagues' },
  params: byAgency, ok: { status: 200, body: () => z.object({ items: z.array(FeedbackOfficer.extend({ working: z.int() })) }) }, problems: ['not-found'],
});
export const OpenFeedback = defineRoute({
  name: 'openFeedback', method: 'GET', path: '/desk/feedback/{feedbackId}', access: [officer(feedbackDeskRoles)],
  summary: { vi: 'Mở phản ánh', en: 'One report with what the caller may do now' }, params: byFeedback, ok, problems: ['not-found'],
});
export const GetDeskMedia = defineRoute({
  name: 'getDeskMedia', method: 'GET', path: '/desk/feedback/{feedbackId}/media/{mediaId}', access: [officer(feedbackDeskRoles)],
  summary: { vi: 'Xem ảnh của phản ánh', en: 'A short-lived link to a photo or film of a report' },
  params: () => byFeedback.extend({ mediaId: UploadId }), ok: { status: 200, body: () => z.object({ url: z.string(), expiresAt: UtcInstant }) }, problems: ['not-found'],
});
export const ListDeskNearby = defineRoute({
  name: 'listDeskNearby', method: 'GET', path: '/desk/feedback/{feedbackId}/nearby', access: [officer(['dispatcher', 'hotline-operator', 'moderator'])],
  summary: { vi: 'Phản ánh có thể trùng', en: 'Open reports near one that may be of the same matter, the likeliest first, each to be joined with' }, params: byFeedback,
  ok: { status: 200, body: () => z.object({ items: z.array(FeedbackPin.extend({ feedbackId: FeedbackId, excerpt: z.string(), metres: z.int(), likeness: z.number() })) }) }, problems: ['not-found'],
});
export const ReportByHotline = defineRoute({
  name: 'reportByHotline', method: 'POST', path: '/desk/agencies/{agencyCode}/feedback', access: [officer(['hotline-operator', 'dispatcher'])], keyed: true,
  summary: { vi: 'Ghi nhận phản ánh qua tổng đài', en: 'Take down a report for somebody who calls' },
  params: byAgency, body: HotlineDraft, ok: { status: 201, body: Receipt },
  problems: ['not-found', 'report-says-nothing', 'place-missing', 'place-at-zero', 'place-swapped', 'time-in-future', 'category-unknown', 'category-retired', ...files],
});
export const RequestDeskMedia = defineRoute({
  name: 'requestDeskMedia', method: 'POST', path: '/desk/feedback-uploads', access: [officer(feedbackDeskRoles)], keyed: true,
  summary: { vi: 'Xin chỗ tải ảnh xử lý', en: 'A presigned upload of a photo or film by an officer' },
  body: () => z.object({ fileName: cleanText(200), contentType: z.string().max(100), size: z.number(), checksum: Checksum }),
  ok: { status: 201, body: () => z.object({ uploadId: UploadId, post: z.object({ url: z.string(), fields: z.record(z.string(), z.string()) }), expiresAt: UtcInstant }) }, problems: ['media-type-not-accepted', 'file-empty', 'file-too-large'],
});
export const GetDeskUpload = defineRoute({
  name: 'getDeskUpload', method: 'GET', path: '/desk/feedback-uploads/{uploadId}', access: [officer(feedbackDeskRoles)],
  summary: { vi: 'Ảnh đã kiểm tra chưa', en: 'Whether an own photo has been checked' }, params: () => z.object({ uploadId: UploadId }),
  ok: { status: 200, body: () => z.object({ uploadId: UploadId, state: z.enum(['waiting', 'checked', 'refused']), contentType: MediaType, size: z.int(), problem: z.string().optional() }) }, problems: ['not-found'],
});

type Summary = { readonly vi: string; readonly en: string };
type More<S extends z.ZodRawShape> = { readonly path: string; readonly body: S; readonly problems: readonly ProblemCode[] };
/** An act on a report: over the revision seen, once, answered with the report as it stands. */
const acting = <S extends z.ZodRawShape>(name: string, roles: readonly [Role, ...Role[]], summary: Summary, { path, body, problems }: More<S>) => defineRoute({
  name, method: 'POST', path: `/desk/feedback/{feedbackId}/${path}`, access: [officer(roles)], keyed: true, summary,
  params: byFeedback, body: () => Seen.extend(body), ok, problems: [...act, ...problems],
});

// The dispatcher
export const AcceptFeedback = acting('acceptFeedback', ['dispatcher'], { vi: 'Tiếp nhận phản ánh', en: 'Let a report in: its category, its public words, and, where it is named, the agency it goes to in the same moment' }, {
  path: 'accept', problems: ['category-unknown', 'category-retired', 'agency-unknown', 'calendar-not-published'],
  body: { category: CategoryCode, urgency: Urgency.default('normal'), complex: z.boolean().default(false), publicText: ReportText, visibility: Visibility.optional(), agency: AgencyCode.optional().meta({ description: 'passed on at once; the routing rules choose where it is left out and `route` is true' }), route: z.boolean().default(true) },
});
export const RouteFeedback = acting('routeFeedback', ['dispatcher'], { vi: 'Chuyển xử lý', en: 'Pass a report to an agency; by the routing rules where none is named' }, {
  path: 'route', body: { agency: AgencyCode.optional(), reason: Reason }, problems: ['agency-unknown', 'calendar-not-published'],
});
export const ChangeFeedback = acting('changeFeedback', ['dispatcher'], { vi: 'Sửa phân loại', en: 'Correct category, urgency, words or place; each correction is an example to learn from' }, {
  path: 'change', problems: ['category-unknown', 'category-retired', 'place-missing', 'place-at-zero', 'place-swapped', 'reason-missing', 'calendar-not-published', 'nothing-changed'],
  body: { category: CategoryCode.optional(), urgency: Urgency.optional(), complex: z.boolean().optional(), publicText: ReportText.optional(), visibility: Visibility.optional(), place: Place.optional(), reason: Reason },
});
export const MergeFeedback = acting('mergeFeedback', ['dispatcher'], { vi: 'Gộp phản ánh trùng', en: 'Join a report with another of the same matter; its reporter goes on being told' }, {
  path: 'merge', body: { into: FeedbackId }, problems: ['merge-impossible'],
});
export const SplitFeedback = acting('splitFeedback', ['dispatcher'], { vi: 'Giao nhiều cơ quan', en: 'Split a report into tasks of several agencies' }, {
  path: 'split', body: { tasks: z.array(z.object({ agency: AgencyCode, text })).min(2).max(8) }, problems: ['agency-unknown', 'split-twice', 'calendar-not-published'],
});
export const RefuseFeedback = acting('refuseFeedback', ['dispatcher'], { vi: 'Không tiếp nhận', en: 'Refuse with a reason of the list, and words to the reporter' }, {
  path: 'refuse', body: { reason: z.string().max(40), words: Words() }, problems: ['refusal-unknown', 'reason-missing'],
});

// The agency it was passed to
export const AssignFeedback = acting('assignFeedback', ['leader'], { vi: 'Giao cán bộ', en: 'Give a report to a person of the agency' }, {
  path: 'assign', body: { officerId: z.string().max(100) }, problems: ['officer-unknown'],
});
export const TakeFeedback = acting('takeFeedback', ['field-officer', 'leader'], { vi: 'Nhận xử lý', en: 'Take a report up' }, { path: 'take', body: {}, problems: [] });
export const HandBackFeedback = acting('handBackFeedback', ['field-officer', 'leader'], { vi: 'Chuyển lại', en: 'Hand a report back to the dispatcher with the reason; the clock goes on' }, { path: 'hand-back', body: { reason: Reason }, problems: ['reason-missing'] });
export const ReportFeedbackProgress = acting('reportFeedbackProgress', ['field-officer', 'leader'], { vi: 'Báo tiến độ', en: 'Say how far it is, with photos and the day it shall be done by' }, {
  path: 'progress', body: { text, doneBy: UtcInstant.optional(), media }, problems: [...files, 'new-date-past'],
});
export const ExtendFeedback = acting('extendFeedback', ['leader'], { vi: 'Gia hạn', en: 'Extend the promised date, once, with the reason' }, { path: 'extend', body: { reason: Reason }, problems: ['reason-missing', 'feedback-extended-already', 'calendar-not-published'] });
export const AnswerFeedback = acting('answerFeedback', ['field-officer', 'leader'], { vi: 'Trả lời', en: 'Answer, with photos of how it is now' }, { path: 'answer', body: { text, media }, problems: [...files, 'children-unanswered'] });
export const ApproveAnswer = acting('approveAnswer', ['leader'], { vi: 'Duyệt câu trả lời', en: 'The leader lets the answer out' }, { path: 'approve', body: {}, problems: [] });
export const SendBackAnswer = acting('sendBackAnswer', ['leader'], { vi: 'Trả lại để xử lý tiếp', en: 'The leader has the answer done again' }, { path: 'send-back', body: { reason: Reason }, problems: ['reason-missing'] });

// The moderator
export const PublishFeedback = acting('publishFeedback', ['moderator'], { vi: 'Công khai kết quả', en: 'Publish the answer and the photos that were checked; a private report is closed without' }, {
  path: 'publish', body: { media: z.array(UploadId).max(100).default([]), publicText: ReportText.optional() }, problems: ['media-not-checked'],
});
export const ReturnAnswer = acting('returnAnswer', ['moderator'], { vi: 'Yêu cầu sửa trước khi công khai', en: 'Not fit for the public: back to the agency with the reason' }, { path: 'return-answer', body: { reason: Reason }, problems: ['reason-missing'] });

export const feedbackDeskRoutes = [
  GetFeedbackQueue, ListFeedbackOfficers, OpenFeedback, GetDeskMedia, ListDeskNearby, ReportByHotline, RequestDeskMedia, GetDeskUpload, AcceptFeedback, RouteFeedback, ChangeFeedback, MergeFeedback, SplitFeedback, RefuseFeedback,
  AssignFeedback, TakeFeedback, HandBackFeedback, ReportFeedbackProgress, ExtendFeedback, AnswerFeedback, ApproveAnswer, SendBackAnswer, PublishFeedback, ReturnAnswer,
] as const;
