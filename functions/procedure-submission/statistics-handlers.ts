import { GetBoard, GetStatistics, ListStatistics } from '../../shared/contracts/statistics.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import { on } from '../../shared/runtime/http.ts';
import { postFor } from '../../shared/runtime/actor.ts';
import { type Board, seenBoard } from './board.ts';
import type { BoardStore } from './board.repository.ts';
import type { FigureStore } from './figures-ports.ts';
import { soonUntil } from './list-queue.ts';
import type { Directory } from './ports.ts';

type Deps = { readonly figures: Pick<FigureStore, 'list' | 'get'>; readonly boards: Pick<BoardStore, 'get'>; readonly directory: Pick<Directory, 'calendar'> };

const emptyBoard = (agency: string, now: Date): Board => ({ agency, changedAt: now.toISOString(), groups: [], months: {} });

/** What answers who asks for figures: only what was worked out before. The board is for the leaders of its agency. */
export const statisticsHandlers = ({ figures, boards, directory }: Deps) => [
  on(GetBoard, async ({ params, actor, now }) => {
    const { agencyCode } = params;
    postFor(actor, agencyCode, ['leader'], now);
    const [held, soon] = await Promise.all([boards.get(agencyCode), soonUntil(directory, now)]);
    const board = held?.board ?? emptyBoard(agencyCode, now);
    return {
      agency: agencyCode, changedAt: board.changedAt, asOf: now.toISOString(), dueSoonUntil: soon,
      groups: seenBoard(board, now, new Date(soon)).map(({ officer, ...group }) => ({ ...group, ...(officer === undefined ? {} : { officer: { officerId: officer.id, name: officer.name } }) })),
      months: Object.entries(board.months).map(([month, { received = 0, released = 0, early = 0, onTime = 0, late = 0 }]) => ({ month, received, released, early, onTime, late })),
    };
  }),
  on(ListStatistics, async () => ({ items: (await figures.list()).map(({ month, asOf, revision }) => ({ month, asOf, revision })) })),
  on(GetStatistics, async ({ params }) => {
    const found = await figures.get(params.month);
    if (found === undefined) throw new DomainError('not-found');
    return found;
  }),
];
