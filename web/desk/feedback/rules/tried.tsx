import type { Answer } from '../../../client/contract-types.ts';
import type { RoutingRule } from '../../../../shared/contracts/feedback-rules.ts';
import { Bars } from '../../../components/charts.tsx';
import { Table } from '../../../components/table.tsx';
import { useAgencyNames } from '../../reference-data.ts';
import { useCategoryName } from '../reference.ts';
import { useRuleTexts } from './texts.ts';

/** Where the reports of the last thirty days would have gone. */
export const Tried = ({ tried, rules }: { readonly tried: Answer<'tryRoutingRules'>; readonly rules: readonly RoutingRule[] }) => {
  const t = useRuleTexts();
  const categoryName = useCategoryName();
  const agencyName = useAgencyNames();
  const nameOfRule = (id: string): string => rules.find((rule) => rule.id === id)?.name ?? id;
  return (
    <section class="rules-tried" aria-labelledby="ket-qua-thu">
      <h2 id="ket-qua-thu" tabIndex={-1}>{t('result', tried)}</h2>
      {tried.reports > 0 && (
        <>
          <Table compact caption={t('byAgency')} rows={tried.agencies} rowKey={({ agency }) => agency} columns={[
            { id: 'name', label: t('agency'), cell: ({ name }) => name }, { id: 'before', label: t('before'), numeric: true, cell: ({ before }) => before }, { id: 'after', label: t('after'), numeric: true, cell: ({ before, after }) => (before === after ? after : <strong>{after}</strong>) },
          ]} />
          {tried.rules.length > 0 && <><h3>{t('byRule')}</h3><Bars rows={tried.rules.map(({ id, reports }) => ({ id, label: nameOfRule(id), value: reports, text: String(reports) }))} /></>}
          {tried.examples.length > 0 && (
            <><h3>{t('examples')}</h3><ul class="plain-list">{tried.examples.map(({ trackingCode, category, from, to, rule }) => (
              <li key={trackingCode}><span class="code">{trackingCode}</span> {category !== undefined && categoryName(category)}<br /><span class="small">{t('moved', { from: agencyName(from), to: agencyName(to) })} · {nameOfRule(rule)}</span></li>
            ))}</ul></>
          )}
          <p class="small">{t('mayPublish')}</p>
        </>
      )}
    </section>
  );
};
