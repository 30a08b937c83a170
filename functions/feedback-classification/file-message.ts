import { createHash } from 'node:crypto';
import { MAX_MEDIA_BYTES, type MediaType } from '../../shared/contracts/feedback-shapes.ts';
import { problems } from '../../shared/contracts/problems.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import { newId } from '../../shared/kernel/ids.ts';
import type { Actor } from '../../shared/runtime/actor.ts';
import { sendOnce, type MailDeps } from '../../shared/runtime/mail-ledger.ts';
import type { Mailer } from '../../shared/runtime/mailer.ts';
import type { Cause } from '../../shared/runtime/outbox.ts';
import { requestKeyOf } from '../../shared/runtime/request-key.ts';
import { expiryOf, type Upload } from '../../shared/runtime/uploads/upload.ts';
import { addToReport } from './add-to-report.ts';
import settings from './channels.json' with { type: 'json' };
import { deviceOf, type InboundMessage } from './inbound.ts';
import type { FeedbackDeps, FeedbackRecord, FetchPhoto, InboundStore } from './ports.ts';
import { ownerOf, reportFeedback } from './report-feedback.ts';

type Deps = FeedbackDeps & MailDeps & {
  readonly inbound: InboundStore; readonly fetchPhoto: FetchPhoto; readonly zalo: Mailer;
  /** looks at the bytes as at those that people upload, and keeps them where they are fit */
  readonly checkPhoto: (uploadId: string, bytes: Uint8Array, cause: Cause) => Promise<unknown>;
};
type Asked = { readonly messageKey: string; readonly cause: Cause };
const nobody: Actor = { kind: 'nobody', why: 'signed-out' };

/** What bytes look like; whether they are it is looked at closely afterwards. */
const looksLike = (bytes: Uint8Array): MediaType | undefined => {
  const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1');
  return head.startsWith('\xff\xd8') ? 'image/jpeg' : head.startsWith('\x89PNG') ? 'image/png' : head.slice(4, 8) === 'ftyp' ? 'video/mp4' : undefined;
};

/** Fetched, announced, looked at: the same photo of the same message is one upload however often this is tried. Undefined when it is unfit. */
const photoOf = async (deps: Deps, message: InboundMessage, { index, messageKey, cause }: Asked & { readonly index: number }): Promise<string | undefined> => {
  const bytes = await deps.fetchPhoto(message.channel, message.photos[index] ?? '', MAX_MEDIA_BYTES);
  const contentType = bytes === undefined ? undefined : looksLike(bytes);
  if (bytes === undefined || contentType === undefined) return undefined;
  const upload: Upload<MediaType> = {
    uploadId: newId('upl', cause.now), owner: ownerOf(nobody, deviceOf(message)), fileName: `${message.channel}-${index + 1}`, contentType, size: bytes.length, checksum: createHash('sha256').update(bytes).digest('base64'),
    state: 'waiting', requestedAt: cause.now.toISOString(), expiresAt: expiryOf(cause.now),
  };
  const { uploadId, checksum } = await deps.uploads.open(upload, requestKeyOf(message.channel, 'inbound-photo', `${messageKey}-${index}`, { index }));
  // the messenger gave other bytes this time: the first ones stay
  if (checksum === upload.checksum) await deps.checkPhoto(uploadId, bytes, cause);
  return (await deps.uploads.find(uploadId))?.state === 'checked' ? uploadId : undefined;
};

type Filed = { readonly added?: FeedbackRecord };

const joinMs = (channel: InboundMessage['channel']): number => settings[channel].joinMinutes * 60_000;
const areNear = (channel: InboundMessage['channel'], one: string, other: string): boolean => Math.abs(Date.parse(one) - Date.parse(other)) <= joinMs(channel);

/** Where it is, as told; or as told some minutes before any words, by whoever has made no report of that place since. */
const pointOf = async (deps: Deps, { channel, point, sentAt, ...message }: InboundMessage, last: { readonly sentAt: string } | undefined): Promise<InboundMessage['point']> => {
  if (point !== undefined || sentAt === undefined) return point;
  const kept = await deps.inbound.place(deviceOf({ channel, ...message }));
  return kept !== undefined && areNear(channel, kept.sentAt, sentAt) && (last === undefined || last.sentAt < kept.sentAt) ? kept.point : undefined;
};

