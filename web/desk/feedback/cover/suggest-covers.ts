import { overlap } from './boxes.ts';
import type { Box } from './boxes.ts';
import type { Pixels } from './pixelate.ts';

/** What may be a face or a plate. It misses some and takes other things for one: a person looks at the whole picture. */
export type Suggested = Box & { readonly from: 'face' | 'plate' };

/** Squares of the picture are judged, not its pixels. */
const squares = 96;
const most = 12;

type Grid = { readonly columns: number; readonly rows: number; readonly holds: Uint8Array };

/** Squares that touch, joined: their boxes in squares, and which share of the box they fill. */
const joined = ({ columns, rows, holds }: Grid): { left: number; top: number; right: number; bottom: number; fill: number }[] => {
  const seen = new Uint8Array(holds.length);
  const found = [];
  for (let start = 0; start < holds.length; start += 1) {
    if (holds[start] === 0 || seen[start] === 1) continue;
    const waiting = [start];
    seen[start] = 1;
    let [left, top, right, bottom, count] = [columns, rows, 0, 0, 0];
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      const [x, y] = [at % columns, Math.floor(at / columns)];
      [left, top, right, bottom, count] = [Math.min(left, x), Math.min(top, y), Math.max(right, x + 1), Math.max(bottom, y + 1), count + 1];
      for (const next of [x > 0 ? at - 1 : -1, x < columns - 1 ? at + 1 : -1, at - columns, at + columns]) {
        if (next >= 0 && next < holds.length && holds[next] === 1 && seen[next] === 0) { seen[next] = 1; waiting.push(next); }
      }
    }
    found.push({ left, top, right, bottom, fill: count / ((right - left) * (bottom - top)) });
  }
  return found;
};

/** The colour of skin in any light, by its hue alone (Chai and Ngan 1999). */
const isSkin = (red: number, green: number, blue: number): boolean => {
  const cb = 128 - 0.169 * red - 0.331 * green + 0.5 * blue, cr = 128 + 0.5 * red - 0.419 * green - 0.081 * blue;
  return cb >= 77 && cb <= 127 && cr >= 136 && cr <= 173 && red > 60;
};

/** What each square holds: mostly skin; bright and full of upright edges, as figures on a plate are. */
const judged = ({ width, height, data }: Pixels) => {
  const size = Math.max(2, Math.ceil(Math.max(width, height) / squares));
  const [columns, rows] = [Math.ceil(width / size), Math.ceil(height / size)];
  const [skin, figures] = [new Uint8Array(columns * rows), new Uint8Array(columns * rows)];
  const light = (at: number): number => 0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      let [count, skins, edges, brightest] = [0, 0, 0, 0];
      for (let y = row * size; y < Math.min(height, (row + 1) * size); y += 1) {
        for (let x = column * size; x < Math.min(width, (column + 1) * size); x += 1) {
          const at = (y * width + x) * 4;
          count += 1;
          if (isSkin(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0)) skins += 1;
          const here = light(at);
          brightest = Math.max(brightest, here);
          if (x + 1 < width && Math.abs(here - light(at + 4)) > 60) edges += 1;
        }
      }
      if (skins > count * 0.6) skin[row * columns + column] = 1;
      if (edges > count * 0.12 && brightest > 140) figures[row * columns + column] = 1;
    }
  }
  return { size, skin: { columns, rows, holds: skin }, figures: { columns, rows, holds: figures } };
};

/** What may be faces and plates in a picture, the larger first, each as shares of it. */
export const suggestCovers = (picture: Pixels): Suggested[] => {
  const { size, skin, figures } = judged(picture);
  const boxOf = ({ left, top, right, bottom }: { left: number; top: number; right: number; bottom: number }, margin: number): Box => {
    const [dx, dy] = [(right - left) * size * margin, (bottom - top) * size * margin];
    const [x1, y1, x2, y2] = [Math.max(0, left * size - dx), Math.max(0, top * size - dy), Math.min(picture.width, right * size + dx), Math.min(picture.height, bottom * size + dy)];
    return { x: x1 / picture.width, y: y1 / picture.height, width: (x2 - x1) / picture.width, height: (y2 - y1) / picture.height };
  };
  const found = [
    ...joined(skin).flatMap((part): Suggested[] => {
      const ratio = (part.bottom - part.top) / (part.right - part.left);
      const wide = ((part.right - part.left) * size) / picture.width;
      return part.fill >= 0.55 && ratio >= 0.8 && ratio <= 2.2 && wide >= 0.02 && wide <= 0.45 ? [{ ...boxOf(part, 0.12), from: 'face' }] : [];
    }),
    ...joined(figures).flatMap((part): Suggested[] => {
      const ratio = (part.right - part.left) / (part.bottom - part.top);
      const wide = ((part.right - part.left) * size) / picture.width;
      return part.fill >= 0.6 && ratio >= 1.1 && ratio <= 7 && wide >= 0.03 && wide <= 0.4 ? [{ ...boxOf(part, 0.15), from: 'plate' }] : [];
    }),
  ].toSorted((a, b) => b.width * b.height - a.width * a.height);
  return found.filter((box, index) => !found.slice(0, index).some((larger) => overlap(box, larger) > 0.6)).slice(0, most);
};
