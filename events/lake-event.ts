import type { EventDefinition } from './define-event.ts';
import { lakeColumns } from './lake-columns.ts';

type Detail = { id: string; data: unknown } & Record<string, unknown>;

const put = (into: Record<string, unknown>, [key = '', ...rest]: readonly string[], value: unknown): void => {
  if (rest.length === 0) into[key] = value;
  else put((into[key] ??= {}) as Record<string, unknown>, rest, value);
};

/** `2026-11-22 02:00:00.000` as the lake writes an instant, back as the event wrote it. */
const instant = (value: unknown): unknown => (typeof value === 'string' ? `${value.replace(' ', 'T')}Z` : value);

const at = (value: unknown, path: readonly PropertyKey[]): unknown => path.reduce<unknown>((inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined), value);

/** The shortest beginning of a path at which a text stands: what the lake keeps of a list or a record is one JSON text. */
const textAt = (detail: unknown, path: readonly PropertyKey[]): readonly string[] | undefined => {
  for (let length = 1; length <= path.length; length++) if (typeof at(detail, path.slice(0, length)) === 'string') return path.slice(0, length).map(String);
  return undefined;
};

const parsed = (text: unknown): unknown => {
  try {
    return JSON.parse(String(text));
  } catch {
    return undefined;
  }
};

/** The event a row of the lake was made of, checked against its definition; undefined for a row that is none. */
export const eventOfLakeRow = (definition: EventDefinition, row: Readonly<Record<string, unknown>>): Detail | undefined => {
  const detail: Record<string, unknown> = { data: {} };
  for (const { name, type, path } of lakeColumns(definition)) {
    const value = row[name];
    if (value !== null && value !== undefined) put(detail, path, type === 'timestamp' ? instant(value) : value);
  }
  for (let again = 0; again < 20; again++) {
    const checked = definition.detail.safeParse(detail);
    if (checked.success) return checked.data as unknown as Detail;
    const packed = checked.error.issues.map(({ path }) => textAt(detail, path)).find((path) => path !== undefined && parsed(at(detail, path)) !== undefined);
    if (packed === undefined) return undefined;
    put(detail, packed, parsed(at(detail, packed)));
  }
  return undefined;
};
