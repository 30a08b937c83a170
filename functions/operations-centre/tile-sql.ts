import { DomainError } from '../../shared/kernel/domain-error.ts';
import { dateOfDayNumber, dayNumberOf, type IsoDate, IsoDate as IsoDateSchema, localDate } from '../../shared/kernel/vietnam-time.ts';

/** How far back a dossier still counts as carried over. The longest published term is well below a year. */
const LOOK_BACK_DAYS = 400;

/** Before anything was written: where a query over all days begins. */
export const LAKE_FIRST_DAY: IsoDate = '2026-01-01';

/** The dates a tile's text may name, as `:today`. All are local days of Asia/Ho_Chi_Minh. */
export interface TileDates {
  readonly today: IsoDate;
  readonly firstOfMonth: IsoDate;
  readonly lookBack: IsoDate;
  readonly firstDay: IsoDate;
}

export const tileDates = (now: Date): TileDates => {
  const today = localDate(now);
  return {
    today,
    firstOfMonth: `${today.slice(0, 8)}01`,
    lookBack: dateOfDayNumber(dayNumberOf(today) - LOOK_BACK_DAYS),
    firstDay: LAKE_FIRST_DAY,
  };
};

const isDateName = (name: string, dates: TileDates): name is keyof TileDates => Object.hasOwn(dates, name);

/**
 * The text with its dates in place. Only dates are ever put into it, each checked to be one, so no value
 * from outside can become SQL. Throws `tile-placeholder-unknown`.
 */
export const fillDates = (sql: string, dates: TileDates): string =>
  sql.replace(/:([a-zA-Z]+)/g, (_, name: string) => {
    if (!isDateName(name, dates)) throw new DomainError('tile-placeholder-unknown', name);
    return `'${IsoDateSchema.parse(dates[name])}'`;
  });
