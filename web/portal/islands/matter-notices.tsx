import type { DossierView } from '../../../shared/contracts/dossier.ts';
import { useLanguage } from '../../components/language.ts';
import { Notice } from '../../components/notice.tsx';
import { momentText } from '../../format/dates.ts';
import { ownActText } from '../../messages/own-act.ts';

/** What became of the dossier off the straight way: a later promise, a date reckoned anew, another agency, a corrected result. */
export const MatterNotices = ({ dossier: { extension, recomputed, transfers, corrections } }: { readonly dossier: DossierView }) => {
  const language = useLanguage();
  const t = ownActText(language);
  const [moved, corrected] = [transfers.at(-1), corrections.at(-1)];
  return (
    <>
      {corrected !== undefined && <Notice kind="info" title={t('corrected', { time: momentText(corrected.at, language) })}><p class="typed">{corrected.reason}</p></Notice>}
      {moved !== undefined && <Notice kind="info" title={t('transferred', { agency: moved.to.name })}><p>{t('transferredText', { agency: moved.from.name })}</p><p class="typed">{moved.reason}</p></Notice>}
      {recomputed !== undefined && (
        <Notice kind="info" title={t('recomputed', { due: momentText(recomputed.dueAt, language) })}>
          {recomputed.previousDueAt !== undefined && <p>{t('extendedFrom', { due: momentText(recomputed.previousDueAt, language) })}</p>}
          <p class="typed">{recomputed.reason}</p>
        </Notice>
      )}
      {extension !== undefined && (
        <Notice kind="info" title={t('extended', { due: momentText(extension.dueAt, language) })}><p>{t('extendedFrom', { due: momentText(extension.previousDueAt, language) })}</p><p class="typed">{extension.reason}</p></Notice>
      )}
    </>
  );
};
