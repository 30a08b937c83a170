import type { TileView } from '../../shared/contracts/tile.ts';
import { useLanguage } from '../components/language.ts';
import type { Language } from '../messages/translator.ts';
import { AgencyBars } from './agency-bars.tsx';
import { ChartTile } from './chart-tile.tsx';
import { byAgency, countText, dayFigures } from './figures.ts';
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

/** Dossiers of today by agency. */
export const AgencyTile = ({ tile }: { readonly tile: TileView }) => {
  const t = useTexts();
  const language = useLanguage();
  return <ChartTile tile={tile} point={pointOf(tile, t, language)}><AgencyBars tile={tile} /></ChartTile>;
};
