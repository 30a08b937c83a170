import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Session } from '../../infra/local/seed/sign-in.ts';
import { smallPng } from '../support/birth-registration.ts';
import { type Size, type Visitor, closeVisits, launchBrowser } from '../support/browser.ts';
import { choose, look, officerAt, openAtDesk, picture, pickedPdf, unaware } from '../support/journey.ts';
import { act, checkedUpload, fileBirth, fileCommon, firstWard, person } from '../support/people.ts';

let browser: Browser;
let citizen: Session, clerk: Session, officer: Session;
beforeAll(async () => {
  browser = await launchBrowser();
  [citizen, clerk, officer] = await Promise.all(['congdan01', 'motcua.vithanh1', 'chuyenvien.vithanh1'].map(person)) as [Session, Session, Session];
});
afterAll(closeVisits);

/** What no other journey files: the list narrowed to it holds what this one put there. */
const rare = '1.004873';
/** What an earlier run left there is taken up first. */
const takeLeftOver = async (): Promise<void> => {
  const { items } = await (await officer.send('GET', `/api/desk/agencies/${firstWard}/queues/to-take?procedure=${rare}&limit=100`)).json() as { items: { dossierId: string }[] };
  for (const { dossierId } of items) await act(officer, dossierId, 'take');
};
const acceptedRare = async (): Promise<string> => {
  const { dossierId } = await fileCommon(citizen, rare);
  await act(clerk, dossierId, 'accept');
  return dossierId;
};

