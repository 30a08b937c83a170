import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inProject } from '../../infra/build/paths.ts';
import { type AssetManifest, pageAssets } from '../../web/portal/pages/assets.ts';
import { renderStatisticsPage } from '../../web/portal/pages/statistics.tsx';
import { seedAgencies } from '../portals/catalogue.ts';
import { busyMonth } from '../portals/sample-figures.ts';
import { accessibilityViolations } from '../support/axe.ts';
import { closeVisits, launchBrowser, type Size, visit } from '../support/browser.ts';
import { look, picture } from '../support/look.ts';
import { officers } from './fake-dossiers.ts';
import { fakeProvince, type FakeProvince } from './fake-province.ts';

let browser: Browser;
let province: FakeProvince;
beforeAll(async () => { [browser, province] = await Promise.all([launchBrowser(), fakeProvince(officers.both)]); });
afterAll(async () => { await closeVisits(); await province.close(); });

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

/** Two wards are one since 1 July 2026; June is read by both trees. */
const june = async (): Promise<string> => {
  const [, first, second, heir] = seedAgencies.filter(({ level }) => level === 'commune');
  if (first === undefined || second === undefined || heir === undefined) throw new Error('the seed has no communes');
  const merged = new Set([first.code, second.code]);
  const agencies = seedAgencies.map((one) => (merged.has(one.code) ? { ...one, validTo: '2026-06-30', successors: [{ code: heir.code, from: '2026-07-01' }] } : one));
  const assets = JSON.parse(await readFile(inProject('web', 'dist', 'asset-manifest.json'), 'utf8')) as AssetManifest;
  return renderStatisticsPage({ ...busyMonth, month: '2026-06', over: true }, { lang: 'vi', assets: pageAssets(assets, 'frame'), tree: { agencies, today: '2026-11-22' } });
};

test.each(['desktop', 'phone'] as const)('a month is read on a %s by the agencies of then and by those of now', async (size) => {
  const page = await june();
  const visitor = await visit(browser, province.origin, size);
  await visitor.page.route('**/thong-ke/2026-06', (route) => route.fulfill({ body: page, contentType: 'text/html; charset=utf-8' }));
  await visitor.page.goto('/thong-ke/2026-06');
  const [then, now] = ['theo cơ cấu tại thời điểm đó', 'theo cơ cấu hiện nay'].map((words) => visitor.page.locator('section.chart', { hasText: words }));
  if (then === undefined || now === undefined) throw new Error('no figures');
  for (const reading of [then, now]) await reading.getByText('Xem dạng bảng').click();
  expect(await then.getByRole('row').count() - await now.getByRole('row').count()).toBe(2);
  expect(await accessibilityViolations(visitor.page)).toEqual([]);
  expect(await visitor.page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false);
  for (const reading of [then, now]) await reading.getByText('Xem dạng bảng').click();
  await picture(visitor.page, `statistics-${size}`);
  expect(visitor.trouble).toEqual([]);
  await visitor.context.close();
});

test('a day of the desk is chosen as it is written, and a plan that cannot be is said at its fields', async () => {
  if (province.session.kind !== 'officer') throw new Error('nobody works here');
  province.session = { ...province.session, posts: province.session.posts.map((post) => ({ ...post, role: 'leader' as const })) };
  const asked: string[] = [];
  const slots = ['07:00', '07:30', '08:00'].map((time) => ({ time, places: 4 }));
  const bookings = [{ code: 'HG-L-7K2M-9QRT', time: '07:30', counter: 'quay-1', name: 'Người đặt lịch 01', state: 'booked' }];
  const { page, context, trouble } = await visit(browser, province.origin, 'phone');
  province.served = async ({ method, path, query, body }) => {
    if (path.endsWith('/day')) { asked.push(query); return { status: 200, body: { day: new URLSearchParams(query).get('day') ?? '2026-11-23', slots, bookings, tickets: [], waitMinutes: 0, plan: {} } }; }
    if (!path.endsWith('/plan')) return undefined;
    if (method === 'PUT') asked.push(body);
    return { status: 200, body: { plans: [], unplaced: [] } };
  };
  await page.goto('/ban-lam-viec/?viec=lich-va-so');
  const day = page.getByRole('group', { name: 'Chọn ngày' });
  await day.getByLabel('Ngày').fill('31');
  await day.getByLabel('Tháng').fill('2');
  await day.getByLabel('Năm').fill('2027');
  await page.getByRole('button', { name: 'Xem', exact: true }).click();
  await page.locator('#ngay-xem-error').getByText('Ngày chưa đúng.').waitFor();
  await look(page, 'visits-day');
  await day.getByLabel('Ngày').fill('2');
  await page.getByRole('button', { name: 'Xem', exact: true }).click();
  await page.getByRole('heading', { name: 'Lịch ngày 02/02/2027: 1' }).waitFor();
  expect(asked.at(-1)).toBe('day=2027-02-02');
  await page.getByRole('button', { name: 'Tổ chức quầy' }).click();
  await page.getByLabel('Số người mỗi nửa giờ').fill('x');
  await page.locator('#ap-dung-tu').fill('32');
  await page.getByRole('button', { name: 'Xem ai bị ảnh hưởng' }).click();
  await page.locator('#suc-quay-1-error').getByText('Hãy nhập một số nguyên.').waitFor();
  await page.locator('#ap-dung-tu-error').getByText('Ngày chưa đúng.').waitFor();
  await look(page, 'visits-plan');
  await page.getByLabel('Số người mỗi nửa giờ').fill('2');
  for (const [box, part] of [['ap-dung-tu', '5'], ['ap-dung-tu-month', '1'], ['ap-dung-tu-year', '2027']] as const) await page.locator(`#${box}`).fill(part);
  await page.getByText('Hãy kiểm tra lại số và tên quầy.').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Xem ai bị ảnh hưởng' }).click();
  await page.getByText('Không lịch nào mất chỗ.').waitFor();
  expect(JSON.parse(asked.at(-1) ?? '')).toMatchObject({ effectiveFrom: '2027-01-05', counters: [{ perHalfHour: 2 }] });
  expect(trouble).toEqual([]);
  await context.close();
});
