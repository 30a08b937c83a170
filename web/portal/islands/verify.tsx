import { useEffect, useState } from 'preact/hooks';
import type { HistoryEntry } from '../../../shared/contracts/dossier.ts';
import type { ProblemBody } from '../../../shared/contracts/problems.ts';
import { readPublic } from '../../client/read-public.ts';
import type { Answer } from '../../client/contract-types.ts';
import { LanguageContext, pageLanguage } from '../../components/language.ts';
import { Notice } from '../../components/notice.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { Tag } from '../../components/tag.tsx';
import { Table } from '../../components/table.tsx';
import { inLanguage, trackPath } from '../../format/addresses.ts';
import { momentText } from '../../format/dates.ts';
import { verifyText } from '../../messages/verify.ts';
import { statusName } from '../../format/status.ts';
import { type Verdict, verifyHistory } from '../verify-history.ts';
import { codeInAddress } from './code-form.ts';
import { drawOver, start } from './start.ts';

const language = pageLanguage();
const t = verifyText(language);
type History = Answer<'verifyHistory'>;

const byText = ({ by }: HistoryEntry, { agencyNames }: History): string => by.kind === 'citizen' ? t('byCitizen') : by.kind === 'officer' ? t('byOfficer', { agency: agencyNames[by.agency ?? ''] ?? by.agency ?? '' }) : t('bySystem');

/** Acts that are written down and leave the status what it is. */
const sameStatus: Readonly<Record<string, 'verifyExtend' | 'verifyRecompute' | 'verifyCorrect' | 'verifyTransfer' | 'verifyPaid'>> =
  { extend: 'verifyExtend', recompute: 'verifyRecompute', 'correct-result': 'verifyCorrect', transfer: 'verifyTransfer', 'settle-payment': 'verifyPaid' };

const VerdictNotice = ({ verdict, count }: { readonly verdict: Verdict; readonly count: number }) => {
  switch (verdict.kind) {
    case 'holds': return <Notice kind="ok" title={t('verifyHolds')} live><p>{t('verifyHoldsText', { count })}</p></Notice>;
    case 'altered': return <Notice kind="danger" title={t('verifyBroken', { line: verdict.at + 1 })} live><p>{t('verifyBrokenText', { line: verdict.at + 1 })}</p></Notice>;
    case 'altered-in-private': return <Notice kind="danger" title={t('verifyBroken', { line: verdict.at + 1 })} live><p>{t('verifyPrivateText', { line: verdict.at + 1 })}</p></Notice>;
    case 'cut': return <Notice kind="danger" title={t('verifyCut')} live><p>{t('verifyCutText')}</p></Notice>;
  }
};

/** Lines before the altered one still fit; those after it stand on nothing. */
const LineVerdict = ({ index, verdict }: { readonly index: number; readonly verdict: Verdict }) => {
  if (!('at' in verdict) || index < verdict.at) return <Tag tone="ok">{t('verifyOk')}</Tag>;
  return index === verdict.at ? <Tag tone="danger">{t('verifyBad')}</Tag> : <Tag tone="warn">{t('verifyUnknown')}</Tag>;
};

const Chain = ({ history, verdict }: { readonly history: History; readonly verdict: Verdict }) => {
  const rows = history.entries.map((entry, index) => ({ entry, index }));
  return (
    <>
      <VerdictNotice verdict={verdict} count={rows.length} />
      {(verdict.kind === 'holds') !== history.holds && <Notice kind="warn"><p>{t('verifyDisagree')}</p></Notice>}
      <Table caption={t('verifyTable')} rows={rows} rowKey={({ index }) => String(index)} columns={[
        { id: 'line', label: t('verifyLine'), cell: ({ index }) => index + 1 },
        { id: 'act', label: t('verifyAct'), cell: ({ entry }) => entry.from === entry.to ? t(sameStatus[entry.act] ?? 'verifyOther') : statusName(entry.to, language) },
        { id: 'at', label: t('verifyAt'), cell: ({ entry }) => momentText(entry.at, language) },
        { id: 'by', label: t('verifyBy'), cell: ({ entry }) => byText(entry, history) },
        { id: 'hash', label: t('verifyHash'), cell: ({ entry, index }) => <><code class="hash">{entry.hash.slice(0, 16)}…</code> <LineVerdict index={index} verdict={verdict} /></> },
      ]} />
    </>
  );
};

const Verification = ({ code }: { readonly code: string }) => {
  const [result, setResult] = useState<{ readonly history: History; readonly verdict: Verdict }>();
  const [problem, setProblem] = useState<ProblemBody>();
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    setProblem(undefined);
    void readPublic('verifyHistory', `/track/${code}/history`).then(async (answer) => {
      if (answer.ok) setResult({ history: answer.body, verdict: await verifyHistory(answer.body) }); else setProblem(answer.problem);
    });
  }, [code, attempt]);
  if (problem !== undefined) return <ProblemNotice problem={problem} {...(problem.code === 'tracking-code-unknown' ? { title: code } : { onRetry: () => { setAttempt(attempt + 1); } })} />;
  if (result === undefined) return <Skeleton lines={6} />;
  // who comes from the code on a printed form wants to know where the matter stands
  return <><Chain history={result.history} verdict={result.verdict} /><p><a href={inLanguage(trackPath(code), language)}>{t('verifyTrack')}</a></p></>;
};

start();
const code = codeInAddress();
if (code !== undefined) drawOver('kiem-chung', <LanguageContext.Provider value={language}><Verification code={code} /></LanguageContext.Provider>);
