import type { TileView } from '../../../shared/contracts/tile.ts';
import { useLanguage } from '../../components/language.ts';
import { drawing, shapes } from '../../components/province-shape.ts';
import { ChartTile } from '../chart-tile.tsx';
import { countText } from '../figures.ts';
import { byArea, strength, withNames } from './report-figures.ts';
import { reportTexts, useReportTexts } from './texts.ts';

const margin = 10;

/** The communes of the province, filled by how many reports wait in each; the number stands in it. */
const AreaMap = ({ tile, nameOf }: { readonly tile: TileView; readonly nameOf: (code: string) => string }) => {
  const t = useReportTexts();
  const language = useLanguage();
  const figures = new Map(byArea(tile).map((area) => [area.code, area]));
  const most = Math.max(0, ...[...figures.values()].map(({ waiting }) => waiting));
  return (
    <svg class="wall-map" viewBox={`${-margin} ${-margin} ${drawing.width + 2 * margin} ${drawing.height + 2 * margin}`} role="img" aria-label={t('mapLabel')}>
      {shapes.map(({ code, path }) => {
        const { waiting = 0, reported = 0 } = figures.get(code) ?? {};
        return <path key={code} class="wall-area" d={path} fill-opacity={strength(waiting, most)}><title>{t('inArea', { name: nameOf(code), waiting: countText(waiting, language), reported: countText(reported, language) })}</title></path>;
      })}
      {shapes.map(({ code, label }) => {
        const waiting = figures.get(code)?.waiting ?? 0;
        return (
          <g key={code} class="wall-area-text" aria-hidden="true">
            <text class="wall-area-name" x={label.x} y={label.y - 10} text-anchor="middle">{nameOf(code).replace(/^(Phường|Xã) /, '').replace(/ (Ward|Commune)$/, '')}</text>
            {waiting > 0 && <text class="wall-area-count" x={label.x} y={label.y + 20} text-anchor="middle">{countText(waiting, language)}</text>}
          </g>
        );
      })}
    </svg>
  );
};

/** Where reports wait for an answer. */
export const AreaTile = ({ tile }: { readonly tile: TileView }) => {
  const t = useReportTexts();
  const language = useLanguage();
  const nameOf = (code: string): string => shapes.find((area) => area.code === code)?.name[language] ?? t('nowhere');
  const text = (column: string): string => countText(tile.totals[column] ?? 0, language);
  const worst = byArea(tile)[0];
  const point = worst === undefined || worst.waiting === 0 ? t('pointNoneWaiting') : t('pointWaiting', { waiting: text('waiting'), area: nameOf(worst.code) });
  const answered = countText((tile.totals['on_time'] ?? 0) + (tile.totals['late'] ?? 0), language);
  const named = withNames(tile, { vi: reportTexts('vi')('area'), en: reportTexts('en')('area') }, nameOf);
  return (
    <ChartTile tile={named} point={point}>
      <p class="tile-note">{t('sums', { reported: text('reported'), answered, reopened: text('reopened') })}</p>
      <AreaMap tile={tile} nameOf={nameOf} />
      <p class="tile-note">{t('legend')}</p>
    </ChartTile>
  );
};
