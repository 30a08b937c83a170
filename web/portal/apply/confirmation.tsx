import { useEffect, useRef } from 'preact/hooks';
import type { DossierView } from '../../../shared/contracts/dossier.ts';
import { Button } from '../../components/button.tsx';
import { useCommon, useLanguage } from '../../components/language.ts';
import { QrCode } from '../../components/qr-code.tsx';
import { addresses, inLanguage, trackPath } from '../../format/addresses.ts';
import { momentText } from '../../format/dates.ts';
import { applyText } from '../../messages/apply.ts';
import { dossierText } from '../../messages/dossier.ts';
import { usePromisedAt } from './use-promise.ts';

/** The page to keep a picture of: code, what happens next, by when. */
export const Confirmation = ({ dossier, caseId }: { readonly dossier: DossierView; readonly caseId: string }) => {
  const language = useLanguage();
  const words = useCommon();
  const t = applyText(language);
  const due = usePromisedAt(dossier.procedure.code, caseId, dossier.agency.code);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => { heading.current?.focus(); }, []);
  const path = inLanguage(trackPath(dossier.trackingCode), language);
  return (
    <div class="done">
      <div class="done-card">
        <h1 ref={heading} tabIndex={-1}>{t('doneTitle')}</h1>
        <p>{dossier.procedure.name[language]}</p>
        <div class="done-code">
          <div><p class="done-label">{t('doneCode')}</p><p class="done-number">{dossier.trackingCode}</p><p class="small">{momentText(dossier.submittedAt, language)}</p></div>
          <QrCode text={`${location.origin}${path}`} label={dossierText(language)('qrAlt', { code: dossier.trackingCode })} size={132} />
        </div>
        <p class="small">{t('doneKeep')}</p>
      </div>
      <h2>{t('doneNext')}</h2>
      <ol class="steps">
        <li><span>{t('doneNextCheck', { agency: dossier.agency.name })}</span></li>
        <li><span>{t('doneNextAccept')}</span></li>
        <li><span>{due === undefined ? t('doneNextNoDue') : t('doneNextDue', { due: momentText(due, language) })}</span></li>
      </ol>
      <p class="button-row no-print">
        <Button href={path}>{t('doneTrack')}</Button>
        <Button kind="secondary" href={inLanguage(addresses.mine, language)}>{t('doneMine')}</Button>
        <Button kind="quiet" onClick={() => { print(); }}>{words('print')}</Button>
      </p>
    </div>
  );
};