/** Where a message belongs: to the report its sender sent just before, or to one of its own. The same message again stays where it was put. */
const putWhere = async (deps: Deps, { message, messageKey, media, cause }: Asked & { readonly message: InboundMessage; readonly media: readonly string[] }): Promise<Filed> => {
  const { channel, sender, text, sentAt } = message;
  const device = deviceOf(message);
  const asked = { requestKey: requestKeyOf(channel, 'inbound-report', messageKey, { messageKey }), cause };
  const flags = [...message.flags, ...(media.length < message.photos.length ? ['photo-left-out'] : [])];
  const before = await deps.feedback.answered(asked.requestKey);
  if (before !== undefined) { const record = await deps.feedback.load(before); return record === undefined || sentAt === undefined || record.reporter?.message === messageKey ? {} : { added: record }; }
  const last = sentAt === undefined ? undefined : await deps.inbound.last(device);
  const isNear = last !== undefined && sentAt !== undefined && areNear(channel, sentAt, last.sentAt);
  const added = isNear ? await addToReport(deps)({ feedbackId: last.feedbackId, message, media, owner: ownerOf(nobody, device), flags, asked }) : undefined;
  if (added !== undefined) return { added };
  await reportFeedback(deps)({
    channel, text, media: [...media], place: { words: '', confirmed: true, ...await pointOf(deps, message, last) }, urgency: 'normal', visibility: 'public', device, flags, asked,
    contact: channel === 'email' ? { email: sender } : {}, ...(channel === 'zalo' ? { zalo: sender } : {}), ...(sentAt === undefined ? {} : { sender: { who: device, seen: last?.feedbackId, sentAt, messageKey } }),
  }, nobody);
  return {};
};

const tries = 4;
/** Of two messages worked off at once, or one and somebody who lets its report in, one meets the other and looks again. */
const metAnother = (error: unknown): boolean => error instanceof DomainError && (error.code === 'busy' || error.code === 'feedback-changed-meanwhile' || error.code === 'feedback-state-conflict');

/**
 * Makes a report of a message, once: nobody's, with a way to answer. A place that is not told is for the dispatcher to
 * find out. What follows the sender's own message at once is added to its report; a place that comes first waits for
 * its words. What cannot be a report is answered with the sentence that says why, by the way it came.
 */
export const fileMessage = (deps: Deps) => async ({ messageKey, cause }: Asked): Promise<'filed' | 'added' | 'answered' | 'gone' | 'busy'> => {
  const message = await deps.inbound.message(messageKey);
  if (message === undefined) return 'gone';
  const { channel, sender, point, sentAt } = message;
  const media: string[] = [];
  const { mostMedia } = deps.catalogue.settings;
  for (let index = 0; index < Math.min(message.photos.length, mostMedia); index++) { const photo = await photoOf(deps, message, { index, messageKey, cause }); if (photo !== undefined) media.push(photo); }
  /** Says something by the way the message came, once, and forgets it. */
  const answer = async (subject: string, lines: readonly string[]): Promise<boolean> => {
    const outcome = await sendOnce({ ledger: deps.ledger, mailer: channel === 'zalo' ? deps.zalo : deps.mailer }, { eventId: `message-${messageKey}`, now: cause.now }, { to: sender, subject, text: lines.join('\n') });
    if (outcome !== 'busy') await deps.inbound.done(messageKey);
    return outcome !== 'busy';
  };
  for (let tried = 1; tried <= tries; tried++) {
    try {
      const { added } = await putWhere(deps, { message, messageKey, media, cause });
      if (added === undefined) { await deps.inbound.done(messageKey); return 'filed'; }
      const { trackingCode } = added.report;
      return await answer(`Đã thêm vào phản ánh (${trackingCode})`, ['Tin nhắn này được ghép vào phản ánh vừa gửi.', '', '---', '', `This message was added to the report you have just sent (${trackingCode}).`, '']) ? 'added' : 'busy';
    } catch (error) {
      if (metAnother(error)) continue;
      if (point !== undefined && sentAt !== undefined && error instanceof DomainError && error.code === 'report-says-nothing') {
        await deps.inbound.keepPlace(deviceOf(message), { point, sentAt }, new Date(Date.parse(sentAt) + joinMs(channel)));
        // words that came at the same time looked for a place before it lay there: they have made their report by now
        if (tried === 1) continue;
        const { joinMinutes } = settings[channel];
        return await answer('Đã nhận vị trí', [`Hãy viết vài lời về việc xảy ra ở đó trong ${joinMinutes} phút tới; có thể gửi thêm ảnh.`, '', '---', '', `We have the place. Write a few words about what is wrong there within ${joinMinutes} minutes; photos may follow.`, '']) ? 'answered' : 'busy';
      }
      const said = error instanceof DomainError ? problems[error.code as keyof typeof problems] : undefined;
      if (said === undefined || said.status >= 500) throw error;
      const { retryAt } = ((error as DomainError).extra ?? {}) as { retryAt?: string };
      return await answer('Chưa nhận được phản ánh', [said.vi, ...(retryAt === undefined ? [] : [`Gửi lại sau: ${retryAt}`]), '', '---', '', said.en, '']) ? 'answered' : 'busy';
    }
  }
  return 'busy';
};
