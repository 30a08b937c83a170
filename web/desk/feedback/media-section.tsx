import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { DeskFeedbackView } from '../../../shared/contracts/feedback-shapes.ts';
import { call } from '../../client/client.ts';
import { Skeleton } from '../../components/skeleton.tsx';
import { FileViewer } from '../file-viewer.tsx';
import { CoverDoor } from './cover/cover-door.tsx';
import { useFeedbackTexts } from './texts.ts';
import type { FeedbackTexts } from './texts.ts';

type Item = { readonly mediaId: string; readonly contentType: string; readonly phase: 'before' | 'progress' | 'after' };
type PhotosProps<I extends Item> = { readonly feedbackId: string; readonly media: readonly I[]; /** what stands under each */ readonly below?: ((item: I, name: string) => ComponentChildren) | undefined };

export const mediaName = ({ phase, contentType }: Item, number: number, t: FeedbackTexts): string => t(contentType === 'video/mp4' ? 'filmName' : 'photoName', { number, phase: t(`phase-${phase}`) });

/** A short-lived link; undefined until there is one, `failed` when there is none. */
export const useMediaLink = (feedbackId: string, mediaId: string): string | undefined | { readonly failed: true } => {
  const [link, setLink] = useState<string | { readonly failed: true }>();
  useEffect(() => {
    let wanted = true;
    void call('getDeskMedia', { params: { feedbackId, mediaId } }).then((answer) => { if (wanted) setLink(answer.ok ? answer.body.url : { failed: true }); });
    return () => { wanted = false; };
  }, [feedbackId, mediaId]);
  return link;
};

const Shown = ({ feedbackId, item, name, large, onLarge }: { readonly feedbackId: string; readonly item: Item; readonly name: string; readonly large: boolean; readonly onLarge: () => void }) => {
  const t = useFeedbackTexts();
  const link = useMediaLink(feedbackId, item.mediaId);
  if (link === undefined) return <Skeleton lines={2} />;
  if (typeof link !== 'string') return <p class="small">{t('photoFailed', { name })}</p>;
  if (item.contentType === 'video/mp4') return <video class="report-film" src={link} controls preload="metadata" aria-label={name} />;
  return (
    <>
      <button type="button" class="report-thumb" aria-expanded={large} aria-label={t('enlarge', { name })} onClick={onLarge}><img src={link} alt={name} loading="lazy" /></button>
      {large && <FileViewer url={link} name={name} isImage />}
    </>
  );
};

/** Photos and films side by side; one is looked at large in its place. */
export const Photos = <I extends Item>({ feedbackId, media, below }: PhotosProps<I>) => {
  const t = useFeedbackTexts();
  const [large, setLarge] = useState<string>();
  if (media.length === 0) return null;
  return (
    <ul class="report-photos">
      {media.map((item, index) => (
        <li key={item.mediaId} class={large === item.mediaId ? 'report-large' : undefined}>
          <Shown feedbackId={feedbackId} item={item} name={mediaName(item, index + 1, t)} large={large === item.mediaId} onLarge={() => { setLarge(large === item.mediaId ? undefined : item.mediaId); }} />
          {below?.(item, mediaName(item, index + 1, t))}
        </li>
      ))}
    </ul>
  );
};

/** What came with the report; whoever sorts may cover faces and plates at once. */
export const Media = ({ view, onChecked }: { readonly view: DeskFeedbackView; readonly onChecked: ((view: DeskFeedbackView) => void) | undefined }) => {
  const t = useFeedbackTexts();
  const before = view.media.filter(({ phase }) => phase === 'before');
  if (before.length === 0) return null;
  return <section class="report-media" aria-label={t('media')}><Photos feedbackId={view.feedbackId} media={before} below={onChecked === undefined ? undefined : (item, name) => <CoverDoor feedbackId={view.feedbackId} item={item} name={name} onChecked={onChecked} />} /></section>;
};
