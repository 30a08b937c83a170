import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { BookSlot, CancelBooking, GetBooking, SetDeskPlan, type BookingView } from '../../shared/contracts/booking.ts';
import { ActOnTicket, CallNext, GetDeskDay, GetWaitingBoard, IssueTicket, type DeskDay, type DeskTicket, type TicketAct, type WaitingBoard } from '../../shared/contracts/ticket.ts';
import type { Actor } from '../../shared/runtime/actor.ts';
import { tables } from '../../shared/tables/table-spec.ts';
import { createTable, type TestTable } from '../support/table.ts';
import { bookingApi, field, planFrom, type BookingApi } from './support/bookings.ts';
import type { Answered } from './support/desk.ts';
import { agencyCode, clerk, leader, now, otherAgencyCode, procedure, secondClerk, strangerClerk } from './support/dossiers.ts';
import { nobody } from './support/steps.ts';

let store: TestTable;
let call: BookingApi;
let clock = now;
type Answer = Omit<Answered, 'took'>;
/** `HH:mm` of Friday 20 November 2026 in Việt Nam. */
const at = (time: string): void => { clock = new Date(`2026-11-20T${time}:00+07:00`); };
beforeAll(async () => {
  store = await createTable(tables['procedure-submission'], inject('endpoint'));
  call = bookingApi(store.table, () => clock);
  const answer = await call(SetDeskPlan, leader, { params: { agencyCode }, body: planFrom({ leadMinutes: 0, walkInPercent: 0, openPerPerson: 5 }) });
  expect(answer.status).toBe(200);
});
afterAll(() => store.drop());
beforeEach(() => { at('09:00'); });

let people = 0;
const book = async (time: string, day = '2026-11-20'): Promise<BookingView> => {
  const answer = await call(BookSlot, nobody, { params: { agencyCode }, body: { day, time, procedure: procedure.code, name: `Người Thứ ${++people}`, phone: `09${String(people).padStart(8, '0')}` } });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body as unknown as BookingView;
};
const issue = (body: Record<string, unknown> = {}, { who = clerk, key }: { who?: Actor; key?: string } = {}): Promise<Answer> => call(IssueTicket, who, { params: { agencyCode }, body, ...(key === undefined ? {} : { key }) });
const next = (counterId: string, { who = clerk, key }: { who?: Actor; key?: string } = {}): Promise<Answer> => call(CallNext, who, { params: { agencyCode, counterId }, ...(key === undefined ? {} : { key }) });
const act = (number: number, doing: TicketAct, who: Actor = clerk): Promise<Answer> => call(ActOnTicket, who, { params: { agencyCode, number: String(number) }, body: { act: doing } });
const numberOf = ({ body, status }: Answer): number => { expect(status, JSON.stringify(body)).toBeLessThan(300); return (body as unknown as DeskTicket).number; };
const code = ({ body }: Answer): unknown => body.code;
const today = async (): Promise<DeskDay> => (await call(GetDeskDay, clerk, { params: { agencyCode } })).body as unknown as DeskDay;
const serve = async (number: number): Promise<void> => { expect([(await act(number, 'serve')).status, (await act(number, 'finish')).status]).toEqual([200, 200]); };

describe('numbers of a desk', () => {
  it('run from 1, each once, however many ask at one moment', async () => {
    const drawn = await Promise.all(Array.from({ length: 12 }, () => issue()));
    expect(new Set(drawn.map(numberOf)).size).toBe(12);
    const same = await Promise.all(Array.from({ length: 4 }, () => issue({}, { key: 'one-number-only' })));
    expect(new Set(same.map(numberOf)).size).toBe(1);
    expect((await today()).tickets.filter(({ state }) => state === 'waiting')).toHaveLength(13);
  });

  it('are called each to one counter only, in their order', async () => {
    const waiting = (await today()).tickets.map(({ number }) => number);
    const called = await Promise.all(['quay-1', 'quay-2'].map((counter, index) => next(counter, { who: index === 0 ? clerk : secondClerk })));
    const numbers = called.map(numberOf);
    expect(numbers.toSorted((a, b) => a - b)).toEqual(waiting.slice(0, 2));
    expect(code(await next('quay-1'))).toBe('counter-occupied');
    expect(code(await next('quay-7'))).toBe('counter-unknown');
    for (const number of numbers) await serve(number);
    const events = (await store.rows()).filter((row) => row['detailType'] === 'ticket.served.v1');
    expect(events).toHaveLength(2);
    expect(JSON.parse(String(events[0]?.['detail']))).toMatchObject({ data: { agencyCode, servedOn: '2026-11-20', booked: false, waitedSeconds: 0 } });
  });

  it('go through their states only: what is not allowed says what is', async () => {
    const number = numberOf(await next('quay-1', { key: 'call-it-once' }));
    expect(numberOf(await next('quay-1', { key: 'call-it-once' })), 'the same request calls nobody else').toBe(number);
    const refused = await act(number, 'finish');
    expect([code(refused), refused.body.allowed]).toEqual(['ticket-conflict', ['serve', 'miss', 'put-back']]);
    expect(code(await act(number, 'miss'))).toBe('ticket-called-just-now');
    at('09:05');
    expect((await act(number, 'miss')).body).toMatchObject({ state: 'missed', allowed: ['put-back'] });
    expect((await act(number, 'put-back')).body).toMatchObject({ state: 'waiting' });
    expect(code(await act(9999, 'serve'))).toBe('not-found');
    expect(code(await call(ActOnTicket, strangerClerk, { params: { agencyCode, number: String(number) }, body: { act: 'serve' } }))).toBe('not-found');
    expect(code(await call(IssueTicket, strangerClerk, { params: { agencyCode: otherAgencyCode }, body: {} }))).toBe('booking-not-offered');
    expect(code(await issue({}, { who: leader }))).toBe('not-allowed');
    expect(code(await issue({ field: 'Thiên văn' }))).toBe('field-not-served');
  });
});

