import { useEffect, useRef } from 'preact/hooks';
import type { Answer } from '../../../client/contract-types.ts';
import { ChartFigure, Columns } from '../../../components/charts.tsx';
import { useLanguage } from '../../../components/language.ts';
import { Table } from '../../../components/table.tsx';
import { shortDayText } from '../../../format/dates.ts';
import { shareText } from '../../../format/numbers.ts';
import { useLearningTexts } from './texts.ts';

export type Week = Answer<'getClassifierFigures'>['weeks'][number];

/** Suggestions of a week that were not left to a person, and those of them that were corrected. */
export const sumOf = ({ categories }: Pick<Week, 'categories'>): { readonly answered: number; readonly corrected: number } =>
  ({ answered: categories.reduce((sum, { answered }) => sum + answered, 0), corrected: categories.reduce((sum, { corrected }) => sum + corrected, 0) });

/** The numbers that a glance at the past week wants. */
export const KeyFigures = ({ week }: { readonly week: Week }) => {
  const t = useLearningTexts();
  const language = useLanguage();
  const { answered, corrected } = sumOf(week);
  const figures = [
    [t('settled'), String(week.settled)], [t('answered'), shareText(answered, week.settled, language)], [t('abstained'), shareText(week.abstained, week.settled, language)], [t('corrected'), shareText(corrected, answered, language)],
  ] as const;
  return (
    <dl class="key-figures" aria-label={t('keyFigures', { week: shortDayText(week.week, language) })}>
      {figures.map(([label, text]) => <div key={label} class={`key-figure${label === t('corrected') && week.risen.length > 0 ? ' key-figure-warn' : ''}`}><dt>{label}</dt><dd><span class="key-number">{text ?? t('none')}</span></dd></div>)}
    </dl>
  );
};

/** What share of suggestions was corrected, week by week, oldest first. */
export const WeeksChart = ({ weeks, latest, nameOf }: { readonly weeks: readonly Week[]; readonly latest: Week; readonly nameOf: (category: string) => string }) => {
  const t = useLearningTexts();
  const language = useLanguage();
  const figure = useRef<HTMLDivElement>(null);
  // on a phone the weeks are scrolled; the last one is what people come for
  useEffect(() => { figure.current?.querySelector('.columns')?.lastElementChild?.scrollIntoView({ block: 'nearest', inline: 'end' }); }, []);
  const shareOf = (week: Week): string | undefined => { const { answered, corrected } = sumOf(week); return shareText(corrected, answered, language); };
  const share = shareOf(latest), week = shortDayText(latest.week, language);
  const columns = weeks.toReversed().map((each) => {
    const { answered, corrected } = sumOf(each), rose = each.risen.length > 0;
    return { id: each.week, label: `${each.week.slice(8)}/${each.week.slice(5, 7)}`, values: [{ id: 'corrected', value: answered === 0 ? 0 : corrected / answered, text: `${shareOf(each) ?? '–'}${rose ? ' ▲' : ''}`, shade: rose ? 'bad' as const : 'plain' as const }] };
  });
  const table = (
    <Table compact caption={t('weeksChart')} rows={weeks} rowKey={(each) => each.week} columns={[
      { id: 'week', label: t('week'), cell: (each) => shortDayText(each.week, language) }, { id: 'settled', label: t('settled'), numeric: true, cell: ({ settled }) => settled }, { id: 'abstained', label: t('abstained'), numeric: true, cell: ({ abstained }) => abstained },
      { id: 'answered', label: t('answered'), numeric: true, cell: (each) => sumOf(each).answered }, { id: 'corrected', label: t('corrected'), numeric: true, cell: (each) => sumOf(each).corrected }, { id: 'risen', label: t('risen'), cell: ({ risen }) => risen.map(nameOf).join(', ') || '–' },
    ]} />
  );
  // a few corrections are not to look like many: a tenth is the least the scale shows
  const most = Math.max(0.1, ...columns.flatMap(({ values }) => values.map(({ value }) => value)));
  return (
    <div ref={figure}>
      <ChartFigure id="theo-tuan" title={share === undefined ? t('weeksNone', { week }) : t('weeks', { share, week })} note={t('weeksNote')} toggle={t('asTable')} table={table}>
        <Columns name={t('weeksChart')} most={most} columns={columns} {...(weeks.some(({ risen }) => risen.length > 0) ? { series: [{ id: 'usual', label: t('usual'), shade: 'plain' as const }, { id: 'risen', label: t('risenWeek'), shade: 'bad' as const }] } : {})} />
      </ChartFigure>
    </div>
  );
};
