import type { DeskDay, WaitingBoard } from '../../shared/contracts/ticket.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import { localDate } from '../../shared/kernel/vietnam-time.ts';
import { postFor, type Officer } from '../../shared/runtime/actor.ts';
import { deskRoles } from './desk-rights.ts';
import { bookableSeats, planOn, timesOf } from './desk-slots.ts';
import { deskOf } from './free-slots.ts';
import { planOfDay, type TicketDeps } from './serve-tickets.ts';
import { inOrder, ticketView, waitMinutes } from './ticket.ts';

/** The bookings and numbers of a day; who waits stands first, in the order of being called. */
export const deskDay = (deps: TicketDeps) => async (agency: string, asked: string | undefined, officer: Officer, now: Date): Promise<DeskDay> => {
  postFor(officer, agency, deskRoles, now);
  const day = asked ?? localDate(now);
  const [desk, taken, tickets] = await Promise.all([deskOf(deps, agency), deps.bookings.taken(agency, { from: day, to: day }), deps.tickets.ofDay(agency, day)]);
  const plan = planOn(desk.plans, day);
  const bookings = await deps.bookings.findMany(taken.map(({ bookingId }) => bookingId));
  const waiting = plan === undefined ? [] : inOrder(tickets, plan, now);
  const places = plan?.counters.reduce((sum, counter) => sum + bookableSeats(plan, counter), 0) ?? 0;
  return {
    day, ...(plan === undefined ? {} : { plan }), slots: timesOf(desk.calendar, day).map((time) => ({ time, places })),
    bookings: bookings.toSorted((a, b) => (a.place.time < b.place.time ? -1 : 1)).map(({ code, place, person, procedure, field, state, ticket, dossierId }) => {
      const matter = procedure?.name ?? field;
      return { code, time: place.time, counter: place.counter, name: person.name, state, ...(person.phone === undefined ? {} : { phone: person.phone }), ...(matter === undefined ? {} : { matter }), ...(ticket === undefined ? {} : { ticket }), ...(dossierId === undefined ? {} : { dossierId }) };
    }),
    tickets: [...waiting, ...tickets.filter(({ state }) => state !== 'waiting')].map(ticketView), waitMinutes: plan === undefined ? 0 : waitMinutes(tickets, plan, now),
  };
};

/** So old may the board of a hall be: every screen of the province may ask as often as it likes. */
const freshMilliseconds = 3_000;
const shown = { called: 6, next: 8 };

/** What hangs in the hall. Read once for all who ask within some seconds. */
export const waitingBoard = (deps: TicketDeps) => {
  const held = new Map<string, { readonly board: Promise<WaitingBoard>; readonly at: number }>();
  const read = async (agencyCode: string, now: Date): Promise<WaitingBoard> => {
    const agency = await deps.directory.agency(agencyCode);
    if (agency === undefined) throw new DomainError('agency-unknown');
    const day = localDate(now);
    const [plan, tickets] = await Promise.all([planOfDay(deps, agencyCode, day), deps.tickets.ofDay(agencyCode, day)]);
    const waiting = inOrder(tickets, plan, now);
    const called = tickets.filter(({ state }) => state === 'called' || state === 'serving').toSorted((a, b) => ((a.calledAt ?? '') < (b.calledAt ?? '') ? 1 : -1));
    return {
      agency: { code: agency.code, name: agency.name }, at: now.toISOString(), waiting: waiting.length, waitMinutes: waitMinutes(tickets, plan, now),
      called: called.slice(0, shown.called).map(({ number, counter }) => ({ number, counter: plan.counters.find(({ id }) => id === counter)?.name ?? '' })), next: waiting.slice(0, shown.next).map(({ number }) => number),
    };
  };
  return (agencyCode: string, now: Date): Promise<WaitingBoard> => {
    const known = held.get(agencyCode);
    if (known !== undefined && now.getTime() - known.at < freshMilliseconds) return known.board;
    const board = read(agencyCode, now);
    held.set(agencyCode, { board, at: now.getTime() });
    board.catch(() => { held.delete(agencyCode); });
    return board;
  };
};
