import type { ArrivedEvent, NotDone } from '../../shared/runtime/batch.ts';
import { lakeObjects } from './lake-object.ts';
import type { PutLakeObject } from './ports.ts';

/** Writes a batch into the lake. The messages of a file that failed come again; the other files stand. */
export const writeLake = (put: PutLakeObject) => async (arrived: readonly ArrivedEvent[]): Promise<NotDone> => {
  const objects = lakeObjects(arrived);
  const outcomes = await Promise.allSettled(objects.map((object) => put(object)));
  return new Map(objects.flatMap(({ messageIds }, i) => {
    const outcome = outcomes[i];
    return outcome?.status === 'rejected' ? messageIds.map((id) => [id, outcome.reason] as const) : [];
  }));
};
