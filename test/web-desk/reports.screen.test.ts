import { expect, test } from 'vitest';
import { mediaKey } from '../../functions/feedback-classification/feedback.keys.ts';
import { AcceptFeedback, AnswerFeedback, ApproveAnswer, TakeFeedback } from '../../shared/contracts/feedback-desk.ts';
import { callerOf } from '../../shared/runtime/actor.ts';
import { update } from '../../shared/runtime/transaction.ts';
import { dispatcher, fieldOfficer, inWard, leader, moderator, nobody, operator, photo, ward } from '../feedback-classification/support/desk.ts';
import { there } from './fake-dossiers.ts';
import { dialog, near, reportsScreen, rowOf, said, settled } from './reports-screen.ts';

const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const scene = reportsScreen();

test('a dispatcher sees what is suggested, why, where and what lies near; joins the same matter and passes the rest on', async () => {
  const first = await scene.desk.report({ text: 'Bãi rác tự phát ở lề đường trước chợ Vị Thanh, mùi hôi cả xóm.', place: { ...near(0), words: 'trước chợ Vị Thanh' }, media: [await photo(scene.table, callerOf(fieldOfficer))] }, fieldOfficer);
  const same = await scene.desk.report({ text: 'Rác tự phát ở lề đường trước chợ, mùi hôi không chịu nổi', place: near(25) });
  const urgent = await scene.desk.report({ text: 'Dây điện đứt rơi xuống đường, chưa ai rào lại', place: near(2000), urgency: 'emergency' });
  const page = await scene.arrive(dispatcher);
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
  expect(await scene.desk.open(first.feedbackId)).toMatchObject({ state: 'ASSIGNED', category: { code: 'pollution' }, agency: { code: ward }, merged: 1 });
});

