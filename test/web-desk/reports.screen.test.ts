import { mkdirSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { mediaKey } from '../../functions/feedback-classification/feedback.keys.ts';
import type { FeedbackDeps } from '../../functions/feedback-classification/ports.ts';
import { AcceptFeedback, AnswerFeedback, ApproveAnswer, TakeFeedback } from '../../shared/contracts/feedback-desk.ts';
import { systemClock } from '../../shared/kernel/clock.ts';
import { callerOf, type Officer } from '../../shared/runtime/actor.ts';
import { update } from '../../shared/runtime/transaction.ts';
import { uploadKey } from '../../shared/runtime/uploads/upload.keys.ts';
import { apiOn, depsOn, deskOf, directory, dispatcher, fieldOfficer, inWard, leader, moderator, nobody, operator, photo, suggestion, ward } from '../feedback-classification/support/desk.ts';
import { accessibilityViolations } from '../support/axe.ts';
import { launchBrowser, visit, type Size, type Visitor } from '../support/browser.ts';
import { memoryDynamo } from '../support/memory/memory-dynamo.ts';
import { serveFeedback, sessionOf } from './desk-in-memory.ts';
import { agencies, there } from './fake-dossiers.ts';
import { fakeProvince, type FakeProvince } from './fake-province.ts';

const pictures = '.local/pictures';
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const likely = { ...suggestion, confidence: 0.82, because: ['rác', 'lề đường', 'mùi'], alternatives: [{ category: 'pollution', confidence: 0.11 }, { category: 'drainage', confidence: 0.04 }] };

let browser: Browser;
let province: FakeProvince;
let who: Officer;
let table: ReturnType<ReturnType<typeof memoryDynamo>['table']>;
let desk: ReturnType<typeof deskOf>;
const visitors: Visitor[] = [];

beforeAll(async () => { browser = await launchBrowser(); mkdirSync(pictures, { recursive: true }); });
afterAll(async () => { await browser.close(); });
beforeEach(async () => {
  who = dispatcher;
  province = await fakeProvince(sessionOf(who));
  table = memoryDynamo().table('feedback');
  const plain = depsOn(table);
  const deps: FeedbackDeps = {
    ...plain, suggest: () => likely, links: { linkTo: () => Promise.resolve('/bieu-tuong.svg') }, places: { post: () => Promise.resolve({ url: '/fake-bucket', fields: {} }) },
    // what goes up is looked at when somebody asks
    uploads: { ...plain.uploads, find: async (id) => { await table.write(update(uploadKey(id), { expression: 'SET #state = :checked', names: { '#state': 'state' }, values: { ':checked': 'checked' } })); return plain.uploads.find(id); } },
    directory: { ...directory, agency: (code) => { const found = agencies.find((agency) => agency.code === code); return Promise.resolve(found === undefined ? undefined : { code, name: found.name, level: 'commune' as const }); } },
  };
  const origin = process.env['SITE_ORIGIN'];
  const call = apiOn(deps, systemClock);
  // requests of the test itself carry the origin of the tests, those of the page its own
  desk = deskOf(table, async (...asked) => { process.env['SITE_ORIGIN'] = origin; return call(...asked); });
  serveFeedback(province, deps, () => who);
});
afterEach(async () => {
  const trouble = visitors.flatMap((visitor) => visitor.trouble);
  for (const { context } of visitors.splice(0)) await context.close();
  await province.close();
  expect(trouble).toEqual([]);
});

const arrive = async (as: Officer, size: Size = 'desktop', query = ''): Promise<Page> => {
  who = as;
  province.session = sessionOf(as);
  const visitor = await visit(browser, province.origin, size);
  visitors.push(visitor);
  await visitor.page.goto(`/ban-lam-viec/${query}`);
  return visitor.page;
};
const settled = async (page: Page, name: string): Promise<void> => {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 'wider than the screen').toBeLessThanOrEqual(1);
  expect(await accessibilityViolations(page)).toEqual([]);
  await page.screenshot({ path: `${pictures}/reports-${name}.png` });
};
const near = (metres: number) => ({ lat: inWard.lat + metres / 111_195, long: inWard.long });
const dialog = (page: Page) => page.getByRole('dialog');
const said = (page: Page, text: string) => page.locator('.said').getByText(text).waitFor();
const rowOf = (page: Page, feedbackId: string) => page.locator(`[data-report="${feedbackId}"]`);

