import type { Role } from '../../../shared/contracts/access.ts';
import type { FeedbackQueue } from '../../../shared/contracts/feedback-desk.ts';
import type { FeedbackTask } from './address.ts';
import type { FeedbackTexts } from './texts.ts';

const work: readonly FeedbackQueue[] = ['to-take', 'mine', 'working', 'due-soon', 'overdue'];
/** Most urgent work first: what each role is there for. */
const queuesByRole: Partial<Record<Role, readonly FeedbackQueue[]>> = { dispatcher: ['inbox'], moderator: ['to-publish'], 'field-officer': work, leader: ['to-approve', ...work] };
const order: readonly FeedbackQueue[] = ['inbox', 'to-publish', 'to-approve', 'to-take', 'mine', 'working', 'due-soon', 'overdue'];

/** The queues that are work of somebody of these roles. */
export const queuesOf = (roles: readonly Role[]): FeedbackQueue[] => order.filter((queue) => roles.some((role) => queuesByRole[role]?.includes(queue) === true));
/** Rules are kept, and suggestions watched, where reports are sorted for the province. */
export const tasksOf = (roles: readonly Role[], sorts = false): FeedbackTask[] => [
  ...(roles.some((role) => role === 'field-officer' || role === 'leader') ? ['field' as const] : []), ...(roles.some((role) => role === 'hotline-operator' || role === 'dispatcher') ? ['hotline' as const] : []),
  ...(sorts && roles.some((role) => role === 'dispatcher' || role === 'leader') ? ['rules' as const, 'learning' as const] : []),
];

const names = { inbox: 'queueInbox', 'to-take': 'queueToTake', mine: 'queueMine', working: 'queueWorking', 'due-soon': 'queueDueSoon', overdue: 'queueOverdue', 'to-approve': 'queueToApprove', 'to-publish': 'queueToPublish' } as const satisfies Record<FeedbackQueue, string>;
export const queueName = (queue: FeedbackQueue, t: FeedbackTexts): string => t(names[queue]);
const empties = { inbox: 'emptyInbox', 'to-take': 'emptyToTake', mine: 'emptyMine', working: 'emptyWorking', 'due-soon': 'emptyDueSoon', overdue: 'emptyOverdue', 'to-approve': 'emptyToApprove', 'to-publish': 'emptyToPublish' } as const satisfies Record<FeedbackQueue, string>;
export const emptyText = (queue: FeedbackQueue, t: FeedbackTexts): string => t(empties[queue]);
const taskNames = { hotline: 'taskHotline', field: 'taskField', rules: 'taskRules', learning: 'taskLearning' } as const satisfies Record<FeedbackTask, string>;
export const taskName = (task: FeedbackTask, t: FeedbackTexts): string => t(taskNames[task]);
