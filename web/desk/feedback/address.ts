import type { FeedbackQueue } from '../../../shared/contracts/feedback-desk.ts';

export type FeedbackTask = 'hotline' | 'field' | 'rules' | 'learning';
/** Everything that decides what the page of reports shows; it lives in the address. */
export type FeedbackAddress = {
  readonly agency?: string | undefined;
  readonly queue?: FeedbackQueue | undefined;
  readonly report?: string | undefined;
  /** instead of a queue */
  readonly task?: FeedbackTask | undefined;
  readonly category?: string | undefined;
  readonly area?: string | undefined;
};

const queueSlugs = {
  inbox: 'tiep-nhan', 'to-take': 'cho-nhan', mine: 'cua-toi', working: 'dang-xu-ly', 'due-soon': 'sap-den-han', overdue: 'qua-han', 'to-approve': 'cho-duyet', 'to-publish': 'cho-cong-khai',
} as const satisfies Record<FeedbackQueue, string>;
const taskSlugs = { hotline: 'tong-dai', field: 'hien-truong', rules: 'quy-tac', learning: 'goi-y' } as const satisfies Record<FeedbackTask, string>;

const keyOf = <K extends string>(slugs: Record<K, string>, slug: string | null): K | undefined => (Object.keys(slugs) as K[]).find((key) => slugs[key] === slug);
const matching = (text: string | null, shape: RegExp): string | undefined => (text !== null && shape.test(text) ? text : undefined);

/** What an address asks for; anything it does not understand is left out. */
export const readFeedbackAddress = (text: string): FeedbackAddress => {
  const asked = new URLSearchParams(text.split('#', 1)[0]);
  return {
    agency: asked.get('co-quan') ?? undefined, queue: keyOf(queueSlugs, asked.get('phan-anh')), task: keyOf(taskSlugs, asked.get('phan-anh')), report: matching(asked.get('ma'), /^fbk_[0-9A-Z]{26}$/),
    category: matching(asked.get('loai'), /^[a-z][a-z-]{1,40}$/), area: matching(asked.get('dia-ban'), /^\d{5}$/),
  };
};

export const writeFeedbackAddress = ({ agency, queue, task, report, category, area }: FeedbackAddress): string => {
  const parts: [string, string | undefined][] = [['co-quan', agency], ['ma', report], ['loai', category], ['dia-ban', area]];
  return `?${new URLSearchParams([['phan-anh', task !== undefined ? taskSlugs[task] : queue === undefined ? '' : queueSlugs[queue]], ...parts.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))]).toString()}`;
};
