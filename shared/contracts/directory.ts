import * as z from 'zod';
import { AgencyCode } from '../kernel/agency-code.ts';
import { DelegationId, PersonId } from '../kernel/ids.ts';
import { IsoDate, UtcInstant } from '../kernel/vietnam-time.ts';
import { cleanText } from '../kernel/vietnamese-text.ts';
import { AgencyCalendar } from '../kernel/working-time/agency-calendar.ts';
import { CalendarDay, CalendarSpec } from '../kernel/working-time/calendar.ts';
import { Post, Role, anyone, officer } from './access.ts';
import { Agency, AgencyLevel } from './agency.ts';
import { defineRoute } from './route.ts';

export const ListAgencies = defineRoute({
  name: 'listAgencies', method: 'GET', path: '/agencies', access: [anyone()],
  summary: { vi: 'Danh sách cơ quan', en: 'The agencies of the province' },
  query: () => z.object({ level: AgencyLevel.optional(), on: IsoDate.optional().meta({ description: 'the agencies of a day, with the names and parents of that day; without it every agency there ever was' }) }),
  ok: { status: 200, body: () => z.object({ items: z.array(Agency) }) }, problems: [],
});
export const GetAgency = defineRoute({
  name: 'getAgency', method: 'GET', path: '/agencies/{agency}', access: [anyone()],
  summary: { vi: 'Một cơ quan và lịch sử của nó', en: 'An agency by its code or by a code of another list, with whom it succeeds and who succeeded it' },
  params: () => z.object({ agency: z.string().min(1).max(40) }), query: () => z.object({ on: IsoDate.optional() }),
  ok: { status: 200, body: () => z.object({ agency: Agency, predecessors: z.array(z.object({ code: AgencyCode, name: z.string(), from: IsoDate })) }) }, problems: ['agency-not-found'],
});
export const GetCalendar = defineRoute({
  name: 'getCalendar', method: 'GET', path: '/calendar', access: [anyone()],
  summary: { vi: 'Lịch làm việc', en: 'The working calendar with the source of every day; of an agency, with its own hours and days before the province’s' },
  query: () => z.object({ agency: AgencyCode.optional() }),
  ok: { status: 200, body: CalendarSpec }, problems: ['calendar-not-published'],
});
const Preview = z.object({ preview: z.enum(['yes', 'no']).default('no') });
export const RegisterAgencies = defineRoute({
  name: 'registerAgencies', method: 'PUT', path: '/directory/agencies', access: [officer(['directory-administrator'], 'any')],
  summary: { vi: 'Ghi nhận cơ quan', en: 'Register or update agencies: all of them or, with a line for each fault, none; the same content again changes nothing; as a preview nothing is written' },
  query: Preview, body: () => z.object({ agencies: z.array(Agency).min(1).max(300) }),
  ok: { status: 200, body: () => z.object({ registered: z.int(), unchanged: z.int() }) },
  problems: [
    'agency-code-twice', 'agency-dates-reversed', 'agency-versions-gap', 'agency-versions-overlap', 'agency-parent-unknown', 'agency-parent-not-in-force',
    'agency-cycle', 'agency-alias-taken', 'agency-successor-unknown',
  ],
});
/** What a calendar changes: days by date, and the working days of each year. */
const Published = z.object({
  version: z.int(), added: z.array(CalendarDay), removed: z.array(CalendarDay), changed: z.array(z.object({ before: CalendarDay, after: CalendarDay })),
  years: z.array(z.object({ year: z.int(), before: z.int(), after: z.int() })),
}).meta({ id: 'CalendarChange', title: 'Calendar change', description: 'What publishing changed, or would change.' });
export type CalendarChange = z.infer<typeof Published>;
const calendarProblems = ['calendar-hole', 'calendar-without-work', 'calendar-weekly-overlap', 'calendar-weekly-reversed'] as const;
export const PublishCalendar = defineRoute({
  name: 'publishCalendar', method: 'PUT', path: '/directory/calendar', access: [officer(['directory-administrator'], 'any')],
  summary: { vi: 'Công bố lịch làm việc', en: 'Publish the working calendar; as a preview nothing is written and the answer says what would change' },
  query: Preview, body: CalendarSpec, ok: { status: 200, body: Published }, problems: [...calendarProblems],
});
export const GetAgencyCalendar = defineRoute({
  name: 'getAgencyCalendar', method: 'GET', path: '/agencies/{agency}/calendar', access: [anyone()],
  summary: { vi: 'Lịch riêng của cơ quan', en: 'What an agency does otherwise than the province; empty where it does nothing otherwise' },
  params: () => z.object({ agency: AgencyCode }), ok: { status: 200, body: AgencyCalendar }, problems: [],
});
export const PublishAgencyCalendar = defineRoute({
  name: 'publishAgencyCalendar', method: 'PUT', path: '/directory/agencies/{agencyCode}/calendar', access: [officer(['directory-administrator'], 'any')],
  summary: { vi: 'Công bố lịch riêng của cơ quan', en: 'Publish an agency’s own hours and days; as a preview nothing is written' },
  params: () => z.object({ agencyCode: AgencyCode }), query: Preview, body: AgencyCalendar,
  ok: { status: 200, body: Published }, problems: ['agency-not-found', 'calendar-not-published', ...calendarProblems],
});
/** The username is the officer's sign-in name in the province's pool. */
export const Username = z.string().regex(/^[a-z0-9][a-z0-9.-]{2,62}$/);
export const PersonView = z.object({ /** what events and other workflows call the person: for colleagues */ personId: PersonId.optional(), username: Username, name: z.string(), posts: z.array(Post), /** where the province writes to at work: for those who keep the directory */ email: z.string().optional() });
export type PersonView = z.infer<typeof PersonView>;
export const AppointPerson = defineRoute({
  name: 'appointPerson', method: 'PUT', path: '/directory/people/{username}', access: [officer(['directory-administrator'], 'any')],
  summary: { vi: 'Bổ nhiệm vị trí', en: 'Set the posts a person holds; sessions with former rights end' },
  params: () => z.object({ username: Username }),
  body: () => z.object({ name: cleanText(120), posts: z.array(Post).max(40) }),
  ok: { status: 200, body: PersonView }, problems: ['agency-unknown', 'post-overlaps'],
});

