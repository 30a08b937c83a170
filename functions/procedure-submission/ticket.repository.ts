import type { Table } from '../../shared/runtime/dynamo.ts';
import { findReplay, requestRow } from '../../shared/runtime/idempotency.ts';
import { outboxRow, type NewEvent } from '../../shared/runtime/outbox.ts';
import { contentOf, put, putOnce, WriteRefused, type Write } from '../../shared/runtime/transaction.ts';
import { ticketKey, ticketOrdinalKey, ticketsPartition } from './booking.keys.ts';
import { bookingRules } from './booking-rules.ts';
import { arrivalWrites } from './booking.repository.ts';
import type { Booking } from './booking.ts';
import type { Asked } from './ports.ts';
import type { Ticket } from './ticket.ts';

export type TicketStore = {
  readonly ofDay: (agency: string, day: string) => Promise<Ticket[]>;
  readonly find: (agency: string, day: string, number: number) => Promise<Ticket | undefined>;
  /** the next number of a desk on a day; one drawn in vain is never drawn again */
  readonly draw: (agency: string, day: string) => Promise<number>;
  /** the number an earlier answer to this request was about */
  readonly answered: (key: Asked['requestKey']) => Promise<number | undefined>;
  /** one transaction each; false when somebody else was faster, or the request was answered meanwhile */
  readonly issue: (ticket: Ticket, arrival: { readonly before: Booking; readonly after: Booking } | undefined, asked: Asked) => Promise<boolean>;
  readonly change: (before: Ticket, after: Ticket, asked: Asked, event?: NewEvent) => Promise<boolean>;
};

const rowOf = (ticket: Ticket) => ({ ...ticketKey(ticket.agency, ticket.day, ticket.number), entity: 'ticket', ...ticket, expiresAt: Math.floor(Date.parse(ticket.issuedAt) / 1000) + bookingRules.keepDays * 86_400 });

export const ticketRepository = (table: Table): TicketStore => {
  const written = async (asked: Asked, { number }: Ticket, writes: readonly Write[]): Promise<boolean> => {
    try {
      await table.transact([requestRow(asked.requestKey, String(number), asked.cause.now), ...writes]);
      return true;
    } catch (error) {
      if (error instanceof WriteRefused) return false;
      throw error;
    }
  };
  return {
    ofDay: async (agency, day) => {
      const found: Ticket[] = [];
      let after: string | undefined;
      do {
        const page = await table.query({ pk: ticketsPartition(agency, day), after, consistent: true });
        found.push(...page.items.map((row) => contentOf<Ticket>(row)));
        after = page.cursor;
      } while (after !== undefined);
      return found;
    },
    find: async (agency, day, number) => {
      const row = await table.get(ticketKey(agency, day, number), { consistent: true });
      return row === undefined ? undefined : contentOf<Ticket>(row);
    },
    draw: async (agency, day) => Number((await table.updateAndGet(ticketOrdinalKey(agency, day), { expression: 'ADD #last :one SET entity = :entity', names: { '#last': 'last' }, values: { ':one': 1, ':entity': 'ticket-ordinal' } }))['last']),
    answered: async (key) => { const ref = await findReplay(table, key); return ref === undefined ? undefined : Number(ref); },
    issue: (ticket, arrival, asked) => written(asked, ticket, [putOnce(rowOf(ticket)), ...(arrival === undefined ? [] : arrivalWrites(arrival.before, arrival.after))]),
    change: (before, after, asked, event) => written(asked, after, [
      put(rowOf(after), { expression: 'revision = :seen', values: { ':seen': before.revision } }), ...(event === undefined ? [] : [put(outboxRow(event))]),
    ]),
  };
};
