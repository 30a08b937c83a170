import { isOpenFeedback, nameOfFeedbackState } from '../../shared/kernel/feedback-state.ts';
import { localTime } from '../../shared/kernel/vietnam-time.ts';
import { areaOf } from './areas.ts';
import { categoryOf, type Catalogue } from './catalogue.ts';
import type { Registered } from './ports.ts';

export type RegisterFile = { readonly key: string; readonly contentType: string; readonly body: string };

/** Where the public register lies as files; a month of reports in each. */
export const registerFolder = 'du-lieu/phan-anh/';

const columns = ['code', 'state', 'state_name', 'open', 'category', 'category_name', 'area', 'area_name', 'lat', 'long', 'place', 'reported_at', 'updated_at', 'promised_at', 'agency', 'text', 'voices'] as const;
type Line = Readonly<Record<(typeof columns)[number], string | number | boolean | null>>;

const lineOf = (one: Registered, { categories }: Pick<Catalogue, 'categories'>): Line => ({
  code: one.trackingCode, state: one.state, state_name: nameOfFeedbackState(one.state).vi, open: isOpenFeedback(one.state), category: one.category ?? null, category_name: categoryOf({ categories }, one.category)?.name.vi ?? null,
  area: one.area ?? null, area_name: areaOf(one.area)?.name.vi ?? null, lat: one.lat ?? null, long: one.long ?? null, place: one.words ?? null, reported_at: localTime(one.reportedAt), updated_at: localTime(one.updatedAt),
  promised_at: one.promisedAt === undefined ? null : localTime(one.promisedAt), agency: one.agency ?? null, text: one.publicText ?? null, voices: one.voices,
});

/** RFC 4180. Text that a spreadsheet would take for a formula begins with an apostrophe. */
const cell = (value: Line[keyof Line]): string => {
  if (value === null) return '';
  const text = typeof value === 'string' ? value.replace(/^(?=[=+\-@\t\r])/, "'") : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};
const byteOrderMark = '\ufeff';

/** The reports of a month as a table, as plain data and as a map: the same lines in three ways, newest first. */
export const registerFiles = (month: string, rows: readonly Registered[], catalogue: Pick<Catalogue, 'categories'>): RegisterFile[] => {
  const lines = rows.map((row) => lineOf(row, catalogue));
  const features = lines.flatMap(({ lat, long, ...properties }) => (lat === null || long === null ? [] : [{ type: 'Feature', id: properties.code, geometry: { type: 'Point', coordinates: [long, lat] }, properties }]));
  return [
    { key: `${registerFolder}${month}.csv`, contentType: 'text/csv; charset=utf-8', body: `${byteOrderMark}${[columns.join(','), ...lines.map((line) => columns.map((name) => cell(line[name])).join(','))].join('\r\n')}\r\n` },
    { key: `${registerFolder}${month}.json`, contentType: 'application/json; charset=utf-8', body: JSON.stringify({ month, items: lines }) },
    { key: `${registerFolder}${month}.geojson`, contentType: 'application/geo+json; charset=utf-8', body: JSON.stringify({ type: 'FeatureCollection', features }) },
  ];
};
