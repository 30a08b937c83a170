import type { DossierStatusCode } from '../../shared/kernel/dossier-status.ts';
import type { Localised } from '../../shared/kernel/localised.ts';

/** What officers do to a dossier, in the words of the use cases. */
export type DeskActName = 'accept' | 'refuse' | 'take' | 'finish' | 'hand-over' | 'request-supplement' | 'stop' | 'resume' | 'extend'
  | 'request-payment' | 'record-payment' | 'exempt-payment' | 'hand-on' | 'receive' | 'send-back' | 'transfer' | 'correct-result' | 'recompute';
/** What applicants do to their own dossier. */
export type OwnActName = 'withdraw' | 'answer-supplement';
/** What the province's own machinery does. */
export type ProvinceActName = 'settle-payment' | 'succeed' | 'report-progress';
export type ActName = 'submit' | OwnActName | DeskActName | ProvinceActName;
export type DeskRole = 'one-stop-clerk' | 'case-officer' | 'leader';

/** Where a dossier waits for the next officer of its agency. */
export type QueueName = 'to-accept' | 'to-take' | 'processing' | 'paused' | 'to-hand-over';

export type Transition = {
  readonly act: ActName;
  /** legal prior statuses; none: the dossier begins here */
  readonly from: readonly DossierStatusCode[];
  /** `same`: the act is written down, and the status stays what it is */
  readonly to: DossierStatusCode | 'same';
  /** `step-owner`: whoever owns the internal step the dossier stands in */
  readonly by: 'citizen' | 'system' | 'step-owner' | DeskRole;
  readonly name: Localised;
};

/**
 * Every way a dossier moves, as data. The write condition, what the desk offers, and the diagram in the README
 * all come from these rows: a new act is a new row, and a use case of the same name.
 */
export const transitions = [
  { act: 'submit', from: [], to: 1, by: 'citizen', name: { vi: 'Nộp hồ sơ', en: 'File' } },
  { act: 'accept', from: [1], to: 2, by: 'one-stop-clerk', name: { vi: 'Tiếp nhận', en: 'Accept' } },
  // the system of the side that issues the number, with the number
  { act: 'accept', from: [1], to: 2, by: 'system', name: { vi: 'Tiếp nhận', en: 'Accept' } },
  { act: 'refuse', from: [1], to: 3, by: 'one-stop-clerk', name: { vi: 'Từ chối tiếp nhận', en: 'Refuse' } },
  { act: 'take', from: [2], to: 4, by: 'case-officer', name: { vi: 'Nhận xử lý', en: 'Take' } },
  { act: 'finish', from: [4], to: 9, by: 'case-officer', name: { vi: 'Hoàn thành xử lý', en: 'Finish' } },
  { act: 'finish', from: [4], to: 9, by: 'leader', name: { vi: 'Hoàn thành xử lý', en: 'Finish' } },
  { act: 'report-progress', from: [4], to: 'same', by: 'system', name: { vi: 'Báo tiến độ', en: 'Report progress' } },
  { act: 'hand-over', from: [9], to: 10, by: 'one-stop-clerk', name: { vi: 'Trả kết quả', en: 'Hand over' } },
  { act: 'request-supplement', from: [1, 2], to: 5, by: 'one-stop-clerk', name: { vi: 'Yêu cầu bổ sung', en: 'Ask for more papers' } },
  { act: 'request-supplement', from: [4], to: 5, by: 'case-officer', name: { vi: 'Yêu cầu bổ sung', en: 'Ask for more papers' } },
  // back to where it was asked: of several rows for one act and status, the one to the status the dossier was held from
  { act: 'answer-supplement', from: [5], to: 1, by: 'citizen', name: { vi: 'Bổ sung giấy tờ', en: 'Answer' } },
  { act: 'answer-supplement', from: [5], to: 2, by: 'citizen', name: { vi: 'Bổ sung giấy tờ', en: 'Answer' } },
  { act: 'answer-supplement', from: [5], to: 4, by: 'citizen', name: { vi: 'Bổ sung giấy tờ', en: 'Answer' } },
  { act: 'request-payment', from: [1, 2], to: 6, by: 'one-stop-clerk', name: { vi: 'Yêu cầu nộp phí, lệ phí', en: 'Ask for payment' } },
  { act: 'request-payment', from: [4], to: 6, by: 'case-officer', name: { vi: 'Yêu cầu nộp phí, lệ phí', en: 'Ask for payment' } },
  ...([1, 2, 4] as const).flatMap((to) => [
    { act: 'record-payment', from: [6], to, by: 'one-stop-clerk', name: { vi: 'Thu tiền tại quầy', en: 'Take payment at the counter' } },
    { act: 'settle-payment', from: [6], to, by: 'system', name: { vi: 'Thanh toán trực tuyến', en: 'Paid through a gateway' } },
    { act: 'exempt-payment', from: [6], to, by: 'leader', name: { vi: 'Miễn phí, lệ phí', en: 'Exempt from payment' } },
  ] as const),
  // a fee that is collected at the return is asked for, and paid, while the result waits
  { act: 'request-payment', from: [9], to: 'same', by: 'one-stop-clerk', name: { vi: 'Yêu cầu nộp phí, lệ phí', en: 'Ask for payment' } },
  { act: 'record-payment', from: [9], to: 'same', by: 'one-stop-clerk', name: { vi: 'Thu tiền tại quầy', en: 'Take payment at the counter' } },
  { act: 'settle-payment', from: [9], to: 'same', by: 'system', name: { vi: 'Thanh toán trực tuyến', en: 'Paid through a gateway' } },
  { act: 'exempt-payment', from: [9], to: 'same', by: 'leader', name: { vi: 'Miễn phí, lệ phí', en: 'Exempt from payment' } },
  // money that comes while a leader has stopped the dossier pays it, and it stays stopped
  { act: 'settle-payment', from: [8], to: 'same', by: 'system', name: { vi: 'Thanh toán trực tuyến', en: 'Paid through a gateway' } },
  { act: 'stop', from: [2, 4, 5, 6], to: 8, by: 'leader', name: { vi: 'Dừng giải quyết', en: 'Stop' } },
  { act: 'resume', from: [8], to: 1, by: 'leader', name: { vi: 'Tiếp tục giải quyết', en: 'Go on' } },
  { act: 'resume', from: [8], to: 2, by: 'leader', name: { vi: 'Tiếp tục giải quyết', en: 'Go on' } },
  { act: 'resume', from: [8], to: 4, by: 'leader', name: { vi: 'Tiếp tục giải quyết', en: 'Go on' } },
  { act: 'extend', from: [2, 4], to: 'same', by: 'leader', name: { vi: 'Xin lỗi và hẹn lại', en: 'Extend' } },
  { act: 'transfer', from: [2, 4], to: 2, by: 'leader', name: { vi: 'Chuyển cơ quan khác', en: 'Transfer' } },
  { act: 'recompute', from: [2, 4], to: 'same', by: 'leader', name: { vi: 'Tính lại ngày hẹn', en: 'Recompute the date' } },
  { act: 'correct-result', from: [9, 10], to: 'same', by: 'leader', name: { vi: 'Đính chính kết quả', en: 'Correct the result' } },
  // the way through the agency's own steps stays inside the status, but the first step of work begins it
  { act: 'hand-on', from: [2, 4], to: 'same', by: 'step-owner', name: { vi: 'Chuyển bước', en: 'Hand on' } },
  { act: 'receive', from: [2], to: 4, by: 'step-owner', name: { vi: 'Nhận bước', en: 'Receive' } },
  // sent back before anybody began, it lies at the reception again, received and no more
  { act: 'receive', from: [2], to: 'same', by: 'step-owner', name: { vi: 'Nhận bước', en: 'Receive' } },
  { act: 'receive', from: [4, 9], to: 'same', by: 'step-owner', name: { vi: 'Nhận bước', en: 'Receive' } },
  { act: 'send-back', from: [2, 4], to: 'same', by: 'step-owner', name: { vi: 'Trả lại bước', en: 'Send back' } },
  { act: 'withdraw', from: [1, 2, 4, 5, 6, 8], to: 7, by: 'citizen', name: { vi: 'Rút hồ sơ', en: 'Withdraw' } },
  { act: 'succeed', from: [1, 2, 4, 5, 6, 8, 9], to: 'same', by: 'system', name: { vi: 'Cơ quan kế thừa giải quyết tiếp', en: 'Carried on by the successor' } },
] as const satisfies readonly Transition[];

