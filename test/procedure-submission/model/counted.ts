import { expect } from 'vitest';
import { countDossiers } from '../../../functions/procedure-submission/count-dossiers.ts';
import { levels, type MeasureId } from '../../../functions/procedure-submission/counter-measures.ts';
import { counterRepository } from '../../../functions/procedure-submission/counters.repository.ts';
import { dossierRepository } from '../../../functions/procedure-submission/dossier.repository.ts';
import type { Procedures } from '../../../functions/procedure-submission/ports.ts';
import type { Table } from '../../../shared/runtime/dynamo.ts';
import { dayOf, dueAt, holderOf, holdersOf, receiver, statusesOf, statusOf, verdictOf, type Life } from './life.ts';

const flows: Readonly<Record<string, MeasureId>> = {
  submit: 'filed', accept: 'received', refuse: 'denied', withdraw: 'cancelled', finish: 'released', 'hand-over': 'done', stop: 'unresolved', 'request-supplement': 'supplements', 'request-payment': 'payments',
};
const verdicts = { early: 'early', 'on-time': 'onTime', late: 'late' } as const;
const told: readonly MeasureId[] = [...Object.values(flows), 'early', 'onTime', 'late', 'movedIn', 'movedOut', 'toAccept', 'running', 'paused', 'releasing', 'open', 'outside', 'overdue'];

const monthOf = (instant: Date): string => dayOf(instant).slice(0, 7);
const monthAfter = (month: string): string => (month.endsWith('-12') ? `${Number(month.slice(0, 4)) + 1}-01` : `${month.slice(0, 5)}${String(Number(month.slice(5)) + 1).padStart(2, '0')}`);
const endOf = (month: string): number => Date.parse(`${monthAfter(month)}-01T00:00:00+07:00`);

const isOpen = ({ diary }: Pick<Life, 'diary'>): boolean => diary.some(({ act }) => act === 'accept') && [2, 4, 5, 6, 8].includes(statusesOf(diary).at(-1) ?? 0);

/** What a month saw happen at an agency, and what stood there at its end, read off the diaries. */
const fromDiaries = (lives: readonly Life[], month: string, agency: string): Record<string, number> => {
  const counts: Record<string, number> = Object.fromEntries(told.map((measure) => [measure, 0]));
  const add = (measure: MeasureId, holds = true): void => { if (holds) counts[measure] = (counts[measure] ?? 0) + 1; };
  for (const life of lives) {
    const holders = holdersOf(life.diary);
    for (const [page, { act, at }] of life.diary.entries()) {
      const [here, before] = [holders[page] === agency, holders[page - 1] ?? receiver];
      if (monthOf(at) !== month) continue;
      const measure = flows[act];
      if (measure !== undefined) add(measure, here);
      const verdict = act === 'finish' ? verdictOf(life) : undefined;
      if (verdict !== undefined) add(verdicts[verdict], here);
      if (holders[page] === before || !isOpen({ diary: life.diary.slice(0, page + 1) })) continue;
      add('movedIn', here);
      add('movedOut', before === agency);
    }
    const then = { ...life, diary: life.diary.filter(({ at }) => at.getTime() < endOf(month)) };
    if (then.diary.length === 0) continue;
    const status = statusOf(then);
    const [running, here] = [status === 2 || status === 4, holderOf(then) === agency];
    // taken back, a dossier has no date any more; it was late all the same while it was worked on
    const due = dueAt({ ...life, diary: life.diary.filter(({ act }) => act !== 'withdraw') });
    add('toAccept', here && status === 1);
    add('running', here && running);
    add('paused', here && [5, 6, 8].includes(status));
    add('releasing', here && status === 9);
    add('open', here && isOpen(then));
    add('outside', !here && running && agency === receiver);
    add('overdue', here && running && due !== undefined && due.getTime() < endOf(month));
  }
  return counts;
};

/** The counters, after whatever was told of these dossiers, hold what their diaries say: at every agency, in every month and at the end of each. */
export const countersAgree = async (table: Table, procedures: Pick<Procedures, 'version'>, held: readonly { readonly dossierId: string; readonly life: Life }[]): Promise<void> => {
  const counters = counterRepository(table);
  await countDossiers({ dossiers: dossierRepository(table), procedures, counters })(1, held.map(({ dossierId }) => dossierId));
  const lives = held.map(({ life }) => life);
  const days = lives.flatMap(({ diary }) => diary.map(({ at }) => monthOf(at))).toSorted();
  const everywhere = [...new Set(lives.flatMap(({ diary }) => [receiver, ...holdersOf(diary)]))];
  const sums = new Map(everywhere.map((agency): [string, Record<string, number>] => [agency, {}]));
  for (let month = days[0] ?? ''; month <= (days.at(-1) ?? ''); month = monthAfter(month)) {
    const cells = Map.groupBy(await counters.cells(1, month), ({ agency }) => agency);
    for (const agency of everywhere) {
      const [within, sum] = [{} as Record<string, number>, sums.get(agency) as Record<string, number>];
      for (const { counts } of cells.get(agency) ?? []) for (const [measure, count] of Object.entries(counts)) { within[measure] = (within[measure] ?? 0) + count; sum[measure] = (sum[measure] ?? 0) + count; }
      const found = Object.fromEntries(told.map((measure) => [measure, (levels.includes(measure) ? sum : within)[measure] ?? 0]));
      expect({ agency, month, ...found }).toEqual({ agency, month, ...fromDiaries(lives, month, agency) });
    }
  }
};
