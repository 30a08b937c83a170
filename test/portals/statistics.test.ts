import { describe, expect, test } from 'vitest';
import type { FigureSource } from '../../functions/portals/ports.ts';
import { renderStatistics } from '../../functions/portals/render-statistics.ts';
import { openData } from '../../web/portal/pages/open-data.ts';
import { indicatorGroups } from '../../web/portal/pages/service-indicators.ts';
import { groupedBy, sum } from '../../web/portal/pages/statistics-sums.ts';
import { readingsOf } from '../../web/portal/pages/statistics-trees.ts';
import { figureDefinitions } from '../../shared/contracts/figure-definitions.ts';
import { catalogueOf, memorySite, seedAgencies, seedProcedures } from './catalogue.ts';
import { busyMonth, emptyMonth } from './sample-figures.ts';

const sourceOf = (...list: (typeof busyMonth)[]): FigureSource => ({
  months: () => Promise.resolve(list.map(({ month }) => month)),
  month: (month) => { const found = list.find((one) => one.month === month); return found === undefined ? Promise.reject(new Error('404')) : Promise.resolve(found); },
});
const october = { ...busyMonth, month: '2026-10', over: true };
const files = (month: string) => [`thong-ke/${month}/index.html`, `thong-ke/${month}/chi-so-766/index.html`, `en/thong-ke/${month}/index.html`, `en/thong-ke/${month}/chi-so-766/index.html`, `du-lieu/thong-ke/${month}.csv`, `du-lieu/thong-ke/${month}-co-cau-hien-nay.csv`, `du-lieu/thong-ke/${month}.json`];
const { province } = catalogueOf(seedProcedures);
const clock = () => new Date('2026-11-22T09:40:00.000Z');
const today = '2026-11-22';

describe('publishing figures', () => {
  test('puts the pages of a month in both languages with its open data, and the latest under the address without a month', async () => {
    const { site, files: put } = memorySite();
    const render = renderStatistics({ province, site, clock, figures: sourceOf(busyMonth, october) });
    expect(await render([{ messageId: 'a', month: '2026-11', revision: 3 }, { messageId: 'b', month: '2026-10', revision: 1 }])).toEqual(new Map());
    expect([...put.keys()].toSorted()).toEqual([...files('2026-11'), ...files('2026-10'), 'thong-ke/index.html', 'en/thong-ke/index.html'].toSorted());
    expect(put.get('thong-ke/index.html')).toContain('tháng 11/2026');
    expect(put.get('en/thong-ke/2026-10/index.html')).toContain('October 2026');
  });

  test('told again or of an older revision puts nothing; of a newer one than can be read, the message comes again', async () => {
    const { site, puts } = memorySite();
    const render = renderStatistics({ province, site, clock, figures: sourceOf(busyMonth) });
    await render([{ messageId: 'a', month: '2026-11', revision: 3 }]);
    const before = puts.length;
    expect((await render([{ messageId: 'b', month: '2026-11', revision: 2 }])).size).toBe(0);
    expect(puts.length).toBe(before);
    expect([...(await render([{ messageId: 'c', month: '2026-11', revision: 4 }])).keys()]).toEqual(['c']);
  });

  test('one month that cannot be read fails alone', async () => {
    const { site, files: put } = memorySite();
    const notDone = await renderStatistics({ province, site, clock, figures: sourceOf(busyMonth) })([{ messageId: 'a', month: '2026-09', revision: 1 }, { messageId: 'b', month: '2026-11', revision: 1 }]);
    expect([...notDone.keys()]).toEqual(['a']);
    expect(put.has('thong-ke/2026-11/index.html')).toBe(true);
  });
});

describe('the page of a month', () => {
  const pages = async (figures: typeof busyMonth): Promise<ReadonlyMap<string, string>> => {
    const { site, files: put } = memorySite();
    await renderStatistics({ province, site, clock, figures: sourceOf(figures) })([{ messageId: 'a', month: figures.month, revision: 1 }]);
    return put;
  };

  test('says as of when, in what unit and from where, and has every number of its charts in a table', async () => {
    const page = (await pages(busyMonth)).get('thong-ke/index.html') ?? '';
    expect(page).toContain('Tính đến 16 giờ 40, Chủ nhật 22/11/2026.');
    expect(page).toContain('Đơn vị: hồ sơ. Nguồn: Cổng dịch vụ công tỉnh Hậu Giang.');
    const [first] = groupedBy(busyMonth.rows, ({ agency }) => agency);
    const name = seedAgencies.find(({ code }) => code === first?.key)?.name ?? '';
    const received = new Intl.NumberFormat('vi-VN').format(first?.figures.received ?? 0);
    expect(page).toMatch(new RegExp(`<th[^>]*>${name}</th><td[^>]*>[^<]*</td><td[^>]*>[^<]*</td><td[^>]*>${received}</td>`));
    // every figure is defined, with its source and mark
    for (const { name: { vi }, meaning } of figureDefinitions) { expect(page).toContain(vi); expect(page).toContain(meaning.vi); }
    expect(page).not.toMatch(/NaN|undefined|Infinity/);
    // the site's policy lets no style or script stand in a page
    expect(page).not.toMatch(/style="|<script>|<style/);
  });

  test('of a month without dossiers says so, and shows no share of nothing', async () => {
    const put = await pages(emptyMonth);
    expect(put.get('thong-ke/index.html')).toContain('Chưa có hồ sơ nào trong tháng này.');
    expect(put.get('thong-ke/2026-11/chi-so-766/index.html')).toContain('Chưa có');
    for (const page of put.values()) expect(page).not.toMatch(/NaN|Infinity/);
  });
});

describe('the indicators of Decision 766', () => {
  const basis = { figures: sum(busyMonth.rows), catalogue: { open: 80, online: 60 } };

  test('are six groups of 100 points, and what cannot be computed is named with the reason', () => {
    expect(indicatorGroups.map(({ weight }) => weight)).toEqual([18, 20, 12, 10, 18, 22]);
    expect(indicatorGroups.reduce((points, { weight }) => points + weight, 0)).toBe(100);
    for (const { computed, missing, id } of indicatorGroups) expect(computed.length + missing.length, id).toBeGreaterThan(0);
  });
  test('are parts of a whole, and of nothing when there is nothing', () => {
    for (const { id, ratio } of indicatorGroups.flatMap(({ computed }) => computed)) {
      const { part, whole } = ratio(basis);
      expect(whole, id).toBeGreaterThan(0);
      expect(part, id).toBeGreaterThanOrEqual(0);
      expect(part, id).toBeLessThanOrEqual(whole);
      expect(ratio({ figures: {}, catalogue: { open: 0, online: 0 } }), id).toEqual({ part: 0, whole: 0 });
    }
  });
});

test('the open data carry the same sums, and no cell is a formula', () => {
  const hostile = { ...busyMonth, rows: busyMonth.rows.map((row, index) => (index === 0 ? { ...row, field: { vi: '=HYPERLINK("http://x")', en: '' } } : row)) };
  const [header = '', ...lines] = openData(hostile, readingsOf(hostile, { agencies: seedAgencies, today }).former).replace('\uFEFF', '').trim().split('\r\n');
  expect(lines).toHaveLength(busyMonth.rows.length);
  const column = header.split(',').indexOf('received') - header.split(',').length;
  expect(lines.reduce((total, line) => total + Number(line.split(',').at(column)), 0)).toBe(sum(busyMonth.rows).received);
  expect(lines[0]).toContain(`"'=HYPERLINK(""http://x"")"`);
  for (const line of lines) expect(line).not.toMatch(/(^|,)[=+@]/);
});
