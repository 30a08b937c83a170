import { TicketServedV1 } from '../../events/procedure-submission/ticket-served.v1.ts';
import type { DeskPlan } from '../../shared/contracts/booking.ts';
import type { TicketAct } from '../../shared/contracts/ticket.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import { atLocal, localDate } from '../../shared/kernel/vietnam-time.ts';
import { postFor, type Officer } from '../../shared/runtime/actor.ts';
import { newEvent, type NewEvent } from '../../shared/runtime/outbox.ts';
import { bookingAfter } from './booking-transitions.ts';
import type { Booking } from './booking.ts';
import { countersFor, planOn } from './desk-slots.ts';
import { fieldsOf, type SlotDeps } from './free-slots.ts';
import type { BookingStore } from './booking-ports.ts';
import type { Asked } from './ports.ts';
import { ticketActs, ticketAfter } from './ticket-transitions.ts';
import type { TicketStore } from './ticket.repository.ts';
import { nextFor, type Ticket } from './ticket.ts';

export type TicketDeps = SlotDeps & { readonly bookings: BookingStore; readonly tickets: TicketStore };
type Place = { readonly agencyCode: string; readonly asked: Asked };

/** Clerks who call at one moment each get another number; this often one may be faster. */
const mostTries = 20;

const requireClerk = ({ agencyCode, asked }: Place, officer: Officer): string => {
  postFor(officer, agencyCode, ['one-stop-clerk'], asked.cause.now);
  return localDate(asked.cause.now);
};

/** The plan a desk works by on a day. Throws `booking-not-offered`. */
export const planOfDay = async ({ bookings }: { readonly bookings: Pick<BookingStore, 'plans'> }, agency: string, day: string): Promise<DeskPlan> => {
  const plan = planOn(await bookings.plans(agency), day);
  if (plan === undefined) throw new DomainError('booking-not-offered');
  return plan;
};

/** A request answered before is answered by the number it was about, as that stands now. */
const answeredBy = async ({ tickets }: Pick<TicketDeps, 'tickets'>, { agencyCode, asked }: Place, day: string): Promise<Ticket | undefined> => {
  const number = await tickets.answered(asked.requestKey);
  return number === undefined ? undefined : tickets.find(agencyCode, day, number);
};

/** Tries again where somebody else was faster. A refusal counts only where the same request, sent twice at once, was not what stands in the way. */
const untilWritten = async (attempt: () => Promise<Ticket | undefined>, answered: () => Promise<Ticket | undefined>): Promise<Ticket> => {
  for (let tries = 0; tries < mostTries; tries++) {
    const done = await answered() ?? await attempt().catch(async (error: unknown) => {
      const before = error instanceof DomainError ? await answered() : undefined;
      if (before === undefined) throw error;
      return before;
    });
    if (done !== undefined) return done;
  }
  throw new DomainError('busy', 'the numbers kept changing');
};

/** A booking whose holder stands at the desk on its day. Another desk's booking is none here. */
const arriving = async ({ bookings }: Pick<TicketDeps, 'bookings'>, code: string, agency: string, day: string): Promise<{ before: Booking; after: Booking }> => {
  const before = await bookings.byCode(code);
  const pointers = ['/body/bookingCode'];
  if (before === undefined || before.agency.code !== agency) throw new DomainError('booking-unknown', undefined, { pointers });
  const state = bookingAfter('arrive', before.state);
  if (state === undefined) throw new DomainError(before.state === 'cancelled' ? 'booking-cancelled' : 'booking-used', undefined, { pointers });
  if (before.place.day !== day) throw new DomainError('booking-other-day', undefined, { pointers });
  return { before, after: { ...before, state, revision: before.revision + 1 } };
};

