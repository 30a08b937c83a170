import { GetQueue } from '../../shared/contracts/desk-queues.ts';
import type { Officer } from '../../shared/runtime/actor.ts';
import { tables } from '../../shared/tables/table-spec.ts';
import type { Province } from '../../infra/local/province.ts';
import { busyQueueOwnMilliseconds as limit } from '../budgets/limits.ts';
import { seeded } from '../fuzz/random.ts';
import { apiOn, depsOn } from '../procedure-submission/support/desk.ts';
import { caseOfficer, now } from '../procedure-submission/support/dossiers.ts';
import { fillQueues, type Crowd } from '../procedure-submission/support/many-waiting.ts';
import { createTable } from '../support/table.ts';
import { median, milliseconds, rounded, type Figure } from './figure.ts';

const busy = 'H30.20.01';
const agencies = Array.from({ length: 97 }, (_, n) => `H30.${30 + Math.floor(n / 10)}.${String(n % 10).padStart(2, '0')}`);
const officer: Officer = { ...caseOfficer, subject: 'can-bo-3', posts: [{ agency: busy, role: 'case-officer', from: '2020-01-01' }] };

/** 3,000 in one queue of the busiest agency, 97,000 in the queues of the others: 100,000 dossiers that wait. */
const crowds: readonly Crowd[] = [
  { agency: busy, queue: 'processing', many: 3000 },
  ...agencies.flatMap((agency): Crowd[] => [{ agency, queue: 'to-accept', many: 100 }, { agency, queue: 'to-take', many: 200 }, { agency, queue: 'paused', many: 300 }, { agency, queue: 'to-hand-over', many: 400 }]),
];

/** The queue as the desk asks for it, in every way a page of it is cut. */
const questions = {
  'first page of 3,000': { queue: 'processing', query: { limit: '100' } },
  'mine of 3,000': { queue: 'mine', query: { limit: '100' } },
  'overdue of 3,000': { queue: 'overdue', query: { limit: '100' } },
  'due soon of 3,000': { queue: 'due-soon', query: { limit: '100' } },
  'one procedure by post of 3,000': { queue: 'processing', query: { limit: '100', procedure: '1.000656', channel: 'post' } },
} as const;

export const busyQueue = async ({ endpoint }: Pick<Province, 'endpoint'>): Promise<Figure> => {
  const store = await createTable(tables['procedure-submission'], endpoint);
  const begun = performance.now();
  const rows = await fillQueues({ client: store.client, table: store.table.name }, crowds, { now, random: seeded(7) });
  const filled = (performance.now() - begun) / 1000;
  const call = apiOn(depsOn(store.table));
  const figures: Record<string, { own: number; all: number }> = {};
  for (const [name, { queue, query }] of Object.entries(questions)) {
    const times: { own: number; all: number }[] = [];
    for (let round = 0; round < 12; round++) {
      const { status, took } = await call(GetQueue, officer, { params: { agencyCode: busy, queue }, query });
      if (status !== 200) throw new Error(`${name}: ${status}`);
      times.push({ own: took.total - took.aws, all: took.total });
    }
    // the first calls compile
    figures[name] = { own: rounded(median(times.slice(2).map(({ own }) => own))), all: rounded(median(times.slice(2).map(({ all }) => all))) };
  }
  await store.drop();
  return {
    title: 'A page of a busy queue, our own time', how: `100,000 dossiers waiting in the province, 3,000 of them in one queue (${rows} rows, filled in ${Math.round(filled)} s), median of 10`,
    lines: Object.entries(figures).map(([what, { own, all }]) => ({ what, value: milliseconds(own), limit: milliseconds(limit), kept: own <= limit, note: `${milliseconds(all)} with the local AWS` })),
    data: { rows, figures },
  };
};
