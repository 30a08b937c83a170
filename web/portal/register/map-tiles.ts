import { aspect, type MapView } from '../../components/map-view.ts';
import { onGround } from '../../components/province-shape.ts';

export type TileName = { readonly zoom: number; readonly x: number; readonly y: number };
/** Of the tiles there are. */
const farthest = 8, nearest = 16;
const acrossView = 3;

const column = (long: number, zoom: number): number => Math.floor(((long + 180) / 360) * 2 ** zoom);
const row = (lat: number, zoom: number): number => {
  const angle = (lat * Math.PI) / 180;
  return Math.floor(((1 - Math.log(Math.tan(angle) + 1 / Math.cos(angle)) / Math.PI) / 2) * 2 ** zoom);
};

/** The tiles that cover what is seen, about three across: few to ask for, fine enough to come apart when one zooms in. */
export const tilesOf = ({ x, y, width }: MapView): readonly TileName[] => {
  const [corner, opposite] = [onGround(x, y), onGround(x + width, y + width / aspect)];
  const zoom = Math.min(nearest, Math.max(farthest, Math.round(Math.log2((360 * acrossView) / (opposite.long - corner.long)))));
  const tiles: TileName[] = [];
  for (let across = column(corner.long, zoom); across <= column(opposite.long, zoom); across++) {
    for (let down = row(corner.lat, zoom); down <= row(opposite.lat, zoom); down++) tiles.push({ zoom, x: across, y: down });
  }
  return tiles;
};
export const tilePath = ({ zoom, x, y }: TileName): string => `/feedback/tiles/${zoom}/${x}/${y}`;
