import { AcceptDossier, AnswerSupplement, ExtendDossier, FinishDossier, HandOverResult, RefuseDossier, RequestSupplement, ResumeDossier, StopDossier, TakeDossier, WithdrawDossier } from '../../../shared/contracts/procedure-submission.ts';
import { ReportProgress } from '../../../shared/contracts/machine.ts';
import { CorrectResult, ExemptPayment, RecomputeDue, RecordPayment, RequestPayment, TransferDossier } from '../../../shared/contracts/matter-routes.ts';
import { HandOnStep, ReceiveStep, SendBackStep } from '../../../shared/contracts/step-routes.ts';
import type { Route } from '../../../shared/contracts/route.ts';
import type { Actor } from '../../../shared/runtime/actor.ts';
import { isWorked } from '../../kernel/slow-pause.ts';
import { citizen } from '../support/dossiers.ts';
import { calendarOf, dayOf, dueAt, extended, holderOf, nextDay, owedOf, statusOf, termOf, workedDaysBetween, type Entry, type Life } from './life.ts';
import { agencies, officerOf, systemOf, type Role } from './people.ts';
import { settlePayment, succeed, type Done } from './province-acts.ts';
import { ownerOf, wayForbids } from './way.ts';

/** What is tried, when, the number that chooses among its variants, and the versions of calendar and catalogue in force. */
export type Try = { readonly at: Date; readonly choice: number; readonly inForce: { readonly calendar: number; readonly term: number } };
export type Asked = Try & { readonly life: Life; readonly upload: (who: Actor) => Promise<string> };
type Body = Record<string, unknown>;

/** Somebody asks for it over HTTP, */
export type Requested = { readonly route: Route; readonly who: (life: Life) => Actor; readonly body?: (asked: Asked) => Promise<Body> | Body };
/** or the province's own machinery does it. */
type Worked = { readonly work: Done };

/** An act as a row: from which statuses, who does it and how, what else can stand in its way, and what the diary keeps. A new act is a new row. */
export type ActRow = (Requested | Worked) & {
  readonly act: string; readonly from: readonly number[];
  readonly refusal?: (life: Life, tried: Try) => string | undefined;
  /** how it ends in a status it does not begin from; a request is told of the conflict */
  readonly otherwise?: (life: Life) => string;
  readonly notes?: (life: Life, tried: Try) => Partial<Entry>;
};

const desk = (role: Role) => (life: Life): Actor => officerOf(holderOf(life), role);
const [clerk, caseOfficer, leader] = [desk('one-stop-clerk'), desk('case-officer'), desk('leader')];
/** Whoever holds the dossier in its status, and whoever owns the step it stands in. */
const holder = (life: Life): Actor => (statusOf(life) === 4 ? caseOfficer : clerk)(life);
const owner = (life: Life): Actor => desk((ownerOf(life) ?? 'one-stop-clerk') as Role)(life);
const finisher = (life: Life): Actor => (ownerOf(life) === 'leader' ? leader : caseOfficer)(life);

/** The date of a later promise: some days after the one in force. */
const newDate = (life: Life, { choice }: Try): string => nextDay(dayOf(dueAt(life) ?? new Date('2024-06-03T00:00:00Z')), 1 + choice % 9);
const receiverOf = (life: Life, { choice }: Try): string => (choice % 8 === 7 ? holderOf(life) : agencies.filter((agency) => agency !== holderOf(life))[choice % 2] as string);

const by = ({ choice }: Try): 'calendar' | 'catalogue' => (choice % 2 === 0 ? 'calendar' : 'catalogue');
const anew = (tried: Try): Partial<Entry> => ({ calendar: tried.inForce.calendar, ...(by(tried) === 'catalogue' ? { term: tried.inForce.term } : {}) });
const afterRecompute = (life: Life, tried: Try): Life => ({ ...life, diary: [...life.diary, { act: 'recompute', at: tried.at, ...anew(tried) }] });

export const owed = 30_000;
const oneItem = { items: [{ kind: 'text', what: 'Nơi sinh của trẻ' }] };
const way = (life: Life, act: string): string | undefined => (wayForbids(life, act) ? 'state-conflict' : undefined);

