import { useEffect, useState } from 'preact/hooks';
import { tilePath, type TileView } from '../../../shared/contracts/tile.ts';
import { pageLanguage } from '../../components/language.ts';
import { Skeleton } from '../../components/skeleton.tsx';
import { inLanguage, trackPath } from '../../format/addresses.ts';
import { momentText } from '../../format/dates.ts';
import { searchText } from '../../messages/search.ts';
import { trackingCodeIn } from '../tracking-code.ts';
import { SearchBox } from './search-box.tsx';
import { drawOver, island, start } from './start.ts';

const language = pageLanguage();
const t = searchText(language);

/** The month's share of promises kept, from the tile the operations centre publishes. */
const PromisesKept = () => {
  const [tile, setTile] = useState<TileView | 'failed'>();
  useEffect(() => {
    fetch(tilePath('giu-loi-hen-thang-nay')).then(async (response) => { setTile(response.ok ? (await response.json()) as TileView : 'failed'); }, () => { setTile('failed'); });
  }, []);
  if (tile === undefined) return <Skeleton lines={2} />;
  if (tile === 'failed') return <p>{t('keptFailed')}</p>;
  const row = tile.rows[0] ?? {};
  const share = tile.columns.find(({ kind }) => kind === 'share');
  const value = share === undefined ? undefined : row[share.id];
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
  return (
    <>
      {typeof value === 'number'
        ? <dl class="kept"><div><dt>{t('keptShare')}</dt><dd>{percent.format(value)}</dd></div><div><dt>{t('keptFinished')}</dt><dd>{Number(row['finished'] ?? 0).toLocaleString(language)}</dd></div></dl>
        : <p>{t('keptNone')}</p>}
      <p class="small">{t('keptSource', { source: tile.source[language], at: momentText(tile.asOf, language) })}</p>
    </>
  );
};

start();
drawOver('tim-kiem', <SearchBox />);
drawOver('giu-loi-hen', <PromisesKept />);
island('tra-cuu-nhanh', (element) => {
  element.addEventListener('submit', (event) => {
    const typed = new FormData(element as HTMLFormElement).get('ma');
    const code = typeof typed === 'string' ? trackingCodeIn(typed) : undefined;
    if (code === undefined) return;
    event.preventDefault();
    location.assign(inLanguage(trackPath(code), language));
  });
});
