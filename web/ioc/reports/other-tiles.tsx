import type { TileView } from '../../../shared/contracts/tile.ts';
import { useLanguage } from '../../components/language.ts';
import { Bar, Hatching } from '../bar.tsx';
import { ChartTile } from '../chart-tile.tsx';
import { Figure } from '../figure.tsx';
import { countText, shareText, toneOf } from '../figures.ts';
import { byAgency, withNames } from './report-figures.ts';
import { reportTexts, useReportTexts } from './texts.ts';

const MOST = 5;
const starsDown = [5, 4, 3, 2, 1] as const;

/** Which agencies kept what they promised. */
export const PromisesTile = ({ tile }: { readonly tile: TileView }) => {
  const t = useReportTexts();
  const language = useLanguage();
  const text = (count: number): string => countText(count, language);
  const { on_time: onTime = 0, late = 0, yellow = 0, red = 0 } = tile.totals;
  const agencies = byAgency(tile);
  const most = Math.max(1, ...agencies.map((agency) => agency.onTime + agency.late));
  const answered = onTime + late;
  const point = answered === 0 ? t('pointNoneAnswered') : late === 0 ? t('pointAllOnTime', { answered: text(answered) }) : t('pointLate', { late: text(late), agency: agencies[0]?.name ?? '' });
  return (
    <ChartTile tile={tile} point={point}>
      <div class="promises">
        <Figure label={t('keptLabel')} value={answered === 0 ? '–' : shareText(onTime / answered, language)} tone={answered === 0 ? 'plain' : toneOf(tile, 'kept', onTime / answered)} note={t('keptNote', { yellow: text(yellow), red: text(red) })} />
        <Hatching />
        <ol class="bars report-bars">
          {agencies.slice(0, MOST).map((agency) => (
            <li key={agency.code}>
              <span class="bars-name">{agency.name}</span>
              <Bar most={most} parts={[{ kind: 'ok', count: agency.onTime, label: t('onTime') }, { kind: 'late', count: agency.late, label: t('late') }]} />
            </li>
          ))}
        </ol>
      </div>
      {agencies.length > MOST && <p class="bars-more">{t('more', { count: text(agencies.length - MOST) })}</p>}
    </ChartTile>
  );
};

/** What reporters thought of their answers. */
export const SatisfactionTile = ({ tile }: { readonly tile: TileView }) => {
  const t = useReportTexts();
  const language = useLanguage();
  const row = tile.rows[0] ?? {};
  const counts = starsDown.map((stars) => ({ stars, count: Number(row[`stars_${stars}`] ?? 0) }));
  const most = Math.max(1, ...counts.map(({ count }) => count));
  const content = row['content'];
  return (
    <ChartTile tile={tile} point={typeof content === 'number' ? t('pointContent', { share: shareText(content, language) }) : t('pointNoneRated')}>
      <ol class="bars report-bars">
        {counts.map(({ stars, count }) => <li key={stars}><span class="bars-name">{t('star', { stars })}</span><Bar most={most} parts={[{ kind: 'received', count, label: '' }]} /></li>)}
      </ol>
    </ChartTile>
  );
};

/** How often the classifier was put right, by what it had said. */
export const CorrectionsTile = ({ tile, nameOf }: { readonly tile: TileView; readonly nameOf: (code: string) => string }) => {
  const t = useReportTexts();
  const language = useLanguage();
  const text = (count: number): string => countText(count, language);
  const { suggested = 0, corrected = 0 } = tile.totals;
  const shown = tile.rows.filter((row) => Number(row['corrected']) > 0).slice(0, MOST);
  const most = Math.max(1, ...shown.map((row) => Number(row['corrected'])));
  const point = suggested === 0 ? t('pointNoneSuggested') : corrected === 0 ? t('pointNoneCorrected', { suggested: text(suggested) }) : t('pointCorrected', { corrected: text(corrected), suggested: text(suggested), share: shareText(corrected / suggested, language) });
  return (
    <ChartTile tile={withNames(tile, { vi: reportTexts('vi')('category'), en: reportTexts('en')('category') }, nameOf)} point={point}>
      <ol class="bars report-bars">
        {shown.map((row) => <li key={String(row['category'])}><span class="bars-name">{nameOf(String(row['category']))}</span><Bar most={most} parts={[{ kind: 'late', count: Number(row['corrected']), label: t('correctedOf', { suggested: text(Number(row['suggested'])) }) }]} /></li>)}
      </ol>
    </ChartTile>
  );
};