/** As the answers of a form are judged; empty takes the address away. */
const WorkEmail = z.string().max(254).regex(/^(?:[^\s@<>(),;:"]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)?$/, 'answer.email');
export const SetWorkEmail = defineRoute({
  name: 'setWorkEmail', method: 'PUT', path: '/directory/people/{username}/work-email', access: [officer(['directory-administrator'], 'any')],
  summary: { vi: 'Ghi thư điện tử công vụ', en: 'Set where the province writes to a person at work, such as warnings of a due time; empty, nowhere' },
  params: () => z.object({ username: Username }), body: () => z.object({ email: WorkEmail }), ok: { status: 200, body: PersonView }, problems: ['not-found'],
});

const everyRole = Role.options;
/** Colleagues see whom they can delegate to; an administrator sees everybody. */
export const ListStaff = defineRoute({
  name: 'listStaff', method: 'GET', path: '/directory/agencies/{agencyCode}/people', access: [officer(everyRole, 'own-agency')],
  summary: { vi: 'Người và vị trí của cơ quan', en: 'The people of an agency with the posts they hold or held there' },
  params: () => z.object({ agencyCode: AgencyCode }), ok: { status: 200, body: () => z.object({ items: z.array(PersonView) }) }, problems: ['not-found'],
});
const WhenWho = { at: UtcInstant, by: z.string() };
export const GetPerson = defineRoute({
  name: 'getPerson', method: 'GET', path: '/directory/people/{username}', access: [officer(['directory-administrator'], 'any')],
  summary: { vi: 'Một cán bộ', en: 'A person with all posts and how they came about' },
  params: () => z.object({ username: Username }),
  ok: { status: 200, body: () => PersonView.extend({ changes: z.array(z.object({ ...WhenWho, posts: z.array(Post) })) }) }, problems: ['not-found'],
});

const Named = z.object({ username: Username, name: z.string() });
export const DelegationView = z.object({
  delegationId: DelegationId, holder: Named, delegate: Named, agency: AgencyCode, role: Role, from: IsoDate, to: IsoDate, reason: z.string(),
  createdAt: UtcInstant, revokedAt: UtcInstant.optional(),
}).meta({ id: 'Delegation', title: 'Delegation', description: 'A post exercised by another person between two dates.' });
export type DelegationView = z.infer<typeof DelegationView>;

export const ListDelegations = defineRoute({
  name: 'listDelegations', method: 'GET', path: '/directory/delegations', access: [officer(everyRole, 'own')],
  summary: { vi: 'Ủy quyền', en: 'Delegations given and taken by the caller; all of them, newest first, for a directory administrator who asks for them' },
  query: () => z.object({ scope: z.enum(['own', 'all']).default('own'), cursor: z.string().max(400).optional() }),
  ok: { status: 200, body: () => z.object({ items: z.array(DelegationView), cursor: z.string().optional() }) }, problems: ['not-allowed'],
});
export const CreateDelegation = defineRoute({
  name: 'createDelegation', method: 'POST', path: '/directory/delegations', access: [officer(everyRole, 'own')], keyed: true,
  summary: { vi: 'Ủy quyền vị trí', en: 'Let another person exercise a post between two dates; without a holder, a post of the caller' },
  body: () => z.object({
    holder: Username.optional().meta({ description: 'whose post; named by a directory administrator only' }), delegate: Username, agency: AgencyCode, role: Role,
    from: IsoDate, to: IsoDate, reason: cleanText(500, { multiline: true }),
  }),
  ok: { status: 201, body: DelegationView },
  problems: ['not-allowed', 'person-unknown', 'delegation-wider', 'delegation-chain', 'delegation-to-self', 'delegation-dates', 'delegation-overlaps'],
});
export const RevokeDelegation = defineRoute({
  name: 'revokeDelegation', method: 'POST', path: '/directory/delegations/{delegationId}/revoke', access: [officer(everyRole, 'own')],
  summary: { vi: 'Thu hồi ủy quyền', en: 'End a delegation now; revoked again it stays as it was' },
  params: () => z.object({ delegationId: DelegationId }), ok: { status: 200, body: DelegationView }, problems: ['not-found'],
});

export const directoryRoutes = [
  ListAgencies, GetAgency, GetCalendar, RegisterAgencies, PublishCalendar, GetAgencyCalendar, PublishAgencyCalendar, AppointPerson, SetWorkEmail, GetPerson, ListStaff, ListDelegations, CreateDelegation, RevokeDelegation,
] as const;
