import { AcceptDossier, AnswerSupplement, ExtendDossier, FinishDossier, HandOverResult, RefuseDossier, RequestSupplement, ResumeDossier, StopDossier, TakeDossier, WithdrawDossier } from '../../../shared/contracts/procedure-submission.ts';
import { CorrectResult, ExemptPayment, RecordPayment, RequestPayment } from '../../../shared/contracts/matter-routes.ts';
import type { Route } from '../../../shared/contracts/route.ts';
import type { Actor } from '../../../shared/runtime/actor.ts';
import { isWorked } from '../../kernel/slow-pause.ts';
import { caseOfficer, citizen, clerk, leader } from '../support/dossiers.ts';
import { dayOf, dueAt, extended, nextDay, statusOf, workedDaysBetween, type Life } from './life.ts';

/** What a person tries, when, and the number that chooses among its variants. */
export type Try = { readonly at: Date; readonly choice: number };
type Asked = { readonly life: Life; readonly upload: (who: Actor) => Promise<string> } & Try;

/** An act as a row: from which statuses, who asks for it and how, what else can stand in its way, and what the diary keeps. A new act is a new row. */
export type ActRow = {
  readonly act: string; readonly from: readonly number[]; readonly route: Route; readonly who: (life: Life) => Actor;
  readonly body?: (asked: Asked) => Promise<Record<string, unknown>> | Record<string, unknown>;
  readonly refusal?: (life: Life, tried: Try) => string | undefined;
  readonly extraDays?: (life: Life, tried: Try) => number;
};

/** The date of a later promise: some days after the one in force. */
const newDate = (life: Life, { choice }: Try): string => nextDay(dayOf(dueAt(life) ?? new Date('2024-06-03T00:00:00Z')), 1 + choice % 9);

const owed = 30_000;
const oneItem = { items: [{ kind: 'text', what: 'Nơi sinh của trẻ' }] };

export const actRows: readonly ActRow[] = [
  { act: 'accept', from: [1], route: AcceptDossier, who: () => clerk },
  { act: 'refuse', from: [1], route: RefuseDossier, who: () => clerk, body: () => ({ reason: 'Không đúng thẩm quyền.' }) },
  { act: 'take', from: [2], route: TakeDossier, who: () => caseOfficer },
  { act: 'finish', from: [4], route: FinishDossier, who: () => caseOfficer, body: async ({ upload }) => ({ resultUploadId: await upload(caseOfficer) }) },
  { act: 'correct-result', from: [9, 10], route: CorrectResult, who: () => leader, body: async ({ upload }) => ({ reason: 'Sai họ tên.', resultUploadId: await upload(leader) }) },
  { act: 'hand-over', from: [9], route: HandOverResult, who: () => clerk },
  {
    act: 'request-supplement', from: [1, 2, 4], route: RequestSupplement, who: (life) => (statusOf(life) === 4 ? caseOfficer : clerk),
    body: () => ({ reason: 'Thiếu nơi sinh.', ...oneItem }),
  },
  { act: 'answer-supplement', from: [5], route: AnswerSupplement, who: () => citizen, body: () => ({ items: [{ itemId: 'muc-1', text: 'Vị Thanh' }] }) },
  {
    act: 'request-payment', from: [1, 2, 4], route: RequestPayment, who: (life) => (statusOf(life) === 4 ? caseOfficer : clerk),
    body: () => ({ reason: 'Phí thẩm định.', items: [{ kind: 'fee', name: 'Phí thẩm định', amount: owed, source: 'entered' }] }),
  },
  {
    act: 'record-payment', from: [6], route: RecordPayment, who: () => clerk, body: ({ at }) => ({ amount: owed, paidOn: dayOf(at), receipts: [{ kind: 'fee', number: 'BL-0001' }] }),
    // the day before, by a clock that runs behind
    refusal: ({ diary }, { at }) => (dayOf(at) < dayOf(diary.findLast(({ act }) => act === 'request-payment')?.at ?? at) ? 'payment-date-wrong' : undefined),
  },
  { act: 'exempt-payment', from: [6], route: ExemptPayment, who: () => leader, body: () => ({ reason: 'Hộ nghèo.' }) },
  { act: 'stop', from: [2, 4, 5, 6], route: StopDossier, who: () => leader, body: () => ({ reason: 'Chờ kết luận giám định.' }) },
  { act: 'resume', from: [8], route: ResumeDossier, who: () => leader },
  {
    act: 'extend', from: [2, 4], route: ExtendDossier, who: () => leader, body: ({ life, ...tried }) => ({ reason: 'Phải xác minh.', newDate: newDate(life, tried) }),
    refusal: (life, tried) => {
      const due = dueAt(life);
      if (due === undefined) return 'no-promised-date';
      if (extended(life) !== undefined) return 'extended-already';
      if (dayOf(tried.at) >= dayOf(due)) return 'extension-too-late';
      return isWorked(life.spec, newDate(life, tried)) ? undefined : 'new-date-not-working-day';
    },
    extraDays: (life, tried) => workedDaysBetween(life.spec, dayOf(dueAt(life) ?? tried.at), newDate(life, tried)),
  },
  { act: 'withdraw', from: [1, 2, 4, 5, 6, 8], route: WithdrawDossier, who: () => citizen },
];

/** Acts whose lives are told elsewhere: by an event of a gateway, by an agency's own system, between agencies and between steps, by another calendar than the one of the life. */
export const toldElsewhere: readonly string[] = ['submit', 'report-progress', 'settle-payment', 'transfer', 'succeed', 'recompute', 'receive', 'hand-on', 'send-back'];

/** What the answer must be: `done`, or the code of what stands in its way. */
export const expected = ({ from, refusal }: ActRow, life: Life, tried: Try): string => {
  if (!from.includes(statusOf(life))) return 'state-conflict';
  return refusal?.(life, tried) ?? 'done';
};
