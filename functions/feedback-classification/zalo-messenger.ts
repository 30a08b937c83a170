import { MailNotSent, type Mailer } from '../../shared/runtime/mailer.ts';
import type { InboundStore } from './ports.ts';

const address = 'https://openapi.zalo.me/v3.0/oa/message/cs';
const patience = 10_000;
/** Zalo takes no longer text in one message. */
const mostCharacters = 2000;

/**
 * Answers over Zalo as a mailer answers by mail. In the sandbox nothing leaves: what would have been sent is kept for a
 * day to be looked at. Throws `MailNotSent` when it certainly did not go out.
 */
export const zaloMessenger = (inbound: Pick<InboundStore, 'channel' | 'answered'>, { sandbox, send = fetch, clock = () => new Date() }: { readonly sandbox: boolean; readonly send?: typeof fetch; readonly clock?: () => Date }): Mailer => ({
  send: async ({ to, subject, text }) => {
    const words = `${subject}\n\n${text}`.slice(0, mostCharacters);
    if (sandbox) { await inbound.answered({ to, text: words }, clock()); return; }
    const { accessToken } = (await inbound.channel('zalo')) ?? {};
    if (accessToken === undefined) throw new MailNotSent('no token to answer by');
    const answer = await send(address, {
      method: 'POST', redirect: 'error', signal: AbortSignal.timeout(patience), headers: { 'content-type': 'application/json', access_token: accessToken },
      body: JSON.stringify({ recipient: { user_id: to }, message: { text: words } }),
    });
    // Zalo answers 200 and says in the body what was wrong
    const { error } = answer.ok ? await answer.json() as { error?: number } : { error: answer.status };
    if (error !== undefined && error !== 0) throw new MailNotSent(`refused by the messenger: ${error}`);
  },
});
