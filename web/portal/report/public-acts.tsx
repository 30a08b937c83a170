import { useRef, useState } from 'preact/hooks';
import type { ProblemBody } from '../../../shared/contracts/problems.ts';
import { alsoKnow, call, newRequestKey, type Outcome } from '../../client/client.ts';
import { feedbackRoutes } from '../../client/feedback-routes.gen.ts';
import { Button } from '../../components/button.tsx';
import { TextArea } from '../../components/field.tsx';
import { useLanguage } from '../../components/language.ts';
import { Notice } from '../../components/notice.tsx';
import { Panel } from '../../components/panel.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { Radios } from '../../components/radios.tsx';
import { momentText } from '../../format/dates.ts';
import { followText } from '../../messages/follow.ts';
import { deviceOf } from './draft.ts';
import type { Followed } from './follow-steps.ts';
import { keep } from '../../client/keep.ts';

alsoKnow(feedbackRoutes);

type Doing = 'not-fixed' | 'rate' | 'reopen';
const open = ['NEW', 'TRIAGED', 'ASSIGNED', 'IN_PROGRESS', 'RETURNED', 'REOPENED'];
const answered = ['ANSWERED', 'IN_REVIEW', 'PUBLISHED', 'CLOSED'];
const done = { voice: 'addVoiceDone', 'not-fixed': 'notFixedDone', rate: 'rateDone', reopen: 'reopenDone' } as const;

type ActsProps = { readonly report: Followed; /** of the receipt, or of an account: this visitor is the reporter */ readonly reporter: { readonly reporterKey?: string } | undefined; readonly onChanged: (report: Followed) => void };

/** What anybody may say to a report, and what its reporter may. Every refusal is a sentence; what was written stays. */
export const PublicActs = ({ report, reporter, onChanged }: ActsProps) => {
  const language = useLanguage();
  const t = followText(language);
  const [doing, setDoing] = useState<Doing>();
  const [words, setWords] = useState('');
  const [stars, setStars] = useState('');
  const [said, setSaid] = useState<keyof typeof done>();
  const [missing, setMissing] = useState<string>();
  const [problem, setProblem] = useState<ProblemBody>();
  const [busy, setBusy] = useState(false);
  const sent = useRef({ of: '', key: '' });
  const { trackingCode, state, reopenUntil } = report;
  const act = async (what: keyof typeof done, ask: (key: string, device: string) => Promise<Outcome<Followed>>): Promise<void> => {
    // the same thing said again keeps its key: a lost answer says nothing twice
    const of = JSON.stringify([what, words, stars]);
    if (sent.current.of !== of) sent.current = { of, key: newRequestKey() };
    setBusy(true);
    setProblem(undefined);
    setSaid(undefined);
    const answer = await ask(sent.current.key, await deviceOf(await keep()));
    setBusy(false);
    if (!answer.ok) { setProblem(answer.problem); return; }
    setSaid(what);
    setDoing(undefined);
    setWords('');
    onChanged(answer.body);
  };
  const params = { trackingCode };
  const send = (event: Event): void => {
    event.preventDefault();
    const fault = doing === 'rate' && stars === '' ? t('rateMissing') : doing === 'reopen' && words.trim() === '' ? t('reopenMissing') : undefined;
    setMissing(fault);
    if (fault !== undefined || busy) { if (fault !== undefined) document.getElementById(doing === 'rate' ? 'sao' : 'loi')?.focus(); return; }
    if (doing === 'not-fixed') void act('not-fixed', (key, device) => call('sayNotFixed', { params, key, body: { words, device } }));
    if (doing === 'rate') void act('rate', (key) => call('rateFeedback', { params, key, body: { stars: Number(stars), words, ...reporter } }));
    if (doing === 'reopen') void act('reopen', (key) => call('reopenFeedback', { params, key, body: { reason: words, ...reporter } }));
  };
  const begin = (what: Doing): void => { setDoing(what); setMissing(undefined); setProblem(undefined); setSaid(undefined); };
  const may = {
    voice: open.includes(state), notFixed: answered.includes(state) || state === 'IN_PROGRESS',
    rate: reporter !== undefined && ['PUBLISHED', 'CLOSED'].includes(state) && report.rating === undefined, reopen: reporter !== undefined && reopenUntil !== undefined && Date.parse(reopenUntil) > Date.now(),
  };
  return (
    <section aria-label={t('notFixedTitle')} class="public-acts no-print">
      {said !== undefined && <Notice kind="ok" title={t(done[said])} live />}
      {problem !== undefined && <ProblemNotice problem={problem} title={t('notFixedTitle')} />}
      {doing === undefined && (
        <p class="button-row">
          {may.voice && <Button kind="secondary" disabled={busy} onClick={() => { void act('voice', (key, device) => call('addVoice', { params, key, body: { device } })); }}>{t('addVoice')}</Button>}
          {may.rate && <Button onClick={() => { begin('rate'); }}>{t('rate')}</Button>}
          {may.notFixed && <Button kind="secondary" onClick={() => { begin('not-fixed'); }}>{t('notFixed')}</Button>}
          {may.reopen && <Button kind="secondary" onClick={() => { begin('reopen'); }}>{t('reopen')}</Button>}
        </p>
      )}
      {doing !== undefined && (
        <Panel tone="warm" id="noi-them" title={t(doing === 'rate' ? 'rate' : doing === 'reopen' ? 'reopen' : 'notFixedTitle')}>
          <form noValidate onSubmit={send}>
            {doing === 'not-fixed' && <p>{t('notFixedText')}</p>}
            {doing === 'reopen' && reopenUntil !== undefined && <p>{t('reopenUntil', { at: momentText(reopenUntil, language) })}</p>}
            {doing === 'rate' && <Radios id="sao" legend={t('rateLegend')} value={stars} onValue={setStars} error={missing} options={([5, 4, 3, 2, 1] as const).map((star) => ({ value: String(star), label: t(`star${star}`) }))} />}
            <TextArea id="loi" label={t(doing === 'rate' ? 'rateWords' : doing === 'reopen' ? 'reopenReason' : 'notFixedWords')} optional={doing !== 'reopen'} error={doing === 'reopen' ? missing : undefined} rows={3} value={words} onValue={(text) => { setWords(text.slice(0, doing === 'reopen' ? 2000 : 1000)); }} />
            <p class="button-row"><Button type="submit" disabled={busy}>{busy ? t('sending') : t(doing === 'rate' ? 'rateSend' : 'send')}</Button><Button kind="quiet" disabled={busy} onClick={() => { setDoing(undefined); }}>{t('cancel')}</Button></p>
          </form>
        </Panel>
      )}
    </section>
  );
};
