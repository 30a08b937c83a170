import { drawing } from './province-shape.ts';

/** What of the drawing is seen: its left upper corner and its width; the height follows the frame. */
export type MapView = { readonly x: number; readonly y: number; readonly width: number };

/** The frame is this much wider than high. */
export const aspect = 1.25;
export const wholeProvince: MapView = (() => {
  const width = Math.max(drawing.width, drawing.height * aspect) * 1.04;
  return { x: (drawing.width - width) / 2, y: (drawing.height - width / aspect) / 2, width };
})();
const closest = 12;

const bounded = ({ x, y, width }: MapView): MapView => {
  const wide = Math.min(wholeProvince.width, Math.max(closest, width));
  const between = (value: number, most: number): number => Math.min(most - wide * 0.3, Math.max(-wide * 0.7, value));
  return { width: wide, x: between(x, drawing.width), y: between(y, drawing.height) };
};

export const moved = (view: MapView, right: number, down: number): MapView => bounded({ ...view, x: view.x + right, y: view.y + down });
/** Around a point that stays where it is on the screen; the middle without one. */
export const zoomed = (view: MapView, factor: number, at = { x: view.x + view.width / 2, y: view.y + view.width / aspect / 2 }): MapView =>
  bounded({ width: view.width * factor, x: at.x - (at.x - view.x) * factor, y: at.y - (at.y - view.y) * factor });
/** With a point in the middle. */
export const around = ({ x, y }: { readonly x: number; readonly y: number }, width: number): MapView => bounded({ x: x - width / 2, y: y - width / aspect / 2, width });

const steps = [100, 200, 500, 1000, 2000, 5000, 10_000, 20_000];
/** A round length that takes at most a third of the frame, in metres. */
export const scaleOf = (view: MapView, metresPerUnit: number): number => steps.findLast((step) => step / metresPerUnit <= view.width / 3) ?? 100;
export const lengthText = (metres: number): string => (metres < 1000 ? `${metres} m` : `${metres / 1000} km`);
