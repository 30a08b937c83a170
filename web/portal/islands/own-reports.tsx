import { useEffect, useState } from 'preact/hooks';
import type { ProblemBody } from '../../../shared/contracts/problems.ts';
import { alsoKnow, call } from '../../client/client.ts';
import { feedbackRoutes } from '../../client/feedback-routes.gen.ts';
import { keep } from '../../client/keep.ts';
import { readPublic } from '../../client/read-public.ts';
import { signInHref, useSession } from '../../client/session.ts';
import { Button } from '../../components/button.tsx';
import { LanguageContext, pageLanguage } from '../../components/language.ts';
import { Notice } from '../../components/notice.tsx';
import { Panel } from '../../components/panel.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { inLanguage } from '../../format/addresses.ts';
import { feedbackAddresses } from '../../format/feedback-addresses.ts';
import { ownReportsText } from '../../messages/own-reports.ts';
import { OUTBOX, SENT, type Sent } from '../report/draft.ts';
import type { Followed } from '../report/follow-steps.ts';
import { OwnReport } from '../report/own-report.tsx';
import { drawOver, start } from './start.ts';

const language = pageLanguage();
const t = ownReportsText(language);
const atOnce = 10;

/** What this device sent: its codes at once, their state as it is answered. */
const OnDevice = ({ sent, except }: { readonly sent: readonly Sent[]; readonly except: ReadonlySet<string> }) => {
  const [most, setMost] = useState(atOnce);
  const [states, setStates] = useState<ReadonlyMap<string, Followed>>(new Map());
  const shown = sent.filter(({ trackingCode }) => !except.has(trackingCode));
  const wanted = shown.slice(0, most).map(({ trackingCode }) => trackingCode).join();
  useEffect(() => {
    for (const code of wanted.split(',').filter((one) => one !== '' && !states.has(one))) void readPublic('getFeedback', `/feedback/${code}`).then((answer) => { if (answer.ok) setStates((before) => new Map(before).set(code, answer.body)); });
  }, [wanted]);
  if (shown.length === 0) return null;
  return (
    <section aria-labelledby="may-nay">
      <h2 id="may-nay">{t('onDevice')}</h2><p class="small">{t('deviceText')}</p>
      <ul class="dossier-cards">{shown.slice(0, most).map(({ trackingCode, words, at }) => <OwnReport key={trackingCode} code={trackingCode} words={words} at={at} report={states.get(trackingCode)} />)}</ul>
      {shown.length > most && <Button kind="secondary" onClick={() => { setMost(most + atOnce); }}>{t('more')}</Button>}
    </section>
  );
};

const OwnReports = () => {
  const session = useSession();
  const [device, setDevice] = useState<{ readonly sent: readonly Sent[]; readonly waiting: number }>();
  const [own, setOwn] = useState<readonly Followed[]>();
  const [cursor, setCursor] = useState<string>();
  const [problem, setProblem] = useState<ProblemBody>();
  const kind = session.state === 'known' ? session.session.kind : session.state;
  const load = async (from?: string): Promise<void> => {
    setProblem(undefined);
    const answer = await call('listMyFeedback', { query: from === undefined ? {} : { cursor: from } });
    if (!answer.ok) { setProblem(answer.problem); return; }
    setOwn((before) => [...(from === undefined ? [] : before ?? []), ...answer.body.items]);
    setCursor(answer.body.cursor);
  };
  useEffect(() => {
    void keep().then(async (kept) => { setDevice({ sent: (await kept.all<Sent>(SENT)).toSorted((a, b) => b.at.localeCompare(a.at)), waiting: (await kept.all(OUTBOX)).length }); });
  }, []);
  useEffect(() => { if (kind === 'citizen') void load(); }, [kind]);
  if (device === undefined || kind === 'loading') return <Skeleton lines={6} />;
  const failed = session.state === 'failed' ? session.problem : problem;
  const nothing = device.sent.length === 0 && device.waiting === 0 && (kind !== 'citizen' || own?.length === 0) && failed === undefined;
  return (
    <>
      {device.waiting > 0 && <Notice kind="warn" title={t('waiting', { count: device.waiting })}><p><a href={inLanguage(feedbackAddresses.report, language)}>{t('openWaiting')}</a></p></Notice>}
      {failed !== undefined && <ProblemNotice problem={failed} onRetry={() => { if (session.state === 'failed') location.reload(); else void load(cursor); }} />}
      {kind === 'citizen' && own === undefined && failed === undefined && <Skeleton lines={6} />}
      {own !== undefined && own.length > 0 && (
        <section aria-labelledby="tai-khoan">
          <h2 id="tai-khoan">{t('onAccount')}</h2>
          <ul class="dossier-cards">{own.map((report) => <OwnReport key={report.trackingCode} code={report.trackingCode} words={report.text ?? ''} at={report.reportedAt} report={report} />)}</ul>
          {cursor !== undefined && <Button kind="secondary" onClick={() => { void load(cursor); }}>{t('more')}</Button>}
        </section>
      )}
      <OnDevice sent={device.sent} except={new Set(own?.map(({ trackingCode }) => trackingCode))} />
      {nothing && <Notice title={t('none')}><p>{t('noneText')}</p><p><a href={inLanguage(feedbackAddresses.report, language)}>{t('report')}</a></p></Notice>}
      {kind === 'nobody' && <Panel title={t('signIn')} id="dang-nhap"><p>{t('signInText')}</p><p><Button kind="secondary" href={signInHref('national')}>{t('signIn')}</Button></p></Panel>}
      {kind === 'officer' && <Notice kind="warn"><p>{t('officer')}</p></Notice>}
    </>
  );
};

alsoKnow(feedbackRoutes);
start({ asks: true });
drawOver('phan-anh-cua-toi', <LanguageContext.Provider value={language}><OwnReports /></LanguageContext.Provider>);
