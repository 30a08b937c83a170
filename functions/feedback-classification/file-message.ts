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
import { deviceOf, type InboundMessage } from './inbound.ts';
import type { FeedbackDeps, FetchPhoto, InboundStore } from './ports.ts';
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

/**
 * Makes a report of a message, once: nobody's, with a way to answer. A place that is not told is for the dispatcher to
 * find out. What cannot be a report is answered with the sentence that says why, by the way it came.
 */
export const fileMessage = (deps: Deps) => async ({ messageKey, cause }: Asked): Promise<'filed' | 'answered' | 'gone' | 'busy'> => {
  const message = await deps.inbound.message(messageKey);
  if (message === undefined) return 'gone';
  const { channel, sender, text, point } = message;
  const media: string[] = [];
  const { mostMedia } = deps.catalogue.settings;
  for (let index = 0; index < Math.min(message.photos.length, mostMedia); index++) { const photo = await photoOf(deps, message, { index, messageKey, cause }); if (photo !== undefined) media.push(photo); }
  try {
    await reportFeedback(deps)({
      channel, text, media, place: { words: '', confirmed: true, ...point }, urgency: 'normal', visibility: 'public', device: deviceOf(message),
      contact: channel === 'email' ? { email: sender } : {}, ...(channel === 'zalo' ? { zalo: sender } : {}), flags: [...message.flags, ...(media.length < message.photos.length ? ['photo-left-out'] : [])],
      asked: { requestKey: requestKeyOf(channel, 'inbound-report', messageKey, { messageKey }), cause },
    }, nobody);
  } catch (error) {
    const said = error instanceof DomainError ? problems[error.code as keyof typeof problems] : undefined;
    if (said === undefined || said.status >= 500) throw error;
    const { retryAt } = ((error as DomainError).extra ?? {}) as { retryAt?: string };
    const answer = { to: sender, subject: 'Chưa nhận được phản ánh', text: [said.vi, ...(retryAt === undefined ? [] : [`Gửi lại sau: ${retryAt}`]), '', '---', '', said.en, ''].join('\n') };
    const outcome = await sendOnce({ ledger: deps.ledger, mailer: channel === 'zalo' ? deps.zalo : deps.mailer }, { eventId: `message-${messageKey}`, now: cause.now }, answer);
    if (outcome === 'busy') return 'busy';
    await deps.inbound.done(messageKey);
    return 'answered';
  }
  await deps.inbound.done(messageKey);
  return 'filed';
};
