import { describe, expect, test } from 'vitest';
import type { FigureSource } from '../../functions/portals/ports.ts';
import { renderStatistics } from '../../functions/portals/render-statistics.ts';
import type { Agency } from '../../shared/contracts/agency.ts';
import { figureDefinitions } from '../../shared/contracts/figure-definitions.ts';
import type { FigureRow, MonthlyFigures } from '../../shared/contracts/statistics.ts';
import { readingsOf } from '../../web/portal/pages/statistics-trees.ts';
import { sum } from '../../web/portal/pages/statistics-sums.ts';
import { catalogueOf, memorySite, seedAgencies, seedProcedures } from './catalogue.ts';
import { busyMonth } from './sample-figures.ts';

type Figured = MonthlyFigures & { readonly revision: number };
const agency = (code: string, name: string, more: Partial<Agency> = {}): Agency => ({ code, name, level: 'commune', codeStatus: 'assumed', aliases: [], source: 'thử', ...more });
const ends = { validTo: '2026-06-30' };
const heir = (...codes: string[]) => ({ ...ends, successors: codes.map((code) => ({ code, from: '2026-07-01' })) });
/** Two wards become one on 1 July 2026, a third is divided among two, a department is renamed and one ends without an heir. */
const agencies: readonly Agency[] = [
  agency('H30.01', 'UBND phường Một', heir('H30.09')), agency('H30.02', 'UBND phường Hai', heir('H30.09')), agency('H30.03', 'UBND xã Ba', heir('H30.09', 'H30.10')),
  agency('H30.04', 'Sở Mới', { validFrom: '2026-07-01', earlier: [{ name: 'Sở Cũ', level: 'department', source: 'thử', ...ends }] }), agency('H30.05', 'Ban Năm', ends),
  agency('H30.09', 'UBND phường Vị Thanh', { validFrom: '2026-07-01' }), agency('H30.10', 'UBND xã Mười', { validFrom: '2026-07-01' }),
];
const row = (code: string, received: number, field = 'Hộ tịch'): FigureRow => ({ agency: code, level: 'commune', field: { vi: field, en: field }, figures: { received, total: received } });
const june: Figured = {
  ...busyMonth, month: '2026-06', over: true, months: ['2026-06'],
  rows: [row('H30.01', 10), row('H30.01', 3, 'Đất đai'), row('H30.02', 5), row('H30.03', 7), row('H30.04', 11), row('H30.05', 2), row('H30.99', 1)],
};
const counts = (rows: readonly FigureRow[]) => rows.map(({ agency: code, field, figures }) => `${code} ${field.vi} ${figures.received}`);

describe('a month read by the tree of then and by the tree of now', () => {
  const { former, today: now, differ } = readingsOf(june, { agencies, today: '2026-11-22' });

  test('stands as it was counted, under the names of that time', () => {
    expect(counts(former.rows)).toEqual(counts(june.rows));
    expect(['H30.01', 'H30.04'].map((code) => former.names.get(code)?.name)).toEqual(['UBND phường Một', 'Sở Cũ']);
  });
  test('is summed under who stands for each today; whom nobody or several succeeded stays itself, and says so', () => {
    expect(counts(now.rows)).toEqual(['H30.03 Hộ tịch 7', 'H30.04 Hộ tịch 11', 'H30.05 Hộ tịch 2', 'H30.09 Đất đai 3', 'H30.09 Hộ tịch 15', 'H30.99 Hộ tịch 1']);
    expect(['H30.09', 'H30.04'].map((code) => now.names.get(code)?.name)).toEqual(['UBND phường Vị Thanh', 'Sở Mới']);
    expect([...now.dissolved]).toEqual(['H30.03', 'H30.05']);
    expect(differ).toBe(true);
  });
  test('on the last day of the old tree both are one reading', () => {
    const before = readingsOf(june, { agencies, today: '2026-06-30' });
    expect([before.differ, counts(before.today.rows).toSorted()]).toEqual([false, counts(june.rows).toSorted()]);
  });
  test('has equal totals in both, figure by figure, of a whole province', () => {
    const merged = seedAgencies.map((one, index) => (index % 3 === 1 && index > 3 ? { ...one, ...heir(seedAgencies[index - 1]?.code ?? '') } : one));
    const big = readingsOf(busyMonth, { agencies: merged, today: '2026-11-22' });
    expect(big.today.rows.length).toBeLessThan(big.former.rows.length);
    for (const { id } of figureDefinitions) expect(sum(big.today.rows)[id], id).toBe(sum(big.former.rows)[id]);
  });
});

