import { fold } from '../../shared/kernel/vietnamese-text.ts';
import type { Table } from '../../shared/runtime/dynamo.ts';
import { put, remove, update, WriteRefused, type Row, type Write } from '../../shared/runtime/transaction.ts';
import type { About, Cell, Count, Counted, CounterState, CounterStore, OpenDossierRow } from './counter-ports.ts';
import { type Counts, levels, type MeasureId, measures } from './counter-measures.ts';
import { partKey, partOf, type Share, sumOf } from './counting.ts';
import {
  agencyOfCell, agencyPrefix, ALL_MONTHS, cellKey, cellPartition, countedKey, counterStateKey, dossierOfCounted, dossierOfFiledIn, filedInPartition, monthKey, monthsPartition, openKey, openPartition,
} from './counters.keys.ts';

/*
 * Write units of counting one event alone, 2 per row of up to one KiB: COUNTED 2, the cell of the month 2, the cell over all
 * months 2 where a stock changes, OPEN 2 to leave a place and 2 to enter one: 6 to 10. Events that wait together are
 * counted together: the cells they share are written once for all of them.
 */

/** `Hộ tịch` -> `ho-tich`. */
const slugOf = ({ field }: About): string => fold(field.vi).replaceAll(/[^a-z0-9]+/g, '-');

const textOf = (share: Share): string => JSON.stringify(Object.fromEntries(share));
const shareFrom = (text: string): Share => new Map(Object.entries(JSON.parse(text) as Record<string, Counts>));

/** The stocks over all months: what the months of an agency add up to. */
const overAllMonths = (difference: Share): Share => sumOf([...difference].map(([key, counts]) =>
  [partKey(ALL_MONTHS, partOf(key).agency), Object.fromEntries(levels.flatMap((id) => (counts[id] === undefined ? [] : [[id, counts[id]]])))] as const));

type CellChange = { readonly month: string; readonly agency: string; readonly about: About; readonly counts: Counts };

/** The cells several dossiers change, each once. */
const cellsOf = (counts: readonly Count[]): CellChange[] => {
  const places = new Map<string, Omit<CellChange, 'counts'>>();
  const changes = counts.flatMap(({ about, difference }) => [...difference, ...overAllMonths(difference)].map(([key, change]) => {
    const id = `${key}#${about.level}#${slugOf(about)}`;
    places.set(id, { about, ...partOf(key) });
    return [id, change] as const;
  }));
  return [...sumOf(changes)].flatMap(([id, sum]) => { const place = places.get(id); return place === undefined ? [] : [{ ...place, counts: sum }]; });
};

const cellWrite = (generation: number, { month, agency, about, counts }: CellChange): Write => {
  const changed = Object.entries(counts);
  return update(cellKey({ generation, month, agency, level: about.level, field: slugOf(about) }), {
    expression: `SET #field = :field, #level = :level ADD ${changed.map((_, index) => `#m${index} :m${index}`).join(', ')}`,
    names: { '#field': 'field', '#level': 'level', ...Object.fromEntries(changed.map(([id], index) => [`#m${index}`, id])) },
    values: { ':field': about.field, ':level': about.level, ...Object.fromEntries(changed.map(([, by], index) => [`:m${index}`, by])) },
  });
};

const dossierWrites = (generation: number, { dossierId, revision, share, open, before }: Count): Write[] => {
  const entered = open === undefined ? undefined : openKey(generation, { agency: open.agency, dueAt: open.dueAt, dossierId });
  const left = before?.place === undefined ? undefined : openKey(generation, { agency: before.place.agency, dueAt: before.place.dueAt, dossierId });
  const place = open === undefined ? {} : { place: { agency: open.agency, ...(open.dueAt === undefined ? {} : { dueAt: open.dueAt }) } };
  return [
    put({ ...countedKey(dossierId, generation), entity: 'counted', revision, share: textOf(share), ...place },
      before === undefined ? { expression: 'attribute_not_exists(pk)' } : { expression: 'revision = :seen', values: { ':seen': before.revision } }),
    ...(left === undefined || left.pk === entered?.pk && left.sk === entered.sk ? [] : [remove(left)]),
    ...(entered === undefined ? [] : [put({ ...entered, entity: 'open', ...open })]),
  ];
};

const cellFrom = (row: Row): Cell => ({
  agency: agencyOfCell(row.sk), about: { level: row['level'] as About['level'], field: row['field'] as About['field'] },
  counts: Object.fromEntries(measures.flatMap(({ id }): [MeasureId, number][] => { const count = Number(row[id] ?? 0); return count === 0 ? [] : [[id, count]]; })),
});
const openFrom = ({ pk: _pk, sk: _sk, entity: _entity, ...row }: Row): OpenDossierRow => row as unknown as OpenDossierRow;

