import { boardOf, seenBoard } from '../../functions/procedure-submission/board.ts';
import type { Cell, OpenDossierRow } from '../../functions/procedure-submission/counter-ports.ts';
import { levels } from '../../functions/procedure-submission/counter-measures.ts';
import { partOf, shareOf, sumOf } from '../../functions/procedure-submission/counting.ts';
import { monthlyFigures } from '../../functions/procedure-submission/monthly-figures.ts';
import type { Dossier } from '../../functions/procedure-submission/dossier.ts';
import { boardMilliseconds, countMicroseconds, figuresMilliseconds } from '../budgets/limits.ts';
import { seedAgencies, seedProcedures } from '../portals/catalogue.ts';
import { randomLives } from '../procedure-submission/support/random-lives.ts';
import { type Figure, median, milliseconds, rounded } from './figure.ts';

const DOSSIERS = 100_000;
const IN_ONE_QUEUE = 3_000;
const now = new Date('2026-11-22T09:00:00Z');
const timed = <T>(work: () => T): { value: T; took: number } => { const begun = performance.now(); const value = work(); return { value, took: performance.now() - begun }; };

const agencies = seedAgencies.map(({ code }) => code);
const abouts = [...new Map(seedProcedures.map(({ level, field }) => [`${level} ${field.vi}`, { level, field }])).values()];

/** Our own time for the counters, the published figures and a leader's board of a province with 100,000 dossiers; the table's time is not in it. */
export const counters = (): Figure => {
  const lives = randomLives(100, 2_000).map((life) => life.at(-1) as Dossier);
  const { took } = timed(() => { for (let n = 0; n < DOSSIERS; n++) shareOf(lives[n % lives.length] as Dossier, 'level4'); });
  const each = (took * 1000) / DOSSIERS;
  // each of them with an agency and a field of its own choosing, so that there are as many cells as a province has
  const cells = new Map<string, { month: string; cell: Cell }[]>();
  for (let n = 0; n < 20_000; n++) {
    const about = abouts[(n * 31) % abouts.length];
    const agency = agencies[(n * 17) % agencies.length];
    if (about === undefined || agency === undefined) continue;
    for (const [key, counts] of shareOf(lives[n % lives.length] as Dossier, 'level4')) {
      const { month } = partOf(key);
      cells.set(`${month} ${agency} ${about.level} ${about.field.vi}`, [...(cells.get(`${month} ${agency} ${about.level} ${about.field.vi}`) ?? []), { month, cell: { agency, about, counts } }]);
    }
  }
  const merged = [...cells.values()].map((group) => ({ month: group[0]?.month ?? '', cell: { ...(group[0] as { cell: Cell }).cell, counts: sumOf(group.map(({ cell }) => ['', cell.counts])).get('') ?? {} } }));
  const byMonth = new Map([...Map.groupBy(merged, ({ month }) => month)].map(([month, group]) => [month, group.map(({ cell }) => cell)]));
  const all = [...Map.groupBy(merged, ({ cell }) => `${cell.agency} ${cell.about.level} ${cell.about.field.vi}`).values()].map((group): Cell => ({
    ...(group[0] as { cell: Cell }).cell, counts: sumOf(group.map(({ cell }) => ['', Object.fromEntries(levels.map((id) => [id, (cell.counts as Record<string, number>)[id] ?? 0]))] as const)).get('') ?? {},
  }));
  const published = Array.from({ length: 5 }, () => timed(() => monthlyFigures({ now, all, byMonth, overdueNow: [] })).took);
  const open = Array.from({ length: IN_ONE_QUEUE }, (_, n): OpenDossierRow => ({
    agency: 'H30.19.01', dossierId: `dos_${n}`, status: 4, about: abouts[0] as OpenDossierRow['about'], officer: { id: `o${n % 20}`, name: `Chuyên viên ${n % 20}` }, dueAt: new Date(now.getTime() + ((n * 2_654_435_761) % 3_000_000 - 500_000) * 1000).toISOString(),
  }));
  const boards = Array.from({ length: 20 }, () => timed(() => boardOf('H30.19.01', now.toISOString(), { open, months: new Map() })));
  const looks = Array.from({ length: 50 }, () => timed(() => seenBoard((boards[0] as (typeof boards)[number]).value, now, now)).took);
  const line = (what: string, value: number, limit: number, note?: string) => ({ what, value: milliseconds(value), limit: milliseconds(limit), kept: value <= limit, ...(note === undefined ? {} : { note }) });
  const [figures, board, look] = [median(published), median(boards.map((one) => one.took)), median(looks)];
  return {
    title: `Counters of ${DOSSIERS.toLocaleString('en')} dossiers`, how: 'our own time, median; no table, no network',
    lines: [
      { what: 'what one dossier adds', value: `${rounded(each)} µs`, limit: `${countMicroseconds} µs`, kept: each <= countMicroseconds },
      line(`the figures of 13 months from ${merged.length} cells`, figures, figuresMilliseconds), line(`the board of an agency with ${IN_ONE_QUEUE} open dossiers, worked out`, board, boardMilliseconds.made),
      line('the same board, looked at', look, boardMilliseconds.seen),
    ],
    data: { microsecondsEach: each, cells: merged.length, figures, board, look },
  };
};
