import { allEvents } from '../../events/all-events.ts';
import { consumeTogether } from '../../shared/runtime/batch.ts';
import { prewarm } from '../../shared/runtime/prewarm.ts';
import { putLakeObject } from './deps.ts';
import { lakeColumnsOf } from './lake-row.ts';
import { writeLake } from './write-lake.ts';

await prewarm(() => allEvents.forEach(lakeColumnsOf));

export const handler = consumeTogether(allEvents, writeLake(putLakeObject()));
