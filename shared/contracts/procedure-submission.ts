import * as z from 'zod';
import { AgencyCode } from '../kernel/agency-code.ts';
import { Checksum } from '../kernel/checksum.ts';
import { DossierId, TrackingCode, UploadId } from '../kernel/ids.ts';
import { ProcedureCode } from '../kernel/procedure-code.ts';
import { IsoDate, UtcInstant } from '../kernel/vietnam-time.ts';
import { cleanText } from '../kernel/vietnamese-text.ts';
import { anyone, citizen, machine, officer } from './access.ts';
import { bookingRoutes } from './booking.ts';
import { catalogueRoutes } from './catalogue.ts';
import { FileAtCounter } from './counter-filing.ts';
import { catalogueWorkRoutes } from './catalogue-work.ts';
import { ActOnMany } from './desk-bulk.ts';
import { queueRoutes } from './desk-queues.ts';
import { DeskDossierView, DossierDraft, DossierView, FileType, HistoryEntry, SupplementAnswer, SupplementItem, TrackingView } from './dossier.ts';
import { act, byDossier, deskRoles, GivenNumber, givingNumber, Seen } from './dossier-act.ts';
import { machineRoutes } from './machine.ts';
import { matterRoutes } from './matter-routes.ts';
import { formRoutes } from './form-routes.ts';
import { numberingRoutes } from './numbering.ts';
import { defineRoute } from './route.ts';
import { statisticsRoutes } from './statistics.ts';
import { stepRoutes } from './step-routes.ts';
import { ticketRoutes } from './ticket.ts';

const Cursor = z.string().max(400).optional();

// Uploads
export const RequestUpload = defineRoute({
  name: 'requestUpload', method: 'POST', path: '/uploads', access: [citizen(), officer(deskRoles, 'own'), machine('dossiers/write', 'own')], keyed: true,
  summary: { vi: 'Xin chỗ tải tệp', en: 'A presigned upload bound to type, size and checksum; unusable until checked' },
  body: () => z.object({ fileName: cleanText(200), contentType: z.string().max(100), size: z.number(), checksum: Checksum }),
  ok: { status: 201, body: () => z.object({ uploadId: UploadId, post: z.object({ url: z.string(), fields: z.record(z.string(), z.string()) }), expiresAt: UtcInstant }) },
  problems: ['file-type-not-accepted', 'file-empty', 'file-too-large'],
});
export const GetUpload = defineRoute({
  name: 'getUpload', method: 'GET', path: '/uploads/{uploadId}', access: [citizen(), officer(deskRoles, 'own'), machine('dossiers/write', 'own')],
  summary: { vi: 'Tệp đã kiểm tra chưa', en: 'Whether an upload has been checked' },
  params: () => z.object({ uploadId: UploadId }),
  ok: { status: 200, body: () => z.object({ uploadId: UploadId, state: z.enum(['waiting', 'checked', 'refused']), fileName: z.string(), contentType: FileType, size: z.int(), problem: z.string().optional() }) },
  problems: ['not-found'],
});

// Citizens
export const SubmitDossier = defineRoute({
  name: 'submitDossier', method: 'POST', path: '/procedures/{procedureCode}/dossiers', access: [citizen()], keyed: true,
  summary: { vi: 'Nộp hồ sơ', en: 'File a dossier' },
  params: () => z.object({ procedureCode: ProcedureCode }), body: DossierDraft,
  ok: { status: 201, body: DossierView },
  problems: ['procedure-unknown', 'procedure-not-open', 'procedure-retired', 'case-unknown', 'channel-not-offered', 'agency-not-competent', 'answers-invalid', 'component-missing', 'upload-unknown', 'upload-not-checked', 'upload-refused', 'upload-reused'],
});
export const ListMyDossiers = defineRoute({
  name: 'listMyDossiers', method: 'GET', path: '/dossiers', access: [citizen()],
  summary: { vi: 'Hồ sơ của tôi', en: 'All own dossiers, newest first' },
  query: () => z.object({ cursor: Cursor }), ok: { status: 200, body: () => z.object({ items: z.array(TrackingView.extend({ dossierId: DossierId })), cursor: z.string().optional() }) }, problems: [],
});
export const GetMyDossier = defineRoute({
  name: 'getMyDossier', method: 'GET', path: '/dossiers/{dossierId}', access: [citizen()],
  summary: { vi: 'Một hồ sơ của tôi', en: 'One own dossier' },
  params: byDossier, ok: { status: 200, body: DossierView }, problems: ['not-found'],
});
export const WithdrawDossier = defineRoute({
  name: 'withdrawDossier', method: 'POST', path: '/dossiers/{dossierId}/withdraw', access: [citizen()], keyed: true,
  summary: { vi: 'Rút hồ sơ', en: 'Withdraw an own dossier, at any moment before there is a result' },
  params: byDossier, body: () => Seen.extend({ reason: cleanText(2000, { multiline: true, optional: true }).default('') }), ok: { status: 200, body: DossierView }, problems: [...act],
});
export const AnswerSupplement = defineRoute({
  name: 'answerSupplement', method: 'POST', path: '/dossiers/{dossierId}/answer-supplement', access: [citizen()], keyed: true,
  summary: { vi: 'Bổ sung giấy tờ', en: 'Answer every item the agency asked for; the clock goes on where it stopped' },
  params: byDossier, body: () => Seen.extend({ items: z.array(SupplementAnswer).max(20) }), ok: { status: 200, body: DossierView },
  problems: [...act, 'supplement-incomplete', 'upload-unknown', 'upload-not-checked', 'upload-refused', 'upload-reused', 'calendar-not-published'],
});
const FileLink = z.object({ url: z.string(), expiresAt: UtcInstant });
/** `fileId` is an upload id of the dossier or the id of an issued document. */
const byFile = z.object({ dossierId: DossierId, fileId: z.string().max(60) });
export const GetMyFile = defineRoute({
  name: 'getMyFile', method: 'GET', path: '/dossiers/{dossierId}/files/{fileId}', access: [citizen()],
  summary: { vi: 'Tải tệp của hồ sơ', en: 'A short-lived link to a file of an own dossier' },
  params: byFile, ok: { status: 200, body: FileLink }, problems: ['not-found'],
});

