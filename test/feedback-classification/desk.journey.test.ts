import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest';
import { followLink } from '../../functions/feedback-classification/mail-content.ts';
import type { FeedbackView, Receipt } from '../../shared/contracts/feedback-shapes.ts';
import { closeVisits, launchBrowser, visit, type Size, type Visitor } from '../support/browser.ts';
import { choose, confirm, look, lookBothWays, officerAt, picture } from '../support/journey.ts';

let browser: Browser;
const visitors: Visitor[] = [];
const officers = new Map<string, Page>();
beforeAll(async () => { browser = await launchBrowser(); });
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') for (const [n, { page }] of visitors.entries()) await picture(page, `failed-phan-anh-${n}`);
});
afterAll(closeVisits);

/** The reporter's side, as any client speaks it. */
const ask = async <T>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<T> => {
  const answer = await fetch(`${inject('site')}/api/feedback${path}`, {
    method, headers: { 'content-type': 'application/json', origin: inject('site'), 'idempotency-key': randomUUID() }, ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const said = await answer.json() as T;
  if (!answer.ok) throw new Error(`${path}: ${JSON.stringify(said)}`);
  return said;
};
/** An officer at a page of hers; she signs in once for the whole file. */
const at = async (username: string, size: Size, queue: string): Promise<Page> => {
  const path = `/ban-lam-viec/?phan-anh=${queue}`;
  const known = officers.get(username);
  if (known !== undefined) { await known.goto(path); return known; }
  const visitor = await officerAt(browser, { username, size, path });
  visitors.push(visitor);
  officers.set(username, visitor.page);
  return visitor.page;
};
/** The page of a report, by the link of a mail: with the key of its reporter, or without. */
const following = async (size: Size, code: string, key?: string): Promise<Page> => {
  const visitor = await visit(browser, inject('site'), size);
  visitors.push(visitor);
  await visitor.page.goto(followLink(inject('site'), code, key));
  return visitor.page;
};
const said = (page: Page, text: string) => page.locator('.said').getByText(text).waitFor();

test('a report goes from hand to hand to a published answer; its reporter says it is not fixed, rates it and has it taken up again', async () => {
  const words = `Rác đổ thành đống ở lề đường trước chợ, mùi hôi cả xóm ${Date.now()}`;
  const device = randomUUID();
  const { trackingCode, reporterKey } = await ask<Receipt>('POST', '', { text: words, place: { lat: 9.7841, long: 105.4701, words: 'trước chợ' }, device });
  const row = (page: Page) => page.getByRole('link', { name: new RegExp(words.slice(-13)) });

  const sorting = await at('dieuphoi.phananh', 'desktop', 'tiep-nhan');
  await row(sorting).click();
  await sorting.getByText('Căn cứ vào các từ:').waitFor();
  await sorting.getByRole('img', { name: /Vị trí trong/ }).waitFor();
  await look(sorting, 'phan-anh-1-tiep-nhan');
  await sorting.getByRole('button', { name: 'Tiếp nhận', exact: true }).click();
  const letIn = sorting.getByRole('dialog');
  await letIn.getByRole('combobox', { name: 'Loại phản ánh' }).selectOption({ value: 'waste' });
  await letIn.getByRole('combobox', { name: 'Chuyển đến' }).selectOption({ value: 'H30.19.01' });
  await look(sorting, 'phan-anh-2-phan-loai');
  await confirm(letIn, 'Tiếp nhận và chuyển');
  await said(sorting, trackingCode);

  const working = await at('hientruong.vithanh1', 'phone', 'cho-nhan');
  await row(working).click();
  await working.getByRole('button', { name: 'Nhận xử lý' }).click();
  await said(working, 'Đã nhận xử lý');
  await working.getByRole('button', { name: 'Trả lời', exact: true }).click();
  const answering = working.getByRole('dialog');
  await answering.getByRole('textbox', { name: 'Câu trả lời' }).fill('Đã dọn sạch, đặt thêm thùng rác.');
  await answering.locator('input[type=file]').setInputFiles({ name: 'IMG_0002.png', mimeType: 'image/png', buffer: await working.screenshot() });
  await answering.getByText('Tệp 1: đã tải lên').waitFor();
  await confirm(answering, 'Gửi câu trả lời');
  await working.getByRole('button', { name: /Phóng to Ảnh 1/ }).waitFor();
  // the bytes come from the store of photos, under the policy of the site
  await expect.poll(() => working.locator('.report-thumb img').first().evaluate((image) => (image as HTMLImageElement).naturalWidth), { timeout: 20_000 }).toBeGreaterThan(0);
  await look(working, 'phan-anh-3-da-tra-loi');

  const leading = await at('lanhdao.vithanh1', 'desktop', 'cho-duyet');
  await row(leading).click();
  await leading.getByRole('button', { name: 'Duyệt câu trả lời' }).click();
  await said(leading, 'Đã duyệt câu trả lời');
  expect((await ask<FeedbackView>('GET', `/${trackingCode}`)).answer).toBeUndefined();

  const moderating = await at('kiemduyet.phananh', 'desktop', 'cho-cong-khai');
  await row(moderating).click();
  await moderating.getByRole('button', { name: 'Công khai kết quả' }).click();
  const publishing = moderating.getByRole('dialog');
  await publishing.getByText(/chưa kiểm tra khuôn mặt và biển số/).waitFor();
  await look(moderating, 'phan-anh-4-cong-khai');
  // somebody looks at the photo, covers a part of it and only then may choose it; this one stays behind
  await publishing.getByRole('button', { name: /^Che mặt, biển số: Ảnh 1/ }).click();
  const covering = moderating.getByRole('dialog', { name: /^Che mặt và biển số/ });
  await covering.getByRole('button', { name: 'Thêm ô che' }).click();
  await covering.getByRole('button', { name: /^Ô che .*tự vẽ/ }).waitFor();
  await confirm(covering, 'Che và xác nhận');
  await publishing.getByRole('checkbox', { name: /Công khai Ảnh 1/ }).uncheck();
  await confirm(publishing, 'Công khai kết quả');
  await said(moderating, 'Đã công khai');
  expect(await ask<FeedbackView>('GET', `/${trackingCode}`)).toMatchObject({ state: 'PUBLISHED', text: words, answer: { text: 'Đã dọn sạch, đặt thêm thùng rác.', agency: { code: 'H30.19.01' }, media: [] } });

  const passing = await following('desktop', trackingCode);
  await passing.getByText('Đã dọn sạch, đặt thêm thùng rác.', { exact: true }).waitFor();
  await passing.getByRole('button', { name: 'Chưa khắc phục' }).click();
  await passing.getByRole('textbox', { name: 'Còn gì chưa xong?' }).fill('Rác vẫn còn một góc.');
  await look(passing, 'phan-anh-5-chua-khac-phuc');
  await passing.getByRole('button', { name: 'Gửi', exact: true }).click();
  await passing.getByText('Đã báo cho cơ quan xử lý.').waitFor();
  expect(await passing.getByRole('button', { name: 'Yêu cầu xử lý lại' }).count()).toBe(0);

  const reporting = await following('phone', trackingCode, reporterKey);
  await reporting.getByRole('button', { name: 'Đánh giá kết quả' }).click();
  await reporting.getByRole('radio', { name: '2 – không hài lòng' }).check();
  await reporting.getByRole('textbox', { name: 'Vài lời' }).fill('Chưa sạch hẳn.');
  await look(reporting, 'phan-anh-6-danh-gia');
  await reporting.getByRole('button', { name: 'Gửi đánh giá' }).click();
  await reporting.getByText('Cảm ơn bạn đã đánh giá.').waitFor();
  await reporting.getByText('2 trên 5 – Chưa sạch hẳn.').waitFor();
  await reporting.getByRole('button', { name: 'Yêu cầu xử lý lại' }).click();
  await reporting.getByRole('button', { name: 'Gửi', exact: true }).click();
  await reporting.getByRole('textbox', { name: 'Vì sao cần xử lý lại?' }).fill('Rác lại đầy.');
  await reporting.getByRole('button', { name: 'Gửi', exact: true }).click();
  await reporting.getByText('Đã chuyển lại để xử lý.').waitFor();
  await reporting.locator('.timeline-now').getByText('Người gửi yêu cầu xử lý lại').waitFor();
  // the clock of the new promise runs
  expect(await reporting.getByText('Đồng hồ đã dừng khi cơ quan trả lời.').count()).toBe(0);
  await look(reporting, 'phan-anh-7-xu-ly-lai');
  expect(await ask<FeedbackView>('GET', `/${trackingCode}`)).toMatchObject({ state: 'REOPENED', notFixed: 1 });

  await sorting.goto('/ban-lam-viec/?phan-anh=tiep-nhan');
  await row(sorting).click();
  await sorting.getByText('Người gửi yêu cầu xử lý lại').first().waitFor();
  await sorting.getByText(/1 người báo chưa khắc phục/).waitFor();
  const splitting = await choose(sorting, 'Giao nhiều cơ quan');
  await splitting.getByRole('button', { name: 'Để sau' }).click();
  await sorting.getByRole('button', { name: 'Chuyển xử lý', exact: true }).click();
  await confirm(sorting.getByRole('dialog'), 'Chuyển xử lý');
  await said(sorting, 'Đã chuyển xử lý');
  expect(visitors.flatMap(({ trouble }) => trouble)).toEqual([]);
});

test('what a caller tells the hotline stands in the dispatcher’s inbox; the officer at the scene finds it near, works without a network and is done', async () => {
  const stamp = Date.now();
  // somewhere else each time, so that the nearest is this one
  const lat = Number((9.7841 + (stamp % 1000) / 1e6).toFixed(6)), long = 105.4701;
  const written = `Rác đổ đầy miệng cống trước chợ ${stamp}`, told = `${written}, nước không rút`;
  const { trackingCode: beside } = await ask<Receipt>('POST', '', { text: written, place: { lat, long, words: 'trước chợ' }, device: randomUUID() });

  const calling = await at('tongdai.phananh', 'desktop', 'tong-dai');
  await calling.getByRole('textbox', { name: 'Nội dung' }).fill(told);
  await calling.getByRole('textbox', { name: 'Toạ độ' }).fill(`${lat}, ${long}`);
  await calling.getByRole('textbox', { name: 'Nơi xảy ra' }).fill('trước chợ');
  await calling.getByRole('textbox', { name: 'Điện thoại' }).fill('0912 345 678');
  await calling.getByRole('listitem').filter({ hasText: beside }).waitFor();
  await calling.getByRole('img', { name: /Vị trí trong/ }).waitFor();
  await lookBothWays(calling, 'tong-dai-1-ghi');
  await calling.getByRole('button', { name: 'Ghi nhận phản ánh' }).click();
  const trackingCode = await calling.locator('.hotline-code').innerText();
  const [sorting] = await Promise.all([at('dieuphoi.phananh', 'desktop', 'tiep-nhan'), lookBothWays(calling, 'tong-dai-2-ma')]);
  await sorting.getByRole('link', { name: told }).click();
  await sorting.getByText('Tổng đài', { exact: true }).waitFor();
  await sorting.getByRole('button', { name: `Gộp vào ${beside}` }).waitFor();
  await sorting.getByRole('button', { name: 'Tiếp nhận', exact: true }).click();
  const letIn = sorting.getByRole('dialog');
  await letIn.getByRole('combobox', { name: 'Loại phản ánh' }).selectOption({ value: 'drainage' });
  await letIn.getByRole('combobox', { name: 'Chuyển đến' }).selectOption({ value: 'H30.19.01' });
  await confirm(letIn, 'Tiếp nhận và chuyển');
  await said(sorting, trackingCode);

  const working = await at('hientruong.vithanh1', 'phone', 'hien-truong');
  await working.context().grantPermissions(['geolocation']);
  await working.context().setGeolocation({ latitude: lat, longitude: long, accuracy: 8 });
  const waiting = working.getByText('1 việc chờ gửi'), job = working.locator('.job').filter({ hasText: told });
  await working.getByRole('button', { name: 'Tìm quanh vị trí của tôi' }).click();
  await working.getByRole('img', { name: /việc quanh bạn/ }).waitFor();
  expect(await working.locator('.job-words').first().innerText()).toBe(told);
  await lookBothWays(working, 'hien-truong-1-quanh-toi');
  await working.getByRole('button', { name: `Nhận xử lý ${trackingCode}` }).click();
  await working.getByRole('button', { name: `Xong ${trackingCode}` }).click();
  await waiting.waitFor({ state: 'detached' });
  const photo = { name: 'IMG_0003.png', mimeType: 'image/png', buffer: await working.screenshot() };
  await working.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));

  await working.context().setOffline(true);
  await job.locator('input[type=file]').setInputFiles(photo);
  await job.getByRole('img', { name: 'Ảnh 1 vừa chụp' }).waitFor();
  await job.getByRole('textbox', { name: 'Đã làm gì' }).fill('Đang nạo vét, còn chờ xe.');
  await lookBothWays(working, 'hien-truong-2-dang-lam');
  await job.getByRole('button', { name: 'Chỉ báo tiến độ' }).click();
  await waiting.waitFor();
  // put away and taken out again: what waits, and who works here, are on the phone
  await working.reload();
  await waiting.waitFor();
  await working.getByText(/Không có mạng: danh sách lúc/).waitFor();
  await lookBothWays(working, 'hien-truong-3-cho-gui');
  await working.context().setOffline(false);
  await waiting.waitFor({ state: 'detached' });
  await working.getByRole('button', { name: `Xong ${trackingCode}` }).click();
  await job.getByRole('textbox', { name: 'Đã làm gì' }).fill('Đã nạo vét xong miệng cống.');
  await job.getByRole('button', { name: 'Gửi kết quả' }).click();
  await job.waitFor({ state: 'detached' });
  await waiting.waitFor({ state: 'detached' });

  const leading = await at('lanhdao.vithanh1', 'desktop', 'cho-duyet');
  await leading.getByRole('link', { name: told }).click();
  await leading.getByText('Đã nạo vét xong miệng cống.').waitFor();
  await leading.getByRole('button', { name: 'Duyệt câu trả lời' }).waitFor();
  await leading.getByRole('button', { name: /Phóng to Ảnh 1/ }).waitFor();
  expect(await leading.getByText('Đang nạo vét, còn chờ xe.').count()).toBe(1);
  expect(visitors.flatMap(({ trouble }) => trouble).filter((line) => !line.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
});
