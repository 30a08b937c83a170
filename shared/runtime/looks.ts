import type { Table } from './dynamo.ts';
import { put, type Row, type Write } from './transaction.ts';

/**
 * What is due at a time. A look at a matter is planned in the hour it falls into; the sweep reads the hours from where
 * it stopped to now, and never anything else.
 *
 * | pattern                                | pk               | sk                 |
 * |----------------------------------------|------------------|--------------------|
 * | matters to be looked at in an hour     | LOOK#<hour, UTC> | <instant>#<matter> |
 * | the hour up to which every look was done | SWEEP#looks    | SWEEP              |
 */
type Key = { readonly pk: string; readonly sk: string };

const hourOf = (instant: string): string => instant.slice(0, 13);
const lookPartition = (hour: string): string => `LOOK#${hour}`;
export const lookKey = (instant: string, matterId: string): Key => ({ pk: lookPartition(hourOf(instant)), sk: `${instant}#${matterId}` });
const sweepKey: Key = { pk: 'SWEEP#looks', sk: 'SWEEP' };

/** Plans a look. The same look twice is one row, so nobody has to know whether it was planned before. */
export const planLookAt = (at: string, matterId: string, content: Readonly<Record<string, unknown>>): Write => put({ ...lookKey(at, matterId), entity: 'look', at, ...content });

const hourMilliseconds = 3_600_000;
/** A look may be written a little after the hour it is planned in has begun; hours this young are read again. */
const settledAfterHours = 2;
/** How far back a sweep that never ran begins. */
const firstHours = 7 * 24;
const hourString = (time: number): string => new Date(time).toISOString().slice(0, 13);

/** Looks whose time has come, oldest first, a page at a time; hours without any are passed over for good. */
export async function* dueLooks(table: Table, now: Date): AsyncGenerator<readonly Row[]> {
  const done = (await table.get(sweepKey))?.['hour'] as string | undefined;
  const youngest = hourOf(now.toISOString());
  let hour = done === undefined ? hourString(now.getTime() - firstHours * hourMilliseconds) : done;
  let clean = hour;
  let empty = true;
  for (; hour <= youngest; hour = hourString(Date.parse(`${hour}:00:00.000Z`) + hourMilliseconds)) {
    let after: string | undefined;
    do {
      const page = await table.query({ pk: lookPartition(hour), limit: 100, after, consistent: true });
      const items = page.items.filter((row) => String(row['at']) <= now.toISOString());
      if (items.length > 0) { empty = false; yield items; }
      after = page.cursor;
    } while (after !== undefined);
    if (empty && hour <= hourString(now.getTime() - settledAfterHours * hourMilliseconds)) clean = hour;
  }
  if (done === undefined || clean > done) await table.write(put({ ...sweepKey, entity: 'sweep', hour: clean }));
}
