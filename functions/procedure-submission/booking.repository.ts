import type { DeskPlan } from '../../shared/contracts/booking.ts';
import { localDate } from '../../shared/kernel/vietnam-time.ts';
import type { Table } from '../../shared/runtime/dynamo.ts';
import { findReplay, requestRow } from '../../shared/runtime/idempotency.ts';
import { outboxRow } from '../../shared/runtime/outbox.ts';
import { contentOf, put, putOnce, remove, update, WriteRefused, type Row, type Write } from '../../shared/runtime/transaction.ts';
import { bookableKey, bookablePartition, bookingCodeKey, bookingKey, holderKey, holderPartition, placeIn, placeKey, planKey, planPartition, slotsPartition } from './booking.keys.ts';
import type { BookingOutcome, BookingStore, HeldSeat, Taken } from './booking-ports.ts';
import { bookingRules } from './booking-rules.ts';
import type { Booking } from './booking.ts';
import { startOf } from './desk-slots.ts';
import type { Asked } from './ports.ts';

/** Personal data leave with their rows, some time after the day of the booking. */
const expiryOf = ({ place }: Booking): number => Math.floor(startOf(place).getTime() / 1000) + bookingRules.keepDays * 86_400;
const rowsAtOnce = 100;

const bookingOf = (row: Row): Booking => { const { expiresAt: _expires, ...booking } = contentOf<Booking & { expiresAt: number }>(row); return booking; };
const bookingRow = (booking: Booking): Row => ({ ...bookingKey(booking.bookingId), entity: 'booking', ...booking, expiresAt: expiryOf(booking) });
const takePlace = (booking: Booking, now: Date): Write =>
  putOnce({ ...placeKey(booking.agency.code, booking.place), entity: 'place', bookingId: booking.bookingId, bookedOn: localDate(now), expiresAt: expiryOf(booking) });
const freePlace = ({ agency, place, bookingId }: Booking): Write => remove(placeKey(agency.code, place), { expression: 'bookingId = :booking', values: { ':booking': bookingId } });
const seatRow = (booking: Booking): Row =>
  ({ ...holderKey(booking.holder.key, booking.holder.seat), entity: 'holder', bookingId: booking.bookingId, until: startOf(booking.place).toISOString(), expiresAt: expiryOf(booking) });
const own = (booking: Booking) => ({ expression: 'bookingId = :booking', values: { ':booking': booking.bookingId } });
const seen = ({ revision, state }: Booking) => ({ expression: 'revision = :seen AND #state = :from', names: { '#state': 'state' }, values: { ':seen': revision, ':from': state } });

/** Whoever booked is there. The person's own seat is free by itself when the half hour begins. */
export const arrivalWrites = (before: Booking, after: Booking): Write[] => [put(bookingRow(after), seen(before))];

