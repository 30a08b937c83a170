import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { readFile } from 'node:fs/promises';
import { tilePath } from '../../shared/contracts/tile.ts';
import { accessibilityViolations } from '../support/axe.ts';
import { closeVisits, launchBrowser, visit } from '../support/browser.ts';
import type { Size, Visitor } from '../support/browser.ts';
import { picture } from '../support/look.ts';
import { fakeProvince } from './fake-province.ts';
import type { FakeProvince } from './fake-province.ts';
import { keptTile, reportTiles, todayTile } from './fake-tiles.ts';

let browser: Browser;
let province: FakeProvince;
let visitor: Visitor | undefined;
beforeAll(async () => { browser = await launchBrowser(); });
afterAll(closeVisits);
beforeEach(async () => { province = await fakeProvince({ kind: 'nobody' }); });
afterEach(async () => { await visitor?.context.close(); await province.close(); });

const serve = (late: boolean, minutesOld = 0): void => {
  province.tiles.set(tilePath('ho-so-hom-nay'), todayTile({ late, minutesOld }));
  province.tiles.set(tilePath('giu-loi-hen-thang-nay'), keptTile());
};
const arrive = async (size: Size = 'wall'): Promise<Page> => {
  visitor = await visit(browser, province.origin, size);
  await visitor.page.goto('/dieu-hanh/');
  return visitor.page;
};

test('the wall tells the day in its figures and the point in its title, and fits without scrolling', async () => {
  serve(true);
  const page = await arrive();
  await page.getByRole('heading', { name: /hồ sơ trả quá hạn hôm nay, nhiều nhất: / }).waitFor();
  expect(await page.locator('.figure-value').count()).toBe(5);
  expect(await page.evaluate('document.documentElement.scrollHeight <= innerHeight')).toBe(true);
  const sizes = await page.evaluate<number[]>("[...document.querySelectorAll('.figure-value')].map((one) => parseFloat(getComputedStyle(one).fontSize))");
  expect(Math.min(...sizes)).toBeGreaterThan(72);
  expect(visitor?.trouble).toEqual([]);
});

test('looking asks the province nothing but the two files', async () => {
  serve(false);
  const page = await arrive();
  await page.getByRole('heading', { name: /đều đúng hạn/ }).waitFor();
  expect(province.asked).toEqual([]);
});

test('a tile that was not refreshed looks old and says how old', async () => {
  serve(false, 14);
  const page = await arrive();
  await page.getByText('Số liệu cũ 14 phút').first().waitFor();
  expect(await page.locator('.tile-old').count()).toBe(2);
});

test('before the first figures there is a sentence, not an empty frame', async () => {
  const page = await arrive();
  await page.getByText('Chưa có số liệu').first().waitFor();
});

test('the chart is also a table and a file', async () => {
  serve(true);
  const page = await arrive();
  await page.getByRole('button', { name: 'Xem bảng số' }).click();
  const table = page.getByRole('table', { name: /Hồ sơ hôm nay theo cơ quan/ });
  expect(await table.getByRole('row').count()).toBe(16);
  await table.getByRole('rowheader', { name: 'Toàn tỉnh' }).waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Tải CSV' }).click()]);
  expect(download.suggestedFilename()).toMatch(/^ho-so-hom-nay-\d{4}-\d{2}-\d{2}\.csv$/);
  expect(await readFile(await download.path(), 'utf8')).toContain('UBND phường Ngã Bảy');
});

test.each((['wall', 'desktop', 'phone'] as const).flatMap((size) => (['vi', 'en'] as const).map((language) => [size, language] as const)))('on a %s in %s there is no barrier', async (size, language) => {
  serve(true, 9);
  const page = await arrive(size);
  await page.locator('.figure-value').first().waitFor();
  if (language === 'en') await page.getByRole('button', { name: 'English' }).click();
  expect(await accessibilityViolations(page)).toEqual([]);
  await page.locator('.tile-tools button').first().click();
  expect(await accessibilityViolations(page)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
});

const arriveAtReports = async (size: Size = 'wall'): Promise<Page> => {
  for (const tile of reportTiles()) province.tiles.set(tilePath(tile.id), tile);
  province.served = ({ path }) => Promise.resolve(path === '/api/feedback/categories' ? { status: 200, body: { items: [{ code: 'waste', name: { vi: 'Rác thải, vệ sinh môi trường', en: 'Waste' } }], guidance: [], refusals: [], mostMedia: 10, reopenDays: 5 } } : undefined);
  visitor = await visit(browser, province.origin, size);
  await visitor.page.goto('/dieu-hanh/');
  await visitor.page.getByRole('link', { name: 'Phản ánh' }).click();
  await visitor.page.getByRole('heading', { name: /phản ánh đang chờ trả lời, nhiều nhất: Phường Vị Thanh/ }).waitFor();
  return visitor.page;
};

test('reports are told on a page of their own: where they wait, whether promises are kept, what people think, how they are sorted', async () => {
  const page = await arriveAtReports();
  await page.getByRole('heading', { name: '9 phản ánh trả lời quá hạn, nhiều nhất: UBND phường IV, thành phố Vị Thanh' }).waitFor();
  await page.getByRole('heading', { name: '75 % lượt đánh giá là 4 hoặc 5 sao' }).waitFor();
  await page.getByRole('heading', { name: 'Sửa 20 trong 190 gợi ý (10,5 %)' }).waitFor();
  await page.getByText('Rác thải, vệ sinh môi trường').waitFor();
  await picture(page, 'wall-reports-wall');
  expect(await page.evaluate('document.documentElement.scrollHeight <= innerHeight')).toBe(true);
  expect(await page.locator('.wall-area[fill-opacity="1"]').count()).toBeGreaterThan(0);
  // names of categories are the one thing asked
  expect([...new Set(province.asked.map(({ line }) => line))]).toEqual(['GET /api/feedback/categories']);
  await page.getByRole('button', { name: 'Xem bảng số' }).first().click();
  await page.getByRole('table', { name: /Phản ánh tháng này theo địa bàn/ }).getByRole('rowheader', { name: 'Ngoài bản đồ' }).waitFor();
  expect(visitor?.trouble).toEqual([]);
});

test.each([['desktop', 'vi'], ['phone', 'en']] as const)('the page of reports has no barrier on a %s in %s', async (size, language) => {
  const page = await arriveAtReports(size);
  if (language === 'en') await page.getByRole('button', { name: 'English' }).click();
  expect(await accessibilityViolations(page)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  await picture(page, `wall-reports-${size}`);
});
