import { useRef, useState } from 'preact/hooks';
import type { ProblemBody } from '../../../shared/contracts/problems.ts';
import { newRequestKey, call } from '../../client/client.ts';
import type { Answer } from '../../client/contract-types.ts';
import { Button } from '../../components/button.tsx';
import { SelectField, TextArea, TextField } from '../../components/field.tsx';
import { useLanguage } from '../../components/language.ts';
import { Notice } from '../../components/notice.tsx';
import { Radios } from '../../components/radios.tsx';
import { momentText } from '../../format/dates.ts';
import { useFields } from '../act-form.tsx';
import { DeskProblem } from '../desk-problem.tsx';
import { useAreas } from './areas.ts';
import { pointIn } from './point-in.ts';
import { PlaceMap } from './place-map.tsx';
import { useReference } from './reference.ts';
import { Check } from './sorting-dialogs.tsx';
import { useFeedbackTexts } from './texts.ts';
import { useSuggested } from './use-suggested.ts';

type Receipt = Answer<'reportByHotline'>;
const empty = { name: '', phone: '', email: '', text: '', place: '', point: '', area: '', category: '', urgency: 'normal', hidden: false, confirmed: false };

/** What was written down, to be read out to the caller. */
const Done = ({ receipt, onAnother }: { readonly receipt: Receipt; readonly onAnother: () => void }) => {
  const t = useFeedbackTexts();
  const language = useLanguage();
  return (
    <section class="counter counter-filed" aria-live="polite">
      <h2>{t('hotlineDone')}</h2>
      <p>{t('hotlineCode')}</p>
      <p class="hotline-code code">{receipt.trackingCode}</p>
      {receipt.triageBy !== undefined && <p>{t('hotlineTriage', { time: momentText(receipt.triageBy, language) })}</p>}
      {receipt.guidance !== undefined && <Notice kind="warn" title={receipt.guidance.title[language]}><p>{receipt.guidance.advice[language]}</p></Notice>}
      <Button onClick={onAnother}>{t('hotlineAnother')}</Button>
    </section>
  );
};

