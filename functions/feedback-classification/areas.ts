import data from '../../shared/kernel/areas.json' with { type: 'json' };

export type Area = { readonly code: string; readonly name: { readonly vi: string; readonly en: string }; readonly agency: string; readonly district: string };
type Shape = Area & { readonly polygons: readonly (readonly (readonly number[])[])[] };

const areas: readonly Shape[] = data.areas;
const [west = 0, south = 0, east = 0, north = 0] = data.bbox;

/** Even-odd over a ring of longitude and latitude, one after the other. */
const crosses = (ring: readonly number[], lat: number, long: number): boolean => {
  let inside = false;
  for (let at = 0, last = ring.length - 2; at < ring.length; last = at, at += 2) {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = [ring[at], ring[at + 1], ring[last], ring[last + 1]];
    if ((y1 > lat) !== (y2 > lat) && long < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) inside = !inside;
  }
  return inside;
};

/** The commune a point lies in; undefined outside the province. The map is indicative, not a boundary in law. */
export const areaAt = (lat: number, long: number): Area | undefined => {
  if (long < west || long > east || lat < south || lat > north) return undefined;
  return areas.find(({ polygons }) => polygons.some((rings) => rings.reduce((inside, ring) => inside !== crosses(ring, lat, long), false)));
};
export const allAreas: readonly string[] = areas.map(({ code }) => code);
export const areaOf = (code: string | undefined): Area | undefined => areas.find((one) => one.code === code);
/** Both swapped they would lie in the province, or near: the province is far from where its own numbers change places. */
export const looksSwapped = (lat: number, long: number): boolean => areaAt(lat, long) === undefined && (lat > 90 || (lat >= west - 1 && lat <= east + 1 && long >= south - 1 && long <= north + 1));
