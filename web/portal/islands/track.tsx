import { useEffect, useState } from 'preact/hooks';
import type { TrackingView } from '../../../shared/contracts/dossier.ts';
import type { ProblemBody } from '../../../shared/contracts/problems.ts';
import { readPublic } from '../../client/read-public.ts';
import { Button } from '../../components/button.tsx';
import { LanguageContext, pageLanguage } from '../../components/language.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { QrCode } from '../../components/qr-code.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { addresses, inLanguage, trackPath, verifyPath } from '../../format/addresses.ts';
import { common } from '../../messages/common.ts';
import { dossierText } from '../../messages/dossier.ts';
import { codeInAddress } from './code-form.ts';
import { DossierProgress } from './dossier-progress.tsx';
import { drawOver, start } from './start.ts';

const language = pageLanguage();
const t = dossierText(language);

const Found = ({ dossier }: { readonly dossier: TrackingView }) => {
  const code = dossier.trackingCode;
  return (
    <>
      <DossierProgress dossier={dossier}>
        <div class="qr-block">
          <QrCode text={`${location.origin}${inLanguage(trackPath(code), language)}`} label={t('qrAlt', { code })} />
          <div><p><strong>{t('qrTitle')}</strong></p><p class="small">{t('qrText')}</p></div>
        </div>
      </DossierProgress>
      <p class="button-row no-print">
        <Button kind="secondary" onClick={() => { print(); }}>{common(language)('print')}</Button>
        <a href={inLanguage(verifyPath(code), language)}>{t('verifyLink')}</a>
        <a href={inLanguage(addresses.track, language)}>{t('trackOther')}</a>
      </p>
    </>
  );
};

/** The page becomes the page of this dossier: its heading, and no form in the way. */
const announce = (code: string): void => {
  document.querySelector('h1')?.replaceChildren(t('dossierOf', { code: '' }), Object.assign(document.createElement('span'), { className: 'nowrap', textContent: code }));
  document.title = t('dossierOf', { code });
  for (const part of document.querySelectorAll('#dan, #ma-mau')) part.remove();
};

const Tracking = ({ code }: { readonly code: string }) => {
  const [dossier, setDossier] = useState<TrackingView>();
  const [problem, setProblem] = useState<ProblemBody>();
  const read = (): void => {
    setProblem(undefined);
    void readPublic('trackDossier', `/track/${code}`).then((answer) => {
      if (!answer.ok) { setProblem(answer.problem); return; }
      announce(code);
      setDossier(answer.body);
    });
  };
  useEffect(read, [code]);
  if (problem !== undefined) return <ProblemNotice problem={problem} {...(problem.code === 'tracking-code-unknown' ? { title: t('dossierOf', { code }) } : { onRetry: read })} />;
  return dossier === undefined ? <Skeleton lines={8} /> : <Found dossier={dossier} />;
};

start();
const code = codeInAddress();
if (code !== undefined) drawOver('tra-cuu', <LanguageContext.Provider value={language}><Tracking code={code} /></LanguageContext.Provider>);