type Issuing = Place & { readonly bookingCode?: string | undefined; readonly field?: string | undefined };
/** Gives somebody the next number of the day: who has a booking uses it by this, once. */
export const issueTicket = (deps: TicketDeps) => async (command: Issuing, officer: Officer): Promise<Ticket> => {
  const { agencyCode, bookingCode, field, asked } = command;
  const day = requireClerk(command, officer);
  const plan = await planOfDay(deps, agencyCode, day);
  const known = field === undefined ? undefined : fieldsOf([plan]).find(({ vi }) => vi === field);
  if (field !== undefined && (known === undefined || countersFor(plan, field).length === 0)) throw new DomainError('field-not-served', undefined, { pointers: ['/body/field'] });
  return untilWritten(async () => {
    const arrival = bookingCode === undefined ? undefined : await arriving(deps, bookingCode, agencyCode, day);
    const number = await deps.tickets.draw(agencyCode, day);
    const booking = arrival === undefined ? undefined : { ...arrival.after, ticket: number };
    const about = booking?.field ?? known;
    const ticket: Ticket = {
      agency: agencyCode, day, number, state: 'waiting', revision: 0, issuedAt: asked.cause.now.toISOString(), ...(about === undefined ? {} : { field: about }),
      ...(booking === undefined ? {} : { booked: { bookingId: booking.bookingId, time: booking.place.time, name: booking.person.name, ...(booking.dossierId === undefined ? {} : { dossierId: booking.dossierId }) } }),
    };
    return await deps.tickets.issue(ticket, arrival === undefined || booking === undefined ? undefined : { before: arrival.before, after: booking }, asked) ? ticket : undefined;
  }, () => answeredBy(deps, command, day));
};

/** Calls the next number to a counter. Two clerks who call at once never call the same one. */
export const callNext = (deps: TicketDeps) => async (command: Place & { readonly counterId: string }, officer: Officer): Promise<Ticket> => {
  const { agencyCode, counterId, asked } = command;
  const { now } = asked.cause;
  const day = requireClerk(command, officer);
  const plan = await planOfDay(deps, agencyCode, day);
  const counter = plan.counters.find(({ id }) => id === counterId);
  if (counter === undefined) throw new DomainError('counter-unknown');
  return untilWritten(async () => {
    const all = await deps.tickets.ofDay(agencyCode, day);
    if (all.some((ticket) => ticket.counter === counterId && (ticket.state === 'called' || ticket.state === 'serving'))) throw new DomainError('counter-occupied');
    const before = nextFor(counter, all, plan, now);
    if (before === undefined) throw new DomainError('nobody-waits');
    const after: Ticket = { ...before, state: ticketAfter('call', before.state) ?? before.state, revision: before.revision + 1, counter: counterId, calledAt: now.toISOString() };
    return await deps.tickets.change(before, after, asked) ? after : undefined;
  }, () => answeredBy(deps, command, day));
};

const seconds = (from: string, to: string): number => Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 1000));
const servedEvent = ({ agency, day, number, counter = '', booked, issuedAt, servedAt = issuedAt }: Ticket, asked: Asked): NewEvent => {
  const start = booked === undefined ? issuedAt : atLocal(day, booked.time).toISOString();
  return newEvent(TicketServedV1, {
    agencyCode: agency, servedOn: day, number, counter, booked: booked !== undefined, waitedSeconds: seconds(start > issuedAt ? start : issuedAt, servedAt), servedSeconds: seconds(servedAt, asked.cause.now.toISOString()), servedAt,
  }, asked.cause);
};

type Acting = Place & { readonly number: number; readonly act: TicketAct };
const stampOf = (act: TicketAct, at: string): Partial<Ticket> => (act === 'serve' ? { servedAt: at } : act === 'finish' ? { doneAt: at } : {});

/** Begins or finishes serving a number of today, or puts it aside. Throws `not-found`, `ticket-conflict` with what is allowed, `ticket-called-just-now`. */
export const actOnTicket = (deps: TicketDeps) => async (command: Acting, officer: Officer): Promise<Ticket> => {
  const { agencyCode, number, act, asked } = command;
  const { now } = asked.cause;
  const day = requireClerk(command, officer);
  return untilWritten(async () => {
    const before = await deps.tickets.find(agencyCode, day, number);
    if (before === undefined) throw new DomainError('not-found');
    const state = ticketAfter(act, before.state);
    if (state === undefined) throw new DomainError('ticket-conflict', undefined, { extra: { allowed: ticketActs(before.state) } });
    if (act === 'miss') {
      const { noShowMinutes } = await planOfDay(deps, agencyCode, day);
      if (now.getTime() < Date.parse(before.calledAt ?? '') + noShowMinutes * 60_000) throw new DomainError('ticket-called-just-now');
    }
    const { counter: _counter, calledAt: _calledAt, ...waitingAgain } = before;
    const after: Ticket = { ...(act === 'put-back' ? waitingAgain : before), ...stampOf(act, now.toISOString()), state, revision: before.revision + 1 };
    return await deps.tickets.change(before, after, asked, act === 'finish' ? servedEvent(after, asked) : undefined) ? after : undefined;
  }, () => answeredBy(deps, command, day));
};
