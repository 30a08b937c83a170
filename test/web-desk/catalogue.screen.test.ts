import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { catalogueHandlers } from '../../functions/procedure-submission/catalogue-handlers.ts';
import { catalogueWorkHandlers } from '../../functions/procedure-submission/catalogue-work-handlers.ts';
import type { SessionView } from '../../shared/contracts/identity.ts';
import { toNational } from '../../shared/contracts/to-national.ts';
import { actorContext, type Officer } from '../../shared/runtime/actor.ts';
import { httpApi } from '../../shared/runtime/http.ts';
import { acting, catalogueInMemory, editionOfSeed, editor, reviewer, secondEditor, seedCalendar, viewOf } from '../procedure-submission/catalogue-fixtures.ts';
import type { Size } from '../support/browser.ts';
import { look, picture } from '../support/look.ts';
import { visitors } from '../support/visitors.ts';
import { fakeProvince, type FakeProvince } from './fake-province.ts';

const code = '1.004884';
const people = visitors();
let province: FakeProvince;
let procedures: ReturnType<typeof catalogueInMemory>;
let who: Officer;
const sessionOf = ({ personId, username, name, posts }: Officer): SessionView => ({ kind: 'officer', personId, username, name, posts } as SessionView);

beforeEach(async () => {
  procedures = catalogueInMemory(viewOf(code), viewOf('1.001193'), viewOf('1.010413'));
  who = editor;
  province = await fakeProvince(sessionOf(who));
  process.env['SITE_ORIGIN'] = province.origin;
  const api = httpApi([...catalogueHandlers({ procedures, directory: { calendar: async () => seedCalendar } }), ...catalogueWorkHandlers({ procedures, works: procedures.works })]);
  province.served = async ({ method, path, query, headers, body }) => {
    if (!path.startsWith('/api/catalogue')) return undefined;
    const procedureCode = /procedures\/([^/]+)/.exec(path)?.[1];
    const { statusCode, body: out = 'null', headers: said } = await api({
      version: '2.0', rawQueryString: query, headers, ...(body === '' ? {} : { body }), pathParameters: procedureCode === undefined ? {} : { procedureCode },
      requestContext: { http: { method, path }, authorizer: { lambda: actorContext(who) } },
    });
    return { status: statusCode, body: JSON.parse(out) as unknown, type: said['content-type'] ?? 'application/json' };
  };
});
afterEach(async () => {
  const trouble = await people.leave();
  await province.close();
  expect(trouble).toEqual([]);
});

const arrive = (as: Officer, size: Size = 'desktop', query = ''): Promise<Page> => {
  who = as;
  province.session = sessionOf(as);
  return people.arrive(province.origin, size, `/ban-lam-viec/${query}`);
};
const openPart = async (page: Page, name: string): Promise<void> => { await page.locator('summary', { hasText: name }).first().click(); };
const settled = (page: Page, name: string): Promise<void> => look(page, `catalogue-${name}`);

