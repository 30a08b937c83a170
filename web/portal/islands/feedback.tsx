import { useEffect, useState } from 'preact/hooks';
import type { ProblemBody } from '../../../shared/contracts/problems.ts';
import { readPublic } from '../../client/read-public.ts';
import { LanguageContext, pageLanguage } from '../../components/language.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { followText } from '../../messages/follow.ts';
import type { Followed, PublicHistory } from '../report/follow-steps.ts';
import { codeInAddress } from './code-form.ts';
import { drawOver, start } from './start.ts';

const language = pageLanguage();
const t = followText(language);

/** The page becomes the page of this report: its heading, and no form in the way. */
const announce = (code: string): void => {
  document.querySelector('h1')?.replaceChildren(t('of', { code: '' }), Object.assign(document.createElement('span'), { className: 'nowrap', textContent: code }));
  document.title = t('of', { code });
  for (const part of document.querySelectorAll('#dan, #ma-mau, #loi-vao, #cua-toi')) part.remove();
};

type Found = { readonly report: Followed; readonly history: PublicHistory };

const Following = ({ code }: { readonly code: string }) => {
  const [found, setFound] = useState<Found>();
  const [shown, setShown] = useState<typeof import('../report/tracked.tsx')>();
  const [problem, setProblem] = useState<ProblemBody>();
  const read = async (): Promise<void> => {
    setProblem(undefined);
    const [report, history] = await Promise.all([readPublic('getFeedback', `/feedback/${code}`), readPublic('verifyFeedback', `/feedback/${code}/history`)]);
    if (!report.ok) { setProblem(report.problem); return; }
    if (!history.ok) { setProblem(history.problem); return; }
    announce(code);
    setFound({ report: report.body, history: history.body });
  };
  useEffect(() => {
    void read();
    void import('../report/tracked.tsx').then(setShown);
  }, []);
  if (problem !== undefined) return <ProblemNotice problem={problem} {...(problem.code === 'feedback-unknown' ? { title: code } : { onRetry: () => { void read(); } })} />;
  if (found === undefined || shown === undefined) return <Skeleton lines={8} />;
  return <shown.Tracked {...found} onChanged={() => { void readPublic('verifyFeedback', `/feedback/${code}/history`).then((history) => { if (history.ok) setFound((before) => (before === undefined ? before : { ...before, history: history.body })); }); }} />;
};

start();
const code = codeInAddress();
if (code !== undefined) drawOver('phan-anh', <LanguageContext.Provider value={language}><Following code={code} /></LanguageContext.Provider>);
