import * as z from 'zod';
import type { Localised } from './localised.ts';

interface FeedbackStateRow {
  readonly state: string;
  readonly name: Localised;
  /** what other systems are told: Open311 knows no more */
  readonly open: boolean;
  /** No transition leaves it. */
  readonly terminal: boolean;
}

/** The states of a report from a scene (domain list 13.4), in the order a report walks them. */
export const feedbackStates = [
  { state: 'NEW', name: { vi: 'Mới gửi', en: 'New' }, open: true, terminal: false },
  { state: 'TRIAGED', name: { vi: 'Đã tiếp nhận', en: 'Received' }, open: true, terminal: false },
  { state: 'REJECTED', name: { vi: 'Không tiếp nhận', en: 'Not taken up' }, open: false, terminal: true },
  { state: 'ASSIGNED', name: { vi: 'Đã chuyển xử lý', en: 'Passed to an agency' }, open: true, terminal: false },
  { state: 'IN_PROGRESS', name: { vi: 'Đang xử lý', en: 'In progress' }, open: true, terminal: false },
  { state: 'RETURNED', name: { vi: 'Chuyển lại', en: 'Handed back' }, open: true, terminal: false },
  { state: 'ANSWERED', name: { vi: 'Đã có kết quả', en: 'Answered' }, open: true, terminal: false },
  { state: 'IN_REVIEW', name: { vi: 'Kiểm duyệt công khai', en: 'Checked before publication' }, open: true, terminal: false },
  { state: 'PUBLISHED', name: { vi: 'Đã công khai kết quả', en: 'Answer published' }, open: false, terminal: false },
  { state: 'CLOSED', name: { vi: 'Đã đóng', en: 'Closed' }, open: false, terminal: false },
  { state: 'REOPENED', name: { vi: 'Mở lại', en: 'Reopened' }, open: true, terminal: false },
] as const satisfies readonly FeedbackStateRow[];

export const FeedbackState = /* @__PURE__ */ z
  .enum(feedbackStates.map(({ state }) => state) as [FeedbackStateName, ...FeedbackStateName[]])
  .meta({ title: 'State of a report', examples: ['NEW'] });
type FeedbackStateName = (typeof feedbackStates)[number]['state'];
export type FeedbackState = z.infer<typeof FeedbackState>;

const byState = new Map<string, FeedbackStateRow>(feedbackStates.map((row) => [row.state, row]));
export const nameOfFeedbackState = (state: FeedbackState): Localised => byState.get(state)?.name ?? { vi: state, en: state };
export const isOpenFeedback = (state: FeedbackState): boolean => byState.get(state)?.open === true;