describe.each(['phone', 'desktop'] as const)('a day at the desk, on a %s', (size: Size) => {
  let atDesk: Visitor, atWork: Visitor;
  beforeAll(async () => {
    [atDesk, atWork] = await Promise.all(['motcua.vithanh1', 'chuyenvien.vithanh1'].map((username) => officerAt(browser, { size, username }))) as [Visitor, Visitor];
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') for (const [who, { page }] of Object.entries({ atDesk, atWork })) await picture(page, `failed-desk-${who}`);
  });
  afterAll(() => Promise.all([atDesk, atWork].map(({ context }) => context.close())));

  test('the clerk files for somebody at the counter; what is missing is said at its field, nothing typed is lost, the receipt is printed', async () => {
    const { page, context } = atDesk;
    await page.getByRole('link', { name: 'Nộp hồ sơ tại quầy' }).click();
    await page.getByLabel('Thủ tục hành chính').fill('1.004884 Đăng ký lại khai sinh');
    await page.getByLabel('Trường hợp').selectOption({ label: 'Không phải xác minh' });
    const who = page.getByRole('region', { name: 'Người nộp' });
    await who.getByLabel('Họ, chữ đệm và tên').fill('Người Nộp Tại Quầy');
    await who.getByLabel('Số giấy tờ').fill('0930 0000 0099');
    await who.getByLabel('Người nộp đồng ý').check();
    const said = page.getByRole('region', { name: 'Nội dung khai' });
    for (const [label, text] of [['Nơi cư trú', 'Khu vực 3, phường I'], ['Số điện thoại', '0912345678'], ['Nội dung đề nghị giải quyết', 'Đăng ký lại khai sinh']] as const) await said.getByLabel(label).first().fill(text);
    await page.getByRole('button', { name: 'Nộp và tiếp nhận' }).click();
    await page.getByRole('alert').getByText('Cần đối chiếu giấy tờ tùy thân của người nộp').waitFor();
    await look(page, 'desk-1-counter');
    await who.getByLabel('Tôi đã đối chiếu giấy tờ với người nộp').check();
    // what was asked once stands in the form
    expect(await said.getByLabel(/^Họ, chữ đệm/).first().inputValue()).toBe('Người Nộp Tại Quầy');
    await page.getByLabel('Bản chính: Hộ chiếu/').fill('1');
    await page.getByLabel('Đính kèm bản quét: Giấy tờ có giá trị').setInputFiles(pickedPdf('cu-tru.pdf'));
    await page.getByRole('button', { name: 'Bỏ tệp cu-tru.pdf' }).waitFor();
    await page.reload();
    expect(await who.getByLabel('Họ, chữ đệm và tên').inputValue()).toBe('Người Nộp Tại Quầy');
    await page.getByRole('button', { name: 'Nộp và tiếp nhận' }).click();
    await page.getByRole('heading', { name: /Đã tiếp nhận, số 000\.01\.19\.H30-\d{6}-\d{4}/ }).waitFor();
    await page.getByRole('button', { name: 'In giấy tiếp nhận' }).waitFor();
    await look(page, 'desk-2-counter-filed');
    const [paper] = await Promise.all([context.waitForEvent('page'), page.getByRole('button', { name: 'In giấy tiếp nhận' }).click()]);
    await paper.close();
    await page.getByRole('button', { name: 'Mở hồ sơ' }).click();
    await page.getByRole('heading', { level: 2, name: 'Đăng ký lại khai sinh' }).waitFor();
    await page.getByRole('region', { name: 'Người nộp' }).getByText('Người Nộp Tại Quầy').waitFor();
    await look(page, 'desk-3-counter-dossier');
  });

  test('of two officers at once the second sees what changed and keeps what was typed', async () => {
    const { dossierId } = await fileBirth(citizen);
    const { page } = atDesk;
    await openAtDesk(page, dossierId);
    const dialog = await choose(page, 'Từ chối tiếp nhận');
    await dialog.getByLabel('Lý do từ chối').fill('Thiếu căn cước của cha');
    await unaware(page, '**/api/desk/dossiers/*', async () => {
      await act(clerk, dossierId, 'accept');
      await dialog.getByRole('button', { name: 'Từ chối và gửi phiếu' }).click();
    });
    await dialog.getByText(/Đã tiếp nhận \(Cán bộ một cửa/).waitFor();
    await dialog.getByText('Việc này không còn làm được với hồ sơ.').waitFor();
    expect(await dialog.getByLabel('Lý do từ chối').inputValue()).toBe('Thiếu căn cước của cha');
    await look(page, 'desk-4-faster');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  test('a photographed paper is looked at in the pane, larger and turned', async () => {
    const { dossierId } = await fileCommon(citizen, '1.004884', { uploadId: await checkedUpload(citizen, smallPng(), { fileName: 'can-cuoc.png', contentType: 'image/png' }) });
    const { page } = atDesk;
    await openAtDesk(page, dossierId);
    await page.getByRole('button', { name: 'Xem can-cuoc.png' }).click();
    const shown = page.getByRole('img', { name: /Ảnh chụp giấy tờ/ });
    await expect.poll(() => shown.evaluate((image) => (image as HTMLImageElement).naturalWidth), { timeout: 20_000 }).toBe(60);
    await page.getByRole('button', { name: 'Phóng to' }).click();
    await page.getByRole('button', { name: 'Xoay 90°' }).click();
    await page.getByText('150 %').waitFor();
    await look(page, 'desk-5-viewer');
  });

  test('a list is narrowed, and many are taken at once with a result for each', async () => {
    await takeLeftOver();
    const mine = await Promise.all([acceptedRare(), acceptedRare(), acceptedRare()]);
    const { page } = atWork;
    await page.goto('/ban-lam-viec/?hang=cho-nhan-xu-ly');
    await page.getByRole('button', { name: 'Lọc', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Bộ lọc' });
    await dialog.getByLabel('Thủ tục').fill('không có');
    await dialog.getByRole('button', { name: 'Áp dụng' }).click();
    await dialog.getByText('Hãy chọn một thủ tục trong danh sách').waitFor();
    await look(page, 'desk-6-filter');
    await dialog.getByLabel('Thủ tục').fill(`${rare} Cấp giấy xác nhận tình trạng hôn nhân`);
    await dialog.getByLabel('Hình thức nộp').selectOption('online');
    await dialog.getByRole('button', { name: 'Áp dụng' }).click();
    await page.getByText('3 hồ sơ khớp bộ lọc').waitFor();
    expect(Object.fromEntries(new URL(page.url()).searchParams)).toMatchObject({ 'thu-tuc': rare, kenh: 'truc-tuyen' });
    await page.reload();
    await page.getByText('3 hồ sơ khớp bộ lọc').waitFor();
    if (size === 'desktop') {
      // by keyboard: choose the first, unchoose it, open it, reach its button, close it
      for (const key of ['j', 'x']) await page.keyboard.press(key);
      await page.getByText('Đã chọn 1 hồ sơ').first().waitFor();
      for (const key of ['x', 'Enter']) await page.keyboard.press(key);
      await page.getByRole('group', { name: 'Việc có thể làm' }).waitFor();
      await page.keyboard.press('e');
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Nhận xử lý');
      await page.keyboard.press('Escape');
      await page.waitForFunction(() => !location.search.includes('ho-so'));
    }
    await page.getByRole('button', { name: 'Chọn tất cả' }).click();
    await look(page, 'desk-7-chosen');
    await unaware(page, '**/queues/**', async () => {
      await act(officer, mine[0] ?? '', 'take');
      await page.getByRole('button', { name: 'Nhận xử lý 3 hồ sơ' }).click();
    });
    await page.getByText('Đã nhận xử lý 2 hồ sơ. 1 hồ sơ chưa làm được').waitFor();
    await look(page, 'desk-8-bulk');
    await page.getByRole('button', { name: /^Bỏ lọc: Trực tuyến/ }).click();
    await page.waitForFunction(() => !location.search.includes('kenh'));
    await page.goBack();
    await page.waitForFunction(() => location.search.includes('kenh=truc-tuyen'));
    for (const id of mine.slice(1)) expect((await (await officer.send('GET', `/api/desk/dossiers/${id}`)).json() as { state: { business: number } }).state.business).toBe(4);
  });

  test('the register of the month is read, and taken to a spreadsheet', async () => {
    const { page } = atDesk;
    await page.goto('/ban-lam-viec/');
    await page.getByRole('button', { name: 'Sổ theo dõi' }).click();
    const register = page.getByRole('dialog', { name: 'Sổ theo dõi hồ sơ' });
    await register.getByText(/^\d+ hồ sơ$/).waitFor();
    expect(await register.locator('tbody tr').count()).toBeGreaterThan(0);
    await look(page, 'desk-9-register');
    const [saved] = await Promise.all([page.waitForEvent('download'), register.getByRole('button', { name: /CSV/ }).click()]);
    expect(saved.suggestedFilename()).toMatch(/^so-theo-doi-H30\.19\.01-\d{4}-\d{2}\.csv$/);
    expect([...atDesk.trouble, ...atWork.trouble]).toEqual([]);
  });

  test('the leader’s board says how the agency stands, and a number leads to its list', async () => {
    const { page, context, trouble } = await officerAt(browser, { size, username: 'lanhdao.vithanh1' });
    await page.getByRole('navigation', { name: 'Hàng chờ' }).getByRole('link', { name: 'Bảng điều hành' }).click();
    await page.getByText(/hồ sơ đang xử lý/).first().waitFor();
    await page.getByText('Xem dạng bảng').click();
    await look(page, 'desk-10-board');
    await page.locator('.board-name').getByRole('link', { name: /Chuyên viên/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Đang xử lý' }).waitFor();
    expect(new URL(page.url()).searchParams.get('can-bo')).toBeTruthy();
    await page.getByRole('button', { name: /^Bỏ lọc: Chuyên viên/ }).waitFor();
    expect(trouble).toEqual([]);
    await context.close();
  });
});