test('when another dispatcher was faster, what changed is told and what was typed stays; a category narrows the list by its address', async () => {
  const { feedbackId } = await scene.desk.report();
  await scene.desk.report({ category: 'roads', text: 'Ổ gà lớn giữa đường Trần Hưng Đạo', place: near(5000) });
  const page = await scene.arrive(dispatcher, 'desktop', '?phan-anh=tiep-nhan&loai=roads');
  await page.getByText('Ổ gà lớn giữa đường').waitFor();
  expect(await page.locator('[data-report]').count()).toBe(1);
  await page.getByRole('button', { name: 'Bỏ lọc' }).click();
  await rowOf(page, feedbackId).click();
  await page.getByRole('button', { name: 'Việc khác' }).click();
  await page.getByRole('button', { name: 'Không tiếp nhận' }).click();
  await dialog(page).getByRole('radio', { name: 'Không đủ thông tin để xác minh' }).check();
  await dialog(page).getByRole('textbox', { name: 'Lời nhắn cho người gửi' }).fill('Xin cho biết rõ nơi xảy ra.');
  await scene.desk.act(AcceptFeedback, dispatcher, feedbackId, { category: 'waste', route: true });
  await dialog(page).getByRole('button', { name: 'Không tiếp nhận' }).click();
  await dialog(page).getByText('Người khác vừa xử lý phản ánh này.').waitFor();
  await dialog(page).getByText(/Đã chuyển xử lý \(/).waitFor();
  expect(await dialog(page).getByRole('textbox', { name: 'Lời nhắn cho người gửi' }).inputValue()).toBe('Xin cho biết rõ nơi xảy ra.');
  expect(await dialog(page).getByRole('button', { name: 'Không tiếp nhận' }).count()).toBe(0);
  expect((await scene.desk.open(feedbackId)).state).toBe('ASSIGNED');
});

test('let in without an agency, a report is split into tasks of two', async () => {
  const { feedbackId } = await scene.desk.report();
  await scene.desk.act(AcceptFeedback, dispatcher, feedbackId, { category: 'waste', route: false });
  const page = await scene.arrive(dispatcher, 'desktop', `?phan-anh=tiep-nhan&ma=${feedbackId}`);
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
  expect((await scene.desk.open(feedbackId)).children.map(({ agency }) => agency.code)).toEqual([ward, there]);
});

test('the agency takes it, tells how far it is with a photo and a day, answers; the leader approves', async () => {
  const { feedbackId, trackingCode } = await scene.desk.report();
  await scene.desk.act(AcceptFeedback, dispatcher, feedbackId, { category: 'waste' });
  const page = await scene.arrive(fieldOfficer, 'phone');
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
  const leading = await scene.arrive(leader, 'desktop', '?phan-anh=cho-duyet');
  await rowOf(leading, feedbackId).click();
  await leading.getByText('Đã dọn sạch, đặt thêm thùng rác.').waitFor();
  await leading.getByRole('button', { name: 'Duyệt câu trả lời' }).click();
  await said(leading, 'Đã duyệt câu trả lời');
  expect(await scene.desk.open(feedbackId)).toMatchObject({ state: 'IN_REVIEW', media: [{ phase: 'progress' }] });
});

test('a leader gives a report to who came to the desk, and is told who of the unit never did', async () => {
  const { feedbackId } = await scene.desk.report();
  await scene.desk.act(AcceptFeedback, dispatcher, feedbackId, { category: 'waste' });
  const earlier = await scene.arrive(fieldOfficer, 'desktop', '?phan-anh=cho-nhan');
  await rowOf(earlier, feedbackId).waitFor();
  const page = await scene.arrive(leader, 'phone', `?phan-anh=cho-nhan&ma=${feedbackId}`);
  await page.route('**/api/directory/agencies/*/people', (route) => route.fulfill({ json: { items: ['Cán bộ chưa vào', fieldOfficer.name].map((name) => ({ username: name, name, posts: [{ agency: ward, role: 'field-officer', from: '2020-01-01' }] })) } }));
  await page.getByRole('button', { name: 'Giao cán bộ' }).click();
  await dialog(page).getByText('chưa giao được: Cán bộ chưa vào.').waitFor();
  await dialog(page).getByRole('radio', { name: fieldOfficer.name }).check();
  await settled(page, 'assign-phone');
  await dialog(page).getByRole('button', { name: 'Giao cán bộ' }).click();
  await said(page, 'Đã giao cán bộ');
  expect(await scene.desk.open(feedbackId)).toMatchObject({ state: 'ASSIGNED', officer: { name: fieldOfficer.name } });
});

test('a moderator publishes the words and the photos that were checked; what nobody checked cannot be', async () => {
  const { feedbackId, trackingCode } = await scene.desk.report({ media: [await photo(scene.table, callerOf(fieldOfficer))] }, fieldOfficer);
  await scene.desk.act(AcceptFeedback, dispatcher, feedbackId, { category: 'waste' });
  await scene.desk.act(TakeFeedback, fieldOfficer, feedbackId);
  const after = await photo(scene.table, callerOf(fieldOfficer));
  await scene.desk.act(AnswerFeedback, fieldOfficer, feedbackId, { text: 'Đã dọn sạch.', media: [after] });
  await scene.desk.act(ApproveAnswer, leader, feedbackId);
  await scene.table.write(update(mediaKey(feedbackId, after), { expression: 'SET checkedAt = :at', values: { ':at': new Date().toISOString() } }));
  const page = await scene.arrive(moderator);
  await rowOf(page, feedbackId).click();
  await page.getByRole('button', { name: 'Công khai kết quả' }).click();
  await dialog(page).getByText(/chưa kiểm tra khuôn mặt và biển số/).waitFor();
  expect(await dialog(page).getByRole('checkbox').count()).toBe(1);
  await dialog(page).getByRole('checkbox', { name: /Công khai Ảnh 2/ }).check();
  await dialog(page).getByRole('textbox', { name: 'Lời công khai' }).fill('Rác đổ đầy lề đường trước chợ.');
  await settled(page, 'publish-desktop');
  await dialog(page).getByRole('button', { name: 'Công khai kết quả' }).click();
  await said(page, `Đã công khai: ${trackingCode}`);
  const published = await scene.desk.open(feedbackId);
  expect(published).toMatchObject({ state: 'PUBLISHED', publicText: 'Rác đổ đầy lề đường trước chợ.' });
  expect(published.media.filter((one) => one.published).map(({ mediaId }) => mediaId)).toEqual([after]);
});

test.each(['desktop', 'phone'] as const)('an operator takes a call down on a %s: swapped figures are put right, the code is read out', async (size) => {
  const page = await scene.arrive(operator, size);
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
  expect(await scene.desk.open(await scene.desk.idOf(code), dispatcher)).toMatchObject({ channel: 'hotline', category: { code: 'waste' }, place: inWard, contact: { phone: expect.stringContaining('912345678') as string } });
  expect(await scene.desk.idOf('HG-0000-0000-0000').catch(() => nobody.kind)).toBe('undefined');
  await settled(page, `hotline-done-${size}`);
});