describe('who has a booking', () => {
  it('draws a number by its code, once, on its day and at its desk', async () => {
    at('10:00');
    const made = await book('10:00', '2026-11-23');
    expect(code(await issue({ bookingCode: made.code }))).toBe('booking-other-day');
    expect(code(await issue({ bookingCode: 'DL-0000-0000-0000' }))).toBe('booking-unknown');
    const cancelled = await book('15:00');
    await call(CancelBooking, nobody, { params: { bookingCode: cancelled.code } });
    expect(code(await issue({ bookingCode: cancelled.code }))).toBe('booking-cancelled');
    const used = await book('15:30');
    const answers = await Promise.all(Array.from({ length: 3 }, () => issue({ bookingCode: `https://example.vn/dat-lich/?ma=${used.code}` })));
    expect(answers.map((answer) => (answer.status === 201 ? 'drawn' : String(code(answer)))).toSorted((a, b) => (a < b ? -1 : 1))).toEqual(['booking-used', 'booking-used', 'drawn']);
    const drawn = answers.filter(({ status }) => status === 201).map(numberOf);
    expect((await call(GetBooking, nobody, { params: { bookingCode: used.code } })).body).toMatchObject({ state: 'arrived', open: false, ticket: drawn[0] });
    expect(code(await call(CancelBooking, nobody, { params: { bookingCode: used.code } }))).toBe('booking-used');
  });

  it('is called first when the half hour has begun, and after everybody while it has not', async () => {
    at('13:20');
    const [soon, later] = [await book('13:30'), await book('16:00')];
    const early = numberOf(await issue({ bookingCode: later.code }));
    const inTime = numberOf(await issue({ bookingCode: soon.code }));
    const order = async (): Promise<number[]> => (await today()).tickets.filter(({ state }) => state === 'waiting').map(({ number }) => number);
    expect((await order()).slice(-3), 'all three are early, the other one for 15:30').toEqual([inTime, expect.any(Number), early]);
    at('13:30');
    expect([(await order())[0], (await order()).at(-1)]).toEqual([inTime, early]);
    expect(numberOf(await next('quay-2'))).toBe(inTime);
    await serve(inTime);
    const late = await book('14:00');
    at('14:20');
    const tooLate = numberOf(await issue({ bookingCode: late.code }));
    expect((await order())[0], 'twenty minutes late, she waits by her number').not.toBe(tooLate);
    const { bookings, slots, waitMinutes } = await today();
    expect(bookings.find((one) => one.code === soon.code)).toMatchObject({ time: '13:30', state: 'arrived', ticket: inTime, phone: expect.stringMatching(/^09/) as string, matter: procedure.name });
    expect(slots.find(({ time }) => time === '13:30')).toEqual({ time: '13:30', places: 6 });
    expect(waitMinutes).toBeGreaterThan(0);
  });
});

it('the hall sees numbers and counters, and nothing of anybody', async () => {
  at('16:20');
  const number = numberOf(await next('quay-1'));
  const { body } = await call(GetWaitingBoard, nobody, { params: { agencyCode } });
  const board = body as unknown as WaitingBoard;
  expect(board.called[0]).toEqual({ number, counter: 'Quầy 1' });
  expect(board.waiting).toBe((await today()).tickets.filter(({ state }) => state === 'waiting').length);
  expect(JSON.stringify(board)).not.toMatch(/Người|DL-|0900/);
  expect(code(await call(GetWaitingBoard, nobody, { params: { agencyCode: 'H30.99.99' } }))).toBe('agency-unknown');
});

it('a counter with nobody to call says so; a counter of one field leaves other fields to others', async () => {
  clock = new Date('2026-11-23T00:30:00.000Z');
  expect(code(await next('quay-2'))).toBe('nobody-waits');
  const answer = await call(SetDeskPlan, leader, { params: { agencyCode }, body: planFrom({ effectiveFrom: '2026-11-23', counters: [...planFrom().counters, { id: 'quay-3', name: 'Quầy 3', fields: [{ vi: 'Đất đai', en: 'Land' }], perHalfHour: 1 }] }) });
  expect(answer.status).toBe(200);
  const number = numberOf(await issue({ field: field.vi }));
  expect(number, 'a new day begins at 1').toBe(1);
  expect(code(await next('quay-3'))).toBe('nobody-waits');
  expect(numberOf(await next('quay-1'))).toBe(number);
});
