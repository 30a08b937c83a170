import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { closeVisits, launchBrowser, visit, type Size, type Visitor } from '../support/browser.ts';
import { barriers, openAs, picture, typeDate } from '../support/journey.ts';

let browser: Browser;
beforeAll(async () => { browser = await launchBrowser(); });
afterAll(closeVisits);

describe.each(['phone', 'desktop'] as const)('the directory on a %s', (size: Size) => {
  let admin: Visitor;
  const shot = (name: string) => picture(admin.page, `quan-tri-${name}`);
  beforeAll(async () => { admin = await visit(browser, inject('site'), size); await openAs(admin, 'quantri.danhba', '/quan-tri/'); });
  afterAll(async () => { await admin.context.close(); });

  test('the tree of a day, found without accents, with one agency’s history and people', async () => {
    const { page } = admin;
    await page.getByText('102 cơ quan').waitFor();
    expect(await barriers(page)).toEqual([]);
    await shot('cay');
    await typeDate(page, 'ngay-cua-cay', ['31', '2', '2025']);
    await page.getByRole('button', { name: 'Xem', exact: true }).click();
    await page.getByText('Ngày chưa đúng.').waitFor();
    await typeDate(page, 'ngay-cua-cay', ['30', '6', '2025']);
    await page.getByRole('button', { name: 'Xem', exact: true }).click();
    await page.getByText('Ngày 30/06/2025: 102 cơ quan').waitFor();
    expect(new URL(page.url()).searchParams.get('ngay')).toBe('2025-06-30');
    await page.getByRole('searchbox').fill('phuong i,');
    await page.getByRole('link', { name: /UBND phường I, TP Vị Thanh/ }).click();
    await page.getByText('motcua.vithanh1', { exact: true }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await shot('co-quan');
  });

  test('a Saturday desk is looked at before it is published, and discarded', async () => {
    const { page } = admin;
    await page.locator('summary', { hasText: 'Thêm giờ riêng' }).click();
    await page.locator('#gio-rieng').fill('7-11');
    await page.locator('#gio-ten-rieng').fill('Trực thứ Bảy');
    await page.locator('#gio-nguon-rieng').fill('Thông báo của UBND phường I');
    await page.getByRole('button', { name: 'Thêm giờ riêng' }).click();
    await page.getByText('Giờ chưa đúng mẫu').waitFor();
    await page.locator('#gio-rieng').fill('07:00-11:00');
    await page.getByRole('button', { name: 'Thêm giờ riêng' }).click();
    await page.getByRole('button', { name: 'Xem trước thay đổi' }).click();
    await page.getByText(/Năm 2027: \d+ ngày làm việc thành \d+/).waitFor();
    expect(await barriers(page)).toEqual([]);
    await shot('lich-rieng');
    await page.getByRole('button', { name: 'Bỏ các thay đổi' }).click();
    await page.getByText('Không có giờ riêng').waitFor();
  });

  test('the calendar of the province says the source of every day, and a hole is refused in words', async () => {
    const { page } = admin;
    await page.getByRole('navigation').getByRole('link', { name: 'Lịch làm việc' }).click();
    await page.getByRole('heading', { level: 1, name: 'Lịch làm việc của tỉnh' }).waitFor();
    await page.locator('summary', { hasText: 'Thêm ngày' }).click();
    await typeDate(page, 'ngay-tinh', ['1', '1', '2031']);
    await page.locator('#ten-tinh').fill('Tết Dương lịch');
    await page.locator('#nguon-tinh').fill('Thử');
    await page.getByRole('button', { name: 'Thêm ngày' }).click();
    await page.getByRole('button', { name: 'Xem trước thay đổi' }).click();
    await page.getByText('Lịch có năm bị trống').first().waitFor();
    expect(await barriers(page)).toEqual([]);
    await shot('lich');
  });

  test('a leader delegates, and both names stand beside the post until it is revoked', async () => {
    const leader = await visit(browser, inject('site'), size);
    const { page } = leader;
    await openAs(leader, 'lanhdao.vithanh1', '/quan-tri/');
    await page.locator('summary', { hasText: 'Ủy quyền một vị trí' }).click();
    expect(await page.getByRole('link', { name: 'Cơ quan', exact: true }).count(), 'the rest is the administrator’s').toBe(0);
    await page.getByRole('button', { name: 'Ủy quyền', exact: true }).click();
    await page.getByText('Hãy nhập mục này').first().waitFor();
    await page.locator('#vi-tri-uy-quyen').selectOption('H30.19.01 leader');
    await page.locator('#nguoi-lam-thay').selectOption('motcua.vithanh1');
    const year = String(2100 + Math.floor(Date.now() / 1000) % 7000);
    await typeDate(page, 'uy-quyen-tu', ['2', '3', year]);
    await typeDate(page, 'uy-quyen-den', ['1', '3', year]);
    await page.locator('#ly-do-uy-quyen').fill('Đi công tác');
    await page.getByRole('button', { name: 'Ủy quyền', exact: true }).click();
    await page.getByText('Thời gian ủy quyền phải bắt đầu từ hôm nay').first().waitFor();
    expect(await page.locator('#ly-do-uy-quyen').inputValue(), 'nothing typed is lost').toBe('Đi công tác');
    await typeDate(page, 'uy-quyen-den', ['5', '3', year]);
    await page.getByRole('button', { name: 'Ủy quyền', exact: true }).click();
    const card = page.locator('.admin-card').filter({ hasText: year }).first();
    await card.locator('strong', { hasText: /Cán bộ một cửa.* thay Lãnh đạo/ }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await picture(page, 'quan-tri-uy-quyen');
    await card.getByRole('button', { name: /Thu hồi/ }).click();
    await card.getByText('đã thu hồi').waitFor();
    expect(leader.trouble).toEqual([]);
    await leader.context.close();
    expect(admin.trouble).toEqual([]);
  });
});
