import { expect } from 'vitest';
import { countDossiers } from '../../../functions/procedure-submission/count-dossiers.ts';
import type { MeasureId } from '../../../functions/procedure-submission/counter-measures.ts';
import { counterRepository } from '../../../functions/procedure-submission/counters.repository.ts';
import { dossierRepository } from '../../../functions/procedure-submission/dossier.repository.ts';
import type { Procedures } from '../../../functions/procedure-submission/ports.ts';
import type { Table } from '../../../shared/runtime/dynamo.ts';
import { dayOf, dueAt, statusOf, verdictOf, type Life } from './life.ts';

const flows: Readonly<Record<string, MeasureId>> = {
  submit: 'filed', accept: 'received', refuse: 'denied', withdraw: 'cancelled', finish: 'released', 'hand-over': 'done', stop: 'unresolved', 'request-supplement': 'supplements', 'request-payment': 'payments',
};
const verdicts = { early: 'early', 'on-time': 'onTime', late: 'late' } as const;
const told: readonly MeasureId[] = [...Object.values(flows), 'early', 'onTime', 'late', 'toAccept', 'running', 'paused', 'releasing', 'open', 'overdue'];

const monthOf = (instant: Date): string => dayOf(instant).slice(0, 7);
const monthAfter = (month: string): string => (month.endsWith('-12') ? `${Number(month.slice(0, 4)) + 1}-01` : `${month.slice(0, 5)}${String(Number(month.slice(5)) + 1).padStart(2, '0')}`);
const endOf = (month: string): number => Date.parse(`${monthAfter(month)}-01T00:00:00+07:00`);

/** What a month saw happen, and what stood at its end, read off the diaries. */
const fromDiaries = (lives: readonly Life[], month: string): Record<string, number> => {
  const counts: Record<string, number> = Object.fromEntries(told.map((measure) => [measure, 0]));
  const add = (measure: MeasureId, holds = true): void => { if (holds) counts[measure] = (counts[measure] ?? 0) + 1; };
  for (const life of lives) {
    for (const { act, at } of life.diary) {
      const measure = flows[act];
      if (measure !== undefined) add(measure, monthOf(at) === month);
      const verdict = act === 'finish' ? verdictOf(life) : undefined;
      if (verdict !== undefined) add(verdicts[verdict], monthOf(at) === month);
    }
    const then = { ...life, diary: life.diary.filter(({ at }) => at.getTime() < endOf(month)) };
    if (then.diary.length === 0) continue;
    const status = statusOf(then);
    const running = status === 2 || status === 4;
    // taken back, a dossier has no date any more; it was late all the same while it was worked on
    const due = dueAt({ ...life, diary: life.diary.filter(({ act }) => act !== 'withdraw') });
    add('toAccept', status === 1);
    add('running', running);
    add('paused', [5, 6, 8].includes(status));
    add('releasing', status === 9);
    add('open', then.diary.some(({ act }) => act === 'accept') && [2, 4, 5, 6, 8].includes(status));
    add('overdue', running && due !== undefined && due.getTime() < endOf(month));
  }
  return counts;
};

/** The counters, after whatever was told of these dossiers, hold what their diaries say, in every month and at the end of each. */
export const countersAgree = async (table: Table, procedures: Pick<Procedures, 'version'>, held: readonly { readonly dossierId: string; readonly life: Life }[]): Promise<void> => {
  const counters = counterRepository(table);
  await countDossiers({ dossiers: dossierRepository(table), procedures, counters })(1, held.map(({ dossierId }) => dossierId));
  const lives = held.map(({ life }) => life);
  const days = lives.flatMap(({ diary }) => diary.map(({ at }) => monthOf(at))).toSorted();
  const sums: Record<string, number> = {};
  for (let month = days[0] ?? ''; month <= (days.at(-1) ?? ''); month = monthAfter(month)) {
    const within: Record<string, number> = {};
    for (const { counts } of await counters.cells(1, month)) for (const [measure, count] of Object.entries(counts)) { within[measure] = (within[measure] ?? 0) + count; sums[measure] = (sums[measure] ?? 0) + count; }
    const stocks = new Set<string>(['toAccept', 'running', 'paused', 'releasing', 'open', 'overdue']);
    const found = Object.fromEntries(told.map((measure) => [measure, (stocks.has(measure) ? sums : within)[measure] ?? 0]));
    expect({ month, ...found }).toEqual({ month, ...fromDiaries(lives, month) });
  }
};
