import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { accessibilityViolations } from '../support/axe.ts';
import { closeVisits, launchBrowser, visit } from '../support/browser.ts';
import type { Size, Visitor } from '../support/browser.ts';
import { moved, officers } from './fake-dossiers.ts';
import { fakeProvince } from './fake-province.ts';
import type { FakeProvince } from './fake-province.ts';

let browser: Browser;
let province: FakeProvince;
let visitor: Visitor | undefined;
beforeAll(async () => { browser = await launchBrowser(); });
afterAll(closeVisits);
beforeEach(async () => { province = await fakeProvince(officers.both); });
afterEach(async () => {
  const trouble = visitor?.trouble ?? [];
  await visitor?.context.close();
  visitor = undefined;
  await province.close();
  expect(trouble).toEqual([]);
});

const arrive = async (query = '', size: Size = 'desktop'): Promise<Page> => {
  visitor = await visit(browser, province.origin, size);
  await visitor.page.goto(`/ban-lam-viec/${query}`);
  return visitor.page;
};
const dossierAt = (n: number): string => province.dossiers[n]?.dossierId ?? '';
const countOf = (page: Page, queue: string) => page.getByRole('navigation', { name: 'Hàng chờ' }).getByRole('link', { name: queue }).locator('.count').textContent();
const dialogText = (page: Page) => page.getByRole('dialog').getByRole('textbox').inputValue();
const beginRefusal = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Việc khác' }).click();
  await page.getByRole('button', { name: 'Từ chối tiếp nhận' }).click();
};

test('accepting shows its result in the list and the counts at once', async () => {
  const page = await arrive(`?ho-so=${dossierAt(3)}`);
  await page.getByRole('button', { name: 'Tiếp nhận', exact: true }).click();
  await page.getByText('Đã tiếp nhận, số 000.01.19.H30-261122-0001').waitFor();
  expect([await countOf(page, 'Chờ tiếp nhận'), await countOf(page, 'Chờ nhận xử lý')]).toEqual(['13', '7']);
  expect(await page.locator(`[data-dossier="${dossierAt(3)}"]`).count()).toBe(0);
  await page.getByRole('button', { name: 'Nhận xử lý' }).waitFor();
  const written = province.asked.filter(({ line }) => line.endsWith('/accept'));
  expect(written).toHaveLength(1);
  expect(written[0]).toMatchObject({ key: expect.stringMatching(/^[A-Za-z0-9_-]{8,64}$/) as string, body: { revision: 1 } });
});

test('what is filed meanwhile stands in the list within seconds', async () => {
  const page = await arrive();
  await page.getByText('14 hồ sơ').waitFor();
  const view = province.dossiers[0];
  if (view === undefined) throw new Error('no dossier');
  province.dossiers.push({ ...view, dossierId: 'dos_01K9M3Z5T8Q2W4E6R8Y0P19999', applicant: { name: 'Người vừa nộp' } });
  const looks = (): number => province.asked.filter(({ line }) => /\/agencies\/[^/]+\/counts$/.test(line)).length;
  const before = looks();
  await page.getByRole('link', { name: 'Người vừa nộp' }).waitFor();
  // the next look but one, two seconds apart, and one while the list came: not the reading of the whole list every ten seconds
  expect(looks() - before).toBeLessThanOrEqual(3);
  expect(await countOf(page, 'Chờ tiếp nhận')).toBe('15');
});

test('a refusal needs its reason, and keeps it when the province is busy', async () => {
  const page = await arrive(`?ho-so=${dossierAt(2)}`);
  await beginRefusal(page);
  await page.getByRole('button', { name: 'Từ chối và gửi phiếu' }).click();
  await page.getByText('Cần ghi lý do từ chối').waitFor();
  await page.getByRole('textbox', { name: 'Lý do từ chối' }).fill('Thiếu giấy chứng sinh. Xin bổ sung bản chính.');
  province.failures.push('busy');
  await page.getByRole('button', { name: 'Từ chối và gửi phiếu' }).click();
  await page.getByText('Hệ thống đang bận.').waitFor();
  expect(await dialogText(page)).toBe('Thiếu giấy chứng sinh. Xin bổ sung bản chính.');
  await page.getByRole('button', { name: 'Từ chối và gửi phiếu' }).click();
  await page.locator('.said').getByText('Đã từ chối tiếp nhận').waitFor();
  const written = province.asked.filter(({ line }) => line.endsWith('/refuse'));
  expect(written).toHaveLength(2);
  expect(written[0]?.key).toBe(written[1]?.key);
});

