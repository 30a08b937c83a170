import { useEffect, useState } from 'preact/hooks';
import type { Answer } from '../../client/contract-types.ts';
import { readPublic } from '../../client/read-public.ts';
import { useLanguage } from '../../components/language.ts';
import { type Column, Table } from '../../components/table.tsx';
import { momentText } from '../../format/dates.ts';
import { countText } from '../../format/numbers.ts';
import { registerMapText } from '../../messages/register-map.ts';
import { registerText } from '../../messages/register.ts';
import { areaName } from './report-line.tsx';

/** The figures of every commune, the most open first; behind a toggle, below the map. */
export const AreaFigures = () => {
  const language = useLanguage();
  const t = registerMapText(language), words = registerText(language);
  const [figures, setFigures] = useState<Answer<'getFeedbackFigures'>>();
  useEffect(() => { void readPublic('getFeedbackFigures', '/feedback/figures').then((answer) => { if (answer.ok) setFigures(answer.body); }); }, []);
  const rows = (figures?.areas ?? []).flatMap((one) => { const name = areaName(one.area, language); return name === undefined ? [] : [{ ...one, name }]; }).toSorted((a, b) => b.open - a.open || b.reported - a.reported);
  if (figures === undefined) return null;
  const count = (id: 'reported' | 'open' | 'closed' | 'late', label: string): Column<(typeof rows)[number]> => ({ id, label, numeric: true, cell: (row) => countText(row[id], language) });
  const columns: Column<(typeof rows)[number]>[] = [
    { id: 'name', label: words('area'), cell: ({ name }) => name }, count('reported', t('reported')), count('open', words('open')), count('closed', words('closed')), count('late', t('late')),
    { id: 'stars', label: t('satisfaction'), numeric: true, cell: ({ rated, stars }) => (rated === 0 ? '–' : (stars / rated).toFixed(1).replace('.', language === 'vi' ? ',' : '.')) },
  ];
  return (
    <details class="govuk-details">
      <summary class="govuk-details__summary"><span class="govuk-details__summary-text">{t('table')}</span></summary>
      {rows.length === 0 ? <p>{t('noFigures')}</p> : (
        <Table caption={t('table')} captionHidden columns={columns} rows={rows} rowKey={({ area }) => area} />
      )}
      <p class="small">{t('asOf', { at: momentText(figures.asOf, language) })}</p>
    </details>
  );
};