// Everyone with the code
export const TrackDossier = defineRoute({
  name: 'trackDossier', method: 'GET', path: '/track/{trackingCode}', access: [anyone()],
  summary: { vi: 'Tra cứu hồ sơ', en: 'Where a dossier stands, without personal data' },
  params: () => z.object({ trackingCode: TrackingCode }), ok: { status: 200, body: TrackingView }, problems: ['tracking-code-unknown'],
});
export const VerifyHistory = defineRoute({
  name: 'verifyHistory', method: 'GET', path: '/track/{trackingCode}/history', access: [anyone()],
  summary: { vi: 'Kiểm chứng lịch sử', en: 'The hash chain of the dossier’s history, for anyone to check' },
  params: () => z.object({ trackingCode: TrackingCode }),
  ok: { status: 200, body: () => z.object({ genesis: z.string(), head: z.string(), entries: z.array(HistoryEntry), agencyNames: z.record(AgencyCode, z.string()), holds: z.boolean(), brokenAt: z.int().optional() }) },
  problems: ['tracking-code-unknown'],
});

// The desk
export const OpenDossier = defineRoute({
  name: 'openDossier', method: 'GET', path: '/desk/dossiers/{dossierId}', access: [officer(deskRoles)],
  summary: { vi: 'Mở hồ sơ', en: 'One dossier with what the caller may do now' },
  params: byDossier, ok: { status: 200, body: DeskDossierView }, problems: ['not-found'],
});
export const AcceptDossier = defineRoute({
  name: 'acceptDossier', method: 'POST', path: '/desk/dossiers/{dossierId}/accept', access: [officer(['one-stop-clerk'])], keyed: true,
  summary: { vi: 'Tiếp nhận hồ sơ', en: 'Accept: number drawn or, where another side issues it, given; clock starts, receipt (Mẫu 01) issued' },
  params: byDossier, body: () => Seen.extend({ number: GivenNumber.optional() }), ok: { status: 200, body: DeskDossierView }, problems: [...act, ...givingNumber, 'calendar-not-published', 'term-not-structured'],
});
export const RefuseDossier = defineRoute({
  name: 'refuseDossier', method: 'POST', path: '/desk/dossiers/{dossierId}/refuse', access: [officer(['one-stop-clerk'])], keyed: true,
  summary: { vi: 'Từ chối tiếp nhận', en: 'Refuse with a reason (Mẫu 03)' },
  params: byDossier, body: () => Seen.extend({ reason: cleanText(2000, { multiline: true, optional: true }).default('') }), ok: { status: 200, body: DeskDossierView }, problems: [...act, 'reason-missing'],
});
export const TakeDossier = defineRoute({
  name: 'takeDossier', method: 'POST', path: '/desk/dossiers/{dossierId}/take', access: [officer(['case-officer'])], keyed: true,
  summary: { vi: 'Nhận xử lý', en: 'Take the dossier for processing' },
  params: byDossier, body: Seen, ok: { status: 200, body: DeskDossierView }, problems: [...act],
});
export const FinishDossier = defineRoute({
  name: 'finishDossier', method: 'POST', path: '/desk/dossiers/{dossierId}/finish', access: [officer(['case-officer', 'leader'])], keyed: true,
  summary: { vi: 'Hoàn thành xử lý', en: 'Finish with the result file; the clock stops here' },
  params: byDossier, body: () => Seen.extend({ resultUploadId: UploadId }), ok: { status: 200, body: DeskDossierView },
  problems: [...act, 'upload-unknown', 'upload-not-checked', 'upload-refused', 'upload-reused'],
});
export const HandOverResult = defineRoute({
  name: 'handOverResult', method: 'POST', path: '/desk/dossiers/{dossierId}/hand-over', access: [officer(['one-stop-clerk'])], keyed: true,
  summary: { vi: 'Trả kết quả', en: 'Hand the result over to the applicant, once a fee that is due at the return is paid' },
  params: byDossier, body: Seen, ok: { status: 200, body: DeskDossierView }, problems: [...act, 'payment-due-at-return'],
});
export const RequestSupplement = defineRoute({
  name: 'requestSupplement', method: 'POST', path: '/desk/dossiers/{dossierId}/request-supplement', access: [officer(['one-stop-clerk', 'case-officer'])], keyed: true,
  summary: { vi: 'Yêu cầu bổ sung', en: 'Ask the applicant for more, item by item (Mẫu 02); the clock stands until the answer' },
  params: byDossier, body: () => Seen.extend({ reason: cleanText(2000, { multiline: true, optional: true }).default(''), items: z.array(SupplementItem).min(1).max(20) }),
  ok: { status: 200, body: DeskDossierView }, problems: [...act, 'reason-missing', 'supplement-rounds-used', 'calendar-not-published'],
});
export const StopDossier = defineRoute({
  name: 'stopDossier', method: 'POST', path: '/desk/dossiers/{dossierId}/stop', access: [officer(['leader'])], keyed: true,
  summary: { vi: 'Dừng giải quyết', en: 'Stop work on a dossier with a reason and a notice; the clock stands' },
  params: byDossier, body: () => Seen.extend({ reason: cleanText(2000, { multiline: true, optional: true }).default('') }), ok: { status: 200, body: DeskDossierView }, problems: [...act, 'reason-missing'],
});
export const ResumeDossier = defineRoute({
  name: 'resumeDossier', method: 'POST', path: '/desk/dossiers/{dossierId}/resume', access: [officer(['leader'])], keyed: true,
  summary: { vi: 'Tiếp tục giải quyết', en: 'Go on with a stopped dossier; the clock goes on where it stopped' },
  params: byDossier, body: Seen, ok: { status: 200, body: DeskDossierView }, problems: [...act, 'calendar-not-published'],
});
export const ExtendDossier = defineRoute({
  name: 'extendDossier', method: 'POST', path: '/desk/dossiers/{dossierId}/extend', access: [officer(['leader'])], keyed: true,
  summary: { vi: 'Xin lỗi và hẹn lại', en: 'Apologise and promise a later working day (Mẫu 04): once, before the term ends' },
  params: byDossier, body: () => Seen.extend({ reason: cleanText(2000, { multiline: true, optional: true }).default(''), newDate: IsoDate }), ok: { status: 200, body: DeskDossierView },
  problems: [...act, 'reason-missing', 'no-promised-date', 'extended-already', 'extension-too-late', 'new-date-not-later', 'new-date-not-working-day', 'calendar-not-published'],
});
export const GetDeskFile = defineRoute({
  name: 'getDeskFile', method: 'GET', path: '/desk/dossiers/{dossierId}/files/{fileId}', access: [officer(deskRoles)],
  summary: { vi: 'Xem tệp của hồ sơ', en: 'A short-lived link to a file of the dossier' },
  params: byFile, query: () => z.object({ to: z.enum(['save', 'view']).default('save') }), ok: { status: 200, body: FileLink }, problems: ['not-found'],
});

export const procedureSubmissionRoutes = [
  ...catalogueRoutes,
  ...catalogueWorkRoutes,
  ...statisticsRoutes,
  RequestUpload, GetUpload, SubmitDossier, ListMyDossiers, GetMyDossier, GetMyFile, WithdrawDossier, AnswerSupplement, TrackDossier, VerifyHistory,
  ...queueRoutes,
  ActOnMany,
  FileAtCounter,
  ...machineRoutes,
  OpenDossier, AcceptDossier, RefuseDossier, TakeDossier, FinishDossier, HandOverResult, RequestSupplement, StopDossier, ResumeDossier, ExtendDossier, GetDeskFile,
  ...matterRoutes,
  ...stepRoutes,
  ...formRoutes,
  ...numberingRoutes,
  ...bookingRoutes,
  ...ticketRoutes,
] as const;
