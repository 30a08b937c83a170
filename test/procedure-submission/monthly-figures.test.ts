import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Dossier } from '../../functions/procedure-submission/dossier.ts';
import type { Published } from '../../functions/procedure-submission/figures-ports.ts';
import { monthOf } from '../../functions/procedure-submission/counting.ts';
import { monthlyFigures } from '../../functions/procedure-submission/monthly-figures.ts';
import { publishFigures } from '../../functions/procedure-submission/publish-figures.ts';
import type { FigureId } from '../../shared/contracts/figure-definitions.ts';
import { MonthlyFigures } from '../../shared/contracts/statistics.ts';
import type { NewEvent } from '../../shared/runtime/outbox.ts';
import { heldOf } from './support/counted-lives.ts';
import { lifeAgencies, randomLives, type Life } from './support/random-lives.ts';

const endOf = (month: string): number => Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 1) - 7 * 3_600_000;
/** The lives as far as they had come by an instant. */
const until = (lives: readonly Life[], now: Date): readonly Life[] => lives.flatMap((life) => {
  const lived = life.filter(({ standing }) => Date.parse(standing.steps.at(-1)?.at ?? '') <= now.getTime());
  return lived.length === 0 ? [] : [lived];
});

/** Some figures of an agency counted dossier by dossier, as of the end of the month or now. */
const counted = (lives: readonly Life[], agency: string, { month, now }: { month: string; now: Date }): Partial<Record<FigureId, number>> => {
  const asOf = Math.min(endOf(month) - 1, now.getTime());
  const startsAt = endOf(month.endsWith('-01') ? `${Number(month.slice(0, 4)) - 1}-12` : `${month.slice(0, 5)}${String(Number(month.slice(5)) - 1).padStart(2, '0')}`);
  const dossiers = lives.map((life) => life.at(-1) as Dossier);
  const at = ({ standing }: Dossier, instant: number) => standing.steps.findLast((step) => Date.parse(step.at) <= instant);
  const count = (holds: (dossier: Dossier) => boolean): number => dossiers.filter(holds).length;
  const entered = (status: number) => count(({ standing }) => standing.steps.some((step, index) => step.status === status && standing.steps[index - 1]?.status !== status && step.agency === agency && monthOf(step.at) === month && standing.steps.findIndex((one) => one.status === status) === index));
  const running = (dossier: Dossier): boolean => { const step = at(dossier, asOf); return step?.agency === agency && [2, 4].includes(step.status); };
  const late = (dossier: Dossier): boolean => { const due = dossier.standing.dueAt ?? dossier.standing.lapsedDueAt; return running(dossier) && due !== undefined && Date.parse(due) <= asOf; };
  return {
    received: entered(2), released: entered(9), denied: entered(3), done: entered(10),
    processing: count(running), overdue: count(late), undue: count((dossier) => running(dossier) && !late(dossier)),
    waiting: count((dossier) => { const step = at(dossier, asOf); return step?.agency === agency && [5, 6, 8].includes(step.status); }),
    carriedOver: count((dossier) => { const step = at(dossier, startsAt - 1); return step?.agency === agency && [2, 4, 5, 6, 8].includes(step.status) && dossier.standing.steps.some((one) => one.status === 2 && Date.parse(one.at) < startsAt); }),
  };
};

describe('figures of a month', () => {
  test('are what a count dossier by dossier finds, of months that are over and of the running one', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 20, max: 300 }), (seed, day) => {
      const now = new Date(Date.UTC(2026, 5, 1) + day * 86_400_000 + seed % 86_400_000);
      const lives = until(randomLives(seed, 30), now);
      for (const { month, rows } of monthlyFigures(heldOf(lives, now))) for (const agency of lifeAgencies) {
        const told = rows.find((row) => row.agency === agency)?.figures ?? {};
        const found = counted(lives, agency, { month, now });
        expect(Object.fromEntries(Object.keys(found).map((id) => [id, told[id as FigureId] ?? 0])), `${agency} ${month} seed ${seed}`).toEqual(found);
      }
    }), { seed: 44, numRuns: 60 });
  });

  test('add up: what was to be settled is settled, withdrawn, moved on or still there', () => {
    const now = new Date('2026-12-20T00:00:00Z');
    for (const { rows } of monthlyFigures(heldOf(until(randomLives(5, 200), now), now))) for (const { figures } of rows) {
      expect((figures.online ?? 0) + (figures.oneGate ?? 0) + (figures.post ?? 0)).toBe(figures.received ?? 0);
      expect((figures.early ?? 0) + (figures.onTime ?? 0) + (figures.late ?? 0) + (figures.undated ?? 0)).toBe(figures.released ?? 0);
      expect((figures.undue ?? 0) + (figures.overdue ?? 0)).toBe(figures.processing ?? 0);
      for (const count of Object.values(figures)) expect(count).toBeGreaterThan(0);
    }
  });

  test('run over the latest thirteen months, and each carries the thirteen before it', () => {
    const now = new Date('2028-02-10T00:00:00Z');
    const months = monthlyFigures(heldOf(randomLives(6, 60), now));
    expect(months.map(({ month }) => month)[0]).toBe('2028-02');
    expect(months.length).toBeLessThanOrEqual(13);
    for (const month of months) expect(MonthlyFigures.parse(month).trend.at(-1)?.month).toBe(month.month);
    expect(months.map(({ over }) => over)).toEqual(months.map((_, index) => index > 0));
  });
});

describe('publishing', () => {
  const store = () => {
    const marks = new Map<string, Published>();
    const events: NewEvent[] = [];
    return { marks, events, figures: {
      list: () => Promise.resolve([...marks.values()]), get: () => Promise.resolve(undefined),
      publish: (_: unknown, mark: Published, event: NewEvent) => { marks.set(mark.month, mark); events.push(event); return Promise.resolve(true); },
    } };
  };
  const countersOf = (lives: readonly Life[], now: () => Date) => ({
    state: () => Promise.resolve({ current: 1 }), months: () => Promise.resolve([...heldOf(lives, now()).byMonth.keys()]),
    cells: (_: number, month: string) => Promise.resolve(month === 'ALL' ? heldOf(lives, now()).all : heldOf(lives, now()).byMonth.get(month) ?? []),
    open: (_: number, agency: string) => Promise.resolve(heldOf(lives, now()).overdueNow.filter((row) => row.agency === agency)),
  });

  test('tells of the months that changed, once, and of the running one when an hour has passed', async () => {
    let now = new Date('2026-09-10T03:00:00Z');
    const lives = until(randomLives(9, 40), now);
    const { figures, events, marks } = store();
    const publish = publishFigures({ counters: countersOf(lives, () => now), figures, printOf: (text) => text });
    const run = () => publish({ now, correlationId: 'cor_01K9M3Z5T8Q2W4E6R8Y0P1S3D5' });
    const first = await run();
    expect(first.published).toBe(first.months);
    expect(new Set(events.map(({ detail }) => (detail.data as { reportMonth: string }).reportMonth)).size).toBe(first.months);
    now = new Date('2026-09-10T03:02:00Z');
    expect(await run()).toMatchObject({ published: 0 });
    now = new Date('2026-09-10T04:01:00Z');
    expect(await run()).toMatchObject({ published: 1 });
    expect(marks.get('2026-09')).toMatchObject({ revision: 2, asOf: now.toISOString() });
  });
});
