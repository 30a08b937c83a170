import { useState } from 'preact/hooks';
import { takeShots } from '../../../client/take-shots.ts';
import { useBlobAddress } from '../../../client/use-blob-address.ts';
import type { Taken } from '../../../client/take-shots.ts';
import type { Shot } from '../../../client/send-shot.ts';
import { Button } from '../../../components/button.tsx';
import { TextArea } from '../../../components/field.tsx';
import { useLanguage } from '../../../components/language.ts';
import { useFields } from '../../act-form.tsx';
import { useReference } from '../reference.ts';
import { useFeedbackTexts } from '../texts.ts';
import type { Job } from './nearest.ts';

type DoneProps = { readonly job: Job; readonly onDone: (act: 'answer' | 'report-progress', text: string, shots: readonly Shot[]) => void; readonly onClose: () => void };

/** A photo as it will be sent. */
const Preview = ({ shot, name }: { readonly shot: Shot; readonly name: string }) => {
  const address = useBlobAddress(shot.blob);
  return address === undefined ? null : <img src={address} alt={name} />;
};

/** What was done, with photos of it: two thumbs, and it is kept. */
export const DoneForm = ({ job, onDone, onClose }: DoneProps) => {
  const t = useFeedbackTexts();
  const language = useLanguage();
  const { mostMedia } = useReference();
  const { fields: { text }, checked, set, check, forget } = useFields(`phan-anh-hien-truong:${job.feedbackId}`, { text: '' });
  const [shots, setShots] = useState<readonly Shot[]>([]);
  const [refused, setRefused] = useState<Taken['refused']>([]);
  const id = `chup-${job.feedbackId}`, words = `viet-${job.feedbackId}`;
  const fault = text.trim() === '' ? t('answerMissing') : undefined;
  const add = async (input: HTMLInputElement): Promise<void> => {
    const files = [...input.files ?? []];
    input.value = '';
    const taken = await takeShots(files.slice(0, Math.max(0, mostMedia - shots.length)));
    setRefused(taken.refused);
    setShots((before) => [...before, ...taken.shots]);
  };
  const send = (act: 'answer' | 'report-progress'): void => {
    check();
    if (fault !== undefined) { document.getElementById(words)?.focus(); return; }
    onDone(act, text.trim(), shots);
    forget();
  };
  return (
    <form class="job-done" noValidate onSubmit={(event) => { event.preventDefault(); send('answer'); }}>
      {shots.length > 0 && <ul class="report-photos job-photos">{shots.map((shot, index) => <li key={shot.key}><Preview shot={shot} name={t('photoOf', { number: index + 1 })} /><Button kind="quiet" small aria-label={t('dropFile', { name: String(index + 1) })} onClick={() => { setShots(shots.filter(({ key }) => key !== shot.key)); }}>{t('drop')}</Button></li>)}</ul>}
      <div class="file-choose">
        <input id={id} class="visually-hidden" type="file" accept="image/*" capture="environment" onChange={(event) => { void add(event.currentTarget); }} />
        <label class="button button-secondary" for={id}>{t('takePhoto')}</label>
      </div>
      {refused.length > 0 && <ul role="alert">{refused.map(({ name, problem }) => <li key={name}>{name}: {language === 'vi' ? problem.title : problem.titleEn}</li>)}</ul>}
      <TextArea id={words} label={t('doneWords')} rows={3} value={text} onValue={(typed) => { set({ text: typed }); }} error={checked ? fault : undefined} />
      <div class="button-row">
        <Button type="submit">{t('sendDone')}</Button>
        <Button kind="secondary" onClick={() => { send('report-progress'); }}>{t('sendProgress')}</Button>
        <Button kind="quiet" onClick={onClose}>{t('cancel')}</Button>
      </div>
    </form>
  );
};
