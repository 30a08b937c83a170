import { useState } from 'preact/hooks';
import { Button } from '../../components/button.tsx';
import { FieldError } from '../../components/field.tsx';
import { useFormText } from '../../components/form-text.ts';
import { useLanguage } from '../../components/language.ts';
import { reportText } from '../../messages/report.ts';
import type { Shot } from './draft.ts';
import { takeShots, type Taken } from '../../client/take-shots.ts';
import { useBlobAddress } from '../../client/use-blob-address.ts';

/** A photo as it will be sent. */
const Preview = ({ shot, number }: { readonly shot: Shot; readonly number: number }) => {
  const t = reportText(useLanguage());
  const address = useBlobAddress(shot.blob);
  if (address === undefined) return null;
  return shot.type === 'video/mp4' ? <video src={address} controls muted playsInline aria-label={t('filmOf', { number })} /> : <img src={address} alt={t('photoOf', { number })} />;
};

type ShotsFieldProps = { readonly shots: readonly Shot[]; readonly most: number; readonly error?: string | undefined; readonly onShots: (change: (before: readonly Shot[]) => readonly Shot[]) => void };

/** Photos first: by the camera, or from the phone. */
export const ShotsField = ({ shots, most, error, onShots }: ShotsFieldProps) => {
  const language = useLanguage();
  const t = reportText(language);
  const act = useFormText();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Taken['refused']>([]);
  const [over, setOver] = useState(false);
  const add = async (input: HTMLInputElement): Promise<void> => {
    const files = [...input.files ?? []];
    input.value = '';
    setBusy(true);
    const room = Math.max(0, most - shots.length);
    const taken = await takeShots(files.slice(0, room));
    setBusy(false);
    setOver(files.length > room);
    setRefused(taken.refused);
    onShots((before) => [...before, ...taken.shots]);
  };
  const described = `anh-hint${error === undefined ? '' : ' anh-error'}`;
  return (
    <fieldset class={`govuk-fieldset govuk-form-group${error === undefined ? '' : ' govuk-form-group--error'}`} aria-describedby={described}>
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{t('photos')}</legend>
      {error !== undefined && <FieldError id="anh">{error}</FieldError>}
      {shots.length > 0 && (
        <ul class="shots">
          {shots.map((shot, index) => (
            <li key={shot.key} class={shot.problem === undefined ? undefined : 'shot-refused'}>
              <Preview shot={shot} number={index + 1} />
              {shot.problem !== undefined && <p class="small">{language === 'vi' ? shot.problem.title : shot.problem.titleEn}</p>}
              <Button kind="secondary" small aria-label={t('photoRemove', { number: index + 1 })} onClick={() => { onShots((before) => before.filter(({ key }) => key !== shot.key)); }}>{act('remove')}</Button>
            </li>
          ))}
        </ul>
      )}
      <div class="file-choose shot-choose">
        <input id="chup" class="visually-hidden" type="file" accept="image/*" capture="environment" onChange={(event) => { void add(event.currentTarget); }} />
        <label class="button button-primary" for="chup">{t('photoTake')}</label>
        <input id="anh" class="visually-hidden" type="file" accept="image/*,video/mp4" multiple aria-describedby={described} onChange={(event) => { void add(event.currentTarget); }} />
        <label class="button button-secondary" for="anh">{t('photoChoose')}</label>
      </div>
      <p class="small" role="status">{busy ? t('photoPreparing') : over ? t('photoTooMany', { most }) : ''}</p>
      {refused.length > 0 && <ul class="shot-faults" role="alert">{refused.map(({ name, problem }) => <li key={name}>{name}: {language === 'vi' ? problem.title : problem.titleEn}</li>)}</ul>}
      <p id="anh-hint" class="govuk-hint small">{t('photosHint', { most })}</p>
    </fieldset>
  );
};
