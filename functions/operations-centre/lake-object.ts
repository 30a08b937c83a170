import { createHash } from 'node:crypto';
import { lakeDayFolder } from '../../events/lake-columns.ts';
import { localDate } from '../../shared/kernel/vietnam-time.ts';
import type { ArrivedEvent } from '../../shared/runtime/batch.ts';
import { lakeRow } from './lake-row.ts';

/** One file of the lake, and the messages that are done once it stands. */
export interface LakeObject {
  readonly key: string;
  /** JSON lines in the order of the event ids */
  readonly body: string;
  readonly messageIds: readonly string[];
}

const fingerprint = (eventIds: readonly string[]): string => createHash('sha256').update(eventIds.join('\n')).digest('hex').slice(0, 16);

const asObject = (folder: string, arrived: readonly ArrivedEvent[]): LakeObject => {
  const byId = new Map(arrived.map((event) => [event.detail.id, event]));
  const eventIds = [...byId.keys()].toSorted();
  const lines = eventIds.map((id) => byId.get(id)).filter((event) => event !== undefined)
    .map(({ definition, detail }) => JSON.stringify(lakeRow(definition, detail)));
  return {
    key: `${folder}${eventIds[0]}-${fingerprint(eventIds)}.json`,
    body: `${lines.join('\n')}\n`,
    messageIds: arrived.map(({ messageId }) => messageId),
  };
};

/**
 * One object per event version and local day. The key follows from the events in it, so the same batch delivered
 * again writes the same object; the same event in two different batches is made one by `event_id` when it is read.
 */
export const lakeObjects = (arrived: readonly ArrivedEvent[]): readonly LakeObject[] => {
  const groups = Map.groupBy(arrived, ({ definition, detail }) => lakeDayFolder(definition, localDate(new Date(detail.time))));
  return [...groups].map(([folder, events]) => asObject(folder, events));
};
