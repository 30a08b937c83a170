import { arrowShape, clockShape, moneyShape, paperShape, personShape, placeShape, searchShape } from './icon-shapes.ts';
import { LineDrawing } from './line-drawing.tsx';
import { checkShape, crossShape, infoShape, warnShape } from './notice-shapes.ts';

const shapes = {
  search: searchShape,
  check: checkShape,
  arrow: arrowShape,
  warn: warnShape,
  info: infoShape,
  cross: crossShape,
  clock: clockShape,
  person: personShape,
  paper: paperShape,
  place: placeShape,
  money: moneyShape,
} as const;

export type IconName = keyof typeof shapes;

/** One of the drawings every front end uses, by name. */
export const Icon = ({ name, size = 24 }: { readonly name: IconName; readonly size?: number }) => <LineDrawing shape={shapes[name]} size={size} />;
