import type { MonthlyFigures } from '../../shared/contracts/statistics.ts';
import type { NewEvent } from '../../shared/runtime/outbox.ts';

/** A month's figures as they stand published; `print` is of everything but their time. */
export type Published = { readonly month: string; readonly asOf: string; readonly revision: number; readonly print: string };

export type FigureStore = {
  readonly list: () => Promise<readonly Published[]>;
  readonly get: (month: string) => Promise<(MonthlyFigures & { readonly revision: number }) | undefined>;
  /** false when another was faster */
  readonly publish: (figures: MonthlyFigures, mark: Published, event: NewEvent) => Promise<boolean>;
};
