import { figureDefinitions, keptThresholds } from '../../../shared/contracts/figure-definitions.ts';
import type { Figures, MonthlyFigures } from '../../../shared/contracts/statistics.ts';
import { Bars, ChartFigure, Columns, Donut, PartsBar, type Shade } from '../../components/charts.tsx';
import { useLanguage } from '../../components/language.ts';
import { PageShell } from '../../components/page-shell.tsx';
import { Table } from '../../components/table.tsx';
import { indicatorsPath, inLanguage, openDataJsonPath, openDataNowPath, openDataPath, statisticsPath } from '../../format/addresses.ts';
import { momentText } from '../../format/dates.ts';
import { countText, shareText } from '../../format/numbers.ts';
import { statisticsText } from '../../messages/statistics.ts';
import { renderDocument } from './document.tsx';
import type { PageContext } from './procedure.tsx';
import { groupedBy, type Group, keptOf, sum } from './statistics-sums.ts';
import { type Reading, type Readings, readingsOf, type Tree } from './statistics-trees.ts';

export type StatisticsContext = Pick<PageContext, 'lang' | 'assets'> & { readonly tree: Tree };
type Shown = { readonly figures: MonthlyFigures; readonly readings: Readings };

const useText = () => statisticsText(useLanguage());
const useCount = () => { const language = useLanguage(); return (count = 0) => countText(count, language); };
const splitMonth = (month: string) => ({ year: Number(month.slice(0, 4)), month: Number(month.slice(5)) });
const MOST_BARS = 12;

const Heading = ({ figures }: { readonly figures: MonthlyFigures }) => {
  const t = useText();
  const language = useLanguage();
  return (
    <>
      <h1>{t('title', { month: t('month', splitMonth(figures.month)) })}</h1>
      <p class="lead">{t('asOf', { time: momentText(figures.asOf, language) })} {figures.over ? t('over') : t('running')}</p>
      <p class="small">{t('unitSource')}</p>
      <details class="govuk-details month-chooser">
        <summary class="govuk-details__summary"><span class="govuk-details__summary-text">{t('chooseMonth')}</span></summary>
        <ul class="months">
          {figures.months.map((month) => <li key={month}><a href={inLanguage(statisticsPath(month), language)} aria-current={month === figures.month ? 'page' : undefined}>{t('month', splitMonth(month))}</a></li>)}
        </ul>
      </details>
    </>
  );
};

const KeyFigures = ({ total }: { readonly total: Figures }) => {
  const t = useText();
  const language = useLanguage();
  const count = useCount();
  const { part, whole } = keptOf(total);
  const keys = ['received', 'released', 'processing', 'overdue'] as const;
  const tone = whole === 0 ? '' : part / whole < keptThresholds.bad ? ' key-figure-bad' : part / whole < keptThresholds.warn ? ' key-figure-warn' : ' key-figure-ok';
  return (
    <section aria-label={t('keyFigures')}>
      <dl class="key-figures">
        <div class={`key-figure key-figure-main${tone}`}><dt>{t('kept')}</dt><dd><span class="key-number">{shareText(part, whole, language) ?? t('keptNone')}</span><span class="small">{whole === 0 ? t('keptNoneText') : t('keptOf', { part: count(part), whole: count(whole) })}</span></dd></div>
        {keys.map((id) => <div key={id} class="key-figure"><dt>{figureDefinitions.find((one) => one.id === id)?.name[language]}</dt><dd><span class="key-number">{count(total[id])}</span></dd></div>)}
      </dl>
    </section>
  );
};

const nameOf = (id: (typeof figureDefinitions)[number]['id'], language: 'vi' | 'en'): string => figureDefinitions.find((one) => one.id === id)?.name[language] ?? id;

const usePart = (total: Figures) => {
  const language = useLanguage();
  const count = useCount();
  return (id: keyof Figures, shade: Shade, whole: number) => {
    const value = total[id] ?? 0;
    const share = shareText(value, whole, language);
    return { id, label: nameOf(id, language), value, text: share === undefined ? count(value) : `${count(value)} (${share})`, shade };
  };
};

const PartsTable = ({ caption, parts }: { readonly caption: string; readonly parts: readonly { readonly id: string; readonly label: string; readonly text: string }[] }) => {
  const t = useText();
  return <Table compact caption={caption} rows={parts} rowKey={({ id }) => id} columns={[{ id: 'figure', label: t('figure'), cell: ({ label }) => label }, { id: 'value', label: t('value'), numeric: true, cell: ({ text }) => text }]} />;
};

