import { DomainError } from '../kernel/domain-error.ts';
import type { Table } from './dynamo.ts';
import type { RequestKey } from './request-key.ts';
import { putOnce, WriteRefused } from './transaction.ts';
import type { Write } from './transaction.ts';

/** Longer than any retry of a browser or a queue. */
const keepSeconds = 14 * 86_400;
const expiry = (now: Date): number => Math.floor(now.getTime() / 1000) + keepSeconds;
const requestTableKey = (key: RequestKey) => ({ pk: `REQUEST#${key.id}`, sk: 'REQUEST' });

/**
 * Goes into the transaction of a keyed write: refused there when the key was used before. `resultRef` names the result
 * (an id), so that a replay can be answered from it.
 */
export const requestRow = (key: RequestKey, resultRef: string, now: Date): Write =>
  putOnce({ ...requestTableKey(key), entity: 'request', fingerprint: key.fingerprint, resultRef, expiresAt: expiry(now) });

/** What an earlier request under this key made, or undefined. Throws `idempotency-key-reused` when it asked for something else. */
export const findReplay = async (table: Table, key: RequestKey): Promise<string | undefined> => {
  const row = await table.get(requestTableKey(key), { consistent: true });
  if (!row) return undefined;
  if (row['fingerprint'] !== key.fingerprint) throw new DomainError('idempotency-key-reused');
  return String(row['resultRef']);
};

type Made<T> = { readonly key: RequestKey; readonly made: T; /** the name of what is made, and when it was asked for */ readonly ref: string; readonly at: string; readonly find: (ref: string) => Promise<T | undefined> };

/** Writes what a keyed request makes. The same request again writes nothing and gives what the first made. */
export const madeOnce = async <T>(table: Table, { key, made, ref, at, find }: Made<T>, writes: readonly Write[]): Promise<T> => {
  try {
    await table.transact([requestRow(key, ref, new Date(at)), ...writes]);
    return made;
  } catch (error) {
    if (!(error instanceof WriteRefused)) throw error;
    const earlier = await findReplay(table, key);
    const found = earlier === undefined ? undefined : await find(earlier);
    if (found === undefined) throw new DomainError('busy', 'the first answer is not readable');
    return found;
  }
};

/** Goes into the transaction of a consumer: refused there when this event was worked off before. */
export const seenRow = (consumer: string, eventId: string, now: Date): Write =>
  putOnce({ pk: `SEEN#${consumer}#${eventId}`, sk: 'SEEN', entity: 'seen', expiresAt: expiry(now) });

/**
 * Lets a consumer's writes happen once for an event: they and the mark go into one transaction, the mark first.
 * Gives false when the event was worked off before. `WriteRefused` of the consumer's own writes counts from its first.
 */
export const onceOnly = async (table: Table, mark: { consumer: string; eventId: string; now: Date }, writes: readonly Write[]): Promise<boolean> => {
  try {
    await table.transact([seenRow(mark.consumer, mark.eventId, mark.now), ...writes]);
    return true;
  } catch (error) {
    if (!(error instanceof WriteRefused)) throw error;
    if (error.at.includes(0)) return false;
    throw new WriteRefused(error.at.map((place) => place - 1));
  }
};
