import { GetQueue, GetQueueCounts, ListDeskOfficers } from '../../shared/contracts/desk-queues.ts';
import { on } from '../../shared/runtime/http.ts';
import { officerOf } from './callers.ts';
import type { DossierDeps } from './dossier-deps.ts';
import { countQueues, listOfficers, listQueue } from './list-queue.ts';
import { queueRow } from './views.ts';

/** What answers the routes of the desk's lists. */
export const queueHandlers = (deps: Pick<DossierDeps, 'queues' | 'directory'>) => {
  const [list, count, officers] = [listQueue(deps), countQueues(deps), listOfficers(deps)];
  return [
    on(GetQueue, async ({ params, query, actor, now }) => {
      const listed = await list({ agency: params.agencyCode, queue: params.queue, ...query }, officerOf(actor), now);
      return { ...listed, items: listed.items.map(queueRow) };
    }),
    on(GetQueueCounts, async ({ params, actor, now }) => ({ counts: await count(params.agencyCode, officerOf(actor), now) })),
    on(ListDeskOfficers, async ({ params, actor, now }) => ({ items: await officers(params.agencyCode, officerOf(actor), now) })),
  ];
};
