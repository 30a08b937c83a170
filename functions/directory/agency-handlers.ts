import { GetAgency, GetAgencyCalendar, GetCalendar, PublishAgencyCalendar, ListAgencies, PublishCalendar, RegisterAgencies } from '../../shared/contracts/directory.ts';
import { factsOn } from '../../shared/kernel/agency-tree.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import { localDate } from '../../shared/kernel/vietnam-time.ts';
import { on } from '../../shared/runtime/http.ts';
import { agencyNamed } from './agency.ts';
import type { Directory } from './deps.ts';
import { signedBy } from './people-handlers.ts';

/** What answers the routes of agencies and calendars. */
export const agencyHandlers = (deps: Directory) => [
  on(ListAgencies, async ({ query: { level, on: day } }) => {
    const all = await deps.allAgencies();
    const there = day === undefined ? all : all.flatMap((agency) => factsOn(agency, day) ?? []);
    return { items: level === undefined ? there : there.filter((agency) => agency.level === level) };
  }),
  on(GetAgency, async ({ params, query: { on: day }, now }) => {
    const all = await deps.allAgencies();
    const agency = agencyNamed(all, params.agency, day ?? localDate(now));
    if (agency === undefined || (day !== undefined && factsOn(agency, day) === undefined)) throw new DomainError('agency-not-found');
    const predecessors = all.flatMap(({ code, name, successors = [] }) => successors.flatMap((one) => (one.code === agency.code ? [{ code, name, from: one.from }] : [])));
    return { agency, predecessors };
  }),
  on(GetCalendar, async ({ query: { agency } }) => {
    const calendar = await deps.calendarOf(agency);
    if (!calendar) throw new DomainError('calendar-not-published');
    return calendar;
  }),
  on(GetAgencyCalendar, async ({ params }) => (await deps.agencyCalendar(params.agency)) ?? { weekly: [], days: [] }),
  on(RegisterAgencies, ({ body, query, actor, cause, now }) => deps.registerAgencies({ ...body, preview: query.preview === 'yes', by: signedBy(actor, now) }, cause)),
  on(PublishCalendar, ({ body, query, cause }) => deps.publishCalendar({ calendar: body, preview: query.preview === 'yes' }, cause)),
  on(PublishAgencyCalendar, ({ params, body, query, cause }) => deps.publishAgencyCalendar({ agency: params.agencyCode, calendar: body, preview: query.preview === 'yes' }, cause)),
];
