import type { DeskDossierView } from '../../shared/contracts/dossier.ts';
import { useLanguage } from '../components/language.ts';
import { Notice } from '../components/notice.tsx';
import { momentText } from '../format/dates.ts';
import { FileLine } from './file-line.tsx';
import { sizeText } from './file-size.ts';
import { useTexts } from './messages.ts';

/** Every round of asking for more: what was asked, and what came. */
export const Supplements = ({ view }: { readonly view: DeskDossierView }) => {
  const t = useTexts();
  const language = useLanguage();
  if (view.supplements.length === 0) return null;
  return (
    <section class="dossier-section" aria-labelledby="bo-sung">
      <h3 id="bo-sung">{t('supplements')}</h3>
      {view.supplements.toReversed().map(({ round, reason, items, askedAt, answeredAt, answerBy, overdue }) => (
        <article key={round} aria-labelledby={`lan-${round}`}>
          <h4 id={`lan-${round}`}>{t('supplementRound', { round })}</h4>
          <p class="small">{t('supplementAsked', { time: momentText(askedAt, language) })}{answeredAt === undefined ? '' : `, ${t('supplementAnswered', { time: momentText(answeredAt, language) })}`}</p>
          {answeredAt === undefined && answerBy !== undefined && (overdue ? <Notice kind="warn" title={t('answerOverdue', { time: momentText(answerBy, language) })} /> : <p class="small">{t('answerBy', { time: momentText(answerBy, language) })}</p>)}
          <p class="typed">{reason}</p>
          <ol class="asked-items">
            {items.map((item) => (
              <li key={item.itemId}>
                <p>{item.what}</p>
                {item.text !== undefined && <p class="typed">{item.text}</p>}
                {item.files.length > 0 && (
                  <ul class="files">
                    {item.files.map((file) => (
                      <FileLine key={file.uploadId} dossierId={view.dossierId} fileId={file.uploadId} name={file.fileName} isImage={file.contentType !== 'application/pdf'} detail={sizeText(file.size, language)} />
                    ))}
                  </ul>
                )}
                {answeredAt === undefined && <p class="small">{t('supplementWaiting')}</p>}
              </li>
            ))}
          </ol>
        </article>
      ))}
    </section>
  );
};
