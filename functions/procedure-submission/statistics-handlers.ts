import { GetStatistics, ListStatistics } from '../../shared/contracts/statistics.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import { on } from '../../shared/runtime/http.ts';
import type { FigureStore } from './figures-ports.ts';

/** What answers anyone who asks for figures: only what was published before. */
export const statisticsHandlers = ({ figures }: { readonly figures: Pick<FigureStore, 'list' | 'get'> }) => [
  on(ListStatistics, async () => ({ items: (await figures.list()).map(({ month, asOf, revision }) => ({ month, asOf, revision })) })),
  on(GetStatistics, async ({ params }) => {
    const found = await figures.get(params.month);
    if (found === undefined) throw new DomainError('not-found');
    return found;
  }),
];
