import { describe, expect, it } from 'vitest';
import { inOrder, nextFor, waitMinutes, type Ticket } from '../../functions/procedure-submission/ticket.ts';
import { ticketActs, ticketAfter, ticketStates, ticketTransitions, type TicketState } from '../../functions/procedure-submission/ticket-transitions.ts';
import { field, land, planFrom } from './support/bookings.ts';

const day = '2026-11-20';
const at = (time: string): string => new Date(`${day}T${time}:00+07:00`).toISOString();
const ticket = (number: number, issued: string, changes: Partial<Ticket> = {}): Ticket => ({ agency: 'H30.19.01', day, number, state: 'waiting', revision: 0, issuedAt: at(issued), ...changes });
const booked = (time: string): Pick<Ticket, 'booked'> => ({ booked: { bookingId: 'bkg_01K9M3Z5T8Q2W4E6R8Y0P1S3D5', time, name: '' } });
const plan = planFrom();

describe('the order of being called', () => {
  const tickets = [ticket(1, '07:50'), ticket(2, '07:55', booked('08:30')), ticket(3, '07:56', booked('08:00')), ticket(4, '08:10', booked('08:00')), ticket(5, '08:16', booked('08:00')), ticket(6, '07:59', { state: 'done' })];
  it.each([['07:58', [1, 3, 2]], ['08:00', [3, 1, 2]], ['08:20', [3, 4, 1, 5, 2]], ['08:30', [3, 4, 2, 1, 5]]] as const)('at %s is %j', (time, order) => {
    const now = new Date(at(time));
    expect(inOrder(tickets.filter(({ issuedAt }) => issuedAt <= now.toISOString()), plan, now).map(({ number }) => number)).toEqual(order);
  });

  it('leaves what a counter does not serve to the others', () => {
    const [general, special] = plan.counters;
    const both = [ticket(1, '07:50', { field: land }), ticket(2, '07:51', { field })];
    expect([general, special].map((counter) => counter && nextFor(counter, both, plan, new Date(at('08:00')))?.number)).toEqual([1, 2]);
  });
});

describe('the wait', () => {
  const now = new Date(at('09:00'));
  const served = (number: number, from: string, to: string, counter: string): Ticket => ticket(number, '07:00', { state: 'done', counter, calledAt: at(from), servedAt: at(from), doneAt: at(to) });
  const waiting = [ticket(10, '08:50'), ticket(11, '08:51'), ticket(12, '08:52'), ticket(13, '08:53')];

  it('is what the plan says until enough were served, and then the middle of what it took', () => {
    expect(waitMinutes(waiting, plan, now)).toBe(40);
    expect(waitMinutes([...waiting, served(1, '08:40', '08:44', 'quay-1'), served(2, '08:44', '08:50', 'quay-1'), served(3, '08:50', '09:00', 'quay-1')], plan, now)).toBe(24);
  });

  it('is shared among the counters that called in the last half hour, and nothing where nobody waits', () => {
    const two = [served(1, '08:40', '08:44', 'quay-1'), served(2, '08:44', '08:50', 'quay-2'), served(3, '08:50', '09:00', 'quay-1'), served(4, '08:00', '08:06', 'quay-3')];
    expect(waitMinutes([...waiting, ...two], plan, now)).toBe(12);
    expect(waitMinutes(two, plan, now)).toBe(0);
  });
});

it('a number ends where it was served; who did not come may wait again', () => {
  const states = Object.keys(ticketStates) as TicketState[];
  expect(states.filter((state) => !ticketTransitions.some(({ from }) => (from as readonly string[]).includes(state)))).toEqual(['done']);
  expect(ticketActs('missed')).toEqual(['put-back']);
  expect([ticketAfter('call', 'waiting'), ticketAfter('call', 'called')]).toEqual(['called', undefined]);
});
