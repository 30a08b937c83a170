import type { Envelope } from '../../events/envelope.ts';
import type { EventDefinition } from '../../events/define-event.ts';
import { lakeColumns, type LakeColumn } from '../../events/lake-columns.ts';

type LakeValue = string | number | boolean | null;
type LakeRow = Readonly<Record<string, LakeValue>>;
type Detail = Envelope & { readonly data: unknown };

const columnsOf = new Map<string, readonly LakeColumn[]>();

/** The columns of an event version, worked out once. */
export const lakeColumnsOf = (definition: EventDefinition): readonly LakeColumn[] => {
  const known = columnsOf.get(definition.detailType) ?? lakeColumns(definition);
  columnsOf.set(definition.detailType, known);
  return known;
};

/** `2026-11-22 02:00:00.000`, UTC: the one form that Trino, Hive's JSON reader and DuckDB all take as a timestamp. */
const lakeTimestamp = (instant: string): string => new Date(instant).toISOString().replace('T', ' ').replace('Z', '');

const at = (detail: Detail, path: readonly string[]): unknown =>
  path.reduce<unknown>((value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined), detail);

const valueOf = (column: LakeColumn, value: unknown): LakeValue => {
  if (value === undefined || value === null) return null;
  if (column.type === 'timestamp' && typeof value === 'string') return lakeTimestamp(value);
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return JSON.stringify(value);
};

/**
 * One event as a flat row. Every column is there, null where the event is silent: an engine that infers a table from
 * its files must find the same columns in each of them. What the schema does not name is not written.
 */
export const lakeRow = (definition: EventDefinition, detail: Detail): LakeRow =>
  Object.fromEntries(lakeColumnsOf(definition).map((column) => [column.name, valueOf(column, at(detail, column.path))]));
