import type { PostSigned } from './send-webhooks.ts';
import { signatureOf } from './webhook.ts';

const patience = 5_000;

/** Over the wire. Redirects are not followed: the address an operator agreed to is the one that is told. */
export const postSigned = (send: typeof fetch = fetch): PostSigned => async ({ url, secret }, { eventId, body }, at) => {
  try {
    const answer = await send(url, {
      method: 'POST', redirect: 'error', signal: AbortSignal.timeout(patience), body,
      headers: { 'content-type': 'application/json; charset=utf-8', 'x-haugiang-event': eventId, 'x-haugiang-signature': signatureOf({ secret, body, at }) },
    });
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    return false;
  }
};
