import type { ProcedureSummary } from '../../../shared/contracts/procedure.ts';
import { fold } from '../../../shared/kernel/vietnamese-text.ts';
import { useLanguage } from '../../components/language.ts';
import { PageShell } from '../../components/page-shell.tsx';
import { addresses, inLanguage, procedurePath } from '../../format/addresses.ts';
import { procedureListText } from '../../messages/procedure-list.ts';
import { procedureText } from '../../messages/procedure.ts';
import { renderDocument } from './document.tsx';
import { levelWord, type PageContext } from './procedure.tsx';

type Field = { readonly name: string; readonly procedures: readonly ProcedureSummary[] };

/** By field, fields and procedures in the order of the alphabet of their language. */
const byField = (summaries: readonly ProcedureSummary[], language: 'vi' | 'en'): readonly Field[] => {
  const { compare } = new Intl.Collator(language);
  const fields = Map.groupBy(summaries, (summary) => summary.field[language]);
  return [...fields].map(([name, procedures]) => ({ name, procedures: procedures.toSorted((a, b) => compare(a.name[language], b.name[language])) })).sort((a, b) => compare(a.name, b.name));
};

const ProcedureList = ({ summaries }: { readonly summaries: readonly ProcedureSummary[] }) => {
  const language = useLanguage();
  const words = procedureText(language);
  const t = procedureListText(language);
  return (
    <>
      <h1>{t('listTitle')}</h1>
      <p class="lead">{summaries.length === 0 ? t('listEmpty') : t('listLead', { count: summaries.length })}</p>
      <div id="loc" class="no-print" />
      {byField(summaries, language).map((field) => (
        <section key={field.name} class="list-field">
          <h2>{field.name}</h2>
          <ul class="procedure-list">
            {field.procedures.map((summary) => (
              <li key={summary.code} data-words={fold(`${summary.code} ${summary.name.vi} ${summary.name.en} ${summary.field.vi} ${summary.field.en}`)}>
                <a href={inLanguage(procedurePath(summary.code), language)}>{summary.name[language]}</a>
                <span class="small">{summary.code} · {words(levelWord[summary.level])}{summary.acceptsOnline && <span class="tag tag-ok">{t('listOnline')}</span>}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
};

/** The catalogue as one page, `/thu-tuc`: everything listed, the script only filters. */
export const renderProcedureList = (summaries: readonly ProcedureSummary[], { lang, assets }: PageContext): string => {
  const t = procedureListText(lang);
  return renderDocument(
    <PageShell language={lang} path={addresses.procedures}><ProcedureList summaries={summaries} /></PageShell>,
    { lang, path: addresses.procedures, title: t('listTitle'), description: t('listDescription'), assets },
  );
};
