import { useEffect, useState } from 'preact/hooks';
import type { Localised } from '../../../shared/kernel/localised.ts';

export type Area = { readonly code: string; readonly name: Localised; readonly agency: string; readonly label: readonly number[]; readonly polygons: readonly (readonly (readonly number[])[])[] };
let loaded: readonly Area[] = [];

/** The communes of the map, fetched when the first view needs them; none until then. */
export const useAreas = (): readonly Area[] => {
  const [areas, setAreas] = useState(loaded);
  useEffect(() => {
    let wanted = true;
    void import('../../../shared/kernel/areas.json').then(({ default: { areas: found } }) => { loaded = found; if (wanted) setAreas(found); }, () => { /* names and outlines are a help, not the matter */ });
    return () => { wanted = false; };
  }, []);
  return areas;
};
