import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityViolations } from '../support/axe.ts';
import { launchBrowser, type Size, visit } from '../support/browser.ts';
import { officers } from './fake-dossiers.ts';
import { fakeProvince, type FakeProvince } from './fake-province.ts';

let browser: Browser;
let province: FakeProvince;
beforeAll(async () => { [browser, province] = await Promise.all([launchBrowser(), fakeProvince(officers.both)]); });
afterAll(async () => { await browser.close(); await province.close(); });

const asLeader = async (size: Size): Promise<{ page: Page; close: () => Promise<void>; trouble: readonly string[] }> => {
  if (province.session.kind !== 'officer') throw new Error('nobody works here');
  province.session = { ...province.session, posts: province.session.posts.map((post) => ({ ...post, role: 'leader' as const })) };
  const { page, context, trouble } = await visit(browser, province.origin, size);
  await page.goto('/ban-lam-viec/');
  await page.getByRole('navigation', { name: 'Hàng chờ' }).getByRole('link', { name: 'Bảng điều hành' }).click();
  await page.getByText('44 trong 261 hồ sơ đang xử lý đã quá hạn').waitFor();
  return { page, close: () => context.close(), trouble };
};

test.each(['desktop', 'phone'] as const)('a leader on a %s sees who is late, and every number leads to its list', async (size) => {
  const { page, close, trouble } = await asLeader(size);
  expect(new URL(page.url()).search).toContain('xem=bang');
  const desks = await page.locator('.board-desks li').allInnerTexts();
  // most overdue first
  expect(desks.map((text) => text.split('\n')[0])).toEqual(['Chuyên viên 03', 'Chuyên viên 01', 'Chưa có cán bộ nhận', 'Chuyên viên 02']);
  await page.getByText('Xem dạng bảng').click();
  expect(await page.getByRole('row').count()).toBe(8);
  expect(await accessibilityViolations(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false);
  await page.getByRole('link', { name: /58 hồ sơ, sắp đến hạn 9, quá hạn 31/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Quá hạn' }).waitFor();
  expect(Object.fromEntries(new URL(page.url()).searchParams)).toMatchObject({ hang: 'qua-han', 'can-bo': 'chuyen-vien-03' });
  await page.goBack();
  await page.getByRole('heading', { level: 1, name: 'Bảng điều hành' }).waitFor();
  expect(trouble).toEqual([]);
  await close();
});
