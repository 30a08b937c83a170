import { useState } from 'preact/hooks';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { useLanguage } from '../../components/language.ts';
import { useReference } from './reference.ts';
import { useFeedbackTexts } from './texts.ts';
import type { MediaFiles } from './use-media-files.ts';

/** Photos and films of an act, by the camera or from the device. */
export const MediaField = ({ id, files: { files, add, drop, again, mayRetry } }: { readonly id: string; readonly files: MediaFiles }) => {
  const t = useFeedbackTexts();
  const language = useLanguage();
  const { mostMedia } = useReference();
  const [over, setOver] = useState(false);
  const choose = (input: HTMLInputElement): void => {
    const chosen = [...input.files ?? []];
    input.value = '';
    const room = Math.max(0, mostMedia - files.length);
    setOver(chosen.length > room);
    void add(chosen.slice(0, room));
  };
  return (
    <>
      <Field id={id} label={t('media')} hint={t('mediaHint', { most: mostMedia })} optional error={over ? t('mediaTooMany', { most: mostMedia }) : undefined}>
        {(described) => (
          <div class="file-choose">
            <input id={id} class="visually-hidden" type="file" accept="image/*,video/mp4" multiple aria-describedby={described} onChange={(event) => { choose(event.currentTarget); }} />
            <label class="button button-secondary" for={id}>{t('choosePhotos')}</label>
          </div>
        )}
      </Field>
      <ul class="media-files" aria-live="polite">
        {files.map(({ key, name, state, problem }) => (
          <li key={key}>
            <span>{t(state === 'ready' ? 'fileReady' : state === 'sending' ? 'fileSending' : 'fileFailed', { name })}{problem !== undefined && `: ${language === 'vi' ? problem.title : problem.titleEn}`}</span>
            {state === 'failed' && mayRetry(key) && <Button kind="quiet" small onClick={() => { again(key); }}>{t('again')}</Button>}
            <Button kind="quiet" small aria-label={t('dropFile', { name })} onClick={() => { drop(key); }}>{t('drop')}</Button>
          </li>
        ))}
      </ul>
    </>
  );
};
