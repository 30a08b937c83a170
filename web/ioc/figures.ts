import type { TileView } from '../../shared/contracts/tile.ts';
import type { Language } from '../messages/translator.ts';

export type Tone = 'ok' | 'warn' | 'bad' | 'plain';

/** `1.234` in Vietnamese, `1,234` in English. */
export const countText = (count: number, language: Language): string => new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB').format(count);

/** `98,4 %`: one decimal unless it is whole; never rounded up to 100 or down to 0. */
export const shareText = (share: number, language: Language): string => {
  const percent = share > 0.999 && share < 1 ? 99.9 : share > 0 && share < 0.001 ? 0.1 : Math.round(share * 1000) / 10;
  return `${countText(percent, language)} %`;
};

/** Whether a figure is good, by the thresholds of its tile; `plain` where the tile sets none. */
export const toneOf = (tile: TileView, column: string, value: number): Tone => {
  const threshold = tile.thresholds.find((each) => each.column === column);
  if (threshold === undefined) return 'plain';
  const beyond = (limit: number): boolean => (threshold.better === 'lower' ? value >= limit : value < limit);
  if (beyond(threshold.bad)) return 'bad';
  return beyond(threshold.warn) ? 'warn' : 'ok';
};

const number = (value: string | number | undefined): number => (typeof value === 'number' ? value : 0);

export type AgencyFigures = { readonly code: string; readonly name: string; readonly received: number; readonly onTime: number; readonly late: number };

/** Today's dossiers of each agency, most late ones first, then the busiest. Early counts as on time. */
export const byAgency = (tile: TileView): AgencyFigures[] =>
  tile.rows
    .map((row) => ({ code: String(row['agency_code']), name: String(row['agency'] ?? row['agency_code']), received: number(row['received']), onTime: number(row['early']) + number(row['on_time']), late: number(row['late']) }))
    .filter(({ received, onTime, late }) => received + onTime + late > 0)
    .toSorted((a, b) => b.late - a.late || b.received + b.onTime - (a.received + a.onTime) || a.name.localeCompare(b.name, 'vi'));

export type DayFigures = { readonly submitted: number; readonly received: number; readonly onTime: number; readonly late: number; readonly done: number; readonly running: number; readonly carried: number };

export const dayFigures = ({ totals }: TileView): DayFigures => {
  const onTime = number(totals['early']) + number(totals['on_time']);
  const late = number(totals['late']);
  return { submitted: number(totals['submitted']), received: number(totals['received']), onTime, late, done: onTime + late, running: number(totals['running']), carried: number(totals['carried_over']) };
};

/** Two refreshes missed, and never before two minutes: a tile is recomputed once a minute at most. */
export const staleMinutes = ({ asOf, refreshSeconds }: Pick<TileView, 'asOf' | 'refreshSeconds'>, now: Date): number | undefined => {
  const age = (now.getTime() - Date.parse(asOf)) / 1000;
  return age > Math.max(120, refreshSeconds * 2 + 60) ? Math.floor(age / 60) : undefined;
};

/** A cell that a spreadsheet must neither split nor run as a formula. */
const csvCell = (value: string | number | undefined): string => {
  const text = String(value ?? '');
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** The tile as CSV (RFC 4180) with its source and as-of time, UTF-8 with the mark Excel needs to see it. */
export const tileCsv = (tile: TileView, language: Language): string => {
  const lines = [
    tile.columns.map(({ label }) => csvCell(label[language])),
    ...tile.rows.map((row) => tile.columns.map(({ id }) => csvCell(row[id]))),
    [], [csvCell(tile.source[language]), csvCell(tile.unit[language]), tile.asOf],
  ];
  return `\uFEFF${lines.map((line) => line.join(',')).join('\r\n')}\r\n`;
};
