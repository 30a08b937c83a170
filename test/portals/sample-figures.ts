import type { FigureRow, Figures, MonthlyFigures } from '../../shared/contracts/statistics.ts';
import { seeded } from '../fuzz/random.ts';
import { seedAgencies, seedProcedures } from './catalogue.ts';

const random = seeded(30);
const some = (most: number): number => random.below(most + 1);

const figuresOf = (received: number): Figures => {
  const released = Math.floor(received * 0.8);
  const late = some(Math.ceil(released * 0.06));
  const early = Math.floor((released - late) * 0.4);
  const online = Math.floor(received * 0.62);
  const post = some(Math.floor((received - online) / 6));
  const processing = Math.floor(received * 0.3);
  const overdue = some(Math.ceil(processing * 0.05));
  return { total: received + 9, carriedOver: 9, received, online, oneGate: received - online - post, post, level4: Math.floor(online / 2), level3: online - Math.floor(online / 2), processing, undue: processing - overdue, overdue, released, early, late, onTime: released - late - early, done: released, waiting: some(3) };
};

const rows: readonly FigureRow[] = seedAgencies.slice(1, 60).flatMap(({ code }) => seedProcedures.filter(() => random.chance(0.05)).slice(0, 3)
  .map(({ field, level }): FigureRow => ({ agency: code, field, level, figures: figuresOf(3 + some(code.length < 7 ? 400 : 90)) })));

const months = Array.from({ length: 13 }, (_, index) => `${2026 - (index > 10 ? 1 : 0)}-${String(((22 - index) % 12) + 1).padStart(2, '0')}`);

export const emptyMonth: MonthlyFigures & { revision: number } = { month: '2026-11', asOf: '2026-11-22T09:40:00.000Z', over: false, rows: [], months: ['2026-11'], trend: [{ month: '2026-11', figures: {} }], revision: 1 };
/** A month of a province at work; the numbers are made up for looking at pages. */
export const busyMonth: MonthlyFigures & { revision: number } = {
  ...emptyMonth, rows: [...rows], months, trend: months.toReversed().map((month) => ({ month, figures: figuresOf(2000 + some(2500)) })), revision: 3,
};
