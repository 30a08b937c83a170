import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { accessibilityViolations } from '../support/axe.ts';
import { launchBrowser, visit } from '../support/browser.ts';
import type { Size, Visitor } from '../support/browser.ts';
import { officers } from './fake-dossiers.ts';
import { fakeProvince } from './fake-province.ts';
import type { FakeProvince } from './fake-province.ts';

let browser: Browser;
let province: FakeProvince;
let visitor: Visitor | undefined;
beforeAll(async () => { browser = await launchBrowser(); });
afterAll(async () => { await browser.close(); });
beforeEach(async () => { province = await fakeProvince(officers.clerk); });
afterEach(async () => { const trouble = visitor?.trouble ?? []; await visitor?.context.close(); await province.close(); expect(trouble).toEqual([]); });

const arrive = async (size: Size): Promise<Page> => {
  visitor = await visit(browser, province.origin, size);
  visitor.page.setDefaultTimeout(10_000);
  await visitor.page.goto('/ban-lam-viec/');
  await visitor.page.getByRole('link', { name: 'Nộp hồ sơ tại quầy' }).click();
  await visitor.page.getByRole('heading', { name: 'Nộp hồ sơ tại quầy' }).waitFor();
  return visitor.page;
};
const fill = async (page: Page): Promise<void> => {
  await page.getByLabel('Thủ tục hành chính').fill('1.001193 Đăng ký khai sinh');
  await page.getByLabel('Họ, chữ đệm và tên', { exact: true }).fill('Người Nộp Tại Quầy');
  await page.getByLabel('Số giấy tờ').fill('0930 0000 0001');
  await page.getByLabel('Tôi đã đối chiếu giấy tờ với người nộp').check();
  await page.getByLabel('Người nộp đồng ý').check();
  await page.getByLabel('Họ, chữ đệm, tên của trẻ').fill('Trẻ Em Thử Nghiệm');
  await page.getByRole('textbox', { name: 'Ngày' }).fill('1');
  await page.getByRole('textbox', { name: 'Tháng' }).fill('11');
  await page.getByRole('textbox', { name: 'Năm' }).fill('2026');
  await page.getByLabel('Nữ').check();
  await page.getByLabel('Bản chính: Giấy chứng sinh').fill('1');
  await page.getByLabel('Bản sao: Giấy chứng sinh').fill('2');
};

test('on a desktop the page has no barrier, empty and filled', async () => {
  const page = await arrive('desktop');
  await fill(page);
  expect(await accessibilityViolations(page)).toEqual([]);
});

test('a clerk files for somebody and prints the receipt, on a phone', async () => {
  const page = await arrive('phone');
  await fill(page);
  await page.getByRole('button', { name: 'Nộp và tiếp nhận' }).click();
  // the second required paper was neither counted nor scanned
  await page.getByText('Giấy tờ bắt buộc: ghi số bản hoặc đính kèm bản quét').first().waitFor();
  expect(await accessibilityViolations(page)).toEqual([]);
  await page.getByLabel('Đính kèm bản quét: Căn cước của cha, mẹ').setInputFiles({ name: 'quet.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') });
  await page.getByRole('button', { name: /Bỏ tệp/ }).waitFor();
  // nothing is lost when the page is
  await page.reload();
  expect(await page.getByLabel('Họ, chữ đệm và tên', { exact: true }).inputValue()).toBe('Người Nộp Tại Quầy');
  province.failures.push('identity-not-checked');
  await page.getByRole('button', { name: 'Nộp và tiếp nhận' }).click();
  await page.getByText('Cần đối chiếu giấy tờ tùy thân của người nộp').first().waitFor();
  await page.getByRole('button', { name: 'Nộp và tiếp nhận' }).click();
  await page.getByRole('heading', { name: 'Đã tiếp nhận, số 000.01.19.H30-261122-0001' }).waitFor();
  await page.getByRole('button', { name: 'In giấy tiếp nhận' }).waitFor();
  expect(await accessibilityViolations(page)).toEqual([]);
  const sent = province.asked.filter(({ line }) => line.endsWith('/filings'));
  expect(sent).toHaveLength(2);
  expect(sent[0]?.key).toBe(sent[1]?.key);
  expect(sent[1]?.body).toMatchObject({
    procedure: '1.001193', case: 'thong-thuong', agency: 'H30.19.01', identityChecked: true, consentGiven: true, applicant: { name: 'Người Nộp Tại Quầy', identity: { kind: 'citizen-id', number: '093000000001' } },
    components: [{ paperId: 'giay-chung-sinh', original: 1, copy: 2, electronic: 0 }], attachments: [{ paperId: 'can-cuoc' }], answers: { 'ngay-sinh': '2026-11-01', 'gioi-tinh': 'nu' },
  });
  await page.getByRole('button', { name: 'Mở hồ sơ' }).click();
  await page.getByRole('heading', { name: /Đăng ký|Chứng thực|Cấp Giấy/, level: 2 }).waitFor();
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
});
