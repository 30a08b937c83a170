/** Degrees on a plane: near enough for a commune, whose own outline is simplified. */
export type Point = { readonly lat: number; readonly long: number };
export type Box = { readonly west: number; readonly south: number; readonly east: number; readonly north: number };

export const metresPerDegree = 111_195;
const shrink = (lat: number): number => Math.cos((lat * Math.PI) / 180);

/** The box around rings of longitude and latitude, one after the other. */
export const boxOf = (rings: readonly (readonly number[])[]): Box => {
  const longs = rings.flatMap((ring) => ring.filter((_, index) => index % 2 === 0));
  const lats = rings.flatMap((ring) => ring.filter((_, index) => index % 2 === 1));
  return { west: Math.min(...longs), south: Math.min(...lats), east: Math.max(...longs), north: Math.max(...lats) };
};

/** A box with a margin, a share of its larger side. */
export const widened = ({ west, south, east, north }: Box, share: number): Box => {
  const by = Math.max(east - west, north - south) * share;
  return { west: west - by, south: south - by, east: east + by, north: north + by };
};

/** From degrees to a drawing `width` wide, with its height; and back. */
export const projection = (box: Box, width: number) => {
  const squeeze = shrink((box.south + box.north) / 2);
  const scale = width / ((box.east - box.west) * squeeze);
  const x = (long: number): number => (long - box.west) * squeeze * scale;
  const y = (lat: number): number => (box.north - lat) * scale;
  const round = (value: number): number => Math.round(value * 10) / 10;
  return {
    height: Math.round((box.north - box.south) * scale), pixelsPerMetre: scale / metresPerDegree,
    at: ({ lat, long }: Point): { x: number; y: number } => ({ x: round(x(long)), y: round(y(lat)) }),
    back: (px: number, py: number): Point => ({ lat: box.north - py / scale, long: box.west + px / (squeeze * scale) }),
    path: (rings: readonly (readonly number[])[]): string => rings.map((ring) => `${Array.from({ length: ring.length / 2 }, (_, index) => `${index === 0 ? 'M' : 'L'}${round(x(ring[index * 2] ?? 0))} ${round(y(ring[index * 2 + 1] ?? 0))}`).join('')}Z`).join(''),
  };
};

const crosses = (ring: readonly number[], { lat, long }: Point): boolean => {
  let inside = false;
  for (let at = 0, last = ring.length - 2; at < ring.length; last = at, at += 2) {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = [ring[at], ring[at + 1], ring[last], ring[last + 1]];
    if ((y1 > lat) !== (y2 > lat) && long < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) inside = !inside;
  }
  return inside;
};
/** Whether a point lies in polygons with holes, even-odd. */
export const contains = (polygons: readonly (readonly (readonly number[])[])[], point: Point): boolean => polygons.some((rings) => rings.reduce((inside, ring) => inside !== crosses(ring, point), false));
/** Metres between two points on that plane. */
export const metresBetween = (a: Point, b: Point): number => metresPerDegree * Math.hypot(b.lat - a.lat, (b.long - a.long) * shrink((a.lat + b.lat) / 2));
/** `40 m`, `1,2 km`. */
export const distanceText = (metres: number, language: 'vi' | 'en'): string => {
  if (metres < 995) return `${Math.round(metres / 10) * 10} m`;
  const kilometres = (metres / 1000).toFixed(metres < 10_000 ? 1 : 0);
  return `${language === 'vi' ? kilometres.replace('.', ',') : kilometres} km`;
};