test('a dispatcher sees what is suggested, why, where and what lies near; joins the same matter and passes the rest on', async () => {
  const first = await desk.report({ text: 'Bãi rác tự phát ở lề đường trước chợ Vị Thanh, mùi hôi cả xóm.', place: { ...near(0), words: 'trước chợ Vị Thanh' }, media: [await photo(table, callerOf(fieldOfficer))] }, fieldOfficer);
  const same = await desk.report({ text: 'Rác tự phát ở lề đường trước chợ, mùi hôi không chịu nổi', place: near(25) });
  const urgent = await desk.report({ text: 'Dây điện đứt rơi xuống đường, chưa ai rào lại', place: near(2000), urgency: 'emergency' });
  const page = await arrive(dispatcher);
  await page.getByRole('heading', { name: 'Chờ tiếp nhận' }).waitFor();
  // the emergency first, then by keyboard to the next
  await expect.poll(() => page.locator('[data-report]').first().getAttribute('data-report'), { timeout: 20_000 }).toBe(urgent.feedbackId);
  await settled(page, 'inbox-desktop');
  await rowOf(page, same.feedbackId).focus();
  await page.keyboard.press('Enter');
  await page.getByText('Căn cứ vào các từ:').waitFor();
  expect(await page.locator('.report-text mark').allTextContents()).toEqual(expect.arrayContaining(['Rác', 'mùi']));
  await page.getByRole('img', { name: 'Vị trí trong Phường Vị Thanh' }).waitFor();
  await page.getByRole('img', { name: /1 phản ánh trong/ }).waitFor();
  await settled(page, 'report-desktop');
  await page.getByRole('button', { name: `Gộp vào ${first.trackingCode}` }).click();
  await dialog(page).getByRole('button', { name: 'Gộp với phản ánh khác' }).click();
  await said(page, `Đã gộp với phản ánh khác: ${same.trackingCode}`);
  await rowOf(page, same.feedbackId).waitFor({ state: 'detached' });
  await rowOf(page, first.feedbackId).click();
  await page.getByRole('button', { name: /Phóng to Ảnh 1/ }).waitFor();
  await page.keyboard.press('e');
  await page.keyboard.press('Enter');
  await dialog(page).getByRole('button', { name: 'Ô nhiễm: mùi, khói, bụi, nước thải, chăn nuôi 11 %' }).click();
  await dialog(page).getByRole('combobox', { name: 'Chuyển đến' }).selectOption({ label: 'UBND phường I, thành phố Vị Thanh' });
  await settled(page, 'accept-desktop');
  await dialog(page).getByRole('button', { name: 'Tiếp nhận và chuyển' }).click();
  await said(page, 'Đã tiếp nhận');
  expect(await desk.open(first.feedbackId)).toMatchObject({ state: 'ASSIGNED', category: { code: 'pollution' }, agency: { code: ward }, merged: 1 });
});

