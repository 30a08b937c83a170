import { httpApi } from '../../shared/runtime/http.ts';
import { prewarm } from '../../shared/runtime/prewarm.ts';
import { catalogueHandlers } from './catalogue-handlers.ts';
import { citizenHandlers } from './citizen-handlers.ts';
import { httpDeps } from './deps.ts';
import { deskHandlers } from './desk-handlers.ts';
import { publicHandlers } from './public-handlers.ts';

const deps = httpDeps();
await prewarm(deps.directory.calendar, () => deps.procedures.current('1.001193'));

export const handler = httpApi([...catalogueHandlers(deps), ...citizenHandlers(deps), ...publicHandlers(deps), ...deskHandlers(deps)]);
