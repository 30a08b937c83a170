import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { appointPerson } from '../../functions/directory/appoint-person.ts';
import { directoryOn } from '../../functions/directory/deps.ts';
import { publishCalendar } from '../../functions/directory/publish-calendar.ts';
import { registerAgencies } from '../../functions/directory/register-agencies.ts';
import calendar from '../../infra/local/seed/calendar.json' with { type: 'json' };
import type { Agency } from '../../shared/contracts/agency.ts';
import { CalendarSpec } from '../../shared/kernel/working-time/calendar.ts';
import type { Officer } from '../../shared/runtime/actor.ts';
import { inMemoryDirectory } from '../directory/in-memory.ts';
import { editor } from '../procedure-submission/catalogue-fixtures.ts';
import { accessibilityViolations } from '../support/axe.ts';
import { closeVisits, launchBrowser, visit, type Size, type Visitor } from '../support/browser.ts';
import { look, picture } from '../support/look.ts';
import { serveDirectory, sessionOf } from './desk-in-memory.ts';
import { fakeProvince, type FakeProvince } from './fake-province.ts';

const administrator: Officer = { ...editor, username: 'quantri.danhba', name: 'Quản trị danh bạ', posts: [{ agency: 'H30', role: 'directory-administrator', from: '2020-01-01' }] };
const top: Agency = { code: 'H30', name: 'UBND tỉnh Hậu Giang', level: 'province', codeStatus: 'official', aliases: [{ system: 'old-code', value: '000.00.00.H30' }], source: 'QĐ 1220/QĐ-UBND' };
const ward: Agency = { code: 'H30.01', name: 'Sở Nội vụ', level: 'department', parent: 'H30', codeStatus: 'assumed', aliases: [], source: 'theo thứ tự' };
const wing: Agency = { code: 'H30.01.01', name: 'Phòng Một cửa', level: 'department', parent: 'H30.01', codeStatus: 'assumed', aliases: [], source: 'theo thứ tự' };
let browser: Browser;
let province: FakeProvince;
let directory: ReturnType<typeof inMemoryDirectory>;
const visitors: Visitor[] = [];
const known = async (): Promise<Agency[]> => (await directory.agencies.tree()).agencies.map(({ agency }) => agency);

beforeAll(async () => { browser = await launchBrowser(); });
afterAll(closeVisits);
beforeEach(async () => {
  directory = inMemoryDirectory();
  const cause = { actor: 'officer', correlationId: 'cor_01K9M3Z5T8Q2W4E6R8Y0P1S3D5', causationId: 'cor_01K9M3Z5T8Q2W4E6R8Y0P1S3D5', now: new Date() } as const;
  await registerAgencies(directory)({ agencies: [top, ward, wing], by: 'x' }, cause);
  for (const [username, name, role] of [['motcua.noivu', 'Cán bộ một cửa Sở Nội vụ', 'one-stop-clerk'], ['lanhdao.noivu', 'Lãnh đạo Sở Nội vụ', 'leader']] as const) {
    await appointPerson(directory)({ username, name, posts: [{ agency: 'H30.01', role, from: '2024-01-01' }], by: 'x' }, cause);
  }
  await publishCalendar(directory)({ calendar: CalendarSpec.parse(calendar), preview: false }, cause);
  province = await fakeProvince(sessionOf(administrator));
  serveDirectory(province, directoryOn(directory), () => administrator);
});
afterEach(async () => {
  for (const { context } of visitors.splice(0)) await context.close();
  await province.close();
});

const arrive = async (size: Size, query: string): Promise<Page> => {
  const visitor = await visit(browser, province.origin, size);
  visitors.push(visitor);
  await visitor.page.goto(`/quan-tri/${query}`);
  return visitor.page;
};
const typeDate = async (page: Page, id: string, [day, month, year]: readonly [string, string, string]): Promise<void> => {
  await page.locator(`[id="${id}"]`).fill(day);
  await page.locator(`[id="${id}-month"]`).fill(month);
  await page.locator(`[id="${id}-year"]`).fill(year);
};

test.each(['desktop', 'phone'] as const)('an agency is renamed from a day on, and gets another code, on a %s', async (size) => {
  const page = await arrive(size, '?co-quan=H30.01');
  await page.getByText('Thay đổi cơ quan').click();
  await page.locator('#sua-name').fill('Sở Nội vụ và Lao động');
  await typeDate(page, 'sua-from', ['1', '3', '2025']);
  await page.locator('#sua-decision').fill('NQ 01/NQ-HĐND');
  await page.locator('#sua-aliasSystem').selectOption('old-code');
  await page.locator('#sua-aliasValue').fill('000.00.01.H30');
  await typeDate(page, 'sua-aliasTo', ['28', '2', '2025']);
  await look(page, `agencies-change-${size}`);
  await page.locator('form:has(#sua-name) button[type=submit]').click();
  await page.getByRole('heading', { name: 'Sở Nội vụ và Lao động' }).waitFor();
  expect((await known()).find(({ code }) => code === 'H30.01')).toMatchObject({
    name: 'Sở Nội vụ và Lao động', validFrom: '2025-03-01', decision: 'NQ 01/NQ-HĐND', earlier: [{ name: 'Sở Nội vụ', validTo: '2025-02-28' }], aliases: [{ system: 'old-code', value: '000.00.01.H30', validTo: '2025-02-28' }],
  });
});

