import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { mostCharacters } from '../../shared/contracts/feedback-shapes.ts';
import type { ReceivedMail, ZaloEvent } from '../../shared/contracts/feedback-inbound.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import { fingerprintOf } from '../../shared/runtime/request-key.ts';
import settings from './channels.json' with { type: 'json' };

export type InboundChannel = 'zalo' | 'email';
/** What a person sent by another messenger. */
export type InboundMessage = {
  readonly channel: InboundChannel; readonly messageId: string; readonly sender: string; readonly text: string; readonly photos: readonly string[];
  readonly point?: { readonly lat: number; readonly long: number }; readonly flags: readonly string[];
  /** as the messenger says, where messages that follow each other may be of one matter */
  readonly sentAt?: string;
};
/** What an operator agreed with a messenger: `appId` is Zalo's, the token lets us answer there. */
export type Channel = { readonly secret: string; readonly appId?: string; readonly accessToken?: string };
type Headers = Readonly<Record<string, string | undefined>>;

/** Stands for a message where its own id would say too much. */
export const messageKeyOf = ({ channel, messageId }: Pick<InboundMessage, 'channel' | 'messageId'>): string => fingerprintOf(`${channel} ${messageId}`).slice(0, 40);
/** Stands for the sender where limits are counted and uploads owned: no other device can name it. */
export const deviceOf = ({ channel, sender }: Pick<InboundMessage, 'channel' | 'sender'>): string => fingerprintOf(`${channel} ${sender}`);

const requireFresh = (channel: InboundChannel, at: number, now: Date): void => {
  const age = now.getTime() - at;
  if (age > settings[channel].oldestMinutes * 60_000 || age < -settings.aheadMinutes * 60_000) throw new DomainError('message-too-old');
};
const requireEqual = (said: string, computed: string): void => {
  const [a, b] = [Buffer.from(said), Buffer.from(computed)];
  if (a.length !== b.length || !timingSafeEqual(a, b)) throw new DomainError('signature-wrong');
};

/** Zalo's own: `mac=` and SHA-256 over application, the very body, its time and the secret of the account. */
export const zaloMac = ({ appId = '', secret }: Channel, body: string, timestamp: string): string => `mac=${createHash('sha256').update(`${appId}${body}${timestamp}${secret}`).digest('hex')}`;
/** As our own webhooks: `t=<seconds>,v1=<HMAC-SHA256 of "<t>.<body>">`. */
export const relayMac = ({ secret }: Channel, body: string, seconds: number): string => `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`;

/** A channel nobody opened has no secret: nothing fits. Throws `signature-missing`, `signature-wrong`, `message-too-old`. */
export const requireSignedByZalo = (channel: Channel | undefined, { headers, body, event, now }: { readonly headers: Headers; readonly body: string; readonly event: Pick<ZaloEvent, 'timestamp'>; readonly now: Date }): void => {
  const said = headers['x-zevent-signature'];
  if (said === undefined || said === '') throw new DomainError('signature-missing');
  if (channel === undefined) throw new DomainError('signature-wrong');
  requireEqual(said, zaloMac(channel, body, event.timestamp));
  requireFresh('zalo', Number(event.timestamp), now);
};
export const requireSignedByRelay = (channel: Channel | undefined, { headers, body, now }: { readonly headers: Headers; readonly body: string; readonly now: Date }): void => {
  const said = headers['x-haugiang-signature'];
  if (said === undefined || said === '') throw new DomainError('signature-missing');
  const seconds = Number(/^t=(\d{1,12}),/.exec(said)?.[1] ?? Number.NaN);
  if (channel === undefined || Number.isNaN(seconds)) throw new DomainError('signature-wrong');
  requireEqual(said, relayMac(channel, body, seconds));
  requireFresh('email', seconds * 1000, now);
};

/** Words as a report takes them: composed, without signs nobody sees, and no longer than it may be. */
const wordsOf = (text: string): { text: string; cut: boolean } => {
  const clean = text.toWellFormed().normalize('NFC').replaceAll('\r\n', '\n').replaceAll(/[\p{Cf}\p{Co}]/gu, '').replaceAll(/[^\P{Cc}\n\t]/gu, ' ').trim();
  return clean.length <= mostCharacters ? { text: clean, cut: false } : { text: `${clean.slice(0, mostCharacters - 1).toWellFormed()}…`, cut: true };
};
const messageEvents = new Set(['user_send_text', 'user_send_image', 'user_send_location']);

/** Undefined for what is no message of a person: who follows, who has read, stickers. */
export const messageOfZalo = ({ event_name: name, sender, message, timestamp }: ZaloEvent): InboundMessage | undefined => {
  if (!messageEvents.has(name) || sender === undefined || message === undefined) return undefined;
  const { text, cut } = wordsOf(message.text ?? '');
  const attachments = message.attachments ?? [];
  const point = attachments.find(({ payload }) => payload?.coordinates !== undefined)?.payload?.coordinates;
  return {
    channel: 'zalo', messageId: message.msg_id, sender: sender.id, text, photos: attachments.flatMap(({ type, payload }) => (type === 'image' && payload?.url !== undefined ? [payload.url] : [])),
    sentAt: new Date(Number(timestamp)).toISOString(), flags: cut ? ['text-cut'] : [], ...(point === undefined ? {} : { point: { lat: point.latitude, long: point.longitude } }),
  };
};

/** Undefined for what a machine answers by itself: two of those would write to each other for ever. */
export const messageOfMail = ({ mail, receipt, content }: ReceivedMail): InboundMessage | undefined => {
  const header = (name: string): string => mail.headers?.find((one) => one.name.toLowerCase() === name)?.value.trim().toLowerCase() ?? '';
  if (!['', 'no'].includes(header('auto-submitted')) || ['bulk', 'junk', 'auto_reply'].includes(header('precedence'))) return undefined;
  const { text, cut } = wordsOf([mail.commonHeaders.subject ?? '', content.text].filter((part) => part.trim() !== '').join('\n\n'));
  const infected = receipt?.virusVerdict?.status === 'FAIL';
  return {
    channel: 'email', messageId: mail.messageId, sender: mail.source, text, photos: infected ? [] : (content.attachments ?? []).map(({ url }) => url),
    flags: [...(cut ? ['text-cut'] : []), ...(infected ? ['photo-left-out'] : []), ...(receipt?.spamVerdict?.status === 'FAIL' ? ['maybe-spam'] : [])],
  };
};