export const actRows: readonly ActRow[] = [
  { act: 'accept', from: [1], route: AcceptDossier, who: clerk, notes: (_, { inForce: { calendar } }) => ({ calendar }) },
  { act: 'refuse', from: [1], route: RefuseDossier, who: clerk, body: () => ({ reason: 'Không đúng thẩm quyền.' }) },
  { act: 'take', from: [2], route: TakeDossier, who: caseOfficer, refusal: (life) => way(life, 'take') },
  { act: 'hand-on', from: [2, 4], route: HandOnStep, who: owner, refusal: (life) => way(life, 'hand-on') },
  { act: 'receive', from: [2, 4, 9], route: ReceiveStep, who: owner, refusal: (life) => way(life, 'receive') },
  { act: 'send-back', from: [2, 4], route: SendBackStep, who: owner, body: () => ({ reason: 'Thiếu tờ trình.' }), refusal: (life) => way(life, 'send-back') },
  { act: 'finish', from: [4], route: FinishDossier, who: finisher, body: async ({ life, upload }) => ({ resultUploadId: await upload(finisher(life)) }), refusal: (life) => way(life, 'finish') },
  { act: 'report-progress', from: [4], route: ReportProgress, who: (life) => systemOf(holderOf(life)), body: () => ({ note: 'Đã thẩm định, chờ ký.' }) },
  { act: 'correct-result', from: [9, 10], route: CorrectResult, who: leader, body: async ({ life, upload }) => ({ reason: 'Sai họ tên.', resultUploadId: await upload(leader(life)) }) },
  { act: 'hand-over', from: [9], route: HandOverResult, who: clerk },
  { act: 'request-supplement', from: [1, 2, 4], route: RequestSupplement, who: holder, body: () => ({ reason: 'Thiếu nơi sinh.', ...oneItem }) },
  { act: 'answer-supplement', from: [5], route: AnswerSupplement, who: () => citizen, body: () => ({ items: [{ itemId: 'muc-1', text: 'Vị Thanh' }] }) },
  {
    act: 'request-payment', from: [1, 2, 4], route: RequestPayment, who: holder,
    body: () => ({ reason: 'Phí thẩm định.', items: [{ kind: 'fee', name: 'Phí thẩm định', amount: owed, source: 'entered' }] }),
  },
  {
    act: 'record-payment', from: [6], route: RecordPayment, who: clerk, body: ({ at }) => ({ amount: owed, paidOn: dayOf(at), receipts: [{ kind: 'fee', number: 'BL-0001' }] }),
    // the day before, by a clock that runs behind
    refusal: ({ diary }, { at }) => (dayOf(at) < dayOf(diary.findLast(({ act }) => act === 'request-payment')?.at ?? at) ? 'payment-date-wrong' : undefined),
  },
  { act: 'exempt-payment', from: [6], route: ExemptPayment, who: leader, body: () => ({ reason: 'Hộ nghèo.' }) },
  {
    act: 'settle-payment', from: [6, 8], work: settlePayment,
    // money that nobody waits for, or other money than was asked for, is kept in sight; money for nothing of ours is not booked at all
    refusal: (life, { choice }) => (owedOf(life).asked === 0 ? 'rejected' : !owedOf(life).due || choice % 5 === 4 ? 'unbooked' : undefined), otherwise: (life) => (owedOf(life).asked === 0 ? 'rejected' : 'unbooked'),
  },
  { act: 'stop', from: [2, 4, 5, 6], route: StopDossier, who: leader, body: () => ({ reason: 'Chờ kết luận giám định.' }) },
  { act: 'resume', from: [8], route: ResumeDossier, who: leader },
  {
    act: 'extend', from: [2, 4], route: ExtendDossier, who: leader, body: ({ life, ...tried }) => ({ reason: 'Phải xác minh.', newDate: newDate(life, tried) }),
    refusal: (life, tried) => {
      const due = dueAt(life);
      if (due === undefined) return 'no-promised-date';
      if (extended(life) !== undefined) return 'extended-already';
      if (dayOf(tried.at) >= dayOf(due)) return 'extension-too-late';
      return isWorked(calendarOf(life), newDate(life, tried)) ? undefined : 'new-date-not-working-day';
    },
    notes: (life, tried) => ({ extraDays: workedDaysBetween(calendarOf(life), dayOf(dueAt(life) ?? tried.at), newDate(life, tried)) }),
  },
  {
    act: 'recompute', from: [2, 4], route: RecomputeDue, who: leader,
    body: ({ life, ...tried }) => ({ reason: 'Lịch nghỉ thay đổi.', by: by(tried), dueAt: (dueAt(afterRecompute(life, tried)) ?? tried.at).toISOString() }),
    refusal: (life, tried) => {
      const after = afterRecompute(life, tried);
      if (termOf(after) === undefined) return 'term-not-structured';
      return dueAt(after)?.getTime() === dueAt(life)?.getTime() ? 'date-unchanged' : undefined;
    },
    notes: (_, tried) => anew(tried),
  },
  {
    act: 'transfer', from: [2, 4], route: TransferDossier, who: leader, body: ({ life, ...tried }) => ({ reason: 'Người nộp cư trú nơi khác.', agency: receiverOf(life, tried) }),
    refusal: (life, tried) => (receiverOf(life, tried) === holderOf(life) ? 'transfer-to-itself' : undefined), notes: (life, tried) => ({ agency: receiverOf(life, tried) }),
  },
  { act: 'succeed', from: [1, 2, 4, 5, 6, 8, 9], work: succeed, notes: (life, { choice }) => ({ agency: receiverOf(life, { choice: choice % 2 } as Try) }) },
  { act: 'withdraw', from: [1, 2, 4, 5, 6, 8], route: WithdrawDossier, who: () => citizen },
];

/** What the answer must be: `done`, or the code of what stands in its way. */
export const expected = ({ from, refusal, otherwise }: ActRow, life: Life, tried: Try): string => {
  if (!from.includes(statusOf(life))) return otherwise?.(life) ?? 'state-conflict';
  return refusal?.(life, tried) ?? 'done';
};

/** The life after an act that was done. */
export const lived = ({ act, notes }: ActRow, life: Life, tried: Try): Life => ({ ...life, diary: [...life.diary, { act, at: tried.at, ...notes?.(life, tried) }] });
