import type { FeedbackState } from '../../shared/kernel/feedback-state.ts';
import type { Localised } from '../../shared/kernel/localised.ts';

export type DeskRole = 'dispatcher' | 'field-officer' | 'leader' | 'moderator';
export type DeskActName = 'accept' | 'route' | 'change' | 'merge' | 'split' | 'refuse' | 'assign' | 'take' | 'hand-back' | 'report-progress' | 'extend' | 'answer' | 'approve' | 'send-back' | 'publish' | 'return-answer';
export type ReporterActName = 'report' | 'add' | 'rate' | 'reopen' | 'forget';
export type ProvinceActName = 'close' | 'hand-out' | 'release' | 'destroy';
export type ActName = DeskActName | ReporterActName | ProvinceActName;

export type Transition = {
  readonly act: ActName;
  readonly from: readonly FeedbackState[];
  /** `same`: a fact of its own that leaves the state where it is */
  readonly to: FeedbackState | 'same';
  readonly by: DeskRole | 'reporter' | 'system';
  readonly name: Localised;
};

/** What the dispatcher sorts, and what the agency works on. */
const sorting = ['NEW', 'TRIAGED', 'RETURNED', 'REOPENED'] as const;
const working = ['ASSIGNED', 'IN_PROGRESS'] as const;

/** The whole truth about what may follow what: write condition, what a desk offers, and the diagram come from these rows. */
export const transitions = [
  { act: 'report', from: [], to: 'NEW', by: 'reporter', name: { vi: 'Gửi phản ánh', en: 'Report' } },
  // what a messenger brings in a second message
  { act: 'add', from: ['NEW'], to: 'same', by: 'reporter', name: { vi: 'Gửi thêm', en: 'Send more of it' } },
  { act: 'accept', from: ['NEW'], to: 'TRIAGED', by: 'dispatcher', name: { vi: 'Tiếp nhận', en: 'Let in' } },
  { act: 'refuse', from: sorting, to: 'REJECTED', by: 'dispatcher', name: { vi: 'Không tiếp nhận', en: 'Refuse' } },
  { act: 'merge', from: [...sorting, ...working], to: 'REJECTED', by: 'dispatcher', name: { vi: 'Gộp với phản ánh khác', en: 'Join with another' } },
  { act: 'route', from: ['TRIAGED', 'RETURNED', 'REOPENED'], to: 'ASSIGNED', by: 'dispatcher', name: { vi: 'Chuyển xử lý', en: 'Pass on' } },
  { act: 'split', from: ['TRIAGED', 'RETURNED', 'REOPENED'], to: 'IN_PROGRESS', by: 'dispatcher', name: { vi: 'Giao nhiều cơ quan', en: 'Split' } },
  { act: 'change', from: [...sorting, ...working, 'ANSWERED', 'IN_REVIEW'], to: 'same', by: 'dispatcher', name: { vi: 'Sửa phân loại', en: 'Correct' } },
  // a task of a split report is born where it is to be done
  { act: 'hand-out', from: [], to: 'ASSIGNED', by: 'system', name: { vi: 'Giao phần việc', en: 'Hand a task out' } },
  { act: 'assign', from: working, to: 'same', by: 'leader', name: { vi: 'Giao cán bộ', en: 'Give to a person' } },
  { act: 'take', from: ['ASSIGNED'], to: 'IN_PROGRESS', by: 'field-officer', name: { vi: 'Nhận xử lý', en: 'Take up' } },
  { act: 'take', from: ['ASSIGNED'], to: 'IN_PROGRESS', by: 'leader', name: { vi: 'Nhận xử lý', en: 'Take up' } },
  { act: 'hand-back', from: working, to: 'RETURNED', by: 'field-officer', name: { vi: 'Chuyển lại', en: 'Hand back' } },
  { act: 'hand-back', from: working, to: 'RETURNED', by: 'leader', name: { vi: 'Chuyển lại', en: 'Hand back' } },
  // whoever had it in hand has no post there any more
  { act: 'release', from: working, to: 'ASSIGNED', by: 'system', name: { vi: 'Trả về chờ nhận', en: 'Lay back to be taken' } },
  { act: 'report-progress', from: ['IN_PROGRESS'], to: 'same', by: 'field-officer', name: { vi: 'Báo tiến độ', en: 'Say how far it is' } },
  { act: 'report-progress', from: ['IN_PROGRESS'], to: 'same', by: 'leader', name: { vi: 'Báo tiến độ', en: 'Say how far it is' } },
  { act: 'extend', from: working, to: 'same', by: 'leader', name: { vi: 'Gia hạn', en: 'Extend' } },
  { act: 'answer', from: ['IN_PROGRESS'], to: 'ANSWERED', by: 'field-officer', name: { vi: 'Trả lời', en: 'Answer' } },
  { act: 'answer', from: ['IN_PROGRESS'], to: 'ANSWERED', by: 'leader', name: { vi: 'Trả lời', en: 'Answer' } },
  { act: 'send-back', from: ['ANSWERED'], to: 'IN_PROGRESS', by: 'leader', name: { vi: 'Trả lại để xử lý tiếp', en: 'Have it done again' } },
  { act: 'approve', from: ['ANSWERED'], to: 'IN_REVIEW', by: 'leader', name: { vi: 'Duyệt câu trả lời', en: 'Let the answer out' } },
  { act: 'return-answer', from: ['IN_REVIEW'], to: 'IN_PROGRESS', by: 'moderator', name: { vi: 'Yêu cầu sửa trước khi công khai', en: 'Not fit for the public' } },
  { act: 'publish', from: ['IN_REVIEW'], to: 'PUBLISHED', by: 'moderator', name: { vi: 'Công khai kết quả', en: 'Publish' } },
  { act: 'rate', from: ['PUBLISHED', 'CLOSED'], to: 'same', by: 'reporter', name: { vi: 'Đánh giá', en: 'Rate' } },
  { act: 'reopen', from: ['PUBLISHED'], to: 'REOPENED', by: 'reporter', name: { vi: 'Yêu cầu xử lý lại', en: 'Reopen' } },
  { act: 'forget', from: [...sorting, ...working, 'ANSWERED', 'IN_REVIEW', 'PUBLISHED', 'CLOSED', 'REJECTED'], to: 'same', by: 'reporter', name: { vi: 'Xóa dữ liệu người gửi', en: 'Forget who sent it' } },
  { act: 'destroy', from: ['REJECTED', 'CLOSED'], to: 'same', by: 'system', name: { vi: 'Hủy theo thời hạn lưu', en: 'Destroy by retention' } },
  { act: 'close', from: ['PUBLISHED'], to: 'CLOSED', by: 'system', name: { vi: 'Đóng', en: 'Close' } },
] as const satisfies readonly Transition[];

