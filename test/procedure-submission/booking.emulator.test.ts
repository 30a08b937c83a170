import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { BookSlot, CancelBooking, GetBooking, GetDeskPlan, GetFreeSlots, ListBookableAgencies, ListMyBookings, MoveBooking, SetDeskPlan, type BookingView, type DeskPlan, type PlanView, type SlotDay } from '../../shared/contracts/booking.ts';
import type { Actor } from '../../shared/runtime/actor.ts';
import { tables } from '../../shared/tables/table-spec.ts';
import { bookingRepository } from '../../functions/procedure-submission/booking.repository.ts';
import { watchBookings } from '../../functions/procedure-submission/watch-bookings.ts';
import { createTable, type TestTable } from '../support/table.ts';
import { bookingApi, planFrom, type BookingApi } from './support/bookings.ts';
import { directory, type Answered } from './support/desk.ts';
import { agencyCode, citizen, clerk, leader, now, otherAgencyCode, otherCitizen, procedure, strangerClerk } from './support/dossiers.ts';
import { nobody } from './support/steps.ts';

let store: TestTable;
let call: BookingApi;
let clock = now;
beforeAll(async () => { store = await createTable(tables['procedure-submission'], inject('endpoint')); call = bookingApi(store.table, () => clock); });
afterAll(() => store.drop());
beforeEach(() => { clock = now; });

type Answer = Omit<Answered, 'took'>;
const monday = '2026-11-23';
const setPlan = (plan: DeskPlan, who: Actor = leader, preview = 'no', agency = agencyCode): Promise<Answer> => call(SetDeskPlan, who, { params: { agencyCode: agency }, query: { preview }, body: plan });
let people = 0;
/** Somebody with a telephone number nobody else has. */
const somebody = () => ({ name: 'Người Đặt Lịch', phone: `09${String(++people).padStart(8, '0')}` });
const book = (body: Record<string, unknown> = {}, { who = nobody, key, agency = agencyCode }: { who?: Actor; key?: string; agency?: string } = {}): Promise<Answer> =>
  call(BookSlot, who, { params: { agencyCode: agency }, body: { day: monday, time: '08:00', ...(who.kind === 'nobody' ? somebody() : {}), ...body }, ...(key === undefined ? {} : { key }) });
const booked = (answer: Answer): BookingView => { expect(answer.status, JSON.stringify(answer.body)).toBe(201); return answer.body as unknown as BookingView; };
const cancel = (code: string, key?: string): Promise<Answer> => call(CancelBooking, nobody, { params: { bookingCode: code }, ...(key === undefined ? {} : { key }) });
const move = (code: string, when: Record<string, unknown>, key?: string): Promise<Answer> => call(MoveBooking, nobody, { params: { bookingCode: code }, body: when, ...(key === undefined ? {} : { key }) });
const code = ({ body }: Answer): unknown => body.code;
const free = async (time: string, query: Record<string, string> = {}, day = monday): Promise<number | undefined> => {
  const { body } = await call(GetFreeSlots, nobody, { params: { agencyCode }, query });
  return (body['days'] as SlotDay[]).find((one) => one.day === day)?.slots.find((slot) => slot.time === time)?.free;
};
const rowsOf = async (entity: string): Promise<readonly Record<string, unknown>[]> => (await store.rows()).filter((row) => row['entity'] === entity);

