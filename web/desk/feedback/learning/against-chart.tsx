import type { Answer } from '../../../client/contract-types.ts';
import { ChartFigure } from '../../../components/charts.tsx';
import { useLanguage } from '../../../components/language.ts';
import { Table } from '../../../components/table.tsx';
import { shareText } from '../../../format/numbers.ts';
import { useLearningTexts } from './texts.ts';

type Against = Answer<'getClassifierFigures'>['against'][number];
type Share = Pick<Against, 'answered' | 'corrected'>;

const shareOf = ({ answered, corrected }: Share): number => (answered === 0 ? 0 : corrected / answered);
const alarmOf = ({ answered, callsFrom }: Against): number => (callsFrom === undefined ? 0 : callsFrom / answered);
const rose = ({ corrected, callsFrom }: Against): boolean => callsFrom !== undefined && corrected >= callsFrom;

/** An upright mark, edged so that it is seen on a bar as well as beside it. */
const Mark = ({ of, x }: { readonly of: 'before' | 'alarm'; readonly x: string }) => <>{(['edge', of] as const).map((part) => <line key={part} class={`mark-${part}`} x1={x} x2={x} y1="0" y2="24" />)}</>;

/** Each category in the past week as a bar, the weeks before as a mark on it, and the line from where on the alarm calls. */
export const AgainstChart = ({ against, nameOf }: { readonly against: readonly Against[]; readonly nameOf: (category: string) => string }) => {
  const t = useLearningTexts();
  const language = useLanguage();
  const share = (part: Share): string => shareText(part.corrected, part.answered, language) ?? '–';
  const alarm = (row: Against): string => (row.callsFrom === undefined ? t('tooLittle') : t('alarmNote', { count: row.callsFrom, share: share({ answered: row.answered, corrected: row.callsFrom }) }));
  // all of them first, then what is corrected most
  const rows = against.toSorted((a, b) => Number(b.category === 'all') - Number(a.category === 'all') || Number(rose(b)) - Number(rose(a)) || shareOf(b) - shareOf(a));
  const most = Math.max(0.1, ...rows.flatMap((row) => [shareOf(row), shareOf(row.before), alarmOf(row)])) * 1.02;
  const at = (part: number): string => `${((part / most) * 100).toFixed(1)}%`;
  const names = rows.filter(rose).map(({ category }) => nameOf(category));
  const table = (
    <Table compact caption={t('againstSource')} captionHidden rows={rows} rowKey={({ category }) => category} columns={[
      { id: 'category', label: t('category'), cell: ({ category }) => nameOf(category) }, { id: 'week', label: t('thisWeek'), numeric: true, cell: (row) => `${share(row)} (${row.corrected}/${row.answered})` },
      { id: 'before', label: t('before'), numeric: true, cell: ({ before }) => `${share(before)} (${before.corrected}/${before.answered})` }, { id: 'alarm', label: t('alarm'), cell: alarm },
    ]} />
  );
  return (
    <ChartFigure id="theo-loai" title={names.length === 0 ? t('noRisen') : t('risenOf', { names: names.join(', ') })} note={t('againstSource')} toggle={t('asTable')} table={table}>
      <ul class="legend against-legend">
        <li><svg width="22" height="14" aria-hidden="true" focusable="false"><rect class="fill-plain" width="22" height="14" rx="2" /></svg><span>{t('thisWeek')}</span></li>
        <li><svg width="14" height="20" aria-hidden="true" focusable="false"><line class="mark-before" x1="7" x2="7" y1="0" y2="20" /></svg><span>{t('before')}</span></li>
        <li><svg width="14" height="20" aria-hidden="true" focusable="false"><line class="mark-alarm" x1="7" x2="7" y1="0" y2="20" /></svg><span>{t('alarm')}</span></li>
      </ul>
      <ol class="bars against">
        {rows.map((row) => (
          <li key={row.category}>
            <span class="bar-label">{rose(row) ? '▲ ' : ''}{row.category === 'all' ? <strong>{nameOf(row.category)}</strong> : nameOf(row.category)}</span>
            <svg class="bar" width="100%" height="24" aria-hidden="true" focusable="false">
              <rect class={rose(row) ? 'fill-bad' : 'fill-plain'} y="4" width={at(shareOf(row))} height="16" rx="2" />
              {row.before.answered > 0 && <Mark of="before" x={at(shareOf(row.before))} />}
              {row.callsFrom !== undefined && <Mark of="alarm" x={at(alarmOf(row))} />}
            </svg>
            <span class="bar-value"><strong>{share(row)}</strong></span>
            <span class="bar-note small">{[t('againstNote', { count: row.corrected, answered: row.answered }), ...(row.before.answered === 0 ? [] : [t('beforeNote', { share: share(row.before) })]), alarm(row)].join(' · ')}</span>
          </li>
        ))}
      </ol>
    </ChartFigure>
  );
};
