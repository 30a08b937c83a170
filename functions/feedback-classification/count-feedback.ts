import type { ArrivedEvent, NotDone } from '../../shared/runtime/batch.ts';
import { RetryLater } from '../../shared/runtime/queue.ts';
import type { FeedbackStore, MapStore } from './ports.ts';

type Deps = { readonly feedback: Pick<FeedbackStore, 'load'>; readonly map: Pick<MapStore, 'count'> };

/**
 * Counts reports anew as they stand, each once for all the events of a batch: an event only says that something changed,
 * so that one that comes twice, late or out of order counts nothing twice. Gives the messages to be tried again.
 */
export const countFeedback = ({ feedback, map }: Deps) => async (arrived: readonly ArrivedEvent[]): Promise<NotDone> => {
  const notDone = new Map<string, unknown>();
  const byReport = Map.groupBy(arrived, ({ detail }) => (detail.data as { feedbackId: string }).feedbackId);
  for (const [feedbackId, messages] of byReport) {
    try {
      const record = await feedback.load(feedbackId);
      if (record !== undefined && !(await map.count(record))) throw new RetryLater('counted by another at the same time');
    } catch (error) {
      for (const { messageId } of messages) notDone.set(messageId, error);
    }
  }
  return notDone;
};
