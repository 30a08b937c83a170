import type { Agency } from '../../../shared/contracts/agency.ts';
import type { FigureRow, MonthlyFigures } from '../../../shared/contracts/statistics.ts';
import { factsOn, standsFor } from '../../../shared/kernel/agency-tree.ts';
import { dateOfDayNumber, dayNumberOf, type IsoDate, localDate } from '../../../shared/kernel/vietnam-time.ts';
import { sum } from './statistics-sums.ts';

/** The agencies of all times, and the day that is today. */
export type Tree = { readonly agencies: readonly Agency[]; readonly today: IsoDate };

/** The figures of a month by agency, with the names by which it is read; `dissolved` are agencies of that time for whom not one alone stands today. */
export type Reading = { readonly rows: readonly FigureRow[]; readonly names: ReadonlyMap<string, Agency>; readonly dissolved: ReadonlySet<string> };
export type Readings = {
  /** the agencies as they were at the end of the month, or of what there is of it */
  readonly former: Reading;
  /** the same figures summed under the agencies that stand for them today */
  readonly today: Reading;
  /** an agency of the month is another today, or is called otherwise */
  readonly differ: boolean;
};

const lastDayOf = ({ month, asOf, over }: MonthlyFigures): IsoDate => {
  if (!over) return localDate(new Date(asOf));
  const [year = 0, number = 0] = month.split('-').map(Number);
  return dateOfDayNumber(dayNumberOf(number === 12 ? `${year + 1}-01-01` : `${year}-${String(number + 1).padStart(2, '0')}-01`) - 1);
};

const placeOf = ({ agency, level, field }: FigureRow): string => JSON.stringify([agency, level, field.vi]);

/** The two readings of a month: every figure counts once in each, so their totals are equal. */
export const readingsOf = (figures: MonthlyFigures, { agencies, today }: Tree): Readings => {
  const known = new Map(agencies.map((agency) => [agency.code, agency]));
  // one that ended within the month is named as it was called last
  const namesOn = (day: IsoDate) => new Map(agencies.map((agency) => [agency.code, factsOn(agency, day) ?? agency]));
  const [namesThen, namesNow] = [namesOn(lastDayOf(figures)), namesOn(today)];
  const heirs = new Map(figures.rows.map(({ agency }) => [agency, standsFor(known, agency, today)]));
  const now = [...Map.groupBy(figures.rows.map((row) => ({ ...row, agency: heirs.get(row.agency) ?? row.agency })), placeOf).values()]
    .flatMap((same) => same.slice(0, 1).map((row): FigureRow => ({ ...row, figures: sum(same) })))
    .toSorted((a, b) => a.agency.localeCompare(b.agency) || a.level.localeCompare(b.level) || a.field.vi.localeCompare(b.field.vi));
  return {
    former: { rows: figures.rows, names: namesThen, dissolved: new Set() },
    today: { rows: now, names: namesNow, dissolved: new Set([...heirs].filter(([code, heir]) => heir === undefined && known.has(code)).map(([code]) => code)) },
    differ: [...heirs].some(([code, heir]) => heir !== code && known.has(code) || namesThen.get(code)?.name !== namesNow.get(code)?.name),
  };
};
