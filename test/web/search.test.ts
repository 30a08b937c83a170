import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openSearch, type Search } from '../../web/portal/search.ts';
import { searchIndex } from '../../web/portal/pages/search-index.ts';
import { seedAgencies, seedProcedures, summaryOf } from '../portals/catalogue.ts';

let search: Search;
beforeEach(async () => {
  const published = JSON.stringify(searchIndex(seedProcedures.map(summaryOf), seedAgencies));
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(published)));
  search = await openSearch();
});
afterEach(() => { vi.unstubAllGlobals(); });

test.each([
  ['khai sinh', '1.001193'], ['dang ky khai sinh', '1.001193'], ['Đăng ký khai sinh', '1.001193'], ['dang ky khai sihn', '1.001193'],
  ['khai snh', '1.001193'], ['dang ky khai snh', '1.001193'], ['dang ky ket hn', '1.000894'], ['birth', '1.001193'], ['1.001193', '1.001193'], ['ket hon', '1.000894'], ['đang ký kết hôn', '1.000894'],
  ['lý lịch', '2.000488'], ['thuong tru', '1.004222'], ['so tu phap', 'H30.16'],
])('%s finds %s first', (typed, code) => {
  expect(search(typed)[0]?.code).toBe(code);
});

test('a ward numbered in Roman figures is found by Arabic ones', () => {
  expect(search('phuong 1').map(({ code }) => code)).toContain('H30.19.01');
});

test('half a word is enough while somebody types, and nonsense finds nothing', () => {
  expect(search('khai si').map(({ code }) => code)).toContain('1.001193');
  expect(search('xyzzyq')).toEqual([]);
});