test('a reason outlives a reload', async () => {
  const page = await arrive(`?ho-so=${dossierAt(2)}`);
  await beginRefusal(page);
  await page.getByRole('textbox', { name: 'Lý do từ chối' }).fill('Chưa xong');
  await page.reload();
  await beginRefusal(page);
  expect(await dialogText(page)).toBe('Chưa xong');
});

test('when somebody was faster, the officer sees what changed and keeps what was typed', async () => {
  const page = await arrive(`?ho-so=${dossierAt(5)}`);
  await beginRefusal(page);
  await page.getByRole('textbox', { name: 'Lý do từ chối' }).fill('Thiếu căn cước');
  const view = province.dossiers[5];
  if (view === undefined) throw new Error('no dossier');
  province.dossiers[5] = moved(view, 'accept');
  await page.getByRole('button', { name: 'Từ chối và gửi phiếu' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Người khác vừa xử lý hồ sơ này.').waitFor();
  await dialog.getByText(/Đã tiếp nhận \(Cán bộ một cửa 01/).waitFor();
  await dialog.getByText('Việc này không còn làm được với hồ sơ.').waitFor();
  expect(await dialogText(page)).toBe('Thiếu căn cước');
  expect(await dialog.getByRole('button', { name: 'Từ chối và gửi phiếu' }).count()).toBe(0);
});

test('what somebody else does to an open dossier is told within seconds, and a dialog keeps what was typed', async () => {
  const page = await arrive(`?ho-so=${dossierAt(6)}`);
  await beginRefusal(page);
  await page.getByRole('textbox', { name: 'Lý do từ chối' }).fill('Thiếu bản chính');
  const view = province.dossiers[6];
  if (view === undefined) throw new Error('no dossier');
  province.dossiers[6] = moved(view, 'accept');
  await page.evaluate("dispatchEvent(new Event('focus'))");
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/Đã tiếp nhận \(Cán bộ một cửa 01/).waitFor();
  expect(await dialogText(page)).toBe('Thiếu bản chính');
  expect(province.asked.some(({ line }) => line.endsWith('/refuse'))).toBe(false);
});

test('a picture is looked at in the pane, larger and turned; a PDF in a frame, or in a tab where the browser shows none', async () => {
  const page = await arrive(`?ho-so=${dossierAt(8)}`);
  await page.getByRole('button', { name: 'Xem giay-chung-sinh.jpg' }).click();
  const picture = page.getByRole('img', { name: /Ảnh chụp giấy tờ: Giấy chứng sinh/ });
  await picture.waitFor();
  await page.getByRole('button', { name: 'Phóng to' }).click();
  await page.getByText('150 %').waitFor();
  await page.getByRole('button', { name: 'Xoay 90°' }).click();
  expect(await page.evaluate("(() => { const node = document.querySelector('.viewer-picture'); return [getComputedStyle(node).rotate, node.offsetWidth > node.parentElement.clientWidth]; })()")).toEqual(['90deg', true]);
  expect(await accessibilityViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Xem can-cuoc-cha-me.pdf' }).click();
  await page.getByText('Trình duyệt này không hiện PDF trong trang.').waitFor();
  expect(await page.getByRole('link', { name: 'Mở trong thẻ mới' }).getAttribute('rel')).toBe('noopener noreferrer');
  await page.addInitScript("Object.defineProperty(navigator, 'pdfViewerEnabled', { value: true })");
  await page.reload();
  await page.getByRole('button', { name: 'Xem can-cuoc-cha-me.pdf' }).click();
  await page.locator('iframe[title^="Đang xem: Căn cước"]').waitFor();
  expect(province.asked.filter(({ line }) => line.includes('/files/')).length).toBe(3);
});

test('a result is uploaded, checked and sent', async () => {
  const page = await arrive(`?hang=dang-xu-ly&ho-so=${dossierAt(30)}`);
  await page.getByRole('button', { name: 'Hoàn thành, gửi kết quả' }).click();
  await page.getByRole('button', { name: 'Hoàn thành', exact: true }).click();
  await page.getByText('Cần chọn tệp kết quả').waitFor();
  await page.getByLabel('Tệp kết quả').setInputFiles({ name: 'ket-qua.txt', mimeType: 'text/plain', buffer: Buffer.from('x') });
  await page.getByText('Chỉ nhận tệp PDF, JPG hoặc PNG.').waitFor();
  await page.getByLabel('Tệp kết quả').setInputFiles({ name: 'ket-qua.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') });
  await page.getByText('ket-qua.pdf (240 KB) đã kiểm tra xong').waitFor();
  await page.getByRole('button', { name: 'Hoàn thành', exact: true }).click();
  await page.getByText('Đã hoàn thành, kết quả chờ trả').waitFor();
  expect([await countOf(page, 'Đang xử lý'), await countOf(page, 'Chờ trả kết quả')]).toEqual(['129', '4']);
});

test('the desk runs by keyboard', async () => {
  const page = await arrive();
  await page.locator('.row').first().waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Đăng ký khai tử' }).waitFor();
  await page.keyboard.press('e');
  expect(await page.evaluate('document.activeElement.textContent')).toBe('Tiếp nhận');
  await page.keyboard.press('Escape');
  await page.waitForFunction("!location.search.includes('ho-so')");
  await page.keyboard.press('Control+k');
  await page.keyboard.type('dang xu ly');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Đang xử lý' }).waitFor();
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Phím tắt' }).waitFor();
});

test('filters live in the address, each can be dropped, and the back button undoes them', async () => {
  const page = await arrive('?hang=dang-xu-ly');
  await page.getByText('100 trên 130 hồ sơ').waitFor();
  await page.getByRole('button', { name: 'Lọc', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Bộ lọc' });
  await dialog.getByLabel('Thủ tục').fill('không có');
  await dialog.getByRole('button', { name: 'Áp dụng' }).click();
  await dialog.getByText('Hãy chọn một thủ tục trong danh sách').waitFor();
  expect(await accessibilityViolations(page)).toEqual([]);
  await dialog.getByLabel('Thủ tục').fill('1.000656 Đăng ký khai tử');
  await dialog.getByLabel('Hình thức nộp').selectOption('post');
  await dialog.getByRole('button', { name: 'Áp dụng' }).click();
  await page.waitForFunction("location.search.includes('thu-tuc=1.000656') && location.search.includes('kenh=buu-chinh')");
  await page.getByText('7 hồ sơ khớp bộ lọc').waitFor();
  await page.getByRole('button', { name: 'Bỏ lọc: Bưu chính công ích' }).click();
  await page.getByText('26 hồ sơ khớp bộ lọc').waitFor();
  await page.goBack();
  await page.getByText('7 hồ sơ khớp bộ lọc').waitFor();
  await page.goBack();
  await page.getByText('100 trên 130 hồ sơ').waitFor();
  await page.evaluate("document.querySelector('.rows').scrollTop = 1e6");
  await page.getByText(/^130 hồ sơ/).waitFor();
});

test('a search reads the whole queue and never leaves the browser', async () => {
  const page = await arrive('?hang=dang-xu-ly');
  await page.getByText('100 trên 130 hồ sơ').waitFor();
  await page.getByRole('searchbox').fill('nguoi nop ho so 152');
  await page.getByText('1 hồ sơ khớp bộ lọc').waitFor();
  expect(await page.evaluate('location.hash')).toBe('#tim=nguoi+nop+ho+so+152');
  expect(province.asked.some(({ line }) => line.includes('tim'))).toBe(false);
  await page.reload();
  await page.getByText('1 hồ sơ khớp bộ lọc').waitFor();
});

test('one act on many: each row is done or says why not, and what failed stays chosen', async () => {
  const page = await arrive('?hang=cho-tra-ket-qua');
  await page.getByText('3 hồ sơ').first().waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.getByRole('checkbox').nth(1).check();
  await page.getByText('Đã chọn 2 hồ sơ').waitFor();
  expect(await accessibilityViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Bỏ chọn' }).click();
  await page.getByRole('button', { name: 'Chọn tất cả' }).click();
  const faster = province.dossiers.findIndex(({ state }) => state.business === 9);
  const view = province.dossiers[faster];
  if (view === undefined) throw new Error('no dossier');
  province.dossiers[faster] = { ...view, revision: view.revision + 1 };
  await page.getByRole('button', { name: 'Trả kết quả 3 hồ sơ' }).click();
  await page.getByText('Đã trả kết quả 2 hồ sơ. 1 hồ sơ chưa làm được').waitFor();
  await page.getByText('Người khác vừa xử lý hồ sơ này.').waitFor();
  expect(await countOf(page, 'Chờ trả kết quả')).toBe('1');
  await page.getByRole('button', { name: 'Trả kết quả 1 hồ sơ' }).click();
  await page.getByText('Đã trả kết quả 1 hồ sơ', { exact: true }).waitFor();
  await page.getByText('Không có kết quả nào chờ trả').waitFor();
  expect(await accessibilityViolations(page)).toEqual([]);
});

test('what is overdue is a list of its own', async () => {
  const page = await arrive('?hang=qua-han');
  await page.getByText('30 hồ sơ').waitFor();
  // ranges are counted apart from the list
  await expect.poll(() => countOf(page, 'Quá hạn')).toBe('30');
  expect(await page.locator('.row').count()).toBe(await page.locator('.when-overdue').count());
});

test('an officer of two agencies changes desk; what a post may not do is not there', async () => {
  const page = await arrive();
  await page.getByLabel('Chuyển cơ quan').selectOption('H30.19.03');
  await page.waitForFunction("location.search.includes('co-quan=H30.19.03')");
  await page.getByText('Không có hồ sơ nào chờ nhận xử lý').waitFor();
});

test('who may not sit at a desk is told why and shown the way', async () => {
  province.session = { kind: 'nobody' };
  const page = await arrive(`?ho-so=${dossierAt(1)}`);
  const link = page.getByRole('link', { name: 'Đăng nhập bằng tài khoản công vụ' });
  expect(await link.getAttribute('href')).toBe(`/api/auth/province/sign-in?return=${encodeURIComponent(`/ban-lam-viec/?ho-so=${dossierAt(1)}`)}`);
  province.session = { kind: 'citizen', name: 'Công dân 01' };
  await page.reload();
  await page.getByRole('heading', { name: 'Bạn đang đăng nhập bằng tài khoản công dân' }).waitFor();
  province.session = officers.duty;
  await page.reload();
  await page.getByRole('heading', { name: 'Tài khoản chưa có vị trí ở bộ phận một cửa' }).waitFor();
});

test('a lost network is a state: the list stays, says how old it is, and an act can be tried again', async () => {
  const page = await arrive(`?ho-so=${dossierAt(4)}`);
  await page.getByRole('button', { name: 'Tiếp nhận', exact: true }).waitFor();
  await visitor?.context.setOffline(true);
  await page.getByRole('button', { name: 'Tiếp nhận', exact: true }).click();
  await page.getByText('Không có kết nối mạng.').waitFor();
  await page.getByText('Danh sách chưa cập nhật được').waitFor();
  expect(await page.locator('.row').count()).toBe(14);
  await visitor?.context.setOffline(false);
  await page.getByRole('button', { name: 'Tiếp nhận', exact: true }).click();
  await page.getByText('Đã tiếp nhận, số').waitFor();
});

const places = [['queue', ''], ['open dossier', 'dossier']] as const;
const views = [['phone', 'light', 'vi'], ['phone', 'dark', 'en'], ['desktop', 'light', 'en'], ['desktop', 'dark', 'vi']] as const;
test.each(places.flatMap(([name, what]) => views.map((view) => [name, ...view, what] as const)))(
  'the %s on a %s, %s, in %s has no barrier', async (_, size, colorScheme, language, what) => {
    const page = await arrive(what === '' ? '' : `?ho-so=${dossierAt(7)}`, size);
    await page.emulateMedia({ colorScheme });
    if (language === 'en') await page.getByRole('button', { name: 'English' }).click();
    await page.locator(what === '' ? '.row' : '.pane-body').first().waitFor();
    await page.locator(`html[lang="${language}"]`).waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  });

test('dialogs have no barrier', async () => {
  const page = await arrive(`?ho-so=${dossierAt(7)}`);
  await beginRefusal(page);
  await page.getByRole('button', { name: 'Từ chối và gửi phiếu' }).click();
  expect(await accessibilityViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  for (const key of ['Control+k', '?']) {
    await page.keyboard.press(key);
    await page.getByRole('dialog').waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
  }
});
