import * as z from 'zod';
import { cleanText } from '../kernel/vietnamese-text.ts';
import { CalendarSpec } from '../kernel/working-time/calendar.ts';
import { Post, anyone, officer } from './access.ts';
import { Agency, AgencyLevel } from './agency.ts';
import { defineRoute } from './route.ts';

export const ListAgencies = defineRoute({
  name: 'listAgencies', method: 'GET', path: '/agencies', access: [anyone()],
  summary: { vi: 'Danh sách cơ quan', en: 'The agencies of the province' },
  query: z.object({ level: AgencyLevel.optional() }),
  ok: { status: 200, body: z.object({ items: z.array(Agency) }) }, problems: [],
});
export const GetCalendar = defineRoute({
  name: 'getCalendar', method: 'GET', path: '/calendar', access: [anyone()],
  summary: { vi: 'Lịch làm việc', en: 'The working calendar with the source of every day' },
  ok: { status: 200, body: CalendarSpec }, problems: ['calendar-not-published'],
});
export const RegisterAgencies = defineRoute({
  name: 'registerAgencies', method: 'PUT', path: '/directory/agencies', access: [officer(['directory-administrator'], 'any')],
  summary: { vi: 'Ghi nhận cơ quan', en: 'Register or update agencies; the same content again changes nothing' },
  body: z.object({ agencies: z.array(Agency).min(1).max(25) }),
  ok: { status: 200, body: z.object({ registered: z.int(), unchanged: z.int() }) }, problems: ['agency-unknown'],
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

export const directoryRoutes = [ListAgencies, GetCalendar, RegisterAgencies, PublishCalendar, AppointPerson] as const;
