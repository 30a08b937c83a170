import type { Queue } from '../../shared/contracts/dossier.ts';
import type { DeskTexts } from './messages.ts';

const names = { 'to-accept': 'queueToAccept', 'to-take': 'queueToTake', processing: 'queueProcessing', paused: 'queuePaused', 'to-hand-over': 'queueToHandOver' } as const satisfies Record<Queue, string>;
const empties = { 'to-accept': 'emptyToAccept', 'to-take': 'emptyToTake', processing: 'emptyProcessing', paused: 'emptyPaused', 'to-hand-over': 'emptyToHandOver' } as const satisfies Record<Queue, string>;

export const queueName = (queue: Queue, t: DeskTexts): string => t(names[queue]);
/** What an empty queue says: what it is, and what will be here. */
export const emptyTexts = (queue: Queue, t: DeskTexts): readonly [string, string] => [t(empties[queue]), t(`${empties[queue]}Text`)];
