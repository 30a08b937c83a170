import { useEffect, useRef, useState } from 'preact/hooks';
import type { ProblemBody } from '../../../shared/contracts/problems.ts';
import type { Answer } from '../../client/contract-types.ts';
import { readPublic } from '../../client/read-public.ts';
import type { MapView } from '../../components/map-view.ts';
import { type Filters, noFilters, queryOf } from './filters.ts';
import { tilePath, tilesOf } from './map-tiles.ts';

type Tile = Answer<'getFeedbackTile'>;
const PAUSE_MS = 150;

/** What is to be seen in the view. What was fetched stays while the page is open; what is asked while the map still moves is left out. */
export const useTiles = (view: MapView, filters: Filters): { readonly clusters: Tile['clusters']; readonly pins: Tile['pins']; readonly problem: ProblemBody | undefined } => {
  const known = useRef(new Map<string, Tile>());
  const [, redraw] = useState(0);
  const [problem, setProblem] = useState<ProblemBody>();
  const query = queryOf({ ...noFilters, category: filters.category, state: filters.state });
  const paths = tilesOf(view).map((tile) => `${tilePath(tile)}${query}`);
  const wanted = paths.join(' ');
  useEffect(() => {
    const timer = setTimeout(() => {
      for (const path of paths) {
        if (known.current.has(path)) continue;
        void readPublic('getFeedbackTile', path).then((answer) => {
          setProblem(answer.ok ? undefined : answer.problem);
          if (answer.ok) { known.current.set(path, answer.body); redraw((count) => count + 1); }
        });
      }
    }, PAUSE_MS);
    return () => { clearTimeout(timer); };
  }, [wanted]);
  const tiles = paths.flatMap((path) => known.current.get(path) ?? []);
  return { clusters: tiles.flatMap(({ clusters }) => clusters), pins: tiles.flatMap(({ pins }) => pins), problem };
};
