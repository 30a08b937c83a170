import * as z from 'zod';
import { AgencyCode } from '../kernel/agency-code.ts';
import { Checksum } from '../kernel/checksum.ts';
import { FeedbackState } from '../kernel/feedback-state.ts';
import { TrackingCode, UploadId } from '../kernel/ids.ts';
import { IsoDate, UtcInstant } from '../kernel/vietnam-time.ts';
import { cleanText } from '../kernel/vietnamese-text.ts';
import { anyone, citizen } from './access.ts';
import { feedbackDeskRoutes } from './feedback-desk.ts';
import { feedbackCalendarRoutes } from './feedback-calendar.ts';
import { feedbackFollowRoutes } from './feedback-follow.ts';
import { feedbackInboundRoutes } from './feedback-inbound.ts';
import { feedbackMediaRoutes } from './feedback-media.ts';
import { feedbackClassifierRoutes } from './feedback-classifier.ts';
import { feedbackRuleRoutes } from './feedback-rules.ts';
import { AreaCode, Category, CategoryCode, Contact, Device, FeedbackPin, FeedbackView, Guidance, MediaType, Receipt, ReporterKey, ReportDraft, ReportText, Suggestion, Words } from './feedback-shapes.ts';
import { open311Routes } from './open311.ts';
import { defineRoute } from './route.ts';

const Cursor = z.string().max(400).optional();
const byCode = z.object({ trackingCode: TrackingCode });
const page = { cursor: Cursor, limit: z.coerce.number().int().min(1).max(100).default(30) };

// Before something is sent
export const ListFeedbackCategories = defineRoute({
  name: 'listFeedbackCategories', method: 'GET', path: '/feedback/categories', access: [anyone()],
  summary: { vi: 'Các loại phản ánh', en: 'The categories of reports, with what each promises' },
  ok: { status: 200, body: () => z.object({ items: z.array(Category), guidance: z.array(Guidance), refusals: z.array(z.object({ code: z.string(), name: Guidance.shape.title })), mostMedia: z.int(), reopenDays: z.int(), intakeAgency: AgencyCode.meta({ description: 'where reports are sorted for the province' }) }) }, problems: [],
});
export const SuggestCategory = defineRoute({
  name: 'suggestCategory', method: 'POST', path: '/feedback/suggest', access: [anyone()],
  summary: { vi: 'Gợi ý loại phản ánh', en: 'What the classifier makes of a text; nothing is kept' },
  body: () => z.object({ text: ReportText }), ok: { status: 200, body: () => Suggestion.extend({ guidance: Guidance.optional() }) }, problems: [],
});
export const ListNearbyFeedback = defineRoute({
  name: 'listNearbyFeedback', method: 'GET', path: '/feedback/nearby', access: [anyone()],
  summary: { vi: 'Phản ánh tương tự gần đây', en: 'Open reports near a point that may be of the same matter, the likeliest first' },
  query: () => z.object({ lat: z.coerce.number().min(-90).max(90), long: z.coerce.number().min(-180).max(180), category: CategoryCode.optional(), text: cleanText(500, { optional: true }).optional() }),
  ok: { status: 200, body: () => z.object({ items: z.array(FeedbackPin.extend({ metres: z.int(), likeness: z.number() })) }) }, problems: [],
});
export const RequestFeedbackUpload = defineRoute({
  name: 'requestFeedbackUpload', method: 'POST', path: '/feedback/uploads', access: [anyone(), citizen('own')], keyed: true,
  summary: { vi: 'Xin chỗ tải ảnh', en: 'A presigned upload of a photo or film, bound to type, size and checksum; unusable until checked' },
  body: () => z.object({ fileName: cleanText(200), contentType: z.string().max(100), size: z.number(), checksum: Checksum, device: Device.optional() }),
  ok: { status: 201, body: () => z.object({ uploadId: UploadId, post: z.object({ url: z.string(), fields: z.record(z.string(), z.string()) }), expiresAt: UtcInstant }) },
  problems: ['media-type-not-accepted', 'file-empty', 'file-too-large', 'device-missing', 'sent-too-often'],
});
export const GetFeedbackUpload = defineRoute({
  name: 'getFeedbackUpload', method: 'GET', path: '/feedback/uploads/{uploadId}', access: [anyone(), citizen('own')],
  summary: { vi: 'Ảnh đã kiểm tra chưa', en: 'Whether an own photo has been checked' },
  params: () => z.object({ uploadId: UploadId }), query: () => z.object({ device: Device.optional() }),
  ok: { status: 200, body: () => z.object({ uploadId: UploadId, state: z.enum(['waiting', 'checked', 'refused']), contentType: MediaType, size: z.int(), problem: z.string().optional() }) }, problems: ['not-found'],
});

