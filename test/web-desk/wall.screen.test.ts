import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { readFile } from 'node:fs/promises';
import { tilePath } from '../../shared/contracts/tile.ts';
import { accessibilityViolations } from '../support/axe.ts';
import { launchBrowser, visit } from '../support/browser.ts';
import type { Size, Visitor } from '../support/browser.ts';
import { fakeProvince } from './fake-province.ts';
import type { FakeProvince } from './fake-province.ts';
import { keptTile, todayTile } from './fake-tiles.ts';

let browser: Browser;
let province: FakeProvince;
let visitor: Visitor | undefined;
beforeAll(async () => { browser = await launchBrowser(); });
afterAll(async () => { await browser.close(); });
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
