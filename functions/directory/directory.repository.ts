import * as z from 'zod';
import { Agency } from '../../shared/contracts/agency.ts';
import { AgencyCalendar } from '../../shared/kernel/working-time/agency-calendar.ts';
import { CalendarSpec } from '../../shared/kernel/working-time/calendar.ts';
import type { Table } from '../../shared/runtime/dynamo.ts';
import { put, putOnce } from '../../shared/runtime/transaction.ts';
import type { Row, Write } from '../../shared/runtime/transaction.ts';
import type { RegisteredAgency } from './agency.ts';
import { agencyChangeKey, agencyKey, agencyPartition, calendarCountKey, calendarKey, calendarPartition, treeKey } from './directory.keys.ts';
import type { AgencyStore, CalendarStore } from './ports.ts';
import { outbox, putRevision, transactOrClash } from './revisions.repository.ts';

const AgencyRow = z.object({ agency: Agency, revision: z.int().positive() });
const AgencyCalendarRow = z.object({ version: z.int().positive(), provinceVersion: z.int().positive(), own: AgencyCalendar });
const CalendarRow = z.object({ version: z.int().positive(), spec: CalendarSpec });

const agencyOf = (row: Row): RegisteredAgency => AgencyRow.parse(row);

/** Writes the next revision of the tree: two who decided on the same one cannot both go on. */
const putTree = (after: number): Write => put({ ...treeKey, entity: 'agency-tree', revision: after + 1 }, after === 0 ? { expression: 'attribute_not_exists(pk)' } : { expression: 'revision = :after', values: { ':after': after } });

export const agencyStore = (table: Table): AgencyStore => ({
  tree: async () => {
    // the revision first: what is written after it was read makes the write that relies on it clash
    const revision = Number((await table.get(treeKey, { consistent: true }))?.['revision'] ?? 0);
    const agencies: RegisteredAgency[] = [];
    let after: string | undefined;
    do {
      const page = await table.query({ pk: agencyPartition, after, consistent: true });
      agencies.push(...page.items.map(agencyOf));
      after = page.cursor;
    } while (after !== undefined);
    return { revision, agencies };
  },
  named: async (codes) => {
    const rows = await table.getMany(codes.map(agencyKey), { consistent: true });
    return new Map(rows.map(agencyOf).map((one) => [one.agency.code, one]));
  },
  register: ({ agencies, after, change: { by, at } }, events) => transactOrClash(table, [
    putTree(after),
    ...agencies.flatMap(({ agency, revision }) => [
      putRevision({ ...agencyKey(agency.code), entity: 'agency', agency, revision }, revision),
      putOnce({ ...agencyChangeKey(agency.code, revision), entity: 'change', by, at: at.toISOString(), agency }),
    ]),
    ...outbox(events),
  ]),
});

/** The next version, whoever's calendar it is; two who publish at once cannot both have it. */
const countVersion = (version: number): Write => put({ ...calendarCountKey, entity: 'calendar-count', version }, { expression: 'attribute_not_exists(pk) OR version < :version', values: { ':version': version } });

export const calendarStore = (table: Table): CalendarStore => {
  const newest = async (agency?: string): Promise<Row | undefined> => (await table.query({ pk: calendarPartition(agency), newestFirst: true, limit: 1, consistent: true })).items[0];
  const current: CalendarStore['current'] = async () => {
    const row = await newest();
    return row === undefined ? undefined : CalendarRow.parse(row);
  };
  return {
    current,
    lastVersion: async () => Number((await table.get(calendarCountKey, { consistent: true }))?.['version'] ?? (await current())?.version ?? 0),
    currentOf: async (agency) => {
      const row = await newest(agency);
      return row === undefined ? undefined : AgencyCalendarRow.parse(row);
    },
    publish: ({ version, spec }, event) => transactOrClash(table, [putOnce({ ...calendarKey(version), entity: 'calendar', version, spec }), countVersion(version), ...outbox([event])]),
    publishFor: (agency, calendar, event) => transactOrClash(table, [putOnce({ ...calendarKey(calendar.version, agency), entity: 'agency-calendar', ...calendar }), countVersion(calendar.version), ...outbox([event])]),
  };
};