describe.each(['desktop', 'phone'] as const)('a version on a %s', (size) => {
  test('is written by an editor, previewed, sent to review, compared in words and published by another', async () => {
    const page = await arrive(editor, size);
    await page.getByRole('heading', { name: 'Danh mục thủ tục' }).waitFor();
    await page.getByLabel('Tìm theo tên, mã, lĩnh vực').fill('lai khai sinh');
    await settled(page, `list-${size}`);
    await page.getByRole('link', { name: /Đăng ký lại khai sinh/ }).click();
    await openPart(page, 'Trường hợp, thời hạn');
    await page.locator('.entries > .entry > summary').first().click();
    await page.locator('.entry .entry > summary', { hasText: 'Trực tuyến' }).first().click();
    await page.locator('#o-cases-0-channels-1-term-parts-0-amount').fill('2');
    await page.getByText('2 ngày làm việc', { exact: true }).first().waitFor();
    await settled(page, `edit-${size}`);
    await page.getByRole('tab', { name: 'Khác gì' }).click();
    await page.getByText(/^Thời hạn trường hợp .+, trực tuyến: 5 ngày làm việc → 2 ngày làm việc$/).waitFor();
    await page.getByRole('tab', { name: 'Xem trước' }).click();
    await page.frameLocator('iframe.preview').getByRole('heading', { name: /Đăng ký lại khai sinh/ }).waitFor();
    await page.frameLocator('iframe.preview').getByText('2 ngày làm việc').first().waitFor();
    await picture(page, `catalogue-preview-${size}`);
    await page.getByRole('button', { name: 'Gửi thẩm định' }).click();
    await page.getByRole('button', { name: 'Rút lại để sửa' }).waitFor();
    expect(await page.getByRole('button', { name: 'Công bố' }).count()).toBe(0);

    const other = await arrive(reviewer, size, `?danh-muc=${code}`);
    await other.getByText(/→ 2 ngày làm việc$/).waitFor();
    await settled(other, `review-${size}`);
    await other.getByRole('button', { name: 'Công bố' }).click();
    const asked = other.getByRole('dialog');
    const tomorrow = await Promise.all(['', '-month', '-year'].map((box) => other.locator(`#ngay-ap-dung${box}`).inputValue()));
    const typeDay = async (...parts: string[]): Promise<void> => { for (const [place, box] of ['', '-month', '-year'].entries()) await other.locator(`#ngay-ap-dung${box}`).fill(parts[place] ?? ''); };
    for (const [day, sentence] of [[['31', '2', '2027'], 'Ngày chưa đúng.'], [['1', '1', '2020'], 'Ngày áp dụng phải sau ngày áp dụng']] as const) {
      await typeDay(...day);
      await asked.getByRole('button', { name: 'Công bố' }).click();
      await asked.locator('#ngay-ap-dung-error').getByText(sentence).waitFor();
      expect(await other.locator('#ngay-ap-dung-year').inputValue()).toBe(day[2]);
    }
    await settled(other, `wrong-day-${size}`);
    await typeDay(...tomorrow);
    await asked.getByRole('button', { name: 'Công bố' }).click();
    await other.getByText('Chờ đến ngày').waitFor();
    await other.getByRole('tab', { name: 'Lịch sử' }).click();
    await other.getByText('Công bố · Cán bộ thamdinh.thutuc').waitFor();
    expect(procedures.told.map(({ definition }) => definition.detailType)).toEqual(['procedure.scheduled.v1']);
  });
});

test('a reviewer comments on a field, the editor finds it there and settles it by editing; what waits is recalled', async () => {
  const act = acting(procedures, procedures.works, code);
  await act(editor, 'save', { content: { ...editionOfSeed(code), acceptsOnline: false, effectiveFrom: '2027-01-01' } });
  await act(editor, 'submit');
  const reading = await arrive(reviewer, 'desktop', `?danh-muc=${code}`);
  await reading.getByRole('tab', { name: 'Nội dung' }).click();
  expect(await reading.getByLabel('Tên thủ tục (tiếng Anh)').isDisabled()).toBe(true);
  await reading.getByRole('button', { name: 'Góp ý về Tên thủ tục' }).click();
  await reading.getByRole('dialog').getByLabel('Ý kiến').fill('Tên tiếng Anh chưa khớp.');
  await reading.getByRole('dialog').getByRole('button', { name: 'Góp ý' }).click();
  await reading.getByText('1 góp ý chờ sửa').waitFor();
  await settled(reading, 'remark');
  await act(reviewer, 'return', { comment: 'Xem góp ý.' });
  const page = await arrive(editor, 'phone', `?danh-muc=${code}`);
  await page.getByText('1 góp ý chờ sửa').waitFor();
  await page.locator('blockquote.remark', { hasText: 'Tên tiếng Anh chưa khớp.' }).waitFor();
  await settled(page, 'remark-phone');
  await page.getByLabel('Tên thủ tục (tiếng Anh)').fill('Re-registration of a birth');
  await page.getByRole('button', { name: 'Lưu bản thảo' }).click();
  await page.getByText('đã sửa').waitFor();
  expect(await page.getByText('góp ý chờ sửa').count()).toBe(0);
  await act(editor, 'submit');
  await act(reviewer, 'publish', { effectiveFrom: '2027-01-01' });
  const later = await arrive(reviewer, 'desktop', `?danh-muc=${code}`);
  await later.getByRole('button', { name: 'Thu hồi phiên bản chờ' }).click();
  await later.getByRole('dialog').getByLabel('Lý do thu hồi').fill('Nghị định lùi ngày.');
  await settled(later, 'recall');
  await later.getByRole('dialog').getByRole('button', { name: 'Thu hồi phiên bản chờ' }).click();
  await later.getByText('Chờ đến ngày').waitFor({ state: 'detached' });
  expect(procedures.told.at(-1)?.definition.detailType).toBe('procedure.recalled.v1');
});

