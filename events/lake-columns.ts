import * as z from 'zod';
import type { EventDefinition } from './define-event.ts';

/** Types that Glue, Trino, DuckDB and Parquet all know under one meaning. */
export type LakeColumnType = 'string' | 'bigint' | 'double' | 'boolean' | 'timestamp';

export type LakeColumn = {
  /** snake_case, never a reserved word */
  readonly name: string;
  readonly type: LakeColumnType;
  readonly comment: string;
  /** where the value stands in the event's detail */
  readonly path: readonly string[];
};

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** The folder key every lake table is partitioned by: the local day of the event, `YYYY-MM-DD`. */
export const LAKE_PARTITION = 'dt';

const envelopeColumns: readonly LakeColumn[] = [
  { name: 'event_id', type: 'string', comment: 'Unique per fact; delivered at least once, so count distinct.', path: ['id'] },
  { name: 'occurred_at', type: 'timestamp', comment: 'When it happened, UTC.', path: ['time'] },
  { name: 'actor', type: 'string', comment: 'Kind of the actor, never a person.', path: ['actor'] },
  { name: 'correlation_id', type: 'string', comment: 'The request at the root of the chain.', path: ['correlationId'] },
  { name: 'causation_id', type: 'string', comment: 'The event or request this follows from.', path: ['causationId'] },
];

/** Words a query would have to quote in Trino or in Hive DDL, and the names the lake itself uses. */
const reserved = new Set((
  'all alter and any array as at between bigint boolean by case cast char column constraint create cross cube current cursor date day '
  + 'deallocate decimal delete describe distinct double drop else end escape except exec execute exists extract false first float for '
  + 'from full function grant group grouping having hour if in inner insert int integer intersect interval into is join last left like '
  + 'localtime localtimestamp map minus minute month natural no normalize not null of on or order outer partition position precision '
  + 'prepare range recursive references reset revoke right rollup row rows second select skip smallint start table then time timestamp '
  + 'to trim true uescape union unnest update user using values varchar when where with year dt type'
).split(' '));

const snakeCase = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').replaceAll('-', '_').toLowerCase();

const typeOf = (schema: JsonSchema): LakeColumnType => {
  if (schema.type === 'string') return schema.format === 'date-time' ? 'timestamp' : 'string';
  if (schema.type === 'integer') return 'bigint';
  if (schema.type === 'number') return 'double';
  if (schema.type === 'boolean') return 'boolean';
  // lists, records and unions stay one JSON text: engines disagree on nested types, and no tile reads them
  return 'string';
};

/** Named schemas stand under `$defs` and are pointed at. */
const resolved = (schema: JsonSchema, root: JsonSchema): JsonSchema => {
  const named = schema.$ref === undefined ? undefined : root.$defs?.[schema.$ref.replace('#/$defs/', '')];
  return named === undefined ? schema : { ...named, ...schema };
};

const leaves = (schema: JsonSchema, root: JsonSchema, path: readonly string[]): LakeColumn[] =>
  Object.entries(schema.properties ?? {}).flatMap(([key, value]) => {
    if (typeof value === 'boolean') return [];
    const child = resolved(value, root);
    const childPath = [...path, key];
    if (child.type === 'object' && child.properties !== undefined) return leaves(child, root, childPath);
    return [{ name: childPath.map(snakeCase).join('_'), type: typeOf(child), comment: child.description ?? child.title ?? '', path: ['data', ...childPath] }];
  });

const dataColumns = (definition: EventDefinition): LakeColumn[] => {
  const root = z.toJSONSchema(definition.data, { io: 'output', unrepresentable: 'any' });
  return leaves(root, root, []);
};

/**
 * The flat columns of an event in the lake: the envelope, then every leaf of its data in the order of the schema.
 * Throws when two columns would share a name or one would be a reserved word: an event is then named badly.
 */
export const lakeColumns = (definition: EventDefinition): readonly LakeColumn[] => {
  const columns = [...envelopeColumns, ...dataColumns(definition)];
  const seen = new Set<string>();
  for (const { name } of columns) {
    if (seen.has(name) || reserved.has(name)) throw new Error(`${definition.detailType}: column ${name} is ${seen.has(name) ? 'there twice' : 'a reserved word'}`);
    seen.add(name);
  }
  return columns;
};

/** `dossier.handed-over.v1` -> `dossier_handed_over_v1`: one table per event version, whose columns never change. */
export const lakeTableName = (definition: EventDefinition): string => definition.detailType.replaceAll(/[.-]/g, '_');

/** The folder of an event version in the lake; below it one `dt=YYYY-MM-DD/` a day. */
export const lakeFolder = (definition: EventDefinition): string => `events/type=${definition.detailType}/`;

/** The folder of one local day, `YYYY-MM-DD`. */
export const lakeDayFolder = (definition: EventDefinition, day: string): string => `${lakeFolder(definition)}${LAKE_PARTITION}=${day}/`;
