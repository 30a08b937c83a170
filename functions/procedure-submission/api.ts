import { GetQueue } from '../../shared/contracts/desk-queues.ts';
import { rehearsingOfficer } from '../../shared/runtime/actor.ts';
import { httpApi, rehearsal } from '../../shared/runtime/http.ts';
import { prewarm } from '../../shared/runtime/prewarm.ts';
import { bookingHandlers } from './booking-handlers.ts';
import { catalogueHandlers } from './catalogue-handlers.ts';
import { catalogueWorkHandlers } from './catalogue-work-handlers.ts';
import { citizenHandlers } from './citizen-handlers.ts';
import { httpDeps } from './deps.ts';
import { deskHandlers } from './desk-handlers.ts';
import { machineHandlers } from './machine-handlers.ts';
import { numberingHandlers } from './numbering-handlers.ts';
import { queueHandlers } from './queue-handlers.ts';
import { publicHandlers } from './public-handlers.ts';
import { statisticsHandlers } from './statistics-handlers.ts';

const deps = httpDeps();

export const handler = httpApi([...catalogueHandlers(deps), ...catalogueWorkHandlers(deps), ...citizenHandlers(deps), ...publicHandlers(deps), ...statisticsHandlers(deps), ...deskHandlers(deps), ...queueHandlers(deps), ...machineHandlers(deps), ...bookingHandlers(deps), ...numberingHandlers(deps)]);

await prewarm(rehearsal(handler, { route: GetQueue, params: { agencyCode: 'H30', queue: 'to-accept' }, actor: rehearsingOfficer }), deps.directory.calendar, () => deps.procedures.current('1.001193', new Date(0)));
