import type { Agency } from '../../../shared/contracts/agency.ts';
import { figureDefinitions } from '../../../shared/contracts/figure-definitions.ts';
import type { MonthlyFigures } from '../../../shared/contracts/statistics.ts';

/** A cell of a CSV file; what a spreadsheet would take for a formula begins with an apostrophe. */
const cell = (value: string | number): string => {
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** The figures of a month as open data (RFC 4180, UTF-8 with a byte order mark, which spreadsheets want): one row for each agency, field and level. */
export const openData = ({ month, asOf, rows }: MonthlyFigures, agencies: readonly Agency[]): string => {
  const names = new Map(agencies.map(({ code, name }) => [code, name]));
  const header = ['thang', 'tinh_den', 'ma_co_quan', 'co_quan', 'linh_vuc', 'cap', ...figureDefinitions.map(({ id }) => id)];
  const lines = rows.map(({ agency, field, level, figures }) => [month, asOf, agency, names.get(agency) ?? '', field.vi, level, ...figureDefinitions.map(({ id }) => figures[id] ?? 0)]);
  return `\uFEFF${[header, ...lines].map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`;
};
