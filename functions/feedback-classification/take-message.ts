import type * as z from 'zod';
import { MessageReceivedV1 } from '../../events/feedback-classification/message-received.v1.ts';
import { ReceivedMail, TakeMail, TakeZaloMessage, ZaloEvent } from '../../shared/contracts/feedback-inbound.ts';
import { jsonIn, shaped } from '../../shared/runtime/http-request.ts';
import { on } from '../../shared/runtime/http.ts';
import { newEvent, type Cause } from '../../shared/runtime/outbox.ts';
import { requestKeyOf } from '../../shared/runtime/request-key.ts';
import { messageKeyOf, messageOfMail, messageOfZalo, requireSignedByRelay, requireSignedByZalo, type InboundMessage } from './inbound.ts';
import type { InboundStore } from './ports.ts';

type Deps = { readonly inbound: InboundStore };
type Taken = z.input<(typeof TakeMail)['ok']['body']>;

/** Kept once, however often it is told; worked off behind the answer, which messengers want within a second or two. */
const take = async ({ inbound }: Deps, message: InboundMessage | undefined, cause: Cause): Promise<Taken> => {
  if (message === undefined) return { outcome: 'ignored' };
  const [key, receivedAt] = [messageKeyOf(message), cause.now.toISOString()];
  // told again, it may be told with another time
  const { sentAt: _time, ...said } = message;
  const taken = await inbound.take(key, message, newEvent(MessageReceivedV1, { channel: message.channel, messageKey: key, receivedAt }, cause), { requestKey: requestKeyOf(message.channel, 'inbound', key, said), cause });
  return { outcome: taken ? 'taken' : 'repeated' };
};

/** What answers other messengers. Who sends a message is known by the signature over its very text. */
export const inboundHandlers = (deps: Deps) => [
  on(TakeZaloMessage, async ({ body, headers, cause }) => {
    const event = shaped(ZaloEvent, '/body', jsonIn(body));
    requireSignedByZalo(await deps.inbound.channel('zalo'), { headers, body, event, now: cause.now });
    return take(deps, messageOfZalo(event), cause);
  }),
  on(TakeMail, async ({ body, headers, cause }) => {
    const mail = shaped(ReceivedMail, '/body', jsonIn(body));
    requireSignedByRelay(await deps.inbound.channel('email'), { headers, body, now: cause.now });
    return take(deps, messageOfMail(mail), cause);
  }),
];
