import type { MonthlyFigures } from '../../../shared/contracts/statistics.ts';
import { useLanguage } from '../../components/language.ts';
import { PageShell } from '../../components/page-shell.tsx';
import { indicatorsPath, inLanguage, statisticsPath } from '../../format/addresses.ts';
import { momentText } from '../../format/dates.ts';
import { countText, shareText } from '../../format/numbers.ts';
import { indicatorsText } from '../../messages/indicators.ts';
import { statisticsText } from '../../messages/statistics.ts';
import { renderDocument } from './document.tsx';
import type { PageContext } from './procedure.tsx';
import { type Basis, type Indicator, type IndicatorGroup, indicatorGroups } from './service-indicators.ts';
import { sum } from './statistics-sums.ts';

const IndicatorValue = ({ indicator, basis }: { readonly indicator: Indicator; readonly basis: Basis }) => {
  const language = useLanguage();
  const t = indicatorsText(language);
  const { part, whole } = indicator.ratio(basis);
  return (
    <div class="indicator">
      <h3>{indicator.name[language]}</h3>
      <p><span class="indicator-value">{shareText(part, whole, language) ?? t('none')}</span> {whole > 0 && <span>{t('ratio', { part: countText(part, language), whole: countText(whole, language) })}</span>}</p>
      {whole > 0 && <svg class="bar" width="100%" height="12" aria-hidden="true" focusable="false"><rect class="fill-none" width="100%" height="100%" rx="2" /><rect class="fill-strong" width={`${Math.round((part / whole) * 1000) / 10}%`} height="100%" rx="2" /></svg>}
      <p class="small">{t('formula')}: {indicator.formula[language]}. {t('mark', { mark: indicator.mark })}.</p>
    </div>
  );
};

const Group = ({ group, basis }: { readonly group: IndicatorGroup; readonly basis: Basis }) => {
  const language = useLanguage();
  const t = indicatorsText(language);
  return (
    <li class="indicator-group">
      <h2 id={group.id}>{group.name[language]}</h2>
      <p class="small">{t('weight', { points: group.weight, mark: group.weightMark })}</p>
      {group.computed.map((indicator) => <IndicatorValue key={indicator.id} indicator={indicator} basis={basis} />)}
      {group.missing.map(({ name, reason }) => <p key={name.vi} class="measure"><strong>{t('missing')}: {name[language]}.</strong> {reason[language]}</p>)}
    </li>
  );
};

export type IndicatorContext = PageContext & { readonly catalogue: Basis['catalogue'] };

/** The indicators of Decision 766/QĐ-TTg for a month, `/thong-ke/2026-11/chi-so-766`. */
export const renderIndicatorsPage = (figures: MonthlyFigures, { lang, assets, catalogue }: IndicatorContext): string => {
  const t = indicatorsText(lang);
  const words = statisticsText(lang);
  const month = words('month', { month: Number(figures.month.slice(5)), year: Number(figures.month.slice(0, 4)) });
  const path = indicatorsPath(figures.month);
  const basis = { figures: sum(figures.rows), catalogue };
  return renderDocument(
    <PageShell language={lang} path={path}>
      <h1>{t('title', { month })}</h1>
      <p class="lead measure">{t('lead')}</p>
      <p class="small">{words('asOf', { time: momentText(figures.asOf, lang) })} {words('unitSource')} {t('noScore')}</p>
      <ol class="indicator-groups">{indicatorGroups.map((group) => <Group key={group.id} group={group} basis={basis} />)}</ol>
      <p class="small measure">{t('marks')}</p>
      <p><a href={inLanguage(statisticsPath(figures.month), lang)}>{t('back')}</a></p>
    </PageShell>,
    { lang, path, title: t('title', { month }), description: t('description', { month }), assets },
  );
};