test('the work e-mail of a person is set, mended where it is wrong, and taken away', async () => {
  const page = await arrive('phone', '?co-quan=H30.01');
  const address = async (): Promise<string | undefined> => (await directory.people.byUsername('motcua.noivu'))?.email;
  await page.getByText('Chưa có thư điện tử công vụ.').first().waitFor();
  await page.getByRole('button', { name: 'Sửa thư điện tử Cán bộ một cửa' }).click();
  const box = page.getByLabel('Thư điện tử công vụ');
  await box.fill('motcua@');
  await page.getByRole('button', { name: 'Ghi thư điện tử' }).click();
  await page.locator('[id="thu-motcua.noivu-error"]').waitFor();
  expect([await box.inputValue(), await address()]).toEqual(['motcua@', undefined]);
  expect(await accessibilityViolations(page)).toEqual([]);
  await box.scrollIntoViewIfNeeded();
  await picture(page, 'work-email');
  await box.fill('motcua@haugiang.example');
  await page.getByRole('button', { name: 'Ghi thư điện tử' }).click();
  await page.getByText('motcua@haugiang.example').waitFor();
  expect(await address()).toBe('motcua@haugiang.example');
  await picture(page, 'work-email-kept');
  await page.getByRole('button', { name: 'Sửa thư điện tử Cán bộ một cửa' }).click();
  await box.fill('');
  await page.getByRole('button', { name: 'Ghi thư điện tử' }).click();
  await page.getByText('motcua@haugiang.example').waitFor({ state: 'detached' });
  expect(await address()).toBeUndefined();
});

test('what the tree does not hold stands at its field, and what holds is written: a cycle, an unknown successor, an end with a successor', async () => {
  const page = await arrive('desktop', '?co-quan=H30.01');
  await page.getByText('Thay đổi cơ quan').click();
  await page.locator('#sua-parent').fill('H30.01.01');
  await page.locator('form:has(#sua-name) button[type=submit]').click();
  await page.locator('#sua-parent-error').waitFor();
  expect(await page.locator('#sua-parent').inputValue()).toBe('H30.01.01');
  expect(await known()).toEqual([top, ward, wing]);
  await page.goto('/quan-tri/?co-quan=H30.01.01');
  await page.getByText('Thay đổi cơ quan').click();
  await typeDate(page, 'sua-closeOn', ['30', '6', '2025']);
  await page.locator('#sua-successor').fill('H30.77');
  await page.locator('form:has(#sua-name) button[type=submit]').click();
  await page.locator('#sua-successor-error').waitFor();
  await page.locator('#sua-successor').fill('H30.01');
  await page.locator('form:has(#sua-name) button[type=submit]').click();
  await page.getByText('từ 01/07/2025').waitFor();
  expect((await known()).find(({ code }) => code === 'H30.01.01')).toMatchObject({ validTo: '2025-06-30', successors: [{ code: 'H30.01', from: '2025-07-01' }] });
});

