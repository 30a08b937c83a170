import type { Box } from '../../shared/contracts/feedback-shapes.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import { callerOf, postFor, type Officer } from '../../shared/runtime/actor.ts';
import type { Asked } from '../../shared/runtime/asked.ts';
import { checkedFileKey, requireUsable } from '../../shared/runtime/uploads/upload.ts';
import type { Media } from './feedback.ts';
import { requireReader } from './perform-act.ts';
import type { FeedbackDeps, FeedbackRecord } from './ports.ts';

type Command = { readonly feedbackId: string; readonly mediaId: string; readonly boxes: readonly Box[]; readonly redrawn?: string | undefined; readonly asked: Asked };
const at = (pointer: string) => ({ pointers: [`/body/${pointer}`] });
const kindOf = (type: Media['contentType']): string => type.split('/')[0] ?? type;

/**
 * Notes that somebody looked at a photo for faces and plates, and which copy the public may see: the picture itself, or
 * the one drawn again. Looked at anew, the later word holds; the same request again changes nothing.
 * Throws `not-found`, `redrawn-missing`, `redrawn-same`, `redrawn-other-kind` and what may be wrong with an upload.
 */
export const checkPhoto = (deps: FeedbackDeps) => async ({ feedbackId, mediaId, boxes, redrawn, asked }: Command, officer: Officer): Promise<FeedbackRecord> => {
  const { now } = asked.cause;
  const intake = deps.catalogue.settings.intakeAgency;
  const open = async (): Promise<FeedbackRecord> => {
    const record = await deps.feedback.load(feedbackId);
    if (record === undefined) throw new DomainError('not-found');
    requireReader(officer, record, { intake, now });
    postFor(officer, intake, ['moderator', 'dispatcher'], now);
    return record;
  };
  const record = await open();
  const photo = record.media.find((one) => one.mediaId === mediaId);
  if (photo === undefined) throw new DomainError('not-found');
  if ((await deps.feedback.answered(asked.requestKey)) === feedbackId) return record;
  if (boxes.length > 0 && redrawn === undefined) throw new DomainError('redrawn-missing', undefined, at('redrawn'));
  const [original, found] = await Promise.all([deps.uploads.find(mediaId), redrawn === undefined ? undefined : deps.uploads.find(redrawn)]);
  const owner = callerOf(officer);
  const copy = redrawn === undefined ? undefined : requireUsable(found, { owner, pointer: '/body/redrawn', now });
  if (copy !== undefined && copy.checksum === original?.checksum) throw new DomainError('redrawn-same', undefined, at('redrawn'));
  if (copy !== undefined && kindOf(copy.contentType) !== kindOf(photo.contentType)) throw new DomainError('redrawn-other-kind', undefined, at('redrawn'));
  const outcome = await deps.feedback.checkMedia(feedbackId, {
    mediaId, checkedAt: now.toISOString(), checkedBy: officer.personId, boxes, ...(copy === undefined ? {} : { public: { key: checkedFileKey(copy.uploadId), type: copy.contentType, uploadId: copy.uploadId, owner } }),
  }, asked);
  if (outcome.kind === 'taken') throw new DomainError('upload-reused', undefined, at('redrawn'));
  if (outcome.kind === 'changed') throw new DomainError('busy', 'a check that met another');
  return open();
};