/** The queue a dossier of a status waits in; in `paused` the clock stands. */
const queueByStatus: Partial<Record<DossierStatusCode, QueueName>> = { 1: 'to-accept', 2: 'to-take', 4: 'processing', 5: 'paused', 6: 'paused', 8: 'paused', 9: 'to-hand-over' };

export const queueOf = (status: DossierStatusCode): QueueName | undefined => queueByStatus[status];
export const queueNames: readonly QueueName[] = ['to-accept', 'to-take', 'processing', 'paused', 'to-hand-over'];

const rows: readonly Transition[] = transitions;

/** The rows of an act; an act done by several roles, or leading to several statuses, has several. */
export const rowsOf = (act: ActName): readonly Transition[] => {
  const found = rows.filter((row) => row.act === act);
  if (found.length === 0) throw new TypeError(`no transition for ${act}`);
  return found;
};

/** The status after a transition out of another. */
export const statusAfter = ({ to }: Pick<Transition, 'to'>, before: DossierStatusCode): DossierStatusCode => (to === 'same' ? before : to);

/** The row of an act that has one. */
export const transitionOf = (act: ActName): Transition => rowsOf(act)[0] as Transition;

const stepOwners: readonly DeskRole[] = ['one-stop-clerk', 'case-officer', 'leader'];

/** Who of the desk may do an act. */
export const deskRolesOf = (act: DeskActName): readonly DeskRole[] =>
  rowsOf(act).flatMap(({ by }) => (by === 'citizen' || by === 'system' ? [] : by === 'step-owner' ? stepOwners : [by]));

const openTo = (status: DossierStatusCode, roles: readonly string[]): readonly Transition[] => rows.filter((row) => row.from.includes(status) && roles.includes(row.by));

/** What may be done to a dossier of a status by someone holding these roles in its agency. */
export const allowedActs = (status: DossierStatusCode, roles: readonly string[]): DeskActName[] =>
  [...new Set(openTo(status, roles).flatMap(({ act, by }) => (by === 'citizen' || by === 'system' ? [] : [act as DeskActName])))];

/** What an applicant may do to an own dossier of a status. */
export const ownActs = (status: DossierStatusCode): OwnActName[] => [...new Set(openTo(status, ['citizen']).map(({ act }) => act as OwnActName))];