test('what the national record says is edited and previewed', async () => {
  const page = await arrive(editor, 'desktop', `?danh-muc=${code}`);
  await openPart(page, 'Điều kiện, trình tự');
  await page.getByLabel('Yêu cầu, điều kiện').fill('Người yêu cầu còn sống.');
  await page.getByRole('button', { name: 'Thêm trình tự' }).click();
  await page.getByRole('button', { name: 'Thêm việc' }).click();
  await page.locator('#o-proceeding-0-steps-0-text').fill('Nộp tờ khai tại bộ phận một cửa.');
  await settled(page, 'national');
  await page.getByRole('tab', { name: 'Khác gì' }).click();
  await page.getByText('Thêm Yêu cầu, điều kiện: Người yêu cầu còn sống.').waitFor();
  await page.getByRole('tab', { name: 'Xem trước' }).click();
  await page.frameLocator('iframe.preview').getByText('Người yêu cầu còn sống.').waitFor();
});

test('what is wrong stands at its field, and nothing typed is lost by a reload', async () => {
  const page = await arrive(editor, 'desktop', `?danh-muc=${code}`);
  await page.getByLabel('Tên thủ tục (tiếng Anh)').fill('');
  await page.getByRole('button', { name: 'Lưu bản thảo' }).click();
  await page.locator('#o-name-en-error').waitFor();
  await page.getByLabel('Tên thủ tục (tiếng Việt)').fill('Tên đang gõ dở');
  await page.reload();
  await page.getByText('Đã mở lại những gì bạn gõ dở').waitFor();
  expect(await page.getByLabel('Tên thủ tục (tiếng Việt)').inputValue()).toBe('Tên đang gõ dở');
});

test('two at once: the second sees what changed and keeps what was typed', async () => {
  const page = await arrive(editor, 'desktop', `?danh-muc=${code}`);
  await page.getByLabel('Tên thủ tục (tiếng Việt)').fill('Tên của tôi');
  await acting(procedures, procedures.works, code)(secondEditor, 'save', { content: { ...editionOfSeed(code), acceptsOnline: false, effectiveFrom: '2027-01-01' } });
  await page.getByRole('button', { name: 'Lưu bản thảo' }).click();
  await page.getByText('Cán bộ bientap2.thutuc vừa thay đổi thủ tục này').waitFor();
  await page.getByText('Nhận trực tuyến: có → không').waitFor();
  await settled(page, 'conflict');
  await page.getByRole('button', { name: 'Giữ bản của tôi' }).click();
  expect(await page.getByLabel('Tên thủ tục (tiếng Việt)').inputValue()).toBe('Tên của tôi');
  await page.getByRole('button', { name: 'Lưu bản thảo' }).click();
  await page.getByText(/^Đã lưu/).waitFor();
  expect((await procedures.works.load(code)).work?.content).toMatchObject({ name: { vi: 'Tên của tôi' } });
});

test('a file comes in with a report of every refused field, and the catalogue goes out', async () => {
  const page = await arrive(editor);
  await openPart(page, 'Nhập, xuất');
  const good = toNational('1.000894', editionOfSeed('1.000894'), '');
  const file = (list: unknown[]) => ({ name: 'thu-tuc.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(list)) });
  const times = (time: object) => ({ CACHTHUCTHUCHIEN: [{ KENH: '1', THOIGIAN: [{ THOIGIANGIAIQUYET: 3, DONVITINH: 'Ngày làm việc', PHILEPHI: [], ...time }] }], HAUGIANG: undefined, THANHPHANHOSO: [] });
  const bad = [
    { ...good, MATTHC: '1.000656', TRANGTHAI: undefined }, { ...good, MATTHC: '1.001193' }, { ...good, MATTHC: '1.001193.000.00.00.H29' }, { ...good, MATTHC: '1.010413', ...times({ PHILEPHI: [{ SOTIEN: '9'.repeat(19) }, { SOTIEN: -5 }] }) },
    { ...good, MATTHC: '1.004884', ...times({ DONVITINH: 'tuần trăng' }) },
  ];
  await page.locator('input[type=file]').setInputFiles(file([good, ...bad]));
  await page.getByText('Đã nhập 1, không đổi 0, từ chối 5').waitFor();
  await page.getByText('TRANGTHAI').waitFor();
  await page.getByText('CACHTHUCTHUCHIEN[0].THOIGIAN[0].PHILEPHI[0].SOTIEN').waitFor();
  await page.getByText('Số tiền không được âm.').waitFor();
  await page.getByText('CACHTHUCTHUCHIEN[0].THOIGIAN[0].DONVITINH').waitFor();
  expect(await page.getByText('Mã thủ tục này có hai lần trong tệp').count()).toBe(2);
  // of what was refused nothing is there
  for (const { MATTHC } of bad) expect((await procedures.works.load(MATTHC.slice(0, 8))).revision).toBe(0);
  await settled(page, 'import');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Tải danh mục đang áp dụng' }).click()]);
  expect(download.suggestedFilename()).toMatch(/^danh-muc-\d{4}-\d\d-\d\d\.json$/);
});
