import type { Queue } from '../../shared/contracts/dossier.ts';
import type { Role } from '../../shared/contracts/access.ts';
import { queues } from './address.ts';
import type { DeskTask } from './address.ts';
import type { DeskTexts } from './messages.ts';

const names = { 'to-accept': 'queueToAccept', 'to-take': 'queueToTake', mine: 'queueMine', processing: 'queueProcessing', 'due-soon': 'queueDueSoon', overdue: 'queueOverdue', paused: 'queuePaused', 'to-hand-over': 'queueToHandOver' } as const satisfies Record<Queue, string>;
const empties = { 'to-accept': 'emptyToAccept', 'to-take': 'emptyToTake', mine: 'emptyMine', processing: 'emptyProcessing', 'due-soon': 'emptyDueSoon', overdue: 'emptyOverdue', paused: 'emptyPaused', 'to-hand-over': 'emptyToHandOver' } as const satisfies Record<Queue, string>;

/** The lists of a desk: who takes no dossiers has none of her own. */
export const queuesFor = (roles: readonly Role[]): Queue[] => queues.filter((queue) => queue !== 'mine' || roles.includes('case-officer'));

/** What an officer of these roles can open beside the lists, by name. */
export const tasksFor = (roles: readonly Role[], t: DeskTexts): (readonly [DeskTask, string])[] => [
  ...(roles.includes('one-stop-clerk') ? [['counter', t('taskCounter')] as const] : []), ['passed-on', t('taskPassedOn')],
];

export const queueName = (queue: Queue, t: DeskTexts): string => t(names[queue]);
/** What an empty queue says: what it is, and what will be here. */
export const emptyTexts = (queue: Queue, t: DeskTexts): readonly [string, string] => [t(empties[queue]), t(`${empties[queue]}Text`)];