const province = (known: () => readonly Agency[]) => ({ ...catalogueOf(seedProcedures).province, everyAgency: async () => known() });
const sourceOf = (...list: Figured[]): FigureSource => ({
  months: async () => list.map(({ month }) => month),
  month: async (month) => { const found = list.find((one) => one.month === month); if (found === undefined) throw new Error('404'); return found; },
});
const july: Figured = { ...june, month: '2026-07', over: false, asOf: '2026-07-20T02:00:00.000Z' };
const told = (month: string) => [{ messageId: month, month, revision: 0 }];

describe('both readings are published', () => {
  const on = (day: string, known: () => readonly Agency[] = () => agencies) => {
    const { site, files, puts } = memorySite();
    return { files, puts, render: renderStatistics({ province: province(known), site, figures: sourceOf(june, july), clock: () => new Date(`${day}T03:00:00Z`) }) };
  };

  test('on the page in both languages, each named, and as files whose totals are equal', async () => {
    const { files, render } = on('2026-11-22');
    await render(told('2026-06'));
    const page = files.get('thong-ke/2026-06/index.html') ?? '';
    const [first = '', second = ''] = page.split('id="co-quan-hien-nay-tieu-de"');
    expect(first).toContain('theo cơ cấu tại thời điểm đó');
    expect(first).toContain('UBND phường Một');
    expect(second).toContain('theo cơ cấu hiện nay');
    expect(second).toContain('UBND phường Vị Thanh');
    expect(second).not.toContain('UBND phường Một<');
    expect(second).toContain('Ban Năm (đã kết thúc hoạt động');
    expect(files.get('en/thong-ke/2026-06/index.html')).toContain('by today’s structure');
    for (const file of ['2026-06.csv', '2026-06-co-cau-hien-nay.csv', '2026-06.json']) expect(page).toContain(`href="/du-lieu/thong-ke/${file}"`);
    const received = (name: string): number => {
      const [header = '', ...lines] = (files.get(`du-lieu/thong-ke/${name}.csv`) ?? '').trim().split('\r\n').map((line) => line.split(','));
      return lines.reduce((total, line) => total + Number(line[header.indexOf('received')]), 0);
    };
    expect([received('2026-06'), received('2026-06-co-cau-hien-nay')]).toEqual([39, 39]);
    const json = JSON.parse(files.get('du-lieu/thong-ke/2026-06.json') ?? '') as Record<'byStructureThen' | 'byStructureNow', (FigureRow & { agencyName: string })[]>;
    expect(json.byStructureNow.find((one) => one.agency === 'H30.09')?.agencyName).toBe('UBND phường Vị Thanh');
    expect(sum(json.byStructureNow)).toEqual(sum(json.byStructureThen));
  });

  test('where no agency changed the page says so and draws them once', async () => {
    const { files, render } = on('2026-11-22', () => seedAgencies);
    await render(told('2026-06'));
    expect(files.get('thong-ke/2026-06/index.html')).toContain('Theo cơ cấu hiện nay: từ đó đến nay các cơ quan này không thay đổi');
    expect(files.get('thong-ke/2026-06/index.html')).not.toContain('co-quan-hien-nay-tieu-de');
  });

  test('anew for every month when the directory tells of an agency, and nothing is put where nothing changed', async () => {
    let known = agencies.map((one) => (one.code === 'H30.05' ? agency('H30.05', 'Ban Năm', heir('H30.10')) : one));
    const { files, puts, render } = on('2026-11-22', () => known);
    await render([...told('2026-06'), ...told('2026-07')]);
    expect(files.get('du-lieu/thong-ke/2026-06-co-cau-hien-nay.csv')).toContain('UBND xã Mười');
    const before = puts.length;
    expect((await render(told('every'))).size).toBe(0);
    expect(puts.length).toBe(before);
    known = known.map((one) => (one.code === 'H30.10' ? { ...one, name: 'UBND xã Mười Một' } : one));
    await render(told('every'));
    for (const month of ['2026-06', '2026-07']) expect(files.get(`du-lieu/thong-ke/${month}-co-cau-hien-nay.csv`)).toContain('UBND xã Mười Một');
    expect(puts.slice(before)).not.toContain('du-lieu/thong-ke/2026-06.csv');
  });

  test('on the day agencies change the running month takes the others with it, though no event comes that day', async () => {
    const quiet = on('2026-07-02');
    await quiet.render(told('2026-07'));
    expect(quiet.files.has('thong-ke/2026-06/index.html')).toBe(false);
    const turning = on('2026-07-01');
    await turning.render(told('2026-07'));
    expect(turning.files.get('du-lieu/thong-ke/2026-06-co-cau-hien-nay.csv')).toContain('UBND phường Vị Thanh');
  });

  test('an agency told of while a month cannot be read comes again', async () => {
    const { site } = memorySite();
    const figures = { ...sourceOf(june), months: async () => ['2026-06', '2026-05'] };
    const notDone = await renderStatistics({ province: province(() => agencies), site, figures, clock: () => new Date() })(told('every'));
    expect([...notDone.keys()]).toEqual(['every']);
  });
});