// Sending
export const ReportFeedback = defineRoute({
  name: 'reportFeedback', method: 'POST', path: '/feedback', access: [anyone(), citizen('none')], keyed: true,
  summary: { vi: 'Gửi phản ánh', en: 'Report something: signed in, by telephone number, or as nobody' },
  body: ReportDraft, ok: { status: 201, body: Receipt },
  problems: ['report-says-nothing', 'place-missing', 'place-at-zero', 'place-swapped', 'time-in-future', 'category-unknown', 'category-retired', 'media-too-many', 'device-missing', 'upload-unknown', 'upload-not-checked', 'upload-refused', 'upload-reused', 'sent-too-often'],
});
export const ListMyFeedback = defineRoute({
  name: 'listMyFeedback', method: 'GET', path: '/feedback/mine', access: [citizen()],
  summary: { vi: 'Phản ánh của tôi', en: 'All own reports, newest first' },
  query: () => z.object({ cursor: Cursor }), ok: { status: 200, body: () => z.object({ items: z.array(FeedbackView), cursor: z.string().optional() }) }, problems: [],
});

// Following
export const GetFeedback = defineRoute({
  name: 'getFeedback', method: 'GET', path: '/feedback/{trackingCode}', access: [anyone()],
  summary: { vi: 'Theo dõi phản ánh', en: 'A report by its code: state, agency, promised time, updates, answer' },
  params: byCode, ok: { status: 200, body: FeedbackView }, problems: ['feedback-unknown'],
});
export const OpenOwnFeedback = defineRoute({
  name: 'openOwnFeedback', method: 'POST', path: '/feedback/{trackingCode}/own', access: [anyone(), citizen('own')],
  summary: { vi: 'Xem phản ánh của tôi', en: 'An own report, whole: by the account, or by the key of the receipt, which no address carries' },
  params: byCode, body: () => z.object({ reporterKey: ReporterKey.optional() }), ok: { status: 200, body: FeedbackView }, problems: ['feedback-unknown', 'not-the-reporter'],
});
export const GetFeedbackMedia = defineRoute({
  name: 'getFeedbackMedia', method: 'GET', path: '/feedback/{trackingCode}/media/{mediaId}', access: [anyone()],
  summary: { vi: 'Xem ảnh đã công khai', en: 'A short-lived link to a published photo or film' },
  params: () => byCode.extend({ mediaId: UploadId }), ok: { status: 200, body: () => z.object({ url: z.string(), expiresAt: UtcInstant }) }, problems: ['feedback-unknown', 'not-found'],
});
export const VerifyFeedback = defineRoute({
  name: 'verifyFeedback', method: 'GET', path: '/feedback/{trackingCode}/history', access: [anyone()],
  summary: { vi: 'Kiểm chứng lịch sử', en: 'The hash chain of the report’s history, for anyone to check' },
  params: byCode,
  ok: { status: 200, body: () => z.object({ genesis: z.string(), head: z.string(), holds: z.boolean(), brokenAt: z.int().optional(), entries: z.array(z.object({ seq: z.int(), at: UtcInstant, act: z.string(), from: FeedbackState.nullable(), to: FeedbackState, by: z.object({ kind: z.string(), role: z.string().optional(), agency: z.string().optional() }), privateDigest: z.string(), previousHash: z.string(), hash: z.string() })) }) },
  problems: ['feedback-unknown'],
});

const tileNumber = z.string().regex(/^\d{1,5}$/, 'field.malformed');
/** The public register: what a dispatcher let in. */
export const ListFeedback = defineRoute({
  name: 'listFeedback', method: 'GET', path: '/feedback', access: [anyone()],
  summary: { vi: 'Danh sách phản ánh công khai', en: 'The public register, newest first; by category, area, or neither' },
  query: () => z.object({ ...page, category: CategoryCode.optional(), area: AreaCode.optional(), state: z.enum(['open', 'closed']).optional(), from: IsoDate.optional(), to: IsoDate.optional() }),
  ok: { status: 200, body: () => z.object({ items: z.array(FeedbackPin), cursor: z.string().optional() }) }, problems: [],
});
export const GetFeedbackTile = defineRoute({
  name: 'getFeedbackTile', method: 'GET', path: '/feedback/tiles/{zoom}/{x}/{y}', access: [anyone()],
  summary: { vi: 'Một ô của bản đồ phản ánh', en: 'A tile of the map (web mercator): clusters counted ahead, pins where few are left' },
  params: () => z.object({ zoom: z.string().regex(/^([89]|1[0-6])$/, 'field.malformed').meta({ description: '8 to 16' }), x: tileNumber, y: tileNumber }),
  query: () => z.object({ category: CategoryCode.optional(), state: z.enum(['open', 'closed']).optional() }),
  ok: { status: 200, body: () => z.object({ clusters: z.array(z.object({ lat: z.number(), long: z.number(), count: z.int() })), pins: z.array(FeedbackPin) }) }, problems: [],
});
export const GetFeedbackFigures = defineRoute({
  name: 'getFeedbackFigures', method: 'GET', path: '/feedback/figures', access: [anyone()],
  summary: { vi: 'Số liệu phản ánh theo địa bàn', en: 'How many reports are open, closed, in time and rated, by area' },
  ok: { status: 200, body: () => z.object({ asOf: UtcInstant, areas: z.array(z.object({ area: z.string(), reported: z.int(), open: z.int(), closed: z.int(), late: z.int(), rated: z.int(), stars: z.int() })) }) }, problems: [],
});