const Punctuality = ({ total }: { readonly total: Figures }) => {
  const t = useText();
  const { part, whole } = keptOf(total);
  const share = shareText(part, whole, useLanguage());
  const make = usePart(total);
  const parts = [make('early', 'strong', whole), make('onTime', 'plain', whole), make('late', 'bad', whole)];
  const title = share === undefined ? t('punctualityNone') : t('punctuality', { share });
  return <ChartFigure id="dung-han" title={title} note={t('punctualityNote')} toggle={t('asTable')} table={<PartsTable caption={title} parts={parts} />}><PartsBar parts={parts} /></ChartFigure>;
};

const Channels = ({ total }: { readonly total: Figures }) => {
  const t = useText();
  const language = useLanguage();
  const whole = total.received ?? 0;
  const share = shareText(total.online ?? 0, whole, language);
  const make = usePart(total);
  const parts = [make('online', 'strong', whole), make('oneGate', 'plain', whole), make('post', 'soft', whole)];
  const title = share === undefined ? t('channelsNone') : t('channels', { share });
  return <ChartFigure id="kenh" title={title} toggle={t('asTable')} table={<PartsTable caption={title} parts={parts} />}><Donut parts={parts} centre={countText(whole, language)} unit={t('value').toLowerCase()} /></ChartFigure>;
};

const shownFigures = ['total', 'carriedOver', 'received', 'released', 'early', 'onTime', 'late', 'processing', 'overdue', 'waiting'] as const;

const GroupTable = ({ caption, first, groups, label }: { readonly caption: string; readonly first: string; readonly groups: readonly Group[]; readonly label: (key: string) => string }) => {
  const language = useLanguage();
  const count = useCount();
  return (
    <div class="wide-table" role="region" aria-label={caption} tabIndex={0}>
      <Table compact caption={caption} rows={groups} rowKey={({ key }) => key}
        columns={[{ id: 'name', label: first, cell: ({ key }) => label(key) }, ...shownFigures.map((id) => ({ id, label: nameOf(id, language), numeric: true, cell: ({ figures }: Group) => count(figures[id]) }))]} />
    </div>
  );
};

const Groups = ({ id, title, note, groups, label, table }: {
  readonly id: string; readonly title: string; readonly note: string; readonly groups: readonly Group[]; readonly label: (key: string) => string; readonly table: { readonly caption: string; readonly first: string };
}) => {
  const t = useText();
  const language = useLanguage();
  const count = useCount();
  const rows = groups.slice(0, MOST_BARS).map(({ key, figures }) => {
    const { part, whole } = keptOf(figures);
    const share = shareText(part, whole, language);
    return { id: key, label: label(key), value: figures.received ?? 0, text: count(figures.received), ...(share === undefined ? {} : { aside: t('agencyKept', { share }) }) };
  });
  return <ChartFigure id={id} title={title} note={note} toggle={t('asTable')} table={<GroupTable caption={table.caption} first={table.first} groups={groups} label={label} />}><Bars rows={rows} /></ChartFigure>;
};

const Trend = ({ figures }: { readonly figures: MonthlyFigures }) => {
  const t = useText();
  const language = useLanguage();
  const count = useCount();
  const received = nameOf('received', language);
  const released = nameOf('released', language);
  const kept = figures.trend.map(({ month, figures: one }) => ({ month, ...keptOf(one) }));
  const label = (month: string): string => t('monthShort', splitMonth(month));
  const table = <GroupTable caption={t('byMonth')} first={t('monthColumn')} label={label} groups={figures.trend.map((one) => ({ key: one.month, rows: [], figures: one.figures }))} />;
  return (
    <>
      <ChartFigure id="theo-thang" title={t('trend')} toggle={t('asTable')} table={table}>
        <Columns name={t('trend')} series={[{ id: 'received', label: received, shade: 'plain' }, { id: 'released', label: released, shade: 'strong' }]}
          columns={figures.trend.map(({ month, figures: one }) => ({ id: month, label: label(month), values: [
            { id: 'received', value: one.received ?? 0, text: count(one.received), shade: 'plain' }, { id: 'released', value: one.released ?? 0, text: count(one.released), shade: 'strong' },
          ] }))} />
      </ChartFigure>
      <ChartFigure id="dung-han-theo-thang" title={t('trendKept')} toggle={t('asTable')} table={<PartsTable caption={t('trendKept')} parts={kept.map(({ month, part, whole }) => ({ id: month, label: label(month), text: shareText(part, whole, language) ?? '–' }))} />}>
        <Columns name={t('trendKept')} most={1} columns={kept.map(({ month, part, whole }) => ({ id: month, label: label(month), values: [{ id: 'kept', value: whole === 0 ? 0 : part / whole, text: shareText(part, whole, language) ?? '–', shade: 'strong' }] }))} />
      </ChartFigure>
    </>
  );
};

