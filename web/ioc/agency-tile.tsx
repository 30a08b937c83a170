import { useState } from 'preact/hooks';
import type { TileView } from '../../shared/contracts/tile.ts';
import { useLanguage } from '../components/language.ts';
import { Table } from '../components/table.tsx';
import { dayText } from '../format/dates.ts';
import type { Language } from '../messages/translator.ts';
import { AgencyBars } from './agency-bars.tsx';
import { byAgency, countText, dayFigures, shareText, tileCsv } from './figures.ts';
import { useTexts } from './messages.ts';
import type { WallTexts } from './messages.ts';

/** What the chart says, in its title. */
export const pointOf = (tile: TileView, t: WallTexts, language: Language): string => {
  const { received, late, done, running } = dayFigures(tile);
  const worst = byAgency(tile)[0];
  if (late > 0 && worst !== undefined) return t('pointLate', { late: countText(late, language), agency: worst.name });
  if (done > 0) return t('pointAllOnTime', { done: countText(done, language) });
  return received + running > 0 ? t('pointNoneDone', { running: countText(running, language) }) : t('pointNothing');
};

const save = (name: string, text: string): void => {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
};

const cellText = (value: string | number | undefined, kind: string, language: Language): string => {
  if (typeof value !== 'number') return value ?? '–';
  return kind === 'share' ? shareText(value, language) : countText(value, language);
};

const AgencyTable = ({ tile }: { readonly tile: TileView }) => {
  const t = useTexts();
  const language = useLanguage();
  const columns = tile.columns.filter(({ id }) => id !== 'agency_code').map(({ id, label, kind }) => ({
    id, label: label[language], numeric: kind !== 'text', cell: (row: TileView['rows'][number]) => cellText(row[id], kind, language),
  }));
  const total = { agency_code: 'total', agency: t('total'), ...tile.totals };
  return (
    <div class="tile-table" tabIndex={0} role="group" aria-label={tile.title[language]}>
      <Table compact caption={t('table', { title: tile.title[language], day: dayText(tile.period.to, language) })} columns={columns} rows={[...tile.rows, total]} rowKey={(row) => String(row['agency_code'])} />
    </div>
  );
};

/** Dossiers of today by agency: a chart whose title says its point, the same as a table, the same as a file. */
export const AgencyTile = ({ tile }: { readonly tile: TileView }) => {
  const t = useTexts();
  const language = useLanguage();
  const [asTable, setAsTable] = useState(false);
  return (
    <>
      <div class="tile-head">
        <h2>{pointOf(tile, t, language)}</h2>
        <div class="tile-tools">
          <button type="button" aria-pressed={asTable} onClick={() => { setAsTable(!asTable); }}>{asTable ? t('showChart') : t('showTable')}</button>
          <button type="button" onClick={() => { save(`${tile.id}-${tile.period.to}.csv`, tileCsv(tile, language)); }}>{t('download')}</button>
        </div>
      </div>
      {asTable ? <AgencyTable tile={tile} /> : <AgencyBars tile={tile} />}
    </>
  );
};
