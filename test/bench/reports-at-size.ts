import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { reportsLimits } from '../budgets/limits.ts';
import { milliseconds, rounded, type Figure } from './figure.ts';

const few = 10_000;
const many = 1_000_000;
type Told = Readonly<Record<string, { readonly p50: number; readonly p95: number; readonly refused: number }>>;
type Measured = { readonly small: Told; readonly large: Told; readonly junk: { readonly taken: number; readonly refused: number; readonly untold: number; readonly others: number; readonly lost: number; readonly p95: number }; readonly heap: number };

/**
 * What a report, a search, a list and a map cost with ten thousand and with a million reports stored: our own time, on a
 * table in memory, because the local AWS sorts a partition anew for every question and would be what is measured.
 */
export const reportsAtSize = (): Figure => {
  const said = execFileSync(process.execPath, ['--max-old-space-size=12000', '--max-semi-space-size=64', join(import.meta.dirname, 'reports-at-size.worker.ts'), String(few), String(many)], { encoding: 'utf8', maxBuffer: 1e8 });
  const measured = JSON.parse(said) as Measured;
  const { small, large, junk } = measured;
  const slowdown = (large['report']?.p95 ?? NaN) / (small['report']?.p95 ?? NaN);
  const errors = [...Object.values(small), ...Object.values(large)].reduce((sum, { refused }) => sum + refused, 0);
  return {
    title: 'A million reports, our own time', how: `${few.toLocaleString('en')} and ${many.toLocaleString('en')} reports of three years in a table in memory, 300 requests of each kind after 50`,
    lines: [
      { what: 'requests refused', value: String(errors), limit: '0', kept: errors === 0 },
      { what: 'reporting at a million against ten thousand', value: `${rounded(slowdown, 2)}x at p95`, limit: `${reportsLimits.slowdown}x`, kept: slowdown <= reportsLimits.slowdown },
      ...Object.entries(large).map(([kind, { p50, p95 }]) => ({ what: kind, value: `${milliseconds(p95)} p95`, limit: milliseconds(reportsLimits.milliseconds), kept: p95 <= reportsLimits.milliseconds, note: `${milliseconds(p50)} p50; at ten thousand ${milliseconds(small[kind]?.p95 ?? NaN)} p95` })),
      { what: '10,000 junk posts of three devices', value: `${junk.taken} taken, ${junk.refused} told when to come again, ${junk.untold} neither`, kept: junk.untold === 0 && junk.refused > 0 },
      { what: 'others meanwhile', value: `${milliseconds(junk.p95)} p95, ${junk.lost} of ${junk.others} lost`, limit: '0 lost', kept: junk.lost === 0 },
    ],
    data: measured,
  };
};
