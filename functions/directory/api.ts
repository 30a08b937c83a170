import { AppointPerson, GetCalendar, ListAgencies, PublishCalendar, RegisterAgencies } from '../../shared/contracts/directory.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import { callerOf, rehearsingOfficer } from '../../shared/runtime/actor.ts';
import { httpApi, on, rehearsal } from '../../shared/runtime/http.ts';
import { prewarm } from '../../shared/runtime/prewarm.ts';
import { apiDeps } from './deps.ts';

const deps = apiDeps();

export const handler = httpApi([
  on(ListAgencies, async ({ query: { level } }) => {
    const agencies = (await deps.allAgencies()).map(({ agency }) => agency);
    return { items: level === undefined ? agencies : agencies.filter((agency) => agency.level === level) };
  }),
  on(GetCalendar, async () => {
    const published = await deps.currentCalendar();
    if (!published) throw new DomainError('calendar-not-published');
    return published.spec;
  }),
  on(RegisterAgencies, ({ body, cause }) => deps.registerAgencies(body.agencies, cause)),
  on(PublishCalendar, ({ body, cause }) => deps.publishCalendar(body, cause)),
  on(AppointPerson, async ({ params, body, actor, cause }) => {
    const { username, name, posts } = await deps.appointPerson({ ...params, ...body, by: callerOf(actor) }, cause);
    return { username, name, posts: [...posts] };
  }),
]);

await prewarm(rehearsal(handler, { route: GetCalendar, params: {}, actor: rehearsingOfficer }));