// Saying something to a report
const said = ['feedback-unknown', 'feedback-not-open-to-this', 'sent-too-often', 'device-missing'] as const;
export const AddVoice = defineRoute({
  name: 'addVoice', method: 'POST', path: '/feedback/{trackingCode}/voices', access: [anyone(), citizen('none')], keyed: true,
  summary: { vi: 'Tôi cũng gặp việc này', en: 'The same matter seen by another: counted once a person, and kept informed' },
  params: byCode, body: () => z.object({ contact: Contact.default({}), device: Device.optional() }), ok: { status: 200, body: FeedbackView }, problems: [...said],
});
export const SayNotFixed = defineRoute({
  name: 'sayNotFixed', method: 'POST', path: '/feedback/{trackingCode}/not-fixed', access: [anyone(), citizen('none')], keyed: true,
  summary: { vi: 'Chưa khắc phục', en: 'Anyone: what the agency calls done is not; the agency hears it' },
  params: byCode, body: () => z.object({ words: Words(1000), device: Device.optional() }), ok: { status: 200, body: FeedbackView }, problems: [...said],
});
const ofReporter = { reporterKey: ReporterKey.optional() };
export const RateFeedback = defineRoute({
  name: 'rateFeedback', method: 'POST', path: '/feedback/{trackingCode}/rating', access: [anyone(), citizen('own')], keyed: true,
  summary: { vi: 'Đánh giá kết quả', en: 'The reporter rates the answer, once: 1 to 5 and words' },
  params: byCode, body: () => z.object({ ...ofReporter, stars: z.int().min(1).max(5), words: Words(1000) }), ok: { status: 200, body: FeedbackView }, problems: ['feedback-unknown', 'not-the-reporter', 'feedback-not-answered', 'rated-already', 'feedback-changed-meanwhile', 'feedback-state-conflict'],
});
export const ReopenFeedback = defineRoute({
  name: 'reopenFeedback', method: 'POST', path: '/feedback/{trackingCode}/reopen', access: [anyone(), citizen('own')], keyed: true,
  summary: { vi: 'Yêu cầu xử lý lại', en: 'The reporter has the matter taken up again, within the days there are for it' },
  params: byCode, body: () => z.object({ ...ofReporter, reason: Words(2000) }), ok: { status: 200, body: FeedbackView }, problems: ['feedback-unknown', 'not-the-reporter', 'feedback-not-answered', 'reopen-too-late', 'reason-missing', 'answer-merged', 'calendar-not-published', 'feedback-changed-meanwhile', 'feedback-state-conflict'],
});

export const ForgetMe = defineRoute({
  name: 'forgetMe', method: 'POST', path: '/feedback/{trackingCode}/forget-me', access: [anyone(), citizen('own')], keyed: true,
  summary: { vi: 'Xóa dữ liệu của tôi', en: 'Forget who sent the report and what that person wrote; the public matter stays' },
  params: byCode, body: () => z.object(ofReporter), ok: { status: 200, body: FeedbackView }, problems: ['feedback-unknown', 'not-the-reporter', 'feedback-changed-meanwhile', 'feedback-state-conflict'],
});

/** What people do without an account, or with one. */
export const feedbackPublicRoutes = [ListFeedbackCategories, SuggestCategory, ListNearbyFeedback, RequestFeedbackUpload, GetFeedbackUpload, ReportFeedback, ListMyFeedback, ListFeedback, GetFeedbackFigures, GetFeedbackTile, GetFeedback, OpenOwnFeedback, GetFeedbackMedia, VerifyFeedback, AddVoice, SayNotFixed, RateFeedback, ReopenFeedback, ForgetMe, ...feedbackFollowRoutes] as const;
export const feedbackRoutes = [...feedbackPublicRoutes, ...feedbackDeskRoutes, ...feedbackMediaRoutes, ...feedbackCalendarRoutes, ...feedbackRuleRoutes, ...feedbackClassifierRoutes, ...feedbackInboundRoutes, ...open311Routes] as const;