const FORGOTTEN_AT_ONCE = 25;

export const counterRepository = (table: Table): CounterStore => {
  const knownMonths = new Set<string>();
  /** Written apart, before the cells: a row that every transaction wrote would make them wait for each other. */
  const keepMonths = async (generation: number, months: Iterable<string>): Promise<void> => {
    for (const month of new Set(months)) {
      const key = monthKey(generation, month);
      if (knownMonths.has(`${key.pk}#${key.sk}`)) continue;
      await table.write(put({ ...key, entity: 'month' }));
      knownMonths.add(`${key.pk}#${key.sk}`);
    }
  };
  type Part = { readonly prefix?: string } | { readonly between: readonly [string, string] };
  const everyRow = async function* (pk: string, part: Part = {}): AsyncGenerator<Row> {
    let after: string | undefined;
    do {
      const page = await table.query({ pk, ...part, after, consistent: true });
      yield* page.items;
      after = page.cursor;
    } while (after !== undefined);
  };
  const rowsOf = async (pk: string, part: Part = {}): Promise<Row[]> => {
    const rows: Row[] = [];
    for await (const row of everyRow(pk, part)) rows.push(row);
    return rows;
  };
  const accepted = async (writing: Promise<void>): Promise<boolean> => {
    try {
      await writing;
      return true;
    } catch (error) {
      if (error instanceof WriteRefused) return false;
      throw error;
    }
  };

  return {
    state: async () => {
      const row = await table.get(counterStateKey, { consistent: true });
      return row === undefined ? { current: 1 } : (JSON.parse(String(row['state'])) as CounterState);
    },
    moveState: (before, after) => accepted(table.write(put({ ...counterStateKey, entity: 'counter-state', state: JSON.stringify(after) },
      { expression: 'attribute_not_exists(pk) OR #state = :before', names: { '#state': 'state' }, values: { ':before': JSON.stringify(before) } }))),
    counted: async (generation, ids) => {
      const rows = await table.getMany(ids.map((id) => countedKey(id, generation)), { consistent: true });
      return new Map(rows.map((row): [string, Counted] => [dossierOfCounted(row.pk), {
        revision: Number(row['revision']), share: shareFrom(String(row['share'])), ...(row['place'] === undefined ? {} : { place: row['place'] as NonNullable<Counted['place']> }),
      }]));
    },
    add: async (generation, counts) => {
      const cells = cellsOf(counts);
      await keepMonths(generation, cells.map(({ month }) => month).filter((month) => month !== ALL_MONTHS));
      return accepted(table.transact([...counts.flatMap((count) => dossierWrites(generation, count)), ...cells.map((cell) => cellWrite(generation, cell))]));
    },
    weight: (counts) => counts.flatMap((count) => dossierWrites(0, count)).length + cellsOf(counts).length,
    months: async (generation) => (await rowsOf(monthsPartition(generation))).map(({ sk }) => sk),
    cells: async (generation, month, agency) => (await rowsOf(cellPartition(generation, month), agency === undefined ? {} : { prefix: agencyPrefix(agency) })).map(cellFrom),
    open: async (generation, agency, until) =>
      // `~` stands behind everything of an instant
      (await rowsOf(openPartition(generation, agency), until === undefined ? {} : { between: [' ', `${until.toISOString()}~`] })).map(openFrom),
    filedIn: async (month, cursor) => {
      const page = await table.query({ pk: filedInPartition(month), after: cursor, limit: 200, consistent: true });
      return { ids: page.items.map(({ sk }) => dossierOfFiledIn(sk)), ...(page.cursor === undefined ? {} : { cursor: page.cursor }) };
    },
    forget: async (generation, ids) => {
      for (let at = 0; at < ids.length; at += FORGOTTEN_AT_ONCE) await table.transact(ids.slice(at, at + FORGOTTEN_AT_ONCE).map((id) => remove(countedKey(id, generation))));
    },
    forgetCells: async (generation) => {
      const months = await rowsOf(monthsPartition(generation));
      const agencies = new Set<string>();
      for (const pk of [ALL_MONTHS, ...months.map(({ sk }) => sk)].map((month) => cellPartition(generation, month))) {
        for await (const row of everyRow(pk)) { agencies.add(agencyOfCell(row.sk)); await table.write(remove(row)); }
      }
      for (const agency of agencies) for await (const row of everyRow(openPartition(generation, agency))) await table.write(remove(row));
      for (const row of months) await table.write(remove(row));
    },
  };
};