test('when another dispatcher was faster, what changed is told and what was typed stays; a category narrows the list by its address', async () => {
  const { feedbackId } = await desk.report();
  await desk.report({ category: 'roads', text: 'Ổ gà lớn giữa đường Trần Hưng Đạo', place: near(5000) });
  const page = await arrive(dispatcher, 'desktop', '?phan-anh=tiep-nhan&loai=roads');
  await page.getByText('Ổ gà lớn giữa đường').waitFor();
  expect(await page.locator('[data-report]').count()).toBe(1);
  await page.getByRole('button', { name: 'Bỏ lọc' }).click();
  await rowOf(page, feedbackId).click();
  await page.getByRole('button', { name: 'Việc khác' }).click();
  await page.getByRole('button', { name: 'Không tiếp nhận' }).click();
  await dialog(page).getByRole('radio', { name: 'Không đủ thông tin để xác minh' }).check();
  await dialog(page).getByRole('textbox', { name: 'Lời nhắn cho người gửi' }).fill('Xin cho biết rõ nơi xảy ra.');
  await desk.act(AcceptFeedback, dispatcher, feedbackId, { category: 'waste', route: true });
  await dialog(page).getByRole('button', { name: 'Không tiếp nhận' }).click();
  await dialog(page).getByText('Người khác vừa xử lý phản ánh này.').waitFor();
  await dialog(page).getByText(/Đã chuyển xử lý \(/).waitFor();
  expect(await dialog(page).getByRole('textbox', { name: 'Lời nhắn cho người gửi' }).inputValue()).toBe('Xin cho biết rõ nơi xảy ra.');
  expect(await dialog(page).getByRole('button', { name: 'Không tiếp nhận' }).count()).toBe(0);
  expect((await desk.open(feedbackId)).state).toBe('ASSIGNED');
});

test('let in without an agency, a report is split into tasks of two', async () => {
  const { feedbackId } = await desk.report();
  await desk.act(AcceptFeedback, dispatcher, feedbackId, { category: 'waste', route: false });
  const page = await arrive(dispatcher, 'desktop', `?phan-anh=tiep-nhan&ma=${feedbackId}`);
  await page.getByRole('button', { name: 'Việc khác' }).click();
  await page.getByRole('button', { name: 'Giao nhiều cơ quan' }).click();
  await dialog(page).getByRole('button', { name: 'Giao nhiều cơ quan' }).click();
  await dialog(page).getByText('Hãy chọn cơ quan').first().waitFor();
  const [lead, second] = [dialog(page).getByRole('combobox').nth(0), dialog(page).getByRole('combobox').nth(1)];
  await lead.selectOption(ward);
  await second.selectOption(there);
  await dialog(page).getByRole('textbox').nth(1).fill('Thu gom phần rác bên phường III');
  await dialog(page).getByRole('button', { name: 'Giao nhiều cơ quan' }).click();
  await said(page, 'Đã giao nhiều cơ quan');
  expect((await desk.open(feedbackId)).children.map(({ agency }) => agency.code)).toEqual([ward, there]);
});

test('on a phone a dispatcher corrects the place by a pin, splits and joins', async () => {
  const { feedbackId } = await desk.report({ place: { words: 'sau chợ Vị Thanh' } });
  const other = await desk.report({ text: 'Rác đổ đầy lề đường trước chợ', place: near(10) });
  await desk.act(AcceptFeedback, dispatcher, feedbackId, { category: 'waste', route: false });
  const page = await arrive(dispatcher, 'phone', `?phan-anh=tiep-nhan&ma=${feedbackId}`);
  const choose = async (name: string): Promise<void> => { await page.getByRole('button', { name: 'Việc khác' }).click(); await page.getByRole('button', { name, exact: true }).click(); };
  await page.getByText('Chưa có vị trí trên bản đồ, chỉ có lời mô tả').waitFor();
  await choose('Sửa phân loại');
  await dialog(page).getByText('Sửa nơi xảy ra').click();
  await dialog(page).getByRole('textbox', { name: 'Toạ độ' }).fill('105.45679, 9.76071');
  await dialog(page).getByRole('button', { name: 'Đổi thành 9.76071, 105.45679' }).click();
  await dialog(page).getByRole('img', { name: 'Vị trí trong Phường Vị Thanh' }).waitFor();
  await dialog(page).getByRole('textbox', { name: 'Lý do' }).fill('Gọi lại hỏi người gửi.');
  await settled(page, 'place-phone');
  await dialog(page).getByRole('button', { name: 'Lưu' }).click();
  await said(page, 'Đã sửa phân loại');
  await page.getByText('Chưa có vị trí trên bản đồ, chỉ có lời mô tả').waitFor({ state: 'detached' });
  expect(await desk.open(feedbackId)).toMatchObject({ place: { ...inWard, words: 'sau chợ Vị Thanh' }, area: { code: '31321' } });
  await choose('Giao nhiều cơ quan');
  await dialog(page).getByRole('combobox').nth(1).waitFor();
  await settled(page, 'split-phone');
  await dialog(page).getByRole('button', { name: 'Để sau' }).click();
  await page.getByRole('button', { name: 'Về danh sách' }).click();
  await rowOf(page, feedbackId).click();
  await page.getByRole('button', { name: `Gộp vào ${other.trackingCode}` }).click();
  await settled(page, 'merge-phone');
  await dialog(page).getByRole('button', { name: 'Gộp với phản ánh khác' }).click();
  await said(page, 'Đã gộp với phản ánh khác');
});

test('the agency takes it, tells how far it is with a photo and a day, answers; the leader approves', async () => {
  const { feedbackId, trackingCode } = await desk.report();
  await desk.act(AcceptFeedback, dispatcher, feedbackId, { category: 'waste' });
  const page = await arrive(fieldOfficer, 'phone');
  await rowOf(page, feedbackId).click();
  await page.getByRole('button', { name: 'Nhận xử lý' }).click();
  await said(page, 'Đã nhận xử lý');
  await page.getByRole('button', { name: 'Báo tiến độ' }).click();
  await dialog(page).getByRole('textbox', { name: 'Đã làm đến đâu' }).fill('Đã hẹn đội vệ sinh chiều nay.');
  await dialog(page).getByRole('textbox', { name: 'Ngày' }).fill('30');
  await dialog(page).getByRole('textbox', { name: 'Tháng' }).fill('12');
  await dialog(page).getByRole('textbox', { name: 'Năm' }).fill('2099');
  await page.locator('#anh-tien-do').setInputFiles({ name: 'IMG_0001.png', mimeType: 'image/png', buffer: png });
  await dialog(page).getByText('Tệp 1: đã tải lên').waitFor();
  await settled(page, 'progress-phone');
  await dialog(page).getByRole('button', { name: 'Báo tiến độ' }).click();
  await said(page, 'Đã báo tiến độ');
  await page.getByRole('button', { name: 'Trả lời', exact: true }).click();
  await dialog(page).getByRole('button', { name: 'Gửi câu trả lời' }).click();
  await dialog(page).getByText('Hãy viết câu trả lời').waitFor();
  await dialog(page).getByRole('textbox', { name: 'Câu trả lời' }).fill('Đã dọn sạch, đặt thêm thùng rác.');
  await dialog(page).getByRole('button', { name: 'Gửi câu trả lời' }).click();
  await said(page, `Đã trả lời: ${trackingCode}`);
  await settled(page, 'answered-phone');
  const leading = await arrive(leader, 'desktop', '?phan-anh=cho-duyet');
  await rowOf(leading, feedbackId).click();
  await leading.getByText('Đã dọn sạch, đặt thêm thùng rác.').waitFor();
  await leading.getByRole('button', { name: 'Duyệt câu trả lời' }).click();
  await said(leading, 'Đã duyệt câu trả lời');
  expect(await desk.open(feedbackId)).toMatchObject({ state: 'IN_REVIEW', media: [{ phase: 'progress' }] });
});

test('a moderator publishes the words and the photos that were checked; what nobody checked cannot be', async () => {
  const { feedbackId, trackingCode } = await desk.report({ media: [await photo(table, callerOf(fieldOfficer))] }, fieldOfficer);
  await desk.act(AcceptFeedback, dispatcher, feedbackId, { category: 'waste' });
  await desk.act(TakeFeedback, fieldOfficer, feedbackId);
  const after = await photo(table, callerOf(fieldOfficer));
  await desk.act(AnswerFeedback, fieldOfficer, feedbackId, { text: 'Đã dọn sạch.', media: [after] });
  await desk.act(ApproveAnswer, leader, feedbackId);
  await table.write(update(mediaKey(feedbackId, after), { expression: 'SET checkedAt = :at', values: { ':at': new Date().toISOString() } }));
  const page = await arrive(moderator);
  await rowOf(page, feedbackId).click();
  await page.getByRole('button', { name: 'Công khai kết quả' }).click();
  await dialog(page).getByText(/chưa kiểm tra khuôn mặt và biển số/).waitFor();
  expect(await dialog(page).getByRole('checkbox').count()).toBe(1);
  await dialog(page).getByRole('checkbox', { name: /Công khai Ảnh 2/ }).check();
  await dialog(page).getByRole('textbox', { name: 'Lời công khai' }).fill('Rác đổ đầy lề đường trước chợ.');
  await settled(page, 'publish-desktop');
  await dialog(page).getByRole('button', { name: 'Công khai kết quả' }).click();
  await said(page, `Đã công khai: ${trackingCode}`);
  const published = await desk.open(feedbackId);
  expect(published).toMatchObject({ state: 'PUBLISHED', publicText: 'Rác đổ đầy lề đường trước chợ.' });
  expect(published.media.filter((one) => one.published).map(({ mediaId }) => mediaId)).toEqual([after]);
});

test.each(['desktop', 'phone'] as const)('before it is published a photo is covered by a person on a %s, by drawing and by keys, over what is suggested', async (size) => {
  const { feedbackId } = await desk.report({ media: [await photo(table, callerOf(fieldOfficer))] }, fieldOfficer);
  for (const [route, officer, body] of [[AcceptFeedback, dispatcher, { category: 'waste' }], [TakeFeedback, fieldOfficer, {}], [AnswerFeedback, fieldOfficer, { text: 'Đã dọn sạch.' }], [ApproveAnswer, leader, {}]] as const) await desk.act(route, officer, feedbackId, body);
  const drawing = await browser.newPage({ viewport: { width: 480, height: 360 } });
  await drawing.setContent('<body style="margin:0;background:#787c80"><p style="position:absolute;left:200px;top:60px;width:80px;height:110px;border-radius:50%;background:#e0ac8a">');
  const picture = await drawing.screenshot();
  await drawing.close();
  const page = await arrive(moderator, size, `?phan-anh=cho-cong-khai&ma=${feedbackId}`);
  await page.route('**/bieu-tuong.svg', (route) => route.fulfill({ contentType: 'image/png', body: picture }));
  await page.getByRole('button', { name: 'Công khai kết quả' }).click();
  await dialog(page).getByRole('button', { name: /^Che mặt, biển số: Ảnh 1/ }).click();
  const tool = page.getByRole('dialog', { name: /^Che mặt và biển số: Ảnh 1/ });
  const boxes = tool.getByRole('button', { name: /^Ô che/ });
  await tool.getByText('1 ô che, trong đó 1 ô do máy gợi ý').waitFor();
  expect(await boxes.first().getAttribute('aria-label')).toMatch(/gợi ý: có thể là khuôn mặt/);
  const stage = (await tool.locator('canvas').boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.move(stage.x + stage.width * 0.6, stage.y + stage.height * 0.7);
  await page.mouse.down();
  await page.mouse.move(stage.x + stage.width * 0.8, stage.y + stage.height * 0.9, { steps: 3 });
  await page.mouse.up();
  await expect.poll(() => boxes.nth(1).getAttribute('aria-label')).toBe('Ô che 2, tự vẽ: cách trái 60 %, cách trên 70 %, rộng 20 %, cao 20 %');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Shift+ArrowDown');
  await expect.poll(() => boxes.nth(1).getAttribute('aria-label')).toBe('Ô che 2, tự vẽ: cách trái 59 %, cách trên 70 %, rộng 20 %, cao 21 %');
  await settled(page, `cover-${size}`);
  await tool.getByRole('button', { name: 'Thêm ô che' }).click();
  await expect.poll(() => boxes.count()).toBe(3);
  await page.keyboard.press('Delete');
  await expect.poll(() => boxes.count()).toBe(2);
  await tool.getByRole('button', { name: 'Che và xác nhận' }).click();
  await tool.waitFor({ state: 'detached' });
  expect(await dialog(page).getByRole('checkbox', { name: /Công khai Ảnh 1/ }).isChecked()).toBe(true);
  await settled(page, `publish-covered-${size}`);
  await dialog(page).getByRole('button', { name: 'Công khai kết quả' }).click();
  await said(page, 'Đã công khai');
  expect((await desk.open(feedbackId)).media).toMatchObject([{ published: true, checked: true, boxes: [{}, { x: 0.59, y: 0.7, width: 0.2, height: 0.21 }] }]);
});

test('an officer at the scene finds what is near, takes it up and is done without a network; it is told once there is one', async () => {
  const far = await desk.report({ text: 'Cống nghẹt ở đầu hẻm', place: near(900) });
  const close = await desk.report({ text: 'Rác trước cổng trường', place: near(120) });
  for (const { feedbackId } of [far, close]) await desk.act(AcceptFeedback, dispatcher, feedbackId, { category: 'waste', agency: ward });
  const page = await arrive(fieldOfficer, 'phone', '?phan-anh=hien-truong');
  await page.getByText('Cống nghẹt ở đầu hẻm').waitFor();
  await page.context().grantPermissions(['geolocation']);
  await page.context().setGeolocation({ latitude: inWard.lat, longitude: inWard.long });
  await page.getByRole('button', { name: 'Tìm quanh vị trí của tôi' }).click();
  await page.getByRole('img', { name: '2 việc quanh bạn' }).waitFor();
  expect(await page.locator('.job-words').allTextContents()).toEqual([' Rác trước cổng trường', ' Cống nghẹt ở đầu hẻm'].map((words) => expect.stringContaining(words.trim()) as string));
  await settled(page, 'field-phone');
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.context().setOffline(true);
  await page.getByRole('button', { name: `Nhận xử lý ${close.trackingCode}` }).click();
  await page.getByText('1 việc chờ gửi').waitFor();
  await page.getByRole('button', { name: `Xong ${close.trackingCode}` }).click();
  await page.locator(`#chup-${close.feedbackId}`).setInputFiles({ name: 'IMG_0003.png', mimeType: 'image/png', buffer: png });
  await page.getByRole('img', { name: 'Ảnh 1 vừa chụp' }).waitFor();
  await page.getByRole('button', { name: 'Gửi kết quả' }).click();
  await page.getByText('Hãy viết câu trả lời').waitFor();
  await page.getByRole('textbox', { name: 'Đã làm gì' }).fill('Đã dọn sạch.');
  await settled(page, 'field-done-phone');
  await page.getByRole('button', { name: 'Gửi kết quả' }).click();
  await page.getByText('2 việc chờ gửi').waitFor();
  expect((await desk.open(close.feedbackId)).state).toBe('ASSIGNED');
  // left and opened again without a network: the page, who works here, and what waits with its photo are all on the phone
  await page.reload();
  await page.getByText('2 việc chờ gửi').waitFor();
  await page.getByText(/Không có mạng: danh sách lúc/).waitFor();
  expect(await page.locator('.job').count()).toBe(1);
  await settled(page, 'field-waiting-phone');
  await page.context().setOffline(false);
  await expect.poll(async () => (await desk.open(close.feedbackId)).state, { timeout: 30_000 }).toBe('ANSWERED');
  await page.getByText('việc chờ gửi').waitFor({ state: 'detached' });
  expect(await page.locator('.job').count()).toBe(1);
  expect((await desk.open(close.feedbackId)).history.map(({ act }) => act)).toEqual(['report', 'accept', 'route', 'take', 'answer']);
});

test.each(['desktop', 'phone'] as const)('an operator takes a call down on a %s: swapped figures are put right, the code is read out', async (size) => {
  const page = await arrive(operator, size);
  await page.getByRole('textbox', { name: 'Nội dung' }).fill('Bà con phản ánh rác đổ đầy lề đường trước chợ');
  await page.getByRole('button', { name: /Chọn gợi ý: Rác thải/ }).click();
  await page.getByRole('textbox', { name: 'Nơi xảy ra' }).fill('trước chợ Vị Thanh');
  await page.getByRole('textbox', { name: 'Toạ độ' }).fill('105.45679, 9.76071');
  await page.getByRole('textbox', { name: 'Điện thoại' }).fill('0912 345 678');
  await page.getByRole('button', { name: 'Ghi nhận phản ánh' }).click();
  await page.getByRole('button', { name: /Đổi thành 9.76071/ }).waitFor();
  await settled(page, `hotline-${size}`);
  await page.getByRole('button', { name: /Đổi thành 9.76071/ }).click();
  const code = (await page.locator('.hotline-code').textContent()) ?? '';
  expect(await desk.open(await desk.idOf(code), dispatcher)).toMatchObject({ channel: 'hotline', category: { code: 'waste' }, place: inWard, contact: { phone: expect.stringContaining('912345678') as string } });
  expect(await desk.idOf('HG-0000-0000-0000').catch(() => nobody.kind)).toBe('undefined');
  await settled(page, `hotline-done-${size}`);
});