describe('a desk that takes bookings', () => {
  it('is set by a leader of the agency, and only by one', async () => {
    expect(code(await book())).toBe('booking-not-offered');
    expect(code(await setPlan(planFrom(), clerk))).toBe('not-allowed');
    expect(code(await setPlan(planFrom(), leader, 'no', otherAgencyCode))).toBe('not-found');
    expect(code(await setPlan(planFrom({ effectiveFrom: '2026-11-19' })))).toBe('effective-date-past');
    expect(code(await setPlan({ ...planFrom(), counters: [planFrom().counters[0], planFrom().counters[0]] as DeskPlan['counters'] }))).toBe('request-invalid');
    expect((await setPlan(planFrom(), leader, 'yes')).status).toBe(200);
    expect((await call(ListBookableAgencies, nobody)).body['items'], 'a preview sets nothing').toEqual([]);
    expect((await setPlan(planFrom())).body).toMatchObject({ plans: [planFrom()], unplaced: [] });
    expect((await call(ListBookableAgencies, nobody)).body['items']).toEqual([{ code: agencyCode, name: 'Ủy ban nhân dân Phường I' }]);
    expect((await call(GetDeskPlan, clerk, { params: { agencyCode } })).status).toBe(200);
    // the same request again sets nothing; another plan for the day must have seen this one, and of two that have, one is set
    expect((await setPlan(planFrom())).body).toMatchObject({ plans: [{ ...planFrom(), revision: 1 }] });
    expect(code(await setPlan(planFrom({ graceMinutes: 20 }), leader, 'yes'))).toBe('desk-plan-changed');
    const both = await Promise.all([20, 25].map((graceMinutes) => setPlan(planFrom({ graceMinutes, revision: 1 }))));
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect((await setPlan(planFrom({ revision: 2 }))).body).toMatchObject({ plans: [{ ...planFrom(), revision: 3 }] });
    expect(code(await call(GetDeskPlan, strangerClerk, { params: { agencyCode } }))).toBe('not-found');
  });

  it('offers the half hours of its calendar, for a procedure at the counters that serve its field', async () => {
    const { body } = await call(GetFreeSlots, nobody, { params: { agencyCode }, query: { procedure: procedure.code } });
    expect(body).toMatchObject({ agency: { code: agencyCode }, procedure: { code: procedure.code }, fields: [procedure.field] });
    // Friday from 10:30 on, Monday; Tuesday is a day off
    expect((body['days'] as SlotDay[]).map(({ day, slots }) => [day, slots[0]?.time, slots[0]?.free])).toEqual([['2026-11-20', '10:30', 3], [monday, '07:00', 3], ['2026-11-25', '07:00', 3], ['2026-11-26', '07:00', 3], ['2026-11-27', '07:00', 3]]);
    expect(await free('08:00')).toBe(1);
  });

  it.each([
    ['an agency nobody knows', { query: {} }, 'H30.99.99', 'agency-unknown'], ['one that takes no bookings', { query: {} }, otherAgencyCode, 'booking-not-offered'],
    ['a procedure nobody knows', { query: { procedure: '9.999999' } }, agencyCode, 'request-invalid'], ['another procedure', { query: { procedure: '1.999999' } }, agencyCode, 'procedure-unknown'],
    ['a field nobody serves', { query: { field: 'Thiên văn' } }, agencyCode, 'field-not-served'],
  ])('refuses %s by its own code', async (_, asked, agency, expected) => { expect(code(await call(GetFreeSlots, nobody, { params: { agencyCode: agency }, ...asked }))).toBe(expected); });
});

describe('booking', () => {
  it('gives a code that opens it and says nothing of the person', async () => {
    const who = somebody();
    const made = booked(await book({ ...who, time: '07:00', procedure: procedure.code, phone: '+84 912 345 678' }));
    expect(made).toMatchObject({ agency: { code: agencyCode }, day: monday, time: '07:00', startsAt: '2026-11-23T00:00:00.000Z', endsAt: '2026-11-23T00:30:00.000Z', state: 'booked', open: true, withdrawn: false, counter: 'Quầy 2' });
    const seen = await call(GetBooking, nobody, { params: { bookingCode: made.code.toLowerCase().replaceAll('-', ' ') } });
    expect(seen.body).toEqual(made);
    expect(JSON.stringify(seen.body)).not.toMatch(/0912345678|Người/);
    const [event] = (await rowsOf('outbox')).filter((row) => row['detailType'] === 'booking.made.v1');
    expect(String(event?.['detail'])).not.toMatch(/0912345678|Người|DL-/);
    expect(await free('07:00', { procedure: procedure.code })).toBe(2);
  });

  it.each([
    ['no name and no telephone', { name: undefined, phone: undefined }, 'request-invalid', ['/body/name', '/body/phone']], ['a telephone number that is none', { phone: '12345' }, 'request-invalid', ['/body/phone']],
    ['a name of hidden characters', { name: 'A\u202EB' }, 'request-invalid', ['/body/name']], ['a time that is none', { time: '25:00' }, 'request-invalid', ['/body/time']],
    ['yesterday', { day: '2026-11-19' }, 'slot-past', ['/body/time']], ['the lead time', { day: '2026-11-20', time: '09:30' }, 'slot-past', ['/body/time']],
    ['a day off', { day: '2026-11-24' }, 'slot-not-open', ['/body/day']], ['the middle of a half hour', { time: '08:10' }, 'slot-not-open', ['/body/day']], ['too far ahead', { day: '2026-12-28' }, 'slot-not-open', ['/body/day']],
    ['a dossier nobody filed', { trackingCode: 'HG-0000-0000-0000' }, 'tracking-code-unknown', ['/body/trackingCode']],
  ])('%s is refused', async (_, body, expected, pointers) => {
    const answer = await book(body);
    expect([code(answer), (answer.body['errors'] as { pointer: string }[] | undefined)?.map(({ pointer }) => pointer)]).toEqual([expected, pointers]);
  });

  it('sent five times at once is one booking, and its key for something else is refused', async () => {
    const who = somebody();
    const answers = await Promise.all(Array.from({ length: 5 }, () => book({ ...who, time: '09:00' }, { key: 'the-same-booking' })));
    expect(new Set(answers.map(booked).map((one) => one.code)).size).toBe(1);
    expect(code(await book({ ...who, time: '09:30' }, { key: 'the-same-booking' }))).toBe('idempotency-key-reused');
    expect((await rowsOf('place')).filter((row) => String(row['sk']).startsWith(`${monday}T09:00`))).toHaveLength(1);
  });

  it('is limited to so many to come for one person, even when asked for at once', async () => {
    const who = somebody();
    const answers = await Promise.all(['13:00', '13:30', '14:00', '14:30', '15:00'].map((time) => book({ ...who, time })));
    expect(answers.map(code).filter((one) => one === 'booking-limit')).toHaveLength(3);
    const [first] = answers.filter(({ status }) => status === 201).map(booked);
    await cancel(first?.code ?? '');
    expect((await book({ ...who, time: '15:30' })).status, 'a cancelled one no longer counts').toBe(201);
    clock = new Date('2026-11-24T02:00:00.000Z');
    expect((await book({ ...who, day: '2026-11-26' })).status, 'one that has passed no longer counts').toBe(201);
  });

  it('of a citizen stands in the own list, with the account’s name and mail', async () => {
    const made = booked(await book({ time: '16:00' }, { who: citizen }));
    expect((await call(ListMyBookings, citizen)).body['items']).toEqual([made]);
    expect((await call(ListMyBookings, otherCitizen)).body['items']).toEqual([]);
    const kept = await bookingRepository(store.table).byCode(made.code);
    expect(kept?.person).toEqual({ name: citizen.name, email: citizen.email });
  });
});