/** A report taken down for somebody who calls: words first, then where; what is typed outlives a reload. */
export const HotlineForm = ({ agency }: { readonly agency: string }) => {
  const t = useFeedbackTexts();
  const language = useLanguage();
  const { items } = useReference();
  const areas = useAreas();
  const { fields, checked, set, check, forget } = useFields(`phan-anh-tong-dai:${agency}`, empty);
  const [problem, setProblem] = useState<ProblemBody>();
  const [busy, setBusy] = useState(false);
  const [receipt, setReceipt] = useState<Receipt>();
  // the same words again are the same request
  const key = useRef<{ readonly of: string; readonly key: string } | undefined>(undefined);
  const form = useRef<HTMLFormElement>(null);
  const point = pointIn(fields.point);
  const advice = useSuggested(fields.text, point);
  const faults = {
    text: fields.text.trim() === '' ? t('hotlineTextMissing') : undefined, point: fields.point.trim() !== '' && point === undefined ? t('pointWrong') : undefined,
    place: fields.place.trim() === '' && fields.point.trim() === '' ? t('placeMissing') : undefined,
  };
  const guided = advice?.guidance;
  const corrected = problem?.code === 'place-swapped' ? (problem as ProblemBody & { corrected?: { lat: number; long: number } }).corrected : undefined;
  const given = (text: string): string | undefined => (text.trim() === '' ? undefined : text.trim());
  const send = async (event: Event | undefined, change: Partial<typeof empty> = {}): Promise<void> => {
    event?.preventDefault();
    check();
    const now = { ...fields, ...change };
    const at = pointIn(now.point);
    const first = faults.text !== undefined ? 'noi-dung-goi' : faults.point !== undefined ? 'toa-do' : faults.place !== undefined ? 'noi-xay-ra' : undefined;
    if (first !== undefined) { document.getElementById(first)?.focus(); return; }
    const [name, phone, email] = [given(now.name), given(now.phone), given(now.email)];
    const body = {
      text: now.text.trim(), place: { words: now.place.trim(), confirmed: now.confirmed, ...at }, urgency: now.urgency === 'emergency' ? 'emergency' as const : 'normal' as const, visibility: now.hidden ? 'private' as const : 'public' as const,
      contact: { ...(name === undefined ? {} : { name }), ...(phone === undefined ? {} : { phone }), ...(email === undefined ? {} : { email }) }, ...(now.category === '' ? {} : { category: now.category }),
    };
    const of = JSON.stringify(body);
    if (key.current?.of !== of) key.current = { of, key: newRequestKey() };
    setBusy(true);
    const answer = await call('reportByHotline', { params: { agencyCode: agency }, key: key.current.key, body });
    setBusy(false);
    setProblem(answer.ok ? undefined : answer.problem);
    if (answer.ok) { setReceipt(answer.body); forget(); } else form.current?.scrollIntoView({ block: 'start' });
  };
  if (receipt !== undefined) return <Done receipt={receipt} onAnother={() => { setReceipt(undefined); key.current = undefined; }} />;
  return (
    <form ref={form} class="counter" noValidate onSubmit={(event) => { void send(event); }}>
      <div class="counter-head"><h1>{t('taskHotline')}</h1></div>
      {problem !== undefined && <DeskProblem problem={problem} />}
      {corrected !== undefined && (
        <p class="button-row">
          <Button small onClick={() => { const change = { point: `${corrected.lat}, ${corrected.long}` }; set(change); void send(undefined, change); }}>{t('useCorrected', { point: `${corrected.lat}, ${corrected.long}` })}</Button>
          <Button kind="secondary" small onClick={() => { set({ confirmed: true }); void send(undefined, { confirmed: true }); }}>{t('keepPoint')}</Button>
        </p>
      )}
      <section class="counter-part">
        <h2>{t('hotlineWhat')}</h2>
        <TextArea id="noi-dung-goi" label={t('hotlineText')} rows={5} value={fields.text} onValue={(text) => { set({ text }); }} error={checked ? faults.text : undefined} />
        {guided !== undefined && <Notice kind="warn" title={guided.title[language]} live><p>{guided.advice[language]}</p></Notice>}
        <SelectField id="loai-goi" label={t('category')} hint={advice !== undefined && !advice.abstained ? t('perhaps', { name: items.find(({ code }) => code === advice.category)?.name[language] ?? advice.category }) : t('hotlineCategoryHint')} placeholder={t('leaveToDispatcher')} value={fields.category} onValue={(category) => { set({ category }); }}
          options={items.filter(({ retired }) => !retired).map(({ code, name }) => ({ value: code, label: name[language] }))} />
        {advice !== undefined && !advice.abstained && fields.category === '' && <p><Button kind="secondary" small onClick={() => { set({ category: advice.category }); }}>{t('takeSuggestion', { name: items.find(({ code }) => code === advice.category)?.name[language] ?? advice.category })}</Button></p>}
        <Radios id="khan-goi" legend={t('urgency')} value={fields.urgency} onValue={(urgency) => { set({ urgency }); }} options={[{ value: 'normal', label: t('normal') }, { value: 'emergency', label: t('emergency'), hint: t('emergencyHint') }]} />
      </section>
      <section class="counter-part">
        <h2>{t('where')}</h2>
        <TextField id="noi-xay-ra" label={t('placeWords')} hint={t('placeWordsHint')} value={fields.place} onValue={(place) => { set({ place }); }} error={checked ? faults.place : undefined} attributes={{ maxLength: 300 }} />
        <div class="counter-row">
          <div>
            <SelectField id="xa-goi" label={t('area')} placeholder={t('everyArea')} value={fields.area} onValue={(area) => { set({ area }); }} options={areas.map(({ code, name }) => ({ value: code, label: name[language] }))} />
            <TextField id="toa-do" label={t('point')} hint={t('pointHint')} optional value={fields.point} onValue={(typed) => { set({ point: typed, confirmed: false }); }} error={checked ? faults.point : undefined} attributes={{ autocomplete: 'off' }} />
          </div>
          <PlaceMap point={point} within={fields.area === '' ? undefined : fields.area} onPick={({ lat, long }) => { set({ point: `${lat}, ${long}`, confirmed: false }); }} />
        </div>
        {advice !== undefined && advice.nearby.length > 0 && (
          <Notice title={t('nearby', { count: advice.nearby.length })} live>
            <ul>{advice.nearby.slice(0, 3).map(({ trackingCode, text, metres }) => <li key={trackingCode}><span class="code">{trackingCode}</span> {t('metres', { metres })}{text !== undefined && `: ${text}`}</li>)}</ul>
          </Notice>
        )}
      </section>
      <section class="counter-part">
        <h2>{t('hotlineWho')}</h2>
        <p class="small">{t('hotlineWhoHint')}</p>
        <div class="counter-row">
          <TextField id="ten-goi" label={t('callerName')} optional value={fields.name} onValue={(name) => { set({ name }); }} attributes={{ autocomplete: 'off', maxLength: 120 }} />
          <TextField id="so-goi" label={t('phone')} optional value={fields.phone} onValue={(phone) => { set({ phone }); }} attributes={{ type: 'tel', autocomplete: 'off', maxLength: 30 }} />
          <TextField id="thu-goi" label={t('email')} optional value={fields.email} onValue={(email) => { set({ email }); }} attributes={{ type: 'email', autocomplete: 'off', maxLength: 254 }} />
        </div>
        <Check checked={fields.hidden} onChecked={(hidden) => { set({ hidden }); }} label={t('privateLabel')} />
      </section>
      <div class="button-row"><Button type="submit" disabled={busy} data-primary>{busy ? t('doing') : t('hotlineSend')}</Button></div>
    </form>
  );
};
