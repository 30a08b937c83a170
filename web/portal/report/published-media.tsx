import { useEffect, useState } from 'preact/hooks';
import { readPublic } from '../../client/read-public.ts';
import { useLanguage } from '../../components/language.ts';
import { followText } from '../../messages/follow.ts';
import type { Followed } from './follow-steps.ts';

type Media = Followed['media'][number];

/** A published photo or film. Its address is asked for when it is drawn: it lives for minutes. */
const One = ({ code, one, label }: { readonly code: string; readonly one: Media; readonly label: string }) => {
  const [url, setUrl] = useState<string>();
  useEffect(() => { void readPublic('getFeedbackMedia', `/feedback/${code}/media/${one.mediaId}`).then((answer) => { if (answer.ok) setUrl(answer.body.url); }); }, [one.mediaId]);
  if (url === undefined) return null;
  return one.contentType === 'video/mp4' ? <video src={url} controls preload="metadata" aria-label={label} /> : <a href={url} target="_blank" rel="noopener"><img src={url} alt={label} loading="lazy" /></a>;
};

/** Photos of one time of the report, side by side. */
export const PublishedMedia = ({ code, media, title }: { readonly code: string; readonly media: readonly Media[]; readonly title: string }) => {
  const t = followText(useLanguage());
  if (media.length === 0) return null;
  return (
    <figure class="published">
      <figcaption>{title}</figcaption>
      <div class="shots">{media.map((one, index) => <One key={one.mediaId} code={code} one={one} label={t('photoOf', { what: title, number: index + 1 })} />)}</div>
    </figure>
  );
};