export type QueueName = 'inbox' | 'to-take' | 'working' | 'to-approve' | 'to-publish';
const queueByState: Partial<Record<FeedbackState, QueueName>> = {
  NEW: 'inbox', TRIAGED: 'inbox', RETURNED: 'inbox', REOPENED: 'inbox', ASSIGNED: 'to-take', IN_PROGRESS: 'working', ANSWERED: 'to-approve', IN_REVIEW: 'to-publish',
};
export const queueOf = (state: FeedbackState): QueueName | undefined => queueByState[state];
export const queueNames: readonly QueueName[] = ['inbox', 'to-take', 'working', 'to-approve', 'to-publish'];

const rows: readonly Transition[] = transitions;
/** The rows of an act; one that several roles may do has several. */
export const rowsOf = (act: ActName): readonly Transition[] => rows.filter((row) => row.act === act);
export const stateAfter = ({ to }: Pick<Transition, 'to'>, before: FeedbackState): FeedbackState => (to === 'same' ? before : to);
/** Whose work an act is: that of the place that sorts for the province, or that of the agency it was passed to. */
export const isSortingAct = (act: ActName): boolean => rowsOf(act).some(({ by }) => by === 'dispatcher' || by === 'moderator');
/** Who of the desk may do an act. */
export const rolesOf = (act: ActName): readonly DeskRole[] => rowsOf(act).flatMap(({ by }) => (by === 'reporter' || by === 'system' ? [] : [by]));
/** What someone of these roles may do in a state. */
export const openActs = (state: FeedbackState, roles: readonly string[]): ActName[] =>
  [...new Set(rows.filter((row) => row.from.includes(state) && roles.includes(row.by)).map(({ act }) => act))];
