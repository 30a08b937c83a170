import { expect } from 'vitest';
import { GetQueue } from '../../../shared/contracts/desk-queues.ts';
import type { Api } from '../support/desk.ts';
import { dueAt, holderOf, holdersOf, queueOf, statusOf, type Life } from './life.ts';
import { officerOf } from './people.ts';

const queues = ['to-accept', 'to-take', 'processing', 'paused', 'to-hand-over'];
type Page = { readonly items: readonly { dossierId: string; dueAt?: string }[]; readonly counts: Readonly<Record<string, number>> };

/** Every dossier waits in its queue of the agency it lies with, with its date, and nowhere else; the counts say so too. */
export const queuesAgree = async (call: Api, held: readonly { readonly dossierId: string; readonly life: Life }[]): Promise<void> => {
  const everywhere = new Set(held.flatMap(({ life }) => holdersOf(life.diary)));
  for (const agency of everywhere) {
    const pages = await Promise.all(queues.map(async (queue) => (await call(GetQueue, officerOf(agency, 'one-stop-clerk'), { params: { agencyCode: agency, queue }, query: { limit: '100' } })).body as unknown as Page));
    for (const [place, queue] of queues.entries()) {
      const here = held.filter(({ life }) => holderOf(life) === agency && queueOf(statusOf(life)) === queue);
      const { items, counts } = pages[place] as Page;
      expect({ agency, queue, rows: items.map(({ dossierId, dueAt: due }) => `${dossierId} ${due ?? ''}`).toSorted(), count: counts[queue] })
        .toEqual({ agency, queue, rows: here.map(({ dossierId, life }) => `${dossierId} ${dueAt(life)?.toISOString() ?? ''}`).toSorted(), count: here.length });
    }
  }
};
