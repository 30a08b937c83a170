import type { DeskCounter, DeskPlan } from '../../shared/contracts/booking.ts';
import type { DeskTicket } from '../../shared/contracts/ticket.ts';
import type { Localised } from '../../shared/kernel/localised.ts';
import { atLocal } from '../../shared/kernel/vietnam-time.ts';
import { ticketActs, type TicketState } from './ticket-transitions.ts';

/** A number of a desk on a day. `booked`: drawn with a booking of that half hour. */
export type Ticket = {
  readonly agency: string; readonly day: string; readonly number: number; readonly state: TicketState; readonly revision: number; readonly issuedAt: string;
  readonly field?: Localised; readonly booked?: { readonly bookingId: string; readonly time: string; readonly name: string; readonly dossierId?: string };
  readonly counter?: string; readonly calledAt?: string; readonly servedAt?: string; readonly doneAt?: string;
};

const serves = ({ fields }: DeskCounter, { field }: Ticket): boolean => fields.length === 0 || field === undefined || fields.some(({ vi }) => vi === field.vi);

/** 0: booked for a half hour that has begun, and there in time; 1: everybody else in the order of numbers; 2: booked for later and early. */
const rankOf = ({ booked, issuedAt, day }: Ticket, plan: DeskPlan, now: Date): 0 | 1 | 2 => {
  if (booked === undefined) return 1;
  const start = atLocal(day, booked.time).getTime();
  if (start > now.getTime()) return 2;
  return Date.parse(issuedAt) <= start + plan.graceMinutes * 60_000 ? 0 : 1;
};

/** Who waits, in the order of being called. */
export const inOrder = (tickets: readonly Ticket[], plan: DeskPlan, now: Date): Ticket[] =>
  tickets.filter(({ state }) => state === 'waiting').map((ticket) => ({ ticket, rank: rankOf(ticket, plan, now) }))
    .toSorted((a, b) => a.rank - b.rank || (a.rank === 1 ? 0 : (a.ticket.booked?.time ?? '').localeCompare(b.ticket.booked?.time ?? '', 'en')) || a.ticket.number - b.ticket.number)
    .map(({ ticket }) => ticket);

export const nextFor = (counter: DeskCounter, tickets: readonly Ticket[], plan: DeskPlan, now: Date): Ticket | undefined => inOrder(tickets, plan, now).find((ticket) => serves(counter, ticket));

/** The day tells how long one person takes when enough were served; these many of the last count. */
const enough = 3;
const lastServed = 20;
/** A counter that called nobody for this long is not counted as open. */
const openMilliseconds = 30 * 60_000;

/** Whole minutes somebody who draws a number now will wait: those before, shared among the counters that call. */
export const waitMinutes = (tickets: readonly Ticket[], plan: DeskPlan, now: Date): number => {
  const took = tickets.flatMap(({ servedAt, doneAt }) => (servedAt === undefined || doneAt === undefined ? [] : [{ doneAt, minutes: (Date.parse(doneAt) - Date.parse(servedAt)) / 60_000 }]))
    .toSorted((a, b) => (a.doneAt < b.doneAt ? 1 : -1)).slice(0, lastServed).map(({ minutes }) => minutes).toSorted((a, b) => a - b);
  const one = took.length < enough ? plan.serviceMinutes : Math.max(1, took[Math.floor(took.length / 2)] ?? plan.serviceMinutes);
  const open = new Set(tickets.flatMap(({ counter, calledAt }) => (counter !== undefined && calledAt !== undefined && now.getTime() - Date.parse(calledAt) <= openMilliseconds ? [counter] : []))).size;
  const waiting = tickets.filter(({ state }) => state === 'waiting').length;
  return Math.ceil((waiting * one) / Math.max(1, open));
};

export const ticketView = ({ number, state, field, issuedAt, calledAt, servedAt, doneAt, counter, booked }: Ticket): DeskTicket => ({
  number, state, issuedAt, allowed: ticketActs(state), ...(field === undefined ? {} : { field }), ...(calledAt === undefined ? {} : { calledAt }), ...(servedAt === undefined ? {} : { servedAt }), ...(doneAt === undefined ? {} : { doneAt }),
  ...(counter === undefined ? {} : { counter }), ...(booked === undefined ? {} : { booked: { time: booked.time, name: booked.name, ...(booked.dossierId === undefined ? {} : { dossierId: booked.dossierId }) } }),
});
