import { AgencyRegisteredV1 } from '../../events/directory/agency-registered.v1.ts';
import { AgencyCode } from '../../shared/kernel/agency-code.ts';
import { systemClock, type Clock } from '../../shared/kernel/clock.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import { CalendarSpec, compileCalendar, type WorkingCalendar } from '../../shared/kernel/working-time/calendar.ts';
import type { Table } from '../../shared/runtime/dynamo.ts';
import { put, putOnce, WriteRefused, type Row, type Write } from '../../shared/runtime/transaction.ts';
import type { Directory, KnownAgency } from './ports.ts';
import { agencyKey, calendarKey, calendarVersionKey } from './procedure.keys.ts';

const AgencyFacts = AgencyRegisteredV1.data.pick({ name: true, level: true, parent: true, validFrom: true, validTo: true, earlier: true, successors: true }).extend({ code: AgencyCode });

/** Calendar and agencies change a few times a year; half a minute late is soon enough, and spares each request a read of both. */
const freshMilliseconds = 30_000;

export type DirectoryCopy = Directory & {
  /** An older version than the one held is left alone: events may arrive out of order, and twice. */
  readonly keepCalendar: (version: number, spec: CalendarSpec) => Promise<void>;
  readonly keepAgency: (revision: number, agency: KnownAgency) => Promise<void>;
};

type InForce = { readonly version: number; readonly calendar: WorkingCalendar };
const compiled = (row: Row): WorkingCalendar => compileCalendar(CalendarSpec.parse(JSON.parse(String(row['calendar']))));

/** What this workflow knows of the directory, from its events: the working calendar and the agencies. */
export const directoryCopy = (table: Table, clock: Clock = systemClock): DirectoryCopy => {
  let held: InForce | undefined;
  let readAt = -Infinity;
  const earlier = new Map<number, WorkingCalendar>();
  const agencies = new Map<string, { readonly agency: KnownAgency; readonly readAt: number }>();

  const keepNewer = async (write: Write): Promise<void> => {
    try {
      await table.write(write);
    } catch (error) {
      if (!(error instanceof WriteRefused)) throw error;
    }
  };
  const calendarInForce = async (): Promise<InForce> => {
    const now = clock().getTime();
    if (held !== undefined && now - readAt < freshMilliseconds) return held;
    const row = await table.get(calendarKey);
    if (row === undefined) throw new DomainError('calendar-not-published');
    const version = Number(row['version']);
    if (held?.version !== version) held = { version, calendar: compiled(row) };
    readAt = now;
    return held;
  };
  const newer = (version: number) => ({ expression: 'attribute_not_exists(pk) OR version < :version', values: { ':version': version } });

  return {
    calendarInForce,
    /** A version that was not kept apart is the one in force, or older than the keeping of versions. */
    calendar: async (version) => {
      const inForce = await calendarInForce();
      if (version === undefined || version === inForce.version) return inForce.calendar;
      const known = earlier.get(version);
      if (known !== undefined) return known;
      const row = await table.get(calendarVersionKey(version));
      if (row === undefined) return inForce.calendar;
      const calendar = compiled(row);
      earlier.set(version, calendar);
      return calendar;
    },

    /** One that is not known yet is looked for every time: it may arrive any moment. */
    agency: async (code) => {
      const now = clock().getTime();
      const known = agencies.get(code);
      if (known !== undefined && now - known.readAt < freshMilliseconds) return known.agency;
      const row = await table.get(agencyKey(code));
      if (row === undefined) return undefined;
      const agency = AgencyFacts.parse(row['agency']) as KnownAgency;
      agencies.set(code, { agency, readAt: now });
      return agency;
    },

    /** The version first: what the one in force names can always be read. */
    keepCalendar: async (version, spec) => {
      const row = { entity: 'calendar-copy', version, calendar: JSON.stringify(spec) };
      await keepNewer(putOnce({ ...calendarVersionKey(version), ...row }));
      await keepNewer(put({ ...calendarKey, ...row }, newer(version)));
    },
    keepAgency: (revision, agency) => keepNewer(put({ ...agencyKey(agency.code), entity: 'agency-copy', version: revision, agency }, newer(revision))),
  };
};
