import { RetryLater } from '../../shared/runtime/queue.ts';
import { boardOf } from './board.ts';
import type { BoardStore } from './board.repository.ts';
import type { CounterStore } from './counter-ports.ts';
import { monthOf } from './counting.ts';

export type BoardDeps = { readonly counters: Pick<CounterStore, 'open' | 'cells'>; readonly boards: BoardStore };

const ATTEMPTS = 8;
/** This month and the one before it. */
const lately = (now: Date): string[] => {
  const month = monthOf(now.toISOString());
  const before = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)) - 2, 15));
  return [monthOf(before.toISOString()), month];
};

/**
 * Works out the boards of these agencies anew, after what concerns them was counted. What stands last was read last: the
 * version is taken before the dossiers are read, and of two at once one reads again.
 */
export const refreshBoards = ({ counters, boards }: BoardDeps) => async (generation: number, agencies: Iterable<string>, now: Date): Promise<void> => {
  for (const agency of agencies) {
    for (let attempt = 1; ; attempt++) {
      const seen = (await boards.get(agency))?.version ?? 0;
      const [open, ...cells] = await Promise.all([counters.open(generation, agency), ...lately(now).map(async (month) => [month, await counters.cells(generation, month, agency)] as const)]);
      if (await boards.put(boardOf(agency, now.toISOString(), { open, months: new Map(cells) }), seen)) break;
      if (attempt === ATTEMPTS) throw new RetryLater('others keep refreshing the same board');
    }
  }
};
