import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { TileView } from '../../shared/contracts/tile.ts';
import { useLanguage } from '../components/language.ts';
import { Table } from '../components/table.tsx';
import { dayText } from '../format/dates.ts';
import type { Language } from '../messages/translator.ts';
import { countText, shareText, tileCsv } from './figures.ts';
import { useTexts } from './messages.ts';

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

/** The rows under their names; codes are for the file. Several rows have their sum below. */
const TileTable = ({ tile }: { readonly tile: TileView }) => {
  const t = useTexts();
  const language = useLanguage();
  const [key, name] = tile.columns.filter(({ kind }) => kind === 'text');
  const columns = tile.columns.filter(({ id }) => name === undefined || id !== key?.id).map(({ id, label, kind }) => ({
    id, label: label[language], numeric: kind !== 'text', cell: (row: TileView['rows'][number]) => cellText(row[id], kind, language),
  }));
  const total = { ...(key === undefined ? {} : { [key.id]: 'total' }), ...(name === undefined ? {} : { [name.id]: t('total') }), ...tile.totals };
  return (
    <div class="tile-table" tabIndex={0} role="group" aria-label={tile.title[language]}>
      <Table compact caption={t('table', { title: tile.title[language], day: dayText(tile.period.to, language) })} columns={columns} rows={key === undefined ? tile.rows : [...tile.rows, total]} rowKey={(row) => String(key === undefined ? '' : row[key.id])} />
    </div>
  );
};

/** A chart whose title says its point; the same as a table, the same as a file. */
export const ChartTile = ({ tile, point, children }: { readonly tile: TileView; readonly point: string; readonly children: ComponentChildren }) => {
  const t = useTexts();
  const language = useLanguage();
  const [asTable, setAsTable] = useState(false);
  return (
    <>
      <div class="tile-head">
        <h2>{point}</h2>
        <div class="tile-tools">
          <button type="button" aria-pressed={asTable} onClick={() => { setAsTable(!asTable); }}>{asTable ? t('showChart') : t('showTable')}</button>
          <button type="button" onClick={() => { save(`${tile.id}-${tile.period.to}.csv`, tileCsv(tile, language)); }}>{t('download')}</button>
        </div>
      </div>
      {asTable ? <TileTable tile={tile} /> : children}
    </>
  );
};
