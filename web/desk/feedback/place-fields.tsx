import type { DeskFeedbackView } from '../../../shared/contracts/feedback-shapes.ts';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/field.tsx';
import { PlaceMap } from './place-map.tsx';
import { pointIn } from './point-in.ts';
import { useFeedbackTexts } from './texts.ts';

export type PlaceTyped = { readonly placeWords: string; readonly point: string };
type Place = { readonly words: string; readonly lat?: number; readonly long?: number };

export const placeTyped = ({ place }: DeskFeedbackView): PlaceTyped => ({ placeWords: place?.words ?? '', point: place?.lat === undefined || place.long === undefined ? '' : `${place.lat}, ${place.long}` });
/** Undefined where nothing was changed. */
export const placeChanged = (view: DeskFeedbackView, { placeWords, point }: PlaceTyped): Place | undefined => {
  const before = placeTyped(view);
  return placeWords.trim() === before.placeWords && point.trim() === before.point ? undefined : { words: placeWords.trim(), ...pointIn(point) };
};
export const isWrongPoint = ({ point }: PlaceTyped): boolean => point.trim() !== '' && pointIn(point) === undefined;

/** Where it is: by words, by figures, by a pin on the map; figures in the wrong order are offered the other way round. */
export const PlaceFields = ({ typed, onTyped, fault }: { readonly typed: PlaceTyped; readonly onTyped: (change: Partial<PlaceTyped>) => void; readonly fault: string | undefined }) => {
  const t = useFeedbackTexts();
  const point = pointIn(typed.point);
  const swapped = point !== undefined && Math.abs(point.lat) > 90 && Math.abs(point.long) <= 90 ? `${point.long}, ${point.lat}` : undefined;
  return (
    <details class="place-fields">
      <summary>{t('correctPlace')}</summary>
      <TextField id="noi-sua" label={t('placeWords')} hint={t('placeWordsHint')} value={typed.placeWords} onValue={(placeWords) => { onTyped({ placeWords }); }} attributes={{ maxLength: 300 }} />
      <TextField id="toa-do-sua" label={t('point')} hint={t('pointHint')} optional value={typed.point} onValue={(text) => { onTyped({ point: text }); }} error={fault} attributes={{ autocomplete: 'off' }} />
      {swapped !== undefined && <p><Button kind="secondary" small onClick={() => { onTyped({ point: swapped }); }}>{t('useCorrected', { point: swapped })}</Button></p>}
      <PlaceMap point={swapped === undefined ? point : undefined} onPick={({ lat, long }) => { onTyped({ point: `${lat}, ${long}` }); }} />
    </details>
  );
};
