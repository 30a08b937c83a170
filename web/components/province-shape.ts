import file from '../../shared/kernel/areas.json' with { type: 'json' };

type Area = { readonly code: string; readonly name: { readonly vi: string; readonly en: string }; readonly label: readonly number[]; readonly polygons: readonly (readonly (readonly number[])[])[] };
const { areas: all, bbox } = file as unknown as { readonly areas: readonly Area[]; readonly bbox: readonly [number, number, number, number] };
export const areas = all;

const [west, south, east, north] = bbox;
/** The province lies near the equator: a plane with one factor is exact to the pixel. */
const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180);
const perDegree = 1000 / ((east - west) * shrink);
/** Units of the drawing: 1000 wide. */
export const drawing = { width: 1000, height: (north - south) * perDegree } as const;
export const metresPerUnit = 111_320 / perDegree;

export type Place = { readonly lat: number; readonly long: number };
export const onDrawing = ({ lat, long }: Place): { readonly x: number; readonly y: number } => ({ x: (long - west) * shrink * perDegree, y: (north - lat) * perDegree });
const rounded = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;
export const onGround = (x: number, y: number): Place => ({ lat: rounded(north - y / perDegree), long: rounded(west + x / (shrink * perDegree)) });

const ringPath = (ring: readonly number[]): string => {
  let path = '';
  for (let i = 0; i < ring.length; i += 2) {
    const { x, y } = onDrawing({ long: ring[i] ?? 0, lat: ring[i + 1] ?? 0 });
    path += `${i === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`;
  }
  return `${path}Z`;
};

/** Every commune with its line and the place of its name, made once. */
export const shapes = all.map((area) => ({ code: area.code, name: area.name, path: area.polygons.flat().map(ringPath).join(''), label: onDrawing({ long: area.label[0] ?? 0, lat: area.label[1] ?? 0 }) }));

const crosses = (ring: readonly number[], { lat, long }: Place): number => {
  let crossings = 0;
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    const [x, y, px, py] = [ring[i] ?? 0, ring[i + 1] ?? 0, ring[j] ?? 0, ring[j + 1] ?? 0];
    if ((y > lat) !== (py > lat) && long < ((px - x) * (lat - y)) / (py - y) + x) crossings++;
  }
  return crossings;
};
/** The commune a place lies in; undefined outside the province. */
export const areaAt = (place: Place): Area | undefined => all.find(({ polygons }) => polygons.flat().reduce((sum, ring) => sum + crosses(ring, place), 0) % 2 === 1);
