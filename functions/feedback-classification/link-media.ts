import { DomainError } from '../../shared/kernel/domain-error.ts';
import { checkedFileKey } from '../../shared/runtime/uploads/upload.ts';
import type { FeedbackDeps, FeedbackRecord } from './ports.ts';

const linkSeconds = 300;
const endings = { 'image/jpeg': 'jpg', 'image/png': 'png', 'video/mp4': 'mp4' } as const;

/** A link to a photo or film of a report; to the public only published ones exist, as they were made fit for it. */
export const linkMedia = ({ links }: Pick<FeedbackDeps, 'links'>) => async ({ media }: FeedbackRecord, mediaId: string, { now, published }: { readonly now: Date; readonly published: boolean }): Promise<{ url: string; expiresAt: string }> => {
  const found = media.find((one) => one.mediaId === mediaId && (!published || one.published === true));
  if (found === undefined) throw new DomainError('not-found');
  const redrawn = published && found.publicKey !== undefined;
  const [key, contentType] = redrawn ? [found.publicKey, found.publicType ?? found.contentType] : [checkedFileKey(mediaId), found.contentType];
  const url = await links.linkTo({ store: 'uploads', key, name: `phan-anh.${endings[contentType]}`, contentType, shown: true }, linkSeconds);
  return { url, expiresAt: new Date(now.getTime() + linkSeconds * 1000).toISOString() };
};
