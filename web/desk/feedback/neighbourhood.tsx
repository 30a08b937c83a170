import type { DeskFeedbackView } from '../../../shared/contracts/feedback-shapes.ts';
import { Button } from '../../components/button.tsx';
import { useLanguage } from '../../components/language.ts';
import { Skeleton } from '../../components/skeleton.tsx';
import { momentText } from '../../format/dates.ts';
import { PlaceMap, Vicinity } from './place-map.tsx';
import { StateTag } from './state-tag.tsx';
import { useFeedbackTexts } from './texts.ts';
import type { NearbyState } from './use-nearby.ts';

type Props = { readonly view: DeskFeedbackView; readonly nearby: NearbyState; readonly onOpen: (feedbackId: string) => void; readonly onMerge: ((into: string) => void) | undefined };

/** Where it is, and what else was reported there; the list says what the map shows. */
export const Neighbourhood = ({ view, nearby, onOpen, onMerge }: Props) => {
  const t = useFeedbackTexts();
  const language = useLanguage();
  const { place } = view;
  const point = place?.lat === undefined || place.long === undefined ? undefined : { lat: place.lat, long: place.long };
  return (
    <section class="dossier-section" aria-labelledby="vi-tri">
      <h3 id="vi-tri">{t('where')}</h3>
      {point === undefined ? <p class="small">{t('noPoint')}{place?.words !== undefined && `: ${place.words}`}</p> : (
        <>
          <div class="report-maps">
            <PlaceMap point={point} />
            {nearby.items.length > 0 && <Vicinity point={point} others={nearby.items} />}
          </div>
          <p class="small code"><a href={`geo:${point.lat},${point.long}`}>{point.lat.toFixed(5)}, {point.long.toFixed(5)}</a></p>
        </>
      )}
      {nearby.state === 'asking' && <Skeleton lines={2} />}
      {nearby.state === 'failed' && <p class="small">{t('nearbyFailed')}</p>}
      {nearby.state === 'known' && point !== undefined && nearby.items.length === 0 && <p class="small">{t('nothingNearby')}</p>}
      {nearby.items.length > 0 && (
        <>
          <h4>{t('nearby', { count: nearby.items.length })}</h4>
          <ol class="nearby">
            {nearby.items.map((item) => (
              <li key={item.feedbackId}>
                <p><button type="button" class="link-button" onClick={() => { onOpen(item.feedbackId); }}>{item.excerpt === '' ? item.trackingCode : item.excerpt}</button></p>
                <p class="small"><StateTag state={item.state} /> {t('metres', { metres: item.metres })} · {t('likeness', { share: Math.round(item.likeness * 100) })} · {momentText(item.reportedAt, language)}{item.voices > 0 && ` · ${t('voices', { count: item.voices })}`}</p>
                {onMerge !== undefined && <Button kind="secondary" small aria-label={t('mergeIntoLabel', { code: item.trackingCode })} onClick={() => { onMerge(item.feedbackId); }}>{t('mergeInto')}</Button>}
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
};
