import * as z from 'zod';
import { AgencyCode } from '../kernel/agency-code.ts';
import { IsoDate } from '../kernel/vietnam-time.ts';
import { cleanText } from '../kernel/vietnamese-text.ts';
import { CalendarSpec } from '../kernel/working-time/calendar.ts';
import { Post, anyone, officer } from './access.ts';
import { Agency, AgencyLevel } from './agency.ts';
import { defineRoute } from './route.ts';

export const ListAgencies = defineRoute({
  name: 'listAgencies', method: 'GET', path: '/agencies', access: [anyone()],
  summary: { vi: 'Danh sách cơ quan', en: 'The agencies of the province' },
  query: z.object({ level: AgencyLevel.optional(), on: IsoDate.optional().meta({ description: 'the agencies of a day, with the names and parents of that day; without it every agency there ever was' }) }),
  ok: { status: 200, body: z.object({ items: z.array(Agency) }) }, problems: [],
});
export const GetAgency = defineRoute({
  name: 'getAgency', method: 'GET', path: '/agencies/{agency}', access: [anyone()],
  summary: { vi: 'Một cơ quan và lịch sử của nó', en: 'An agency by its code or by a code of another list, with whom it succeeds and who succeeded it' },
  params: z.object({ agency: z.string().min(1).max(40) }), query: z.object({ on: IsoDate.optional() }),
  ok: { status: 200, body: z.object({ agency: Agency, predecessors: z.array(z.object({ code: AgencyCode, name: z.string(), from: IsoDate })) }) }, problems: ['agency-not-found'],
});
export const GetCalendar = defineRoute({
  name: 'getCalendar', method: 'GET', path: '/calendar', access: [anyone()],
  summary: { vi: 'Lịch làm việc', en: 'The working calendar with the source of every day' },
  ok: { status: 200, body: CalendarSpec }, problems: ['calendar-not-published'],
});
export const RegisterAgencies = defineRoute({
  name: 'registerAgencies', method: 'PUT', path: '/directory/agencies', access: [officer(['directory-administrator'], 'any')],
  summary: { vi: 'Ghi nhận cơ quan', en: 'Register or update agencies: all of them or, with a line for each fault, none; the same content again changes nothing' },
  body: z.object({ agencies: z.array(Agency).min(1).max(300) }),
  ok: { status: 200, body: z.object({ registered: z.int(), unchanged: z.int() }) },
  problems: [
    'agency-code-twice', 'agency-dates-reversed', 'agency-versions-gap', 'agency-versions-overlap', 'agency-parent-unknown', 'agency-parent-not-in-force',
    'agency-cycle', 'agency-alias-taken', 'agency-successor-unknown',
  ],
});
export const PublishCalendar = defineRoute({
  name: 'publishCalendar', method: 'PUT', path: '/directory/calendar', access: [officer(['directory-administrator'], 'any')],
  summary: { vi: 'Công bố lịch làm việc', en: 'Publish the working calendar' },
  body: CalendarSpec, ok: { status: 200, body: z.object({ version: z.int() }) }, problems: [],
});
/** The username is the officer's sign-in name in the province's pool. */
export const Username = z.string().regex(/^[a-z0-9][a-z0-9.-]{2,62}$/);
export const PersonView = z.object({ username: Username, name: z.string(), posts: z.array(Post) });
export type PersonView = z.infer<typeof PersonView>;
export const AppointPerson = defineRoute({
  name: 'appointPerson', method: 'PUT', path: '/directory/people/{username}', access: [officer(['directory-administrator'], 'any')],
  summary: { vi: 'Bổ nhiệm vị trí', en: 'Set the posts a person holds; sessions with former rights end' },
  params: z.object({ username: Username }),
  body: z.object({ name: cleanText(120), posts: z.array(Post).max(40) }),
  ok: { status: 200, body: PersonView }, problems: ['agency-unknown'],
});

export const directoryRoutes = [ListAgencies, GetAgency, GetCalendar, RegisterAgencies, PublishCalendar, AppointPerson] as const;
