import { RefreshSession, SignIn, SignInCallback, SignOut, WhoAmI } from '../../shared/contracts/identity.ts';
import { rehearsingOfficer } from '../../shared/runtime/actor.ts';
import { httpApi, on, rehearsal } from '../../shared/runtime/http.ts';
import { logger } from '../../shared/runtime/logger.ts';
import { prewarm } from '../../shared/runtime/prewarm.ts';
import { reply } from '../../shared/runtime/reply.ts';
import { signInDeps } from './deps.ts';
import { sessionView } from './session.ts';

const deps = signInDeps();

export const handler = httpApi([
  on(SignIn, ({ params, query, cookies }) => reply(deps.beginSignIn({ ...params, ...query, cookies }))),
  on(SignInCallback, async ({ params, query, cookies, now, correlationId }) => {
    const { problem, ...answer } = await deps.finishSignIn({ realm: params.realm, code: query.code, state: query.state, cookies, now });
    if (problem !== undefined) logger.warn('SignInFailed', { problem, realm: params.realm, correlationId });
    return reply(answer);
  }),
  on(RefreshSession, async ({ cookies, now }) => {
    const renewed = await deps.renewSession(cookies, now);
    return reply({ body: sessionView(renewed.actor), cookies: renewed.cookies });
  }),
  on(SignOut, async ({ cookies }) => {
    const { location, cookies: cleared } = await deps.endSession(cookies);
    return reply({ body: { location }, cookies: cleared });
  }),
  on(WhoAmI, async ({ cookies, now }) => sessionView((await deps.recognise({ authorization: undefined, cookies, exact: true, now })).actor)),
]);

await prewarm(deps.hydrate, deps.rehearse, rehearsal(handler, { route: WhoAmI, params: {}, actor: rehearsingOfficer }));
