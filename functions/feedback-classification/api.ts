import { GetFeedbackQueue } from '../../shared/contracts/feedback-desk.ts';
import { rehearsingOfficer } from '../../shared/runtime/actor.ts';
import { httpApi, rehearsal } from '../../shared/runtime/http.ts';
import { prewarm } from '../../shared/runtime/prewarm.ts';
import { httpDeps } from './deps.ts';
import { classifierHandlers } from './classifier-handlers.ts';
import { deskHandlers } from './desk-handlers.ts';
import { followHandlers } from './follow-handlers.ts';
import { open311Handlers } from './open311-handlers.ts';
import { publicHandlers } from './public-handlers.ts';
import { ruleHandlers } from './rule-handlers.ts';
import { inboundHandlers } from './take-message.ts';

const deps = httpDeps();

export const handler = httpApi([...publicHandlers(deps), ...deskHandlers(deps), ...ruleHandlers(deps), ...classifierHandlers(deps), ...open311Handlers(deps), ...followHandlers(deps), ...inboundHandlers(deps)]);

await prewarm(rehearsal(handler, { route: GetFeedbackQueue, params: { agencyCode: 'H30', queue: 'inbox' }, actor: rehearsingOfficer }), deps.directory.calendarInForce, deps.load, () => Promise.resolve(deps.suggest('Rác đầy lề đường.')));
