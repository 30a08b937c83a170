import { expect, test } from 'vitest';
import { byAgency, countText, dayFigures, shareText, staleMinutes, tileCsv, toneOf } from '../../web/ioc/figures.ts';
import { byArea, strength, withNames } from '../../web/ioc/reports/report-figures.ts';
import { keptTile, reportTiles, todayTile } from './fake-tiles.ts';

test('numbers read as people of each language write them', () => {
  expect([countText(12_345, 'vi'), countText(12_345, 'en')]).toEqual(['12.345', '12,345']);
  expect([shareText(0.984, 'vi'), shareText(0.984, 'en'), shareText(1, 'vi'), shareText(0, 'vi')]).toEqual(['98,4 %', '98.4 %', '100 %', '0 %']);
});

test('a share is never rounded up to everything or down to nothing', () => {
  expect([shareText(0.99996, 'vi'), shareText(0.00004, 'vi')]).toEqual(['99,9 %', '0,1 %']);
});

test('early counts as on time, and the whole is on time and late together', () => {
  const tile = todayTile({ late: true });
  const figures = dayFigures(tile);
  expect(figures.onTime).toBe((tile.totals['early'] ?? 0) + (tile.totals['on_time'] ?? 0));
  expect(figures.done).toBe(figures.onTime + figures.late);
});

test('agencies stand with the most late ones first and without those in which nothing moved', () => {
  const tile = todayTile({ late: true });
  const quiet = { agency_code: 'H30.99', agency: 'Yên', received: 0, early: 0, on_time: 0, late: 0 };
  const agencies = byAgency({ ...tile, rows: [...tile.rows, quiet] });
  expect(agencies.map(({ late }) => late)).toEqual(agencies.map(({ late }) => late).toSorted((a, b) => b - a));
  expect(agencies.some(({ code }) => code === 'H30.99')).toBe(false);
});

test.each([[0, 'ok'], [1, 'warn'], [4, 'warn'], [5, 'bad']])('%i late dossiers are %s', (late, tone) => {
  expect(toneOf(todayTile({ late: true }), 'late', late)).toBe(tone);
});

test.each([[0.99, 'ok'], [0.98, 'ok'], [0.97, 'warn'], [0.949, 'bad']])('%d of the promises kept is %s', (kept, tone) => {
  expect(toneOf(keptTile(), 'kept', kept)).toBe(tone);
});

test('a figure without a threshold is neither good nor bad', () => {
  expect(toneOf(keptTile(), 'finished', 3)).toBe('plain');
});

test('a tile is stale after two refreshes and never before two minutes', () => {
  const asOf = '2026-11-22T03:00:00.000Z';
  const at = (seconds: number) => new Date(Date.parse(asOf) + seconds * 1000);
  expect(staleMinutes({ asOf, refreshSeconds: 30 }, at(119))).toBeUndefined();
  expect(staleMinutes({ asOf, refreshSeconds: 30 }, at(181))).toBe(3);
  expect(staleMinutes({ asOf, refreshSeconds: 300 }, at(600))).toBeUndefined();
  expect(staleMinutes({ asOf, refreshSeconds: 300 }, at(720))).toBe(12);
});

test('the file for a spreadsheet keeps accents, quotes commas and runs no formula', () => {
  const tile = todayTile({ late: false, agencies: 1 });
  const hostile = { ...tile, rows: [{ ...tile.rows[0], agency: '=HYPERLINK("x")' }, { ...tile.rows[0], agency: 'UBND phường I, Vị Thanh', received: -3 }] };
  const csv = tileCsv(hostile, 'vi');
  expect(csv.startsWith('\uFEFFMã cơ quan,Cơ quan,')).toBe(true);
  expect(csv).toContain(`"'=HYPERLINK(""x"")"`);
  expect(csv).toContain('"UBND phường I, Vị Thanh",');
  expect(csv).toContain(',-3,');
  expect(csv).toContain('Sự kiện của Cổng dịch vụ công tỉnh');
});

test('areas are filled in five steps of the fullest, and codes get their names beside them', () => {
  expect([0, 1, 20, 21, 100].map((count) => strength(count, 100))).toEqual([0, 0.2, 0.2, 0.4, 1]);
  expect(strength(0, 0)).toBe(0);
  const [areas] = reportTiles();
  if (areas === undefined) throw new Error('no tile');
  const named = withNames(areas, { vi: 'Địa bàn', en: 'Area' }, (code) => `tên ${code}`);
  expect(named.columns.slice(0, 2).map(({ id }) => id)).toEqual(['area', 'name']);
  expect(named.rows[0]?.['name']).toBe(`tên ${areas.rows[0]?.['area']}`);
  expect(tileCsv(named, 'vi')).toContain('tên ngoai-ban-do');
  expect(byArea(areas)[0]?.code).toBe('31321');
});
