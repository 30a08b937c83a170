import { beforeAll, describe, expect, test } from 'vitest';
import type { TrinoSQL } from 'dt-sql-parser';
import { allEvents } from '../../events/all-events.ts';
import { LAKE_PARTITION, lakeColumns, lakeTableName } from '../../events/lake-columns.ts';
import type { TileQuery } from '../../functions/operations-centre/tile-definition.ts';
import { fillDates, tileDates } from '../../functions/operations-centre/tile-sql.ts';
import { allTiles } from '../../functions/operations-centre/tiles/all-tiles.ts';
import { trinoGrammar } from './trino-grammar.ts';

const queries: (readonly [string, TileQuery])[] = allTiles.flatMap((tile) => [...tile.queries, ...tile.lookUps].map((query) => [`${tile.id}: ${query.id}`, query] as const));
const dates = tileDates(new Date('2026-11-22T17:30:00Z'));
const tables = new Map(allEvents.map((event) => [lakeTableName(event), event]));

/** Each select over a lake table, from its table's name to the end of the select. */
const readsOf = (sql: string): { table: string; rest: string }[] =>
  [...sql.matchAll(/\b(?:from|join)\s+(\w+_v\d+)\b([^()]*)/g)].map(([, table = '', rest = '']) => ({ table, rest }));

const unpartitioned = (sql: string): string[] =>
  readsOf(sql).filter(({ rest }) => !/where\s[^]*\bdt\s*(=|>=)\s*'\d{4}-\d{2}-\d{2}'/.test(rest)).map(({ table }) => table);

let grammar: TrinoSQL;
beforeAll(async () => { grammar = await trinoGrammar(); });

describe.each(queries)('%s', (_, { sql }) => {
  const text = fillDates(sql, dates);

  test('is Trino', () => {
    expect(grammar.validate(text)).toEqual([]);
  });

  test('reads lake tables that exist, each with a predicate on its partitions', () => {
    expect(readsOf(text).length).toBeGreaterThan(0);
    expect(readsOf(text).filter(({ table }) => !tables.has(table))).toEqual([]);
    expect(unpartitioned(text)).toEqual([]);
  });

  test('counts no event twice', () => {
    for (const { table } of readsOf(text)) {
      expect(text).toMatch(new RegExp(`select distinct event_id[^()]*from ${table}\\b|row_number\\(\\) over \\(partition by [^)]*\\) as age\\s+from ${table}\\b`));
    }
  });

  test('keeps to what both engines have', () => {
    expect(text).not.toMatch(/\b(approx_\w+|date_parse|date_format|json_extract\w*|from_iso8601\w*|regexp_like|create|insert|read_json\w*|epoch_ms)\b/i);
  });
});

describe('the checks themselves', () => {
  test('a broken text, a missing predicate and an unknown placeholder are seen', () => {
    expect(grammar.validate('select count(* from dossier_finished_v1')).not.toEqual([]);
    expect(unpartitioned("select a from dossier_finished_v1 where verdict = 'late'")).toEqual(['dossier_finished_v1']);
    expect(() => fillDates('where dt = :yesterday', dates)).toThrow('tile-placeholder-unknown');
    expect(() => fillDates('where dt = :constructor', dates)).toThrow('tile-placeholder-unknown');
  });

  test('only dates enter a text: anything else is refused', () => {
    expect(() => fillDates('where dt = :today', { ...dates, today: "2026-11-23' or '1'='1" })).toThrow();
  });

  test('the local day is that of Asia/Ho_Chi_Minh', () => {
    expect(dates).toMatchObject({ today: '2026-11-23', firstOfMonth: '2026-11-01' });
    expect(tileDates(new Date('2026-10-31T17:00:00Z')).firstOfMonth).toBe('2026-11-01');
  });
});

describe('tiles as data', () => {
  test('ids are unique and fit an address', () => {
    expect(new Set(allTiles.map(({ id }) => id)).size).toBe(allTiles.length);
    for (const { id } of allTiles) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  test.each(allTiles.map((tile) => [tile.id, tile] as const))('%s: every column is answered by a query or computed, every threshold has its column', (_, tile) => {
    const sql = [...tile.queries, ...tile.lookUps].map((query) => query.sql).join('\n');
    const answered = (column: string): boolean => new RegExp(`\\b(as )?${column}\\b`).test(sql);
    for (const { id, from } of tile.columns) {
      const sources = from === undefined ? [id] : 'part' in from ? [...from.part, ...from.whole] : [...from.plus, ...from.minus];
      expect(sources.filter((column) => !answered(column))).toEqual([]);
    }
    for (const { column } of tile.thresholds) expect(tile.columns.map(({ id }) => id)).toContain(column);
  });
});

describe('lake columns', () => {
  test.each(allEvents.map((event) => [event.detailType, event] as const))('%s: flat, unquoted names beside the partition', (_, event) => {
    const columns = lakeColumns(event);
    for (const { name } of columns) expect(name).toMatch(/^[a-z][a-z0-9_]*$/);
    expect(columns.map(({ name }) => name)).not.toContain(LAKE_PARTITION);
    expect(columns.slice(0, 3).map(({ name, type }) => [name, type])).toEqual([['event_id', 'string'], ['occurred_at', 'timestamp'], ['actor', 'string']]);
    const names = columns.map(({ name }) => name).join(', ');
    expect(grammar.validate(`select ${names} from ${lakeTableName(event)}`)).toEqual([]);
  });
});
