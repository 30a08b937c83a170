import * as z from 'zod';
import { keyHolder } from './access.ts';
import { defineRoute } from './route.ts';

/** Larger than any message of words; photos come as addresses. */
const bodyBytes = 512 * 1024;
const Text = z.string().max(100_000);

/** A message to the province's Official Account, in Zalo's own shape (developers.zalo.me, webhook of the OA). */
export const ZaloEvent = z.object({
  app_id: z.string().max(60), event_name: z.string().max(60), timestamp: z.string().regex(/^\d{10,16}$/), sender: z.object({ id: z.string().min(1).max(60) }).optional(),
  message: z.object({
    msg_id: z.string().min(1).max(200), text: Text.optional(),
    attachments: z.array(z.object({ type: z.string().max(40), payload: z.object({ url: z.string().max(2000).optional(), coordinates: z.object({ latitude: z.coerce.number(), longitude: z.coerce.number() }).optional() }).optional() })).max(50).optional(),
  }).optional(),
});
export type ZaloEvent = z.infer<typeof ZaloEvent>;

const Verdict = z.object({ status: z.string().max(40) }).optional();
/** A mail that was received, told as Amazon SES tells it; its words and the addresses of its pictures in `content`. */
export const ReceivedMail = z.object({
  notificationType: z.literal('Received'),
  mail: z.object({
    messageId: z.string().min(1).max(300), source: z.string().min(3).max(254), headers: z.array(z.object({ name: z.string().max(200), value: Text })).max(200).optional(),
    commonHeaders: z.object({ subject: Text.optional() }),
  }),
  receipt: z.object({ spamVerdict: Verdict, virusVerdict: Verdict }).optional(),
  content: z.object({ text: Text, attachments: z.array(z.object({ url: z.string().max(2000) })).max(50).optional() }),
});
export type ReceivedMail = z.infer<typeof ReceivedMail>;

/** `taken`: it becomes a report, or is answered why not. `repeated`: it was taken before. `ignored`: it is no message of a person. */
const Taken = z.object({ outcome: z.enum(['taken', 'repeated', 'ignored']) });
const problems = ['signature-missing', 'signature-wrong', 'message-too-old', 'message-altered'] as const;

export const TakeZaloMessage = defineRoute({
  name: 'takeZaloMessage', method: 'POST', path: '/feedback/inbound/zalo', access: [keyHolder()], raw: 'application/json', bodyBytes,
  summary: { vi: 'Tin nhắn từ Zalo', en: 'A message to the Official Account, signed by Zalo (X-ZEvent-Signature)' },
  body: () => z.string(), ok: { status: 200, body: Taken }, problems: [...problems],
});
export const TakeMail = defineRoute({
  name: 'takeMail', method: 'POST', path: '/feedback/inbound/email', access: [keyHolder()], raw: 'application/json', bodyBytes,
  summary: { vi: 'Thư gửi tới tỉnh', en: 'A received mail, signed by what receives mails for the province (x-haugiang-signature)' },
  body: () => z.string(), ok: { status: 200, body: Taken }, problems: [...problems],
});

/** Doors of other messengers: what comes in is a report like any other. */
export const feedbackInboundRoutes = [TakeZaloMessage, TakeMail] as const;
