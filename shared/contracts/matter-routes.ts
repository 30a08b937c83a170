import * as z from 'zod';
import { IsoDate } from '../kernel/vietnam-time.ts';
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
  params: byDossier, ok: { status: 200, body: z.object({ procedureVersion: z.int(), fee: Fee }) }, problems: ['not-found'],
});
export const RequestPayment = defineRoute({
  name: 'requestPayment', method: 'POST', path: '/desk/dossiers/{dossierId}/request-payment', access: [officer(['one-stop-clerk', 'case-officer'])], keyed: true,
  summary: { vi: 'Yêu cầu nộp phí, lệ phí', en: 'Ask the applicant to pay; the clock stands until it is paid' },
  params: byDossier, body: Seen.extend({ reason: Reason, items: z.array(PaymentItem).min(1).max(20) }),
  ok: { status: 200, body: DeskDossierView }, problems: [...act, 'reason-missing', 'fee-not-as-published'],
});
export const RecordPayment = defineRoute({
  name: 'recordPayment', method: 'POST', path: '/desk/dossiers/{dossierId}/record-payment', access: [officer(['one-stop-clerk'])], keyed: true,
  summary: { vi: 'Ghi nhận đã thu tiền', en: 'Write down money taken at the counter, with the receipt of each kind; the dossier goes on' },
  params: byDossier, body: Seen.extend({ amount: PayableAmount, paidOn: IsoDate, receipts: z.array(z.object({ kind: PaymentKind, number: cleanText(50) })).min(1).max(2) }),
  ok: { status: 200, body: DeskDossierView }, problems: [...act, 'payment-amount-differs', 'payment-date-wrong', 'receipt-numbers-wrong', 'calendar-not-published'],
});
export const ExemptPayment = defineRoute({
  name: 'exemptPayment', method: 'POST', path: '/desk/dossiers/{dossierId}/exempt-payment', access: [officer(['leader'])], keyed: true,
  summary: { vi: 'Miễn phí, lệ phí', en: 'Exempt the applicant from paying, with a reason; the dossier goes on' },
  params: byDossier, body: Seen.extend({ reason: Reason }), ok: { status: 200, body: DeskDossierView }, problems: [...act, 'reason-missing', 'calendar-not-published'],
});

export const matterRoutes = [GetDossierFee, RequestPayment, RecordPayment, ExemptPayment] as const;
