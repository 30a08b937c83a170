import { figureDefinitions } from '../../../shared/contracts/figure-definitions.ts';
import type { MonthlyFigures } from '../../../shared/contracts/statistics.ts';
import type { Reading, Readings } from './statistics-trees.ts';

/** A cell of a CSV file; what a spreadsheet would take for a formula begins with an apostrophe. */
const cell = (value: string | number): string => {
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

type Month = Pick<MonthlyFigures, 'month' | 'asOf'>;

/** The figures of a month by one of its readings, as open data (RFC 4180, UTF-8 with a byte order mark, which spreadsheets want): one row for each agency, field and level. */
export const openData = ({ month, asOf }: Month, { rows, names }: Reading): string => {
  const header = ['thang', 'tinh_den', 'ma_co_quan', 'co_quan', 'linh_vuc', 'cap', ...figureDefinitions.map(({ id }) => id)];
  const lines = rows.map(({ agency, field, level, figures }) => [month, asOf, agency, names.get(agency)?.name ?? '', field.vi, level, ...figureDefinitions.map(({ id }) => figures[id] ?? 0)]);
  return `\uFEFF${[header, ...lines].map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`;
};

const named = ({ rows, names }: Reading) => rows.map(({ agency, ...row }) => ({ agency, agencyName: names.get(agency)?.name ?? '', ...row }));

/** Both readings of a month for programs; what is nought is left out. */
export const openDataJson = ({ month, asOf }: Month, { former, today }: Readings): string =>
  JSON.stringify({ month, asOf, byStructureThen: named(former), byStructureNow: named(today) });
