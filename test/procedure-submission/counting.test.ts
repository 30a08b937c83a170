import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { levels, type Counts, type MeasureId } from '../../functions/procedure-submission/counter-measures.ts';
import { differenceOf, onlineLevelOf, partKey, type Share, shareOf, sumOf } from '../../functions/procedure-submission/counting.ts';
import type { Dossier } from '../../functions/procedure-submission/dossier.ts';
import { filedAt, procedure } from './support/dossiers.ts';
import { type Life, lifeAgencies, randomLives } from './support/random-lives.ts';

const months = Array.from({ length: 24 }, (_, index) => `${2026 + Math.floor((5 + index) / 12)}-${String(((5 + index) % 12) + 1).padStart(2, '0')}`);
/** The first instant after a month of Việt Nam. */
const endOf = (month: string): number => Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 1) - 7 * 3_600_000;

const last = (life: Life): Dossier => life.at(-1) as Dossier;
const shareOfLife = (life: Life): Share => shareOf(last(life), last(life).filed.channel === 'online' ? 'level4' : undefined);

/** Where a dossier stood at an instant, read off its steps. */
const standingAt = ({ standing }: Dossier, instant: number) => standing.steps.findLast(({ at }) => Date.parse(at) < instant);

/** The stock of an agency at an instant, dossier by dossier: nothing is added up over time. */
const stockAt = (measure: MeasureId, agency: string, { lives, instant }: { lives: readonly Life[]; instant: number }): number => lives.filter((life) => {
  const dossier = last(life);
  const here = standingAt(dossier, instant);
  if (here === undefined) return false;
  const running = [2, 4].includes(here.status);
  const accepted = dossier.standing.steps.some(({ status, at }) => status === 2 && Date.parse(at) < instant);
  const due = dossier.standing.dueAt ?? dossier.standing.lapsedDueAt;
  if (measure === 'outside') return running && here.agency !== agency && dossier.filed.agency.code === agency;
  if (here.agency !== agency) return false;
  const holds: Partial<Record<MeasureId, boolean>> = {
    toAccept: here.status === 1, running, paused: [5, 6, 8].includes(here.status), releasing: here.status === 9,
    open: accepted && [2, 4, 5, 6, 8].includes(here.status), overdue: running && due !== undefined && Date.parse(due) < instant,
  };
  return holds[measure] === true;
}).length;

/** The stock the counters tell: everything up to the end of the month added up. */
const stockTold = (total: Share, measure: MeasureId, agency: string, month: string): number =>
  months.filter((one) => one <= month).reduce((sum, one) => sum + (total.get(partKey(one, agency))?.[measure] ?? 0), 0);

const totalOf = (lives: readonly Life[]): Share => sumOf(lives.flatMap((life) => [...shareOfLife(life)]));

describe('counters of random lives', () => {
  test('hold at the end of every month the stocks that a count dossier by dossier finds', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 1e9 }), (seed) => {
      const lives = randomLives(seed, 25);
      const total = totalOf(lives);
      for (const measure of levels) for (const agency of lifeAgencies) for (const month of months.slice(0, 12)) {
        expect(stockTold(total, measure, agency, month), `${measure} ${agency} ${month}`).toBe(stockAt(measure, agency, { lives, instant: endOf(month) }));
      }
    }), { seed: 41, numRuns: 40 });
  });

  test('balance: carried over and come in, less what went, is what is left', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 1e9 }), (seed) => {
      const total = totalOf(randomLives(seed, 25));
      for (const [key, counts] of total) {
        const sum = (...ids: MeasureId[]): number => ids.reduce((all, id) => all + (counts[id] ?? 0), 0);
        expect(sum('received', 'movedIn') - sum('movedOut', 'released', 'cancelledOpen'), key).toBe(sum('open'));
        expect(sum('online', 'oneGate', 'post'), key).toBe(sum('received'));
        expect(sum('early', 'onTime', 'late'), key).toBeLessThanOrEqual(sum('released'));
      }
    }), { seed: 42, numRuns: 40 });
  });

  test('counted step by step, in any order and more than once, come to what they are in the end', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 1e9 }), fc.array(fc.nat(30), { maxLength: 20 }), (seed, readings) => {
      const [life = []] = randomLives(seed, 1);
      let before: Share = new Map();
      let sum: Share = new Map();
      // each reading sees some state of the dossier, the last sees the last
      for (const reading of [...readings, life.length - 1]) {
        const dossier = life[Math.min(reading, life.length - 1)] as Dossier;
        const after = shareOf(dossier, undefined);
        sum = sumOf([...sum, ...differenceOf(after, before)]);
        before = after;
      }
      expect(sum).toEqual(shareOf(last(life), undefined));
    }), { seed: 43, numRuns: 200 });
  });

  test('see every kind of thing happen', () => {
    const seen = new Set([...totalOf(randomLives(7, 300)).values()].flatMap((counts: Counts) => Object.keys(counts)));
    expect([...seen].toSorted()).toEqual(['cancelled', 'cancelledOpen', 'denied', 'done', 'early', 'filed', 'late', 'level4', 'movedIn', 'movedOut', 'onTime', 'oneGate', 'online', 'open', 'outside', 'overdue', 'paused', 'payments', 'post', 'received', 'released', 'releasing', 'running', 'saturday', 'supplements', 'toAccept', 'unresolved']);
  });
});