const Definitions = ({ total }: { readonly total: Figures }) => {
  const t = useText();
  const language = useLanguage();
  const count = useCount();
  return (
    <details class="govuk-details definitions">
      <summary class="govuk-details__summary"><span class="govuk-details__summary-text">{t('definitions')}</span></summary>
      <p class="small">{t('definitionsNote')}</p>
      <Table captionHidden caption={t('definitions')} rows={figureDefinitions} rowKey={({ id }) => id} columns={[
        { id: 'figure', label: t('figure'), cell: ({ name }) => name[language] }, { id: 'value', label: t('value'), numeric: true, cell: ({ id }) => count(total[id]) },
        { id: 'meaning', label: t('meaning'), cell: ({ meaning }) => meaning[language] }, { id: 'source', label: t('source'), cell: ({ source }) => <span lang="vi">{source}</span> }, { id: 'mark', label: t('mark'), cell: ({ mark }) => mark },
      ]} />
    </details>
  );
};

const ByAgency = ({ id, structure, reading: { rows, names, dissolved } }: { readonly id: string; readonly structure: string; readonly reading: Reading }) => {
  const t = useText();
  const language = useLanguage();
  const groups = groupedBy(rows, ({ agency }) => agency);
  const label = (code: string): string => {
    const agency = names.get(code);
    const name = agency === undefined ? code : language === 'en' ? agency.nameEn ?? agency.name : agency.name;
    return dissolved.has(code) ? t('dissolved', { name }) : name;
  };
  return (
    <Groups id={id} title={t('agencies', { structure })} note={t('agenciesNote', { shown: Math.min(MOST_BARS, groups.length), all: groups.length })} groups={groups} label={label}
      table={{ caption: t('byAgency', { structure }), first: t('agency') }} />
  );
};

/** Agencies are set up, merged and renamed: a month is read by those it had, and by those that stand for them today. */
const Agencies = ({ readings: { former, today, differ } }: Pick<Shown, 'readings'>) => {
  const t = useText();
  return (
    <>
      <ByAgency id="co-quan" structure={t('structureThen')} reading={former} />
      {differ ? <ByAgency id="co-quan-hien-nay" structure={t('structureNow')} reading={today} /> : <p class="small measure">{t('sameStructure')}</p>}
    </>
  );
};

const Downloads = ({ month }: { readonly month: string }) => {
  const t = useText();
  return (
    <>
      <ul>
        <li><a href={openDataPath(month)} download>{t('download', { structure: t('structureThen') })}</a></li>
        <li><a href={openDataNowPath(month)} download>{t('download', { structure: t('structureNow') })}</a></li>
        <li><a href={openDataJsonPath(month)} download>{t('downloadJson')}</a></li>
      </ul>
      <p class="small">{t('downloadNote')}</p>
    </>
  );
};

const Statistics = ({ figures, readings }: Shown) => {
  const t = useText();
  const language = useLanguage();
  const total = sum(figures.rows);
  const byField = groupedBy(figures.rows, ({ field }) => field[language]);
  return (
    <>
      <Heading figures={figures} />
      {figures.rows.length === 0 ? <div class="panel panel-plain"><p><strong>{t('empty')}</strong></p><p>{t('emptyText')}</p></div> : (
        <>
          <KeyFigures total={total} />
          <div class="chart-pair"><Punctuality total={total} /><Channels total={total} /></div>
          <Agencies readings={readings} />
          <Groups id="linh-vuc" title={t('fields')} note={t('fieldsNote', { shown: Math.min(MOST_BARS, byField.length), all: byField.length })} groups={byField} label={(field) => field} table={{ caption: t('byField'), first: t('field') }} />
        </>
      )}
      <Trend figures={figures} />
      <section class="statistics-more">
        <p><a href={inLanguage(indicatorsPath(figures.month), language)}>{t('indicators')}</a></p>
        <Downloads month={figures.month} />
        <Definitions total={total} />
      </section>
    </>
  );
};

/** The figures of a month as a page, `/thong-ke/2026-11`; `latest` for the one under `/thong-ke`. */
export const renderStatisticsPage = (figures: MonthlyFigures, { lang, assets, tree }: StatisticsContext, latest = false): string => {
  const t = statisticsText(lang);
  const month = t('month', splitMonth(figures.month));
  const path = statisticsPath(latest ? undefined : figures.month);
  return renderDocument(
    <PageShell language={lang} path={path}><Statistics figures={figures} readings={readingsOf(figures, tree)} /></PageShell>,
    { lang, path, title: t('title', { month }), description: t('description', { month }), assets },
  );
};