test('a file is looked at first, refused with a line for each fault, and taken whole', async () => {
  const page = await arrive('desktop', '?trang=co-quan');
  await page.getByText('Nhập danh sách cơ quan').click();
  const file = (list: unknown) => ({ name: 'co-quan.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(list)) });
  const office: Agency = { ...ward, code: 'H30.02', name: 'Sở Tư pháp' };
  await page.locator('#tep-co-quan').setInputFiles(file([office, office, { ...wing, code: 'H30.02.01', parent: 'H30.99' }]));
  await page.getByText(/^H30\.02 code: /).waitFor();
  await picture(page, 'agencies-import');
  expect(await known()).toHaveLength(3);
  await page.locator('#tep-co-quan').setInputFiles(file([office, top]));
  await page.getByText('Sẽ ghi nhận 1 cơ quan, 1 cơ quan đã đúng như vậy.').waitFor();
  expect(await known()).toHaveLength(3);
  expect(await accessibilityViolations(page)).toEqual([]);
  await page.locator('details[open] button', { hasText: 'Ghi nhận' }).click();
  await page.getByText('Đã ghi nhận 1 cơ quan, 1 cơ quan không đổi.').waitFor();
  expect((await known()).map(({ code }) => code)).toContain('H30.02');
});

test('days that cannot be stand at their fields with what was typed: a post, a delegation, a version and a code twice', async () => {
  const page = await arrive('phone', '?co-quan=H30.01');
  const shown = async (field: string, sentence: string, picture: string): Promise<void> => {
    await page.locator(`[id="${field}-error"]`).getByText(sentence).waitFor();
    await look(page, `wrong-${picture}`);
  };
  await page.locator('summary', { hasText: 'Cấp vị trí' }).click();
  await page.locator('#cap-tai-khoan').fill('motcua.noivu');
  await page.locator('#cap-vi-tri').selectOption('one-stop-clerk');
  await typeDate(page, 'cap-den', ['1', '1', '2020']);
  await page.locator('form:has(#cap-tai-khoan) button[type=submit]').click();
  await shown('cap-den', 'Ngày kết thúc trước ngày bắt đầu.', 'reversed');
  await typeDate(page, 'cap-den', ['', '', '']);
  await page.locator('form:has(#cap-tai-khoan) button[type=submit]').click();
  await shown('cap-tu', 'Người này đã giữ vị trí đó', 'post');
  expect([await page.locator('#cap-tai-khoan').inputValue(), await page.locator('#cap-vi-tri').inputValue()]).toEqual(['motcua.noivu', 'one-stop-clerk']);
  expect((await directory.people.byUsername('motcua.noivu'))?.posts).toHaveLength(1);

  await page.goto('/quan-tri/?trang=uy-quyen');
  const delegate = async (): Promise<void> => {
    await page.locator('#nguoi-uy-quyen').fill('lanhdao.noivu');
    await page.locator('#vi-tri-uy-quyen').selectOption('H30.01 leader');
    await page.locator('#nguoi-lam-thay').selectOption('motcua.noivu');
    await typeDate(page, 'uy-quyen-den', ['31', '12', '2099']);
    await page.locator('#ly-do-uy-quyen').fill('Đi công tác');
    await page.locator('form:has(#uy-quyen-den) button[type=submit]').click();
  };
  await page.locator('summary', { hasText: 'Ủy quyền một vị trí' }).click();
  await delegate();
  await page.getByText('Cán bộ một cửa Sở Nội vụ thay Lãnh đạo Sở Nội vụ').first().waitFor();
  await delegate();
  await shown('uy-quyen-tu', 'Vị trí này đã được ủy quyền', 'delegation');
  expect(await page.locator('#ly-do-uy-quyen').inputValue()).toBe('Đi công tác');

  await page.goto('/quan-tri/?co-quan=H30.01');
  await page.getByText('Thay đổi cơ quan').click();
  await page.locator('#sua-name').fill('Sở Nội vụ và Lao động');
  await typeDate(page, 'sua-from', ['1', '3', '2025']);
  await page.locator('#sua-decision').fill('NQ 01/NQ-HĐND');
  await page.locator('form:has(#sua-name) button[type=submit]').click();
  await page.getByRole('heading', { name: 'Sở Nội vụ và Lao động' }).waitFor();
  await page.getByText('Thay đổi cơ quan').click();
  await page.locator('#sua-name').fill('Sở Nội vụ mới');
  await typeDate(page, 'sua-from', ['1', '2', '2025']);
  await page.locator('form:has(#sua-name) button[type=submit]').click();
  await shown('sua-from', 'Ngày hết hiệu lực trước ngày bắt đầu.', 'version');
  expect(await page.locator('#sua-name').inputValue()).toBe('Sở Nội vụ mới');

  await page.goto('/quan-tri/?trang=co-quan');
  await page.getByText('Ghi nhận cơ quan mới').click();
  await page.locator('#moi-code').fill('H30.01');
  await page.locator('#moi-name').fill('Sở khác');
  await page.locator('#moi-source').fill('QĐ');
  await page.locator('form:has(#moi-code) button[type=submit]').click();
  await shown('moi-code', 'Mã này đã là mã của Sở Nội vụ và Lao động.', 'code');
  expect([await page.locator('#moi-name').inputValue(), (await known()).find(({ code }) => code === 'H30.01')?.name]).toEqual(['Sở khác', 'Sở Nội vụ và Lao động']);
});

test('a calendar with a hole names the years, and is whole once they have their days', async () => {
  const page = await arrive('phone', '?trang=lich');
  await page.locator('summary', { hasText: 'Thêm ngày' }).click();
  const add = async (year: string): Promise<void> => {
    await typeDate(page, 'ngay-tinh', ['1', '1', year]);
    await page.locator('#ten-tinh').fill('Tết Dương lịch');
    await page.locator('#nguon-tinh').fill('Thông báo của Bộ Nội vụ');
    await page.getByRole('button', { name: 'Thêm ngày' }).click();
  };
  await add('2029');
  await page.getByRole('button', { name: 'Xem trước thay đổi' }).click();
  await page.locator('#nam-tinh-error').getByText('Chưa có ngày nghỉ nào trong năm 2028.').waitFor();
  expect(await page.locator('#nam-tinh').inputValue()).toBe('2028');
  await look(page, 'wrong-hole');
  await add('2028');
  await page.locator('#nam-tinh-error').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Xem trước thay đổi' }).click();
  await page.getByText('Thêm 2 ngày').waitFor();
});
