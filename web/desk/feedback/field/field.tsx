import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../../components/button.tsx';
import { useLanguage } from '../../../components/language.ts';
import { Notice } from '../../../components/notice.tsx';
import { Skeleton } from '../../../components/skeleton.tsx';
import { Tag } from '../../../components/tag.tsx';
import { addresses } from '../../../format/addresses.ts';
import { momentText, timeText } from '../../../format/dates.ts';
import { Vicinity } from '../place-map.tsx';
import { distanceText } from '../projection.ts';
import { useCategoryName } from '../reference.ts';
import { useFeedbackTexts } from '../texts.ts';
import { DoneForm } from './done-form.tsx';
import { nearest } from './nearest.ts';
import type { Job } from './nearest.ts';
import { useField } from './use-field.ts';
import { usePosition } from './use-position.ts';

type FieldState = ReturnType<typeof useField>;
const shownOnMap = 9;

/** What was done and waits to be told; what is stuck says why, and is dropped only by hand. */
const Waiting = ({ field: { deeds, busy, push, drop } }: { readonly field: FieldState }) => {
  const t = useFeedbackTexts();
  const language = useLanguage();
  if (deeds.length === 0) return null;
  return (
    <Notice kind="warn" title={t('waitingDeeds', { count: deeds.length })} live>
      <ul class="plain-list">
        {deeds.map(({ id, act, trackingCode, text, problem }) => (
          <li key={id}>
            <strong>{t(`deed-${act}`)}</strong> <span class="code">{trackingCode}</span>{text !== '' && `: ${text}`}
            {problem !== undefined && <p>{language === 'vi' ? problem.title : problem.titleEn} <Button kind="secondary" small aria-label={t('dropDeedOf', { code: trackingCode })} onClick={() => { void drop(id); }}>{t('dropDeed')}</Button></p>}
          </li>
        ))}
      </ul>
      <p><Button kind="secondary" small disabled={busy} onClick={() => { void push(); }}>{busy ? t('sendingNow') : t('sendNow')}</Button></p>
    </Notice>
  );
};

type CardProps = { readonly job: Job & { readonly metres?: number }; readonly field: FieldState; readonly onOpen: (feedbackId: string) => void };
const Card = ({ job, field, onOpen }: CardProps) => {
  const t = useFeedbackTexts();
  const language = useLanguage();
  const categoryName = useCategoryName();
  const [doing, setDoing] = useState(false);
  const { feedbackId, trackingCode } = job;
  const category = job.category ?? job.suggested;
  return (
    <li class="job">
      <p class="job-words">{job.urgency === 'emergency' && <Tag tone="danger">{t('emergency')}</Tag>} {job.excerpt === '' ? trackingCode : job.excerpt}</p>
      <p class="small">{[category === undefined ? t('noCategory') : categoryName(category), job.metres === undefined ? t(job.lat === undefined ? 'noDistance' : 'pinned') : t('away', { distance: distanceText(job.metres, language) }), job.dueAt === undefined ? undefined : t('dueBy', { time: momentText(job.dueAt, language) })].filter(Boolean).join(' · ')}</p>
      {doing ? <DoneForm job={job} onClose={() => { setDoing(false); }} onDone={(act, text, shots) => { setDoing(false); void field.post({ feedbackId, trackingCode, act, text, shots }); }} /> : (
        <div class="button-row">
          {job.taken ? <Button onClick={() => { setDoing(true); }} aria-label={`${t('doneHere')} ${trackingCode}`}>{t('doneHere')}</Button> : <Button aria-label={`${t('actTake')} ${trackingCode}`} onClick={() => { void field.post({ feedbackId, trackingCode, act: 'take', text: '', shots: [] }); }}>{t('actTake')}</Button>}
          {job.lat !== undefined && job.long !== undefined && <Button kind="secondary" href={`geo:${job.lat},${job.long}?q=${job.lat},${job.long}`}>{t('showWay')}</Button>}
          <Button kind="quiet" onClick={() => { onOpen(feedbackId); }}>{t('openWhole')}</Button>
        </div>
      )}
    </li>
  );
};

/** An officer at the scene, with a phone: what is near, taken up, photographed and done, with a network or without. */
const Field = ({ agency, onOpen }: { readonly agency: string; readonly onOpen: (feedbackId: string) => void }) => {
  const t = useFeedbackTexts();
  const field = useField(agency);
  // from now on this page opens without a network
  useEffect(() => { void navigator.serviceWorker?.register(`${addresses.desk}cong-nhan.js`).catch(() => undefined); }, []);
  const { position, locate } = usePosition();
  const here = position.state === 'known' ? position.here : undefined;
  const jobs = nearest(field.known?.jobs ?? [], here, field.deeds);
  const near = jobs.flatMap(({ lat, long, metres }) => (metres === undefined ? [] : [{ lat, long, metres }])).slice(0, shownOnMap);
  const said = position.state === 'asking' ? t('locating') : position.state === 'known' ? t('located') : position.state === 'failed' ? t('notLocated') : '';
  return (
    <div class="field-work">
      <h1>{t('fieldTitle')}</h1>
      <p class="small">{t('fieldIntro')}</p>
      <Waiting field={field} />
      {position.state !== 'known' && <p><Button kind="secondary" disabled={position.state === 'asking'} onClick={locate}>{t('locate')}</Button></p>}
      <p class="small" role="status">{said} {field.known !== undefined && t(field.old ? 'fieldOld' : 'fieldAsOf', { time: timeText(field.known.at) })}</p>
      {here !== undefined && near.length > 0 && <Vicinity point={here} others={near} title={t('fieldMap', { count: near.length })} />}
      {field.known === undefined && !field.old && <Skeleton lines={8} />}
      {(field.known !== undefined || field.old) && jobs.length === 0 && <p class="empty-title">{t('fieldEmpty')}</p>}
      <ol class="jobs">{jobs.map((job) => <Card key={job.feedbackId} job={job} field={field} onOpen={onOpen} />)}</ol>
    </div>
  );
};
export default Field;