export const bookingRepository = (table: Table): BookingStore => {
  const replayOr = async (asked: Asked, error: unknown, kinds: Readonly<Record<number, 'taken' | 'held' | 'changed'>>): Promise<BookingOutcome> => {
    if (!(error instanceof WriteRefused)) throw error;
    const replayed = error.at.includes(0) ? await findReplay(table, asked.requestKey) : undefined;
    if (replayed !== undefined) return { kind: 'replayed', bookingId: replayed };
    return { kind: error.at.map((at) => kinds[at]).find((kind) => kind !== undefined) ?? 'changed' };
  };
  const written = async (asked: Asked, bookingId: string, writes: readonly Write[], kinds: Readonly<Record<number, 'taken' | 'held' | 'changed'>>): Promise<BookingOutcome> => {
    try {
      await table.transact([requestRow(asked.requestKey, bookingId, asked.cause.now), ...writes]);
      return { kind: 'written' };
    } catch (error) {
      return replayOr(asked, error, kinds);
    }
  };
  const all = async (pk: string, between?: readonly [string, string]): Promise<Row[]> => {
    const rows: Row[] = [];
    let after: string | undefined;
    do {
      const page = await table.query({ pk, ...(between === undefined ? {} : { between }), after, consistent: true });
      rows.push(...page.items);
      after = page.cursor;
    } while (after !== undefined);
    return rows;
  };
  const find = async (bookingId: string): Promise<Booking | undefined> => {
    const row = await table.get(bookingKey(bookingId), { consistent: true });
    return row === undefined ? undefined : bookingOf(row);
  };
  return {
    // plans that were set before they were counted were set once
    plans: async (agency) => (await all(planPartition(agency))).map((row): DeskPlan => ({ ...JSON.parse(String(row['plan'])) as DeskPlan, revision: Number(row['revision'] ?? 1) })),
    keepPlan: async ({ code, name }, { revision: before = 0, ...plan }) => {
      const known = before === 1 ? '(revision = :before OR attribute_not_exists(revision))' : 'revision = :before';
      try {
        await table.transact([
          put({ ...planKey(code, plan.effectiveFrom), entity: 'desk-plan', plan: JSON.stringify(plan), revision: before + 1 },
            before === 0 ? { expression: 'attribute_not_exists(pk)' } : { expression: `attribute_exists(pk) AND ${known}`, values: { ':before': before } }),
          put({ ...bookableKey(code), entity: 'bookable', name }),
        ]);
        return true;
      } catch (error) {
        if (error instanceof WriteRefused) return false;
        throw error;
      }
    },
    bookable: async () => (await all(bookablePartition)).map((row) => ({ code: row.sk, name: String(row['name']) })),
    taken: async (agency, { from, to }) => (await all(slotsPartition(agency), [from, `${to}~`])).map((row): Taken => ({
      place: placeIn(row.sk), bookingId: String(row['bookingId']), bookedOn: String(row['bookedOn']), ...(row['told'] === true ? { told: true } : {}), ...(row['reminded'] === true ? { reminded: true } : {}),
    })),
    find,
    findMany: async (ids) => {
      const parts = Array.from({ length: Math.ceil(ids.length / rowsAtOnce) }, (_, part) => ids.slice(part * rowsAtOnce, (part + 1) * rowsAtOnce));
      const rows = await Promise.all(parts.map((part) => table.getMany(part.map(bookingKey), { consistent: true })));
      return rows.flat().map(bookingOf);
    },
    byCode: async (code) => {
      const row = await table.get(bookingCodeKey(code), { consistent: true });
      return row === undefined ? undefined : find(String(row['bookingId']));
    },
    held: async (holder, now) => (await all(holderPartition(holder)))
      .map((row): HeldSeat => ({ seat: Number(row.sk), bookingId: String(row['bookingId']), until: String(row['until']) })).filter(({ until }) => until > now.toISOString()),
    answered: (key) => findReplay(table, key),

    make: ({ booking, event, asked }) => written(asked, booking.bookingId, [
      takePlace(booking, asked.cause.now),
      put(seatRow(booking), { expression: 'attribute_not_exists(pk) OR #until <= :now', names: { '#until': 'until' }, values: { ':now': asked.cause.now.toISOString() } }),
      putOnce(bookingRow(booking)), putOnce({ ...bookingCodeKey(booking.code), entity: 'pointer', bookingId: booking.bookingId, expiresAt: expiryOf(booking) }), put(outboxRow(event)),
    ], { 1: 'taken', 2: 'held', 4: 'taken' }),

    move: ({ before, after, event, asked }) => written(asked, after.bookingId, [
      put(bookingRow(after), seen(before)), takePlace(after, asked.cause.now), freePlace(before), put(seatRow(after), own(before)),
      put({ ...bookingCodeKey(after.code), entity: 'pointer', bookingId: after.bookingId, expiresAt: expiryOf(after) }), put(outboxRow(event)),
    ], { 1: 'changed', 2: 'taken' }),

    cancel: ({ before, after, event, asked }) => written(asked, after.bookingId, [
      put(bookingRow(after), seen(before)), freePlace(before), remove(holderKey(before.holder.key, before.holder.seat), own(before)), put(outboxRow(event)),
    ], { 1: 'changed' }),

    say: async (agency, { place, bookingId }, what, event) => {
      try {
        await table.transact([
          update(placeKey(agency, place), { expression: 'SET #what = :yes', names: { '#what': what }, values: { ':yes': true } }, { expression: 'bookingId = :booking AND attribute_not_exists(#what)', values: { ':booking': bookingId } }),
          put(outboxRow(event)),
        ]);
        return true;
      } catch (error) {
        if (error instanceof WriteRefused) return false;
        throw error;
      }
    },
  };
};
