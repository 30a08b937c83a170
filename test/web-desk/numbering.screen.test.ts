import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { localDate } from '../../shared/kernel/vietnam-time.ts';
import type { Officer } from '../../shared/runtime/actor.ts';
import { apiOn, depsOn, siteOrigin } from '../procedure-submission/support/desk.ts';
import { clerk } from '../procedure-submission/support/dossiers.ts';
import { stepsOn } from '../procedure-submission/support/steps.ts';
import type { Size } from '../support/browser.ts';
import { look } from '../support/look.ts';
import { memoryDynamo } from '../support/memory/memory-dynamo.ts';
import { visitors } from '../support/visitors.ts';
import { serveDesk, sessionOf } from './desk-in-memory.ts';
import { fakeProvince, type FakeProvince } from './fake-province.ts';

const administrator: Officer = { ...clerk, username: 'quantri.danhba', name: 'Quản trị danh bạ', posts: [{ agency: 'H30', role: 'directory-administrator', from: '2020-01-01' }] };

const people = visitors();
let province: FakeProvince;
let who: Officer;
let file: ReturnType<typeof stepsOn>['file'];

beforeEach(async () => {
  who = administrator;
  province = await fakeProvince(sessionOf(who));
  const table = memoryDynamo().table('numbering');
  const deps = depsOn(table);
  process.env['SITE_ORIGIN'] = siteOrigin;
  file = stepsOn(apiOn(deps), table).file;
  serveDesk(province, deps, () => who);
});
afterEach(async () => {
  process.env['SITE_ORIGIN'] = siteOrigin;
  const trouble = await people.leave();
  await province.close();
  expect(trouble).toEqual([]);
});

const arrive = (as: Officer, size: Size, path: string): Promise<Page> => {
  who = as;
  province.session = sessionOf(as);
  return people.arrive(province.origin, size, path);
};
const settled = (page: Page, name: string): Promise<void> => look(page, `numbering-${name}`);

describe.each(['desktop', 'phone'] as const)('the rules of numbers on a %s', (size) => {
  test('show the next number, say what is wrong with a pattern while it is typed, and are published', async () => {
    const page = await arrive(administrator, size, '/quan-tri/?trang=ma-ho-so');
    await page.getByText('Chưa công bố quy tắc nào').waitFor();
    await page.locator('#ma-co-quan').selectOption('H30.19.01');
    await page.locator('#ma-thu-tuc').selectOption('1.001193');
    const day = localDate(new Date());
    await page.getByText(`Mã tiếp theo: 000.01.19.H30-${day.slice(2).replaceAll('-', '')}-0001`).waitFor();
    await page.locator('summary', { hasText: 'Thêm quy tắc' }).click();
    await page.locator('#quy-tac-mau').fill('{agency}-{ordinal:5}');
    await page.getByText('Hai hồ sơ có thể trùng mã').waitFor();
    await settled(page, `fault-${size}`);
    await page.locator('#quy-tac-mau').fill('{agency}/{yyyy}/{ordinal:5}');
    await page.locator('#quy-tac-bo-dem').selectOption('agency-year');
    await page.locator('#quy-tac-co-quan').selectOption('H30.19.01');
    await page.getByText(`Ví dụ, số đầu tiên hôm nay: H30.19.01/${day.slice(0, 4)}/00001`).waitFor();
    await page.locator('#quy-tac-can-cu').fill('Quyết định của UBND tỉnh');
    await settled(page, `rule-${size}`);
    await page.getByRole('button', { name: 'Thêm quy tắc' }).click();
    await page.getByText('Có thay đổi chưa công bố').waitFor();
    await page.getByRole('button', { name: 'Công bố quy tắc' }).click();
    await page.getByText('Đã công bố, phiên bản 1').waitFor();
    await page.getByText(`Mã tiếp theo: H30.19.01/${day.slice(0, 4)}/00001`).waitFor();
    await settled(page, `published-${size}`);
  });

  test('ask the desk for a number another side issues, and keep what was typed when it is taken', async () => {
    const [one, other] = [await file(), await file()];
    const page = await arrive(administrator, size, '/quan-tri/?trang=ma-ho-so');
    await page.locator('summary', { hasText: 'Thêm quy tắc' }).click();
    await page.locator('#quy-tac-nguon-ma').selectOption('issued-elsewhere');
    await page.locator('#quy-tac-ben-cap').fill('Bộ Tư pháp');
    await page.locator('#quy-tac-can-cu').fill('Thông báo của Bộ Tư pháp');
    await page.getByRole('button', { name: 'Thêm quy tắc' }).click();
    await page.getByRole('button', { name: 'Công bố quy tắc' }).click();
    await page.getByText('Đã công bố, phiên bản 1').waitFor();

    const desk = await arrive(clerk, size, `/ban-lam-viec/?ho-so=${one.dossierId}`);
    await desk.getByRole('button', { name: 'Tiếp nhận', exact: true }).click();
    await desk.getByText('do Bộ Tư pháp cấp').waitFor();
    await desk.getByRole('dialog').getByRole('button', { name: 'Tiếp nhận' }).click();
    await desk.getByText('Hãy nhập mã hồ sơ').waitFor();
    await settled(desk, `accept-${size}`);
    await desk.getByLabel('Mã hồ sơ đã được cấp').fill('BTP-2026-77');
    await desk.getByRole('dialog').getByRole('button', { name: 'Tiếp nhận' }).click();
    await desk.getByText('BTP-2026-77').first().waitFor();

    await desk.goto(`/ban-lam-viec/?ho-so=${other.dossierId}`);
    await desk.getByRole('button', { name: 'Tiếp nhận', exact: true }).click();
    await desk.getByLabel('Mã hồ sơ đã được cấp').fill('BTP-2026-77');
    await desk.getByRole('dialog').getByRole('button', { name: 'Tiếp nhận' }).click();
    await desk.getByText('Mã này đã là mã của một hồ sơ khác').first().waitFor();
    expect(await desk.getByLabel('Mã hồ sơ đã được cấp').inputValue()).toBe('BTP-2026-77');
    await settled(desk, `taken-${size}`);
  });
});
