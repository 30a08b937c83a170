import { useState } from 'preact/hooks';
import type { ProblemBody } from '../../../shared/contracts/problems.ts';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/field.tsx';
import { useLanguage } from '../../components/language.ts';
import { Notice } from '../../components/notice.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { reportText } from '../../messages/report.ts';
import type { Draft, Spot } from './draft.ts';
import type { ChangeDraft } from './use-report-draft.ts';

type Finding = 'no' | 'finding' | 'denied' | 'failed';
const WITHIN_MS = 15_000;

/** Where: by the phone, on the map, or in words; one of them is enough. */
export const PlaceField = ({ draft, change, problem, error }: { readonly draft: Draft; readonly change: ChangeDraft; readonly problem?: ProblemBody | undefined; readonly error?: string | undefined }) => {
  const t = reportText(useLanguage());
  const [finding, setFinding] = useState<Finding>('no');
  const [map, setMap] = useState<typeof import('./map-picker.tsx')>();
  const [opened, setOpened] = useState(draft.spot !== undefined);
  const open = (): void => { setOpened(true); void import('./map-picker.tsx').then(setMap, () => { setOpened(false); }); };
  if (opened && map === undefined) open();
  const { spot } = draft;
  const setSpot = (found: Spot): void => { setFinding('no'); change({ spot: found }); open(); };
  const find = (): void => {
    setFinding('finding');
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude: lat, longitude: long, accuracy } }) => { setSpot({ lat, long, accuracy, by: 'gps' }); },
      ({ code }) => { setFinding(code === 1 ? 'denied' : 'failed'); },
      { enableHighAccuracy: true, timeout: WITHIN_MS, maximumAge: 30_000 },
    );
  };
  const remove = (): void => { change({ spot: undefined }); };
  const said = finding === 'finding' ? t('placeFinding') : finding === 'denied' ? t('placeDenied') : finding === 'failed' ? t('placeFailed')
    : spot === undefined ? '' : spot.by === 'gps' ? t('placeFound', { metres: Math.max(1, Math.round(spot.accuracy ?? 0)) }) : t('placePicked');
  const corrected = problem?.code === 'place-swapped' ? problem.corrected : undefined;
  return (
    <fieldset class="govuk-fieldset govuk-form-group">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{t('place')}</legend>
      {corrected !== undefined && spot !== undefined && (
        <Notice kind="warn" title={t('placeSwapped')}>
          <p class="button-row">
            <Button small onClick={() => { setSpot({ ...corrected, by: 'map' }); }}>{t('placeTake')}</Button>
            <Button small kind="secondary" onClick={() => { setSpot({ ...spot, confirmed: true }); }}>{t('placeKeep')}</Button>
          </p>
        </Notice>
      )}
      <p class="button-row">
        {'geolocation' in navigator && <Button kind="secondary" disabled={finding === 'finding'} onClick={find}>{t('placeHere')}</Button>}
        {!opened && <Button kind="secondary" onClick={open}>{t('placeMap')}</Button>}
        {spot !== undefined && <Button kind="quiet" onClick={remove}>{t('placeRemove')}</Button>}
      </p>
      <p role="status" class="place-said">{said}</p>
      {opened && (map === undefined ? <Skeleton lines={6} /> : <map.MapPicker spot={spot} onPick={(place) => { setSpot({ ...place, by: 'map' }); }} />)}
      <TextField id="dia-chi" label={t('placeWords')} hint={t('placeWordsHint')} error={error} value={draft.placeWords} onValue={(placeWords) => { change({ placeWords }); }} attributes={{ maxLength: 300, autocomplete: 'off' }} />
    </fieldset>
  );
};
