import { useEffect, useState } from 'preact/hooks';
import { readPublic } from '../../client/read-public.ts';
import { useLanguage } from '../../components/language.ts';
import type { Localised } from '../../../shared/kernel/localised.ts';
import { TileFrame } from '../tile-frame.tsx';
import { useTile } from '../use-tile.ts';
import { AreaTile } from './area-tile.tsx';
import { CorrectionsTile, PromisesTile, SatisfactionTile } from './other-tiles.tsx';
import { useReportTexts } from './texts.ts';

/** Names of categories; a code stands for itself while they are not known. */
const useCategoryNames = (): ((code: string) => string) => {
  const language = useLanguage();
  const [names, setNames] = useState<ReadonlyMap<string, Localised>>(new Map());
  useEffect(() => { void readPublic('listFeedbackCategories', '/feedback/categories').then((answer) => { if (answer.ok) setNames(new Map(answer.body.items.map(({ code, name }) => [code, name]))); }); }, []);
  return (code) => names.get(code)?.[language] ?? code;
};

/** Reports from scenes: where they wait, whether promises are kept, what people think, how well they are sorted. */
const ReportsWall = ({ now }: { readonly now: Date }) => {
  const t = useReportTexts();
  const nameOf = useCategoryNames();
  const areas = useTile('phan-anh-theo-dia-ban');
  const promises = useTile('phan-anh-dung-hen');
  const satisfaction = useTile('phan-anh-hai-long');
  const corrections = useTile('phan-anh-sua-goi-y');
  return (
    <main id="main" class="wall wall-reports">
      <h1 class="visually-hidden">{t('title')}</h1>
      <TileFrame class="tile-map" name={t('byArea')} state={areas} now={now}>{(tile) => <AreaTile tile={tile} />}</TileFrame>
      <TileFrame class="tile-promises" name={t('promises')} state={promises} now={now}>{(tile) => <PromisesTile tile={tile} />}</TileFrame>
      <TileFrame class="tile-satisfaction" name={t('satisfaction')} state={satisfaction} now={now}>{(tile) => <SatisfactionTile tile={tile} />}</TileFrame>
      <TileFrame class="tile-corrections" name={t('corrections')} state={corrections} now={now}>{(tile) => <CorrectionsTile tile={tile} nameOf={nameOf} />}</TileFrame>
    </main>
  );
};
export default ReportsWall;
