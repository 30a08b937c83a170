import { useLanguage } from '../../components/language.ts';
import { momentText, shortDayText } from '../../format/dates.ts';
import { useCatalogueText } from './editing.tsx';
import type { File } from './use-file.ts';

/** Every act on the procedure, newest first, with what was said. */
export const HistoryView = ({ file }: { readonly file: File }) => {
  const t = useCatalogueText();
  const language = useLanguage();
  if (file.history.length === 0) return <p>{t('historyNone')}</p>;
  return (
    <ol class="acts">
      {file.history.toReversed().map(({ seq, at, act, by, comment, version, effectiveFrom }) => (
        <li key={seq}>
          <strong>{t(`act-${act}`)}</strong> · {by.name} · <span class="small">{momentText(at, language)}</span>
          {version !== undefined && effectiveFrom !== undefined && <p>{t('versionFrom', { version, date: shortDayText(effectiveFrom, language) })}</p>}
          {comment !== undefined && <blockquote>{comment}</blockquote>}
        </li>
      ))}
    </ol>
  );
};
