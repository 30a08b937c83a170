/** A part of a picture, in shares of its width and height from the upper left corner. */
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
/** What a box is there for: drawn by a person, or suggested. */
export type Cover = Box & { readonly id: string; readonly from: 'drawn' | 'face' | 'plate' };
export type Corner = 'nw' | 'ne' | 'sw' | 'se';
type Spot = { readonly x: number; readonly y: number };

/** Smaller covers nothing: what was meant as a click is no box. */
export const smallest = 0.01;
const within = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));
const tidy = (value: number): number => Math.round(value * 1e4) / 1e4;
const tidied = ({ x, y, width, height }: Box): Box => ({ x: tidy(x), y: tidy(y), width: tidy(width), height: tidy(height) });

/** The box between two spots, whichever way it was drawn; what lies beside the picture is cut off. */
export const between = (a: Spot, b: Spot): Box => {
  const [ax, ay, bx, by] = [a.x, a.y, b.x, b.y].map((share) => within(share, 0, 1)) as [number, number, number, number];
  return tidied({ x: Math.min(ax, bx), y: Math.min(ay, by), width: Math.abs(ax - bx), height: Math.abs(ay - by) });
};
export const isBox = ({ width, height }: Box): boolean => width >= smallest && height >= smallest;

/** Moved as a whole; it stays in the picture with its size. */
export const movedBy = <B extends Box>(box: B, { x, y }: Spot): B => ({ ...box, x: tidy(within(box.x + x, 0, 1 - box.width)), y: tidy(within(box.y + y, 0, 1 - box.height)) });

/** One corner goes to a spot, the opposite one stays where it is; it never gets too small to be seen. */
export const pulled = <B extends Box>(box: B, corner: Corner, to: Spot): B => {
  const [left, top, right, bottom] = [box.x, box.y, box.x + box.width, box.y + box.height];
  const west = corner.endsWith('w'), north = corner.startsWith('n');
  const [x1, x2] = west ? [within(to.x, 0, right - smallest), right] : [left, within(to.x, left + smallest, 1)];
  const [y1, y2] = north ? [within(to.y, 0, bottom - smallest), bottom] : [top, within(to.y, top + smallest, 1)];
  return { ...box, ...tidied({ x: x1, y: y1, width: x2 - x1, height: y2 - y1 }) };
};

const steps: Readonly<Record<string, Spot>> = { ArrowLeft: { x: -1, y: 0 }, ArrowRight: { x: 1, y: 0 }, ArrowUp: { x: 0, y: -1 }, ArrowDown: { x: 0, y: 1 } };
/** What an arrow key makes of a box: moves it by a hundredth of the picture, with Shift pulls its lower right corner. Undefined: not a key of ours. */
export const byKey = <B extends Box>(box: B, key: string, shift: boolean): B | undefined => {
  const step = steps[key];
  if (step === undefined) return undefined;
  const by = { x: step.x / 100, y: step.y / 100 };
  return shift ? pulled(box, 'se', { x: box.x + box.width + by.x, y: box.y + box.height + by.y }) : movedBy(box, by);
};

/** How much of the smaller of two boxes lies in the other. */
export const overlap = (a: Box, b: Box): number => {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width <= 0 || height <= 0 ? 0 : (width * height) / Math.min(a.width * a.height, b.width * b.height);
};
