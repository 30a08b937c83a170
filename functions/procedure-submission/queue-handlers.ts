import { GetDueCounts, GetQueue, GetQueueCounts, ListDeskOfficers, ListPassedOn, type PassedOnRow } from '../../shared/contracts/desk-queues.ts';
import { postFor } from '../../shared/runtime/actor.ts';
import { on } from '../../shared/runtime/http.ts';
import { officerOf } from '../../shared/runtime/callers.ts';
import { deskRoles } from './desk-rights.ts';
import type { DossierDeps } from './dossier-deps.ts';
import { countDue, countQueues, listOfficers, listQueue } from './list-queue.ts';
import type { PassedOn } from './passed-on.repository.ts';
import { queueRow } from './views.ts';

const passedOnRow = ({ dossier: { filed, standing: { number, business, dueAt, finishedAt, verdict } }, transferredAt, to }: PassedOn): PassedOnRow => ({
  dossierId: filed.dossierId, trackingCode: filed.trackingCode, procedure: { code: filed.procedure.code, name: filed.procedure.name }, applicantName: filed.applicant.name, status: business, transferredAt, to,
  ...(number === undefined ? {} : { number }), ...(dueAt === undefined ? {} : { dueAt }), ...(finishedAt === undefined ? {} : { finishedAt }), ...(verdict === undefined ? {} : { verdict }),
});

/** What answers the routes of the desk's lists. */
export const queueHandlers = (deps: Pick<DossierDeps, 'queues' | 'directory' | 'passedOn'>) => {
  const [list, count, due, officers] = [listQueue(deps), countQueues(deps), countDue(deps), listOfficers(deps)];
  return [
    on(GetQueue, async ({ params, query, actor, now }) => {
      const listed = await list({ agency: params.agencyCode, queue: params.queue, ...query }, officerOf(actor), now);
      return { ...listed, items: listed.items.map(queueRow) };
    }),
    on(GetQueueCounts, async ({ params, actor, now }) => ({ counts: await count(params.agencyCode, officerOf(actor), now) })),
    on(GetDueCounts, async ({ params, actor, now }) => ({ counts: await due(params.agencyCode, officerOf(actor), now) })),
    on(ListPassedOn, async ({ params, query, actor, now }) => {
      postFor(officerOf(actor), params.agencyCode, deskRoles, now);
      const page = await deps.passedOn.list(params.agencyCode, query.cursor);
      return { ...page, items: page.items.map(passedOnRow) };
    }),
    on(ListDeskOfficers, async ({ params, actor, now }) => ({ items: await officers(params.agencyCode, officerOf(actor), now) })),
  ];
};
