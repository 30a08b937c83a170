import { AgencyRegisteredV1 } from '../../../events/directory/agency-registered.v1.ts';
import { AgencyCode } from '../../kernel/agency-code.ts';
import { systemClock, type Clock } from '../../kernel/clock.ts';
import { DomainError } from '../../kernel/domain-error.ts';
import { AgencyCalendar, calendarOf } from '../../kernel/working-time/agency-calendar.ts';
import { CalendarSpec, compileCalendar, type WorkingCalendar } from '../../kernel/working-time/calendar.ts';
import type { Table } from '../dynamo.ts';
import { put, putOnce, WriteRefused, type Row, type Write } from '../transaction.ts';
import type { Directory, KnownAgency } from './directory-ports.ts';
import { agencyCalendarKey, agencyCalendarPartition, agencyKey, calendarKey, calendarVersionKey } from './directory-copy.keys.ts';

const AgencyFacts = AgencyRegisteredV1.data.pick({ name: true, level: true, parent: true, validFrom: true, validTo: true, earlier: true, successors: true }).extend({ code: AgencyCode });

/** Calendar and agencies change a few times a year; half a minute late is soon enough, and spares each request a read of both. */
const freshMilliseconds = 30_000;

export type DirectoryCopy = Directory & {
  /** An older version than the one held is left alone: events may arrive out of order, and twice. */
  readonly keepCalendar: (version: number, spec: CalendarSpec) => Promise<void>;
  readonly keepAgencyCalendar: (agency: string, published: Own) => Promise<void>;
  readonly keepAgency: (revision: number, agency: KnownAgency) => Promise<void>;
};

type InForce = { readonly version: number; readonly calendar: WorkingCalendar };
type Province = InForce & { readonly spec: CalendarSpec };
const provinceOf = (row: Row): Province => {
  const spec = CalendarSpec.parse(JSON.parse(String(row['calendar'])));
  return { version: Number(row['version']), spec, calendar: compileCalendar(spec) };
};

/** An agency's own hours and days; `provinceVersion` is the province's calendar in force when they were published. */
type Own = { readonly version: number; readonly provinceVersion: number; readonly own: AgencyCalendar };

/** What this workflow knows of the directory, from its events: the working calendars and the agencies. */
export const directoryCopy = (table: Table, clock: Clock = systemClock): DirectoryCopy => {
  const fresh = <T>() => {
    const held = new Map<string, { readonly value: T; readonly readAt: number }>();
    return async (key: string, read: () => Promise<T>, keep: (value: T) => boolean = () => true): Promise<T> => {
      const now = clock().getTime();
      const known = held.get(key);
      if (known !== undefined && now - known.readAt < freshMilliseconds) return known.value;
      const value = await read();
      if (keep(value)) held.set(key, { value, readAt: now });
      return value;
    };
  };
  const [currentProvince, ownVersions, knownAgency] = [fresh<Province>(), fresh<readonly Own[]>(), fresh<KnownAgency | undefined>()];
  /** versions never change: compiled once */
  const compiled = new Map<string, WorkingCalendar>();
  const provinces = new Map<number, Province>();

  const keepNewer = async (write: Write): Promise<void> => {
    try {
      await table.write(write);
    } catch (error) {
      if (!(error instanceof WriteRefused)) throw error;
    }
  };
  const newer = (version: number) => ({ expression: 'attribute_not_exists(pk) OR version < :version', values: { ':version': version } });

  const inForce = (): Promise<Province> => currentProvince('', async () => {
    const row = await table.get(calendarKey);
    if (row === undefined) throw new DomainError('calendar-not-published');
    const known = provinces.get(Number(row['version'])) ?? provinceOf(row);
    provinces.set(known.version, known);
    return known;
  });
  /** The province's calendar of a version. One that was not kept apart is the one in force, or older than the keeping of versions. */
  const province = async (version: number | undefined): Promise<Province> => {
    const current = await inForce();
    if (version === undefined || version === current.version) return current;
    const known = provinces.get(version);
    if (known !== undefined) return known;
    const row = await table.get(calendarVersionKey(version));
    if (row === undefined) return current;
    const read = provinceOf(row);
    provinces.set(version, read);
    return read;
  };
  const ownOf = (agency: string | undefined): Promise<readonly Own[]> => (agency === undefined ? Promise.resolve([]) : ownVersions(agency, async () => {
    const { items } = await table.query({ pk: agencyCalendarPartition(agency), prefix: 'V#' });
    return items.map((row): Own => ({ version: Number(row['version']), provinceVersion: Number(row['provinceVersion']), own: AgencyCalendar.parse(JSON.parse(String(row['calendar']))) }));
  }));

  /** Versions of the province and of agencies are counted together: of each, the latest up to a version was in force at it. */
  const at = async (version: number | undefined, agency: string | undefined): Promise<InForce> => {
    const own = (await ownOf(agency)).findLast((one) => version === undefined || one.version <= version);
    const base = await province(own !== undefined && own.version === version ? own.provinceVersion : version);
    if (own === undefined || agency === undefined) return base;
    const key = `${agency} ${base.version} ${own.version}`;
    const calendar = compiled.get(key) ?? compileCalendar(calendarOf(base.spec, own.own));
    compiled.set(key, calendar);
    return { version: version ?? Math.max(base.version, own.version), calendar };
  };

  return {
    calendarInForce: (agency) => at(undefined, agency),
    calendar: async (version, agency) => (await at(version, agency)).calendar,

    /** One that is not known yet is looked for every time: it may arrive any moment. */
    agency: (code) => knownAgency(code, async () => {
      const row = await table.get(agencyKey(code));
      return row === undefined ? undefined : AgencyFacts.parse(row['agency']) as KnownAgency;
    }, (agency) => agency !== undefined),

    /** The version first: what the one in force names can always be read. */
    keepCalendar: async (version, spec) => {
      const row = { entity: 'calendar-copy', version, calendar: JSON.stringify(spec) };
      await keepNewer(putOnce({ ...calendarVersionKey(version), ...row }));
      await keepNewer(put({ ...calendarKey, ...row }, newer(version)));
    },
    keepAgencyCalendar: (agency, { version, provinceVersion, own }) =>
      keepNewer(putOnce({ ...agencyCalendarKey(agency, version), entity: 'agency-calendar-copy', version, provinceVersion, calendar: JSON.stringify(own) })),
    keepAgency: (revision, agency) => keepNewer(put({ ...agencyKey(agency.code), entity: 'agency-copy', version: revision, agency }, newer(revision))),
  };
};
