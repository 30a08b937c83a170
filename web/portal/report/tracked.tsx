import { useEffect, useState } from 'preact/hooks';
import { mark } from '../../client/signed-in-mark.ts';
import { useCommon, useLanguage } from '../../components/language.ts';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { Timeline } from '../../components/timeline.tsx';
import { inLanguage } from '../../format/addresses.ts';
import { momentText } from '../../format/dates.ts';
import { feedbackPath } from '../../format/feedback-addresses.ts';
import { followText } from '../../messages/follow.ts';
import { SENT, type Sent } from './draft.ts';
import { type Followed, nowSentence, type PublicHistory, stepsOf } from './follow-steps.ts';
import { keep } from '../../client/keep.ts';
import { PublicClock } from './public-clock.tsx';
import { PublishedMedia } from './published-media.tsx';

const tones: Readonly<Record<string, 'info' | 'ok' | 'warn' | 'danger' | 'neutral'>> = { PUBLISHED: 'ok', CLOSED: 'ok', REJECTED: 'neutral', REOPENED: 'warn', RETURNED: 'warn' };

type Reporter = { readonly reporterKey?: string };

/** The reporter's receipt of this device, or the account that sent it: then the report is shown whole. */
const useReporter = (code: string, onOwn: (report: Followed) => void): Reporter | undefined => {
  const [reporter, setReporter] = useState<Reporter>();
  useEffect(() => {
    const look = async (): Promise<void> => {
      const kept = await keep(), sent = await kept.get<Sent>(SENT + code);
      // the key of a mail's link: it leaves the address, which people pass on
      const [, mailed] = /^#khoa=([0-9a-f]{32})$/.exec(location.hash) ?? [];
      if (mailed !== undefined) history.replaceState(null, '', `${location.pathname}${location.search}`);
      const reporterKey = mailed ?? sent?.reporterKey;
      if (reporterKey === undefined && !mark.read()) return;
      const [{ alsoKnow, call }, { feedbackRoutes }] = await Promise.all([import('../../client/client.ts'), import('../../client/feedback-routes.gen.ts')]);
      alsoKnow(feedbackRoutes);
      const who = reporterKey === undefined ? {} : { reporterKey };
      const answer = await call('openOwnFeedback', { params: { trackingCode: code }, body: who });
      if (!answer.ok) return;
      if (mailed !== undefined && sent === undefined) await kept.change({ [SENT + code]: { id: code, trackingCode: code, reporterKey: mailed, at: answer.body.reportedAt, words: answer.body.text ?? '' } satisfies Sent });
      setReporter(who);
      onOwn(answer.body);
    };
    void look();
  }, [code]);
  return reporter;
};

/** Status first: what happens now, the clock, the result; then what was reported, the steps, and what can be said to it. */
export const Tracked = ({ report: found, history, onChanged }: { readonly report: Followed; readonly history: PublicHistory; readonly onChanged: () => void }) => {
  const language = useLanguage();
  const t = followText(language);
  const words = useCommon();
  const [report, setReport] = useState(found);
  const code = report.trackingCode;
  const reporter = useReporter(code, setReport);
  const [acts, setActs] = useState<typeof import('./public-acts.tsx')>();
  useEffect(() => { void import('./public-acts.tsx').then(setActs); }, []);
  const { answer, refusal, rating, mergedInto } = report;
  const facts = [
    [t('reportedAt'), momentText(report.reportedAt, language)], ...(report.category === undefined ? [] : [[t('category'), report.category.name[language]] as const]),
    ...(report.area === undefined && report.place?.words === undefined ? [] : [[t('place'), [report.place?.words, report.area?.name[language]].filter((part) => part !== undefined).join(', ')] as const]),
    ...((report.agencies ?? (report.agency === undefined ? [] : [report.agency])).length === 0 ? [] : [[t('agency'), (report.agencies ?? [report.agency]).map((one) => one?.name).join(', ')] as const]),
    [t('voices'), t('people', { count: report.voices + 1 })], ...(report.notFixed === 0 ? [] : [[t('notFixedCount'), t('people', { count: report.notFixed })] as const]), ...(report.merged === 0 ? [] : [[t('mergedCount'), String(report.merged)] as const]),
  ] as const;
  return (
    <div class="with-aside">
      <div>
        <div class="panel panel-brand status-now"><span class={`tag tag-${tones[report.state] ?? 'info'}`}>{report.stateName[language]}</span><p>{nowSentence(report, t)}</p>
          {mergedInto !== undefined && <p><Button kind="secondary" href={inLanguage(feedbackPath(mergedInto), language)}>{t('openMerged')}</Button></p>}
        </div>
        {refusal !== undefined && mergedInto === undefined && <Notice kind="warn" title={t('refusal')}><p>{refusal.name[language]}</p>{refusal.words !== undefined && <p>{refusal.words}</p>}</Notice>}
        {report.state !== 'REJECTED' && <section aria-labelledby="thoi-han"><h2 id="thoi-han">{t('clock')}</h2><PublicClock report={report} history={history} /></section>}
        {answer !== undefined && (
          <section aria-labelledby="ket-qua"><h2 id="ket-qua">{t('answer')}</h2><p class="small">{t('answerBy', { agency: answer.agency.name, at: momentText(answer.at, language) })}</p><p class="said">{answer.text}</p>
            <PublishedMedia code={code} media={answer.media} title={t('after')} />
            {rating !== undefined && <p><strong>{t('rated')}:</strong> {t('stars', { stars: rating.stars })}{rating.words !== '' && ` – ${rating.words}`}</p>}
          </section>
        )}
        {acts !== undefined && <acts.PublicActs report={report} reporter={reporter} onChanged={(changed) => { setReport({ ...changed, ...(reporter !== undefined && report.text !== undefined ? { text: report.text } : {}) }); onChanged(); }} />}
        <section aria-labelledby="noi-dung-phan-anh"><h2 id="noi-dung-phan-anh">{t('said')}</h2>
          <p class="said">{report.text ?? t('hiddenText')}</p>
          <PublishedMedia code={code} media={report.media} title={t('before')} />
          {report.updates.filter(({ act }) => act === 'report-progress').map(({ at, media }) => <PublishedMedia key={at} code={code} media={media} title={`${t('progressMedia')}, ${momentText(at, language)}`} />)}
        </section>
        <section aria-labelledby="cac-buoc"><h2 id="cac-buoc">{t('steps')}</h2><Timeline items={stepsOf(report, history, { t, language })} /><p class="small">{t(history.holds ? 'verified' : 'verifyBroken')}</p></section>
      </div>
      <aside class="panel" aria-labelledby="thong-tin">
        <h2 class="panel-title" id="thong-tin">{t('facts')}</h2>
        <dl class="particulars">{facts.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
        <p class="no-print"><Button kind="secondary" small onClick={() => { print(); }}>{words('print')}</Button></p>
      </aside>
    </div>
  );
};
