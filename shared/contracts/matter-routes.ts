import * as z from 'zod';
import { AgencyCode } from '../kernel/agency-code.ts';
import { UploadId } from '../kernel/ids.ts';
import { IsoDate, IsoInstant, UtcInstant } from '../kernel/vietnam-time.ts';
import { cleanText } from '../kernel/vietnamese-text.ts';
import { officer } from './access.ts';
import { act, byDossier, deskRoles, Reason, Seen } from './dossier-act.ts';
import { DeskDossierView } from './dossier.ts';
import { PayableAmount, PaymentItem, PaymentKind } from './payment.ts';
import { Fee } from './procedure.ts';
import { defineRoute } from './route.ts';

export const GetDossierFee = defineRoute({
  name: 'getDossierFee', method: 'GET', path: '/desk/dossiers/{dossierId}/fee', access: [officer(deskRoles)],
  summary: { vi: 'Phí, lệ phí đã công bố', en: 'What the dossier’s procedure version publishes as its fee, for its case and channel' },
  params: byDossier, ok: { status: 200, body: () => z.object({ procedureVersion: z.int(), fee: Fee }) }, problems: ['not-found'],
});
export const RequestPayment = defineRoute({
  name: 'requestPayment', method: 'POST', path: '/desk/dossiers/{dossierId}/request-payment', access: [officer(['one-stop-clerk', 'case-officer'])], keyed: true,
  summary: { vi: 'Yêu cầu nộp phí, lệ phí', en: 'Ask the applicant to pay; the clock stands until it is paid' },
  params: byDossier, body: () => Seen.extend({ reason: Reason, items: z.array(PaymentItem).min(1).max(20) }),
  ok: { status: 200, body: DeskDossierView }, problems: [...act, 'reason-missing', 'fee-not-as-published'],
});
export const RecordPayment = defineRoute({
  name: 'recordPayment', method: 'POST', path: '/desk/dossiers/{dossierId}/record-payment', access: [officer(['one-stop-clerk'])], keyed: true,
  summary: { vi: 'Ghi nhận đã thu tiền', en: 'Write down money taken at the counter, with the receipt of each kind; the dossier goes on' },
  params: byDossier, body: () => Seen.extend({ amount: PayableAmount, paidOn: IsoDate, receipts: z.array(z.object({ kind: PaymentKind, number: cleanText(50) })).min(1).max(2) }),
  ok: { status: 200, body: DeskDossierView }, problems: [...act, 'payment-amount-differs', 'payment-date-wrong', 'receipt-numbers-wrong', 'calendar-not-published'],
});
export const ExemptPayment = defineRoute({
  name: 'exemptPayment', method: 'POST', path: '/desk/dossiers/{dossierId}/exempt-payment', access: [officer(['leader'])], keyed: true,
  summary: { vi: 'Miễn phí, lệ phí', en: 'Exempt the applicant from paying, with a reason; the dossier goes on' },
  params: byDossier, body: () => Seen.extend({ reason: Reason }), ok: { status: 200, body: DeskDossierView }, problems: [...act, 'reason-missing', 'calendar-not-published'],
});

export const TransferDossier = defineRoute({
  name: 'transferDossier', method: 'POST', path: '/desk/dossiers/{dossierId}/transfer', access: [officer(['leader'])], keyed: true,
  summary: { vi: 'Chuyển cơ quan khác', en: 'Pass the dossier on to another competent agency with a reason: number and clock go on' },
  params: byDossier, body: () => Seen.extend({ reason: Reason, agency: AgencyCode, beyondRule: z.boolean().default(false) }),
  ok: { status: 200, body: DeskDossierView }, problems: [...act, 'reason-missing', 'transfer-to-itself', 'agency-unknown', 'agency-not-competent'],
});
export const CorrectResult = defineRoute({
  name: 'correctResult', method: 'POST', path: '/desk/dossiers/{dossierId}/correct-result', access: [officer(['leader'])], keyed: true,
  summary: { vi: 'Đính chính kết quả', en: 'Give the result a new version with a reason; the one before stays readable' },
  params: byDossier, body: () => Seen.extend({ reason: Reason, resultUploadId: UploadId }),
  ok: { status: 200, body: DeskDossierView }, problems: [...act, 'reason-missing', 'upload-unknown', 'upload-not-checked', 'upload-refused', 'upload-reused'],
});
const RecomputeBy = z.enum(['calendar', 'catalogue']);
export const PreviewRecompute = defineRoute({
  name: 'previewRecompute', method: 'GET', path: '/desk/dossiers/{dossierId}/recompute', access: [officer(['leader'])],
  summary: { vi: 'Xem ngày hẹn nếu tính lại', en: 'The date a dossier would be promised for by the calendar, or the catalogue, in force' },
  params: byDossier, query: () => z.object({ by: RecomputeBy }),
  ok: {
    status: 200, body: () => z.object({
      by: RecomputeBy, previousDueAt: UtcInstant.optional(), dueAt: UtcInstant, changes: z.boolean(),
      previousCalendarVersion: z.int().optional(), calendarVersion: z.int(), procedureVersion: z.int(),
    }),
  },
  problems: ['not-found', 'no-promised-date', 'term-not-structured', 'calendar-not-published'],
});
export const RecomputeDue = defineRoute({
  name: 'recomputeDue', method: 'POST', path: '/desk/dossiers/{dossierId}/recompute', access: [officer(['leader'])], keyed: true,
  summary: { vi: 'Tính lại ngày hẹn', en: 'Promise the date that was shown, reckoned by the calendar or the catalogue in force' },
  params: byDossier, body: () => Seen.extend({ reason: Reason, by: RecomputeBy, dueAt: IsoInstant }),
  ok: { status: 200, body: DeskDossierView }, problems: [...act, 'reason-missing', 'no-promised-date', 'term-not-structured', 'date-unchanged', 'date-moved-meanwhile', 'calendar-not-published'],
});

export const matterRoutes = [GetDossierFee, RequestPayment, RecordPayment, ExemptPayment, TransferDossier, CorrectResult, PreviewRecompute, RecomputeDue] as const;