describe('fifty people and seven places', () => {
  it('seven get one each, the others hear what is free next, and a place given back is given once', async () => {
    const seven = planFrom({ effectiveFrom: '2026-11-26', counters: [{ id: 'quay-1', name: 'Quầy 1', fields: [], perHalfHour: 4 }, { id: 'quay-9', name: 'Quầy 9', fields: [], perHalfHour: 3 }], walkInPercent: 0 });
    expect((await setPlan(seven)).status).toBe(200);
    const day = '2026-11-26';
    const answers = await Promise.all(Array.from({ length: 50 }, () => book({ day, time: '10:00' })));
    const made = answers.filter(({ status }) => status === 201).map(booked);
    const refused = answers.filter(({ status }) => status !== 201);
    expect(made).toHaveLength(7);
    expect(new Set(refused.map(code))).toEqual(new Set(['slot-full']));
    expect(refused[0]?.body.allowed).toEqual(['10:30', '13:00', '13:30', '14:00', '14:30', '15:00'].map((time) => `${day}T${time}`));
    const places = async () => (await rowsOf('place')).filter((row) => String(row['sk']).startsWith(`${day}T10:00`));
    const found = await places();
    expect(found).toHaveLength(7);
    const bookings = new Map((await rowsOf('booking')).map((row) => [row['bookingId'], row]));
    expect(new Set(found.map((row) => bookings.get(row['bookingId'])?.['code']))).toEqual(new Set(made.map((one) => one.code)));
    expect(await free('10:00', {}, day)).toBe(0);

    const [given] = made;
    const cancelled = await Promise.all(Array.from({ length: 5 }, () => cancel(given?.code ?? '')));
    expect(cancelled.map(({ status, body }) => (status === 200 ? 'done' : String(body.code))).toSorted((a, b) => (a < b ? -1 : 1))).toEqual(['booking-cancelled', 'booking-cancelled', 'booking-cancelled', 'booking-cancelled', 'done']);
    expect(await free('10:00', {}, day)).toBe(1);
    const again = await Promise.all(Array.from({ length: 10 }, () => book({ day, time: '10:00' })));
    expect(again.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(await places()).toHaveLength(7);
  });
});

describe('a booking changed by its code', () => {
  it('is cancelled once: the same request again is the same answer, another one is refused', async () => {
    const made = booked(await book({ day: '2026-11-25', time: '07:00' }));
    const [first, again] = [await cancel(made.code, 'cancel-it-once'), await cancel(made.code, 'cancel-it-once')];
    expect([first.status, again.body]).toEqual([200, first.body]);
    expect(first.body).toMatchObject({ state: 'cancelled', open: false });
    expect(code(await cancel(made.code))).toBe('booking-cancelled');
    expect(code(await move(made.code, { day: '2026-11-25', time: '08:00' }))).toBe('booking-cancelled');
  });

  it('is moved: the new place is taken, the old one free, and nothing is held twice', async () => {
    const made = booked(await book({ day: '2026-11-25', time: '08:00' }));
    expect(await free('08:00', {}, '2026-11-25')).toBe(0);
    const moved = await move(made.code, { day: '2026-11-25', time: '09:00' }, 'move-it-once');
    expect(moved.body).toMatchObject({ code: made.code, time: '09:00', open: true });
    expect((await move(made.code, { day: '2026-11-25', time: '09:00' }, 'move-it-once')).body).toEqual(moved.body);
    expect(await Promise.all(['08:00', '09:00'].map((time) => free(time, {}, '2026-11-25')))).toEqual([1, 0]);
    expect(code(await move(made.code, { day: '2026-11-25', time: '09:00' }))).toBe('slot-same');
    expect(code(await move(made.code, { day: '2026-11-24', time: '09:00' }))).toBe('slot-not-open');
    booked(await book({ day: '2026-11-25', time: '10:00' }));
    expect(code(await move(made.code, { day: '2026-11-25', time: '10:00' }))).toBe('slot-full');
    expect((await rowsOf('holder')).filter((row) => row['bookingId'] !== undefined && row['until'] === '2026-11-25T02:00:00.000Z')).toHaveLength(1);
  });

  it('moved and cancelled at once ends in one of both, with one place or none', async () => {
    const made = booked(await book({ day: '2026-11-25', time: '13:00' }));
    await Promise.all([move(made.code, { day: '2026-11-25', time: '14:00' }), cancel(made.code)]);
    const { body } = await call(GetBooking, nobody, { params: { bookingCode: made.code } });
    const left = (await rowsOf('place')).filter((row) => /^2026-11-25T1[34]:00/.test(String(row['sk'])));
    expect([body['state'], left.length]).toEqual(body['state'] === 'cancelled' ? ['cancelled', 0] : ['booked', 1]);
  });

  it('is closed when its half hour begins, and a guessed code is nobody’s', async () => {
    const made = booked(await book({ day: '2026-11-25', time: '15:00' }));
    clock = new Date('2026-11-25T08:00:00.000Z');
    expect(code(await cancel(made.code))).toBe('booking-begun');
    expect(code(await move(made.code, { day: '2026-11-26', time: '15:00' }))).toBe('booking-begun');
    expect(code(await cancel('DL-0000-0000-0000'))).toBe('booking-unknown');
    expect(code(await call(GetBooking, nobody, { params: { bookingCode: 'DL-1' } }))).toBe('request-invalid');
  });
});

describe('a desk that changes its plan', () => {
  it('lists who loses a place, tells each once, and reminds on the day before', async () => {
    const day = '2026-11-27';
    const made = booked(await book({ day, time: '08:00' }, { who: { ...citizen, subject: 'cong-dan-ba' } }));
    const other = booked(await book({ day, time: '08:00' }));
    const narrow = planFrom({ effectiveFrom: day, counters: [{ id: 'quay-7', name: 'Quầy 7', fields: [], perHalfHour: 2 }] });
    const preview = (await setPlan(narrow, leader, 'yes')).body as unknown as PlanView;
    expect(preview.unplaced.filter((one) => one.day === day).map((one) => `${one.code} ${one.told}`).toSorted()).toEqual([`${made.code} false`, `${other.code} false`].toSorted());
    expect((await call(GetBooking, nobody, { params: { bookingCode: made.code } })).body).toMatchObject({ withdrawn: false });
    await setPlan(narrow);
    expect((await call(GetBooking, nobody, { params: { bookingCode: made.code } })).body).toMatchObject({ state: 'booked', withdrawn: true, open: true });
    const watch = watchBookings({ bookings: bookingRepository(store.table), directory });
    expect(await watch({ now: clock, correlationId: 'cor_01K9M3Z5T8Q2W4E6R8Y0P1S3D5' })).toEqual({ unplaced: 2, near: 0 });
    expect(await watch({ now: clock, correlationId: 'cor_01K9M3Z5T8Q2W4E6R8Y0P1S3D5' })).toEqual({ unplaced: 0, near: 0 });
    const { unplaced } = (await call(GetDeskPlan, clerk, { params: { agencyCode } })).body as unknown as PlanView;
    expect(unplaced.filter((one) => one.day === day).map((one) => `${one.code} told ${one.told}, phone ${one.phone !== undefined}`).toSorted()).toEqual([`${made.code} told true, phone false`, `${other.code} told false, phone true`].toSorted());
    expect((await move(made.code, { day, time: '09:00' })).body).toMatchObject({ withdrawn: false, counter: 'Quầy 7' });

    const tomorrow = (hour: string) => ({ now: new Date(`2026-11-26T${hour}:00:00.000Z`), correlationId: 'cor_01K9M3Z5T8Q2W4E6R8Y0P1S3D5' });
    expect((await watch(tomorrow('00'))).near, 'not at seven in the morning').toBe(0);
    expect((await watch(tomorrow('01'))).near).toBe(1);
    expect((await watch(tomorrow('02'))).near, 'once').toBe(0);
    expect((await rowsOf('outbox')).filter((row) => row['detailType'] === 'booking.near.v1')).toHaveLength(1);
  });
});
