import { FiguresPublishedV1 } from '../../events/procedure-submission/figures-published.v1.ts';
import type { MonthlyFigures } from '../../shared/contracts/statistics.ts';
import { newEvent } from '../../shared/runtime/outbox.ts';
import { ALL_MONTHS } from './counters.keys.ts';
import type { CounterStore } from './counter-ports.ts';
import { dossierStatus } from '../../shared/kernel/dossier-status.ts';
import type { FigureStore } from './figures-ports.ts';
import { type Held, monthlyFigures } from './monthly-figures.ts';

export type PublishFiguresDeps = { readonly counters: Pick<CounterStore, 'state' | 'months' | 'cells' | 'open'>; readonly figures: FigureStore; /** short digest of a text */ readonly printOf: (text: string) => string };

/** So old may the figures of the running month be while nothing happens. */
const FRESH_FOR = 60 * 60_000;

const heldNow = async (deps: PublishFiguresDeps, now: Date): Promise<Held> => {
  const { counters } = deps;
  const { current } = await counters.state();
  const months = await counters.months(current);
  const [all, byMonth] = await Promise.all([
    counters.cells(current, ALL_MONTHS), Promise.all(months.map(async (month) => [month, await counters.cells(current, month)] as const)),
  ]);
  const agencies = [...new Set(all.filter(({ counts }) => (counts.running ?? 0) > 0).map(({ agency }) => agency))];
  const due = await Promise.all(agencies.map(async (agency) => counters.open(current, agency, now)));
  // a rebuild put other counters in their place meanwhile, and sweeps these
  if ((await counters.state()).current !== current) return heldNow(deps, now);
  return { now, all, byMonth: new Map(byMonth), overdueNow: due.flat().filter(({ status }) => dossierStatus(status).reportedAs === 'processing') };
};

const contentOf = ({ asOf: _time, ...content }: MonthlyFigures): string => JSON.stringify(content);

/**
 * Publishes the months whose figures changed since they were last published, and the running month once an hour in any
 * case, so that its time shows that somebody looked. Gives how many months were read and published.
 */
export const publishFigures = (deps: PublishFiguresDeps) => async ({ now, correlationId }: { now: Date; correlationId: string }): Promise<{ months: number; published: number }> => {
  const [held, before] = await Promise.all([heldNow(deps, now), deps.figures.list()]);
  const every = monthlyFigures(held);
  let published = 0;
  for (const figures of every) {
    const last = before.find(({ month }) => month === figures.month);
    const print = deps.printOf(contentOf(figures));
    const stale = !figures.over && now.getTime() - Date.parse(last?.asOf ?? '') > FRESH_FOR;
    if (last?.print === print && !stale) continue;
    const mark = { month: figures.month, asOf: figures.asOf, revision: (last?.revision ?? 0) + 1, print };
    const event = newEvent(FiguresPublishedV1, { reportMonth: mark.month, revision: mark.revision, asOf: mark.asOf }, { actor: 'system', correlationId, causationId: correlationId, now });
    if (await deps.figures.publish(figures, mark, event)) published += 1;
  }
  return { months: every.length, published };
};
