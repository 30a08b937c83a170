import { GetCalendar } from '../../shared/contracts/directory.ts';
import { rehearsingOfficer } from '../../shared/runtime/actor.ts';
import { httpApi, rehearsal } from '../../shared/runtime/http.ts';
import { prewarm } from '../../shared/runtime/prewarm.ts';
import { agencyHandlers } from './agency-handlers.ts';
import { apiDeps } from './deps.ts';
import { peopleHandlers } from './people-handlers.ts';

const deps = apiDeps();

export const handler = httpApi([...agencyHandlers(deps), ...peopleHandlers(deps)]);

await prewarm(rehearsal(handler, { route: GetCalendar, params: {}, actor: rehearsingOfficer }));