describe('one dossier', () => {
  const at = (local: string): string => new Date(`2026-${local}:00+07:00`).toISOString();
  const dossier = (standing: Partial<Dossier['standing']>): Dossier => ({
    filed: filedAt(new Date(at('10-31T10:00'))),
    standing: { revision: 1, business: 4, finance: 'not-due', delivery: 'none', sync: 'local', steps: [], historyHead: '', ...standing },
  });
  const steps = (...list: [status: 1 | 2 | 4 | 5 | 9, local: string][]) => list.map(([status, local]) => ({ status, at: at(local), agency: 'H30.19.01' }));

  test('accepted late on the last evening of a month of Việt Nam counts in that month, though it is the next day elsewhere', () => {
    const share = shareOf(dossier({ business: 2, receivedAt: at('10-31T23:59'), steps: steps([1, '10-31T10:00'], [2, '10-31T23:59']) }), 'level3');
    // 31 October 2026 is a Saturday
    expect(Object.fromEntries(share)).toEqual({ '2026-10#H30.19.01': { filed: 1, received: 1, online: 1, level3: 1, saturday: 1, running: 1, open: 1 } });
  });
  test('is overdue from the month of its due date on, and until it is finished', () => {
    const running = { dueAt: at('11-05T17:00'), receivedAt: at('10-31T11:00') };
    const open = shareOf(dossier({ business: 4, ...running, steps: steps([1, '10-31T10:00'], [2, '10-31T11:00'], [4, '10-31T12:00']) }), undefined);
    expect(open.get('2026-11#H30.19.01')).toEqual({ overdue: 1 });
    const finished = shareOf(dossier({ business: 9, ...running, verdict: 'late', steps: steps([1, '10-31T10:00'], [2, '10-31T11:00'], [4, '10-31T12:00'], [9, '12-01T08:00']) }), undefined);
    expect(finished.get('2026-11#H30.19.01')).toEqual({ overdue: 1 });
    expect(finished.get('2026-12#H30.19.01')).toEqual({ overdue: -1, running: -1, open: -1, releasing: 1, released: 1, late: 1 });
    const early = shareOf(dossier({ business: 9, ...running, verdict: 'early', steps: steps([1, '10-31T10:00'], [2, '10-31T11:00'], [4, '10-31T12:00'], [9, '11-03T08:00']) }), undefined);
    expect(early.get('2026-11#H30.19.01')).toEqual({ running: -1, open: -1, releasing: 1, released: 1, early: 1 });
  });
  test('is not late while it waits for its applicant', () => {
    const share = shareOf(dossier({ business: 5, receivedAt: at('10-31T11:00'), steps: steps([1, '10-31T10:00'], [2, '10-31T11:00'], [5, '11-02T08:00']) }), undefined);
    expect(share.get('2026-11#H30.19.01')).toEqual({ running: -1, paused: 1, supplements: 1 });
  });
  test('is of level 4 when nothing is to be paid, of level 3 when something may be, of none when it did not come online', () => {
    const filed = filedAt(new Date(at('10-31T10:00')));
    expect(onlineLevelOf(filed, procedure)).toBe('level4');
    expect(onlineLevelOf({ ...filed, caseId: 'khac' }, procedure)).toBe('level3');
    expect(onlineLevelOf({ ...filed, channel: 'direct' }, procedure)).toBeUndefined();
  });
});
