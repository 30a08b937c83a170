import { isOpenFeedback } from '../../shared/kernel/feedback-state.ts';
import { categoryNow, isPublic, type Feedback } from './feedback.ts';
import { placeNow } from './rows.ts';

/** Zoom levels whose tiles are counted; a tile of a level between is the four of the next. */
export const countedZooms = [8, 10, 12, 14, 16] as const;
/** Into how many a side a tile is divided: a cluster stands for each part. */
const partsBits = 2;
export const pinZoom = 14;

export type Tile = { readonly zoom: number; readonly x: number; readonly y: number };
const clampedLat = (lat: number): number => Math.min(85, Math.max(-85, lat));
/** The tile of the web's map that a point lies in. */
export const tileAt = (lat: number, long: number, zoom: number): Tile => {
  const [size, radians] = [2 ** zoom, (clampedLat(lat) * Math.PI) / 180];
  const [x, y] = [((long + 180) / 360) * size, ((1 - Math.log(Math.tan(radians) + 1 / Math.cos(radians)) / Math.PI) / 2) * size];
  return { zoom, x: Math.min(size - 1, Math.max(0, Math.floor(x))), y: Math.min(size - 1, Math.max(0, Math.floor(y))) };
};

/** What a report adds: figures of its area, and to the parts of tiles it lies in. Whole numbers; millionths of degrees. */
export type Part = { readonly tile: Tile; readonly part: string };
export type Added = {
  readonly area: string; readonly figures: Readonly<Record<FigureName, number>>;
  readonly parts: readonly Part[]; readonly lat: number; readonly long: number; readonly pin?: Tile;
};
export const figureNames = ['reported', 'open', 'closed', 'late', 'rated', 'stars'] as const;
export type FigureName = (typeof figureNames)[number];
const millionths = (degrees: number): number => Math.round(degrees * 1_000_000);

/** What a report adds as it stands now; nothing before it was let in, or once it was refused. A task of a split one is no report. */
export const addedBy = (feedback: Feedback): Added | undefined => {
  const { report, standing } = feedback;
  if (report.parent !== undefined || standing.state === 'NEW' || standing.state === 'REJECTED') return undefined;
  const open = isOpenFeedback(standing.state);
  const { lat, long } = placeNow(feedback);
  const figures = { reported: 1, open: open ? 1 : 0, closed: open ? 0 : 1, late: standing.late === true ? 1 : 0, rated: standing.rating === undefined ? 0 : 1, stars: standing.rating?.stars ?? 0 };
  const area = standing.area ?? 'none';
  if (!isPublic(feedback) || lat === undefined || long === undefined) return { area, figures, parts: [], lat: 0, long: 0 };
  const parts = countedZooms.map((zoom): Part => {
    const [tile, inner] = [tileAt(lat, long, zoom), tileAt(lat, long, zoom + partsBits)];
    return { tile, part: `${open ? 'open' : 'closed'}#${categoryNow(feedback) ?? 'none'}#${inner.x}:${inner.y}` };
  });
  return { area, figures, parts, lat: millionths(lat), long: millionths(long), pin: tileAt(lat, long, pinZoom) };
};

type Sum = { readonly count: number; readonly lat: number; readonly long: number };
/** How the parts of tiles change from what was added before to what is added now. */
export const partChanges = (before: Added | undefined, after: Added | undefined): (Part & Sum)[] => {
  const keyed = (added: Added | undefined) => new Map((added?.parts ?? []).map((one) => [`${one.tile.zoom}/${one.tile.x}/${one.tile.y}#${one.part}`, one]));
  const [was, is] = [keyed(before), keyed(after)];
  const same = (key: string): boolean => was.has(key) && is.has(key) && before?.lat === after?.lat && before?.long === after?.long;
  // in the same part and moved within it: the difference of its place only
  return [...new Set([...was.keys(), ...is.keys()])].filter((key) => !same(key)).flatMap((key) => {
    const one = is.get(key) ?? was.get(key);
    if (one === undefined) return [];
    const [plus, minus] = [is.has(key) ? 1 : 0, was.has(key) ? 1 : 0];
    return [{ ...one, count: plus - minus, lat: plus * (after?.lat ?? 0) - minus * (before?.lat ?? 0), long: plus * (after?.long ?? 0) - minus * (before?.long ?? 0) }];
  });
};
