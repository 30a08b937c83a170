import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Session } from '../../infra/local/seed/sign-in.ts';
import { localDate } from '../../shared/kernel/vietnam-time.ts';
import { type Visitor, closeVisits, launchBrowser } from '../support/browser.ts';
import { bothWays, choose, citizenAt, confirm, look, officerAt, openAtDesk, pickedPdf, picture, typeDate } from '../support/journey.ts';
import { act, checkedUpload, fileBirth, fileCommon, person } from '../support/people.ts';

let browser: Browser;
let citizen: Session, clerk: Session, officer: Session, leader: Session;
beforeAll(async () => {
  browser = await launchBrowser();
  [citizen, clerk, officer, leader] = await Promise.all(['congdan01', 'motcua.vithanh1', 'chuyenvien.vithanh1', 'lanhdao.vithanh1'].map(person)) as [Session, Session, Session, Session];
});
afterAll(closeVisits);

/** A working day well after a term of five days, as it is typed. */
const laterDay = (): [string, string, string] => {
  const day = new Date(Date.now() + 20 * 86_400_000);
  while ([0, 6].includes(new Date(`${localDate(day)}T12:00:00+07:00`).getUTCDay())) day.setTime(day.getTime() + 86_400_000);
  const [year = '', month = '', date = ''] = localDate(day).split('-');
  return [date, month, year];
};
/** Dossiers of the applicant in the statuses from which she may still take them back. */
const standingAt = async (status: number): Promise<string> => {
  const { dossierId } = await fileBirth(citizen);
  if (status > 1) await act(clerk, dossierId, 'accept');
  if (status === 4) await act(officer, dossierId, 'take');
  if (status === 5) await act(clerk, dossierId, 'request-supplement', { reason: 'Giấy chứng sinh mờ.', items: [{ kind: 'file', what: 'Bản chụp rõ' }] });
  if (status === 6) await act(clerk, dossierId, 'request-payment', { reason: 'Chưa nộp lệ phí.', items: [{ kind: 'charge', name: 'Lệ phí hộ tịch', amount: 8000 }] });
  if (status === 8) await act(leader, dossierId, 'stop', { reason: 'Chờ cơ quan điều tra.' });
  return dossierId;
};

describe.each(bothWays)('a dossier off the straight way: the citizen on a $citizens, the officers on a $officers', ({ citizens, officers }) => {
  let applicant: Visitor, atDesk: Visitor, atHead: Visitor;
  let dossierId = '';
  /** where the applicant may take a dossier back: half of the statuses on each size */
  const withdrawn = citizens === 'phone' ? [1, 4, 6] : [2, 5, 8];
  let takenBack: readonly string[] = [];
  beforeAll(async () => {
    [{ dossierId }, takenBack] = await Promise.all([fileCommon(citizen, '1.004884'), Promise.all(withdrawn.map(standingAt))]);
    await act(clerk, dossierId, 'accept');
    [applicant, atDesk, atHead] = await Promise.all([
      citizenAt(browser, { size: citizens, dossier: dossierId }), officerAt(browser, { size: officers, username: 'motcua.vithanh1' }), officerAt(browser, { size: officers, username: 'lanhdao.vithanh1' }),
    ]);
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') for (const [who, { page }] of Object.entries({ applicant, atDesk, atHead })) await picture(page, `failed-held-${who}`);
  });
  afterAll(() => Promise.all([applicant, atDesk, atHead].map(({ context }) => context.close())));

  test('the clerk asks for what is missing, item by item', async () => {
    const { page } = atDesk;
    await openAtDesk(page, dossierId);
    const dialog = await choose(page, 'Yêu cầu bổ sung');
    await dialog.getByLabel('Lý do').fill('Bản chụp căn cước mờ, chưa rõ nơi sinh.');
    await dialog.getByRole('textbox', { name: 'Mục 1' }).fill('Bản chụp rõ thẻ căn cước, hai mặt');
    await dialog.getByRole('button', { name: 'Thêm mục' }).click();
    await dialog.getByRole('button', { name: 'Gửi yêu cầu' }).click();
    await dialog.getByText('Cần ghi rõ mục cần bổ sung').waitFor();
    await look(page, 'held-1-ask');
    await dialog.getByRole('textbox', { name: 'Mục 2' }).fill('Nơi sinh ghi trên giấy khai sinh trước đây');
    await dialog.getByLabel('Trả lời bằng').nth(1).selectOption('text');
    await confirm(dialog, 'Gửi yêu cầu');
    await page.getByText('Chưa bổ sung').first().waitFor();
    await look(page, 'held-2-asked');
  });

  test('the citizen answers item by item; half an answer is told what is missing and survives a reload', async () => {
    const { page } = applicant;
    await page.reload();
    await page.getByRole('heading', { name: 'Cơ quan đề nghị bổ sung' }).waitFor();
    await page.getByLabel('Nơi sinh ghi trên giấy khai sinh trước đây').fill('Trạm y tế xã Vị Tân');
    await page.getByRole('button', { name: 'Gửi phần bổ sung' }).click();
    await page.getByText('Hãy đính kèm giấy tờ này.').waitFor();
    await look(page, 'held-3-answer');
    await page.locator('input[type=file]').first().setInputFiles(pickedPdf('can-cuoc-hai-mat.pdf'));
    await page.getByText('Đã kiểm tra').first().waitFor();
    await page.reload();
    expect(await page.getByLabel('Nơi sinh ghi trên giấy khai sinh trước đây').inputValue()).toBe('Trạm y tế xã Vị Tân');
    await page.getByRole('button', { name: 'Gửi phần bổ sung' }).click();
    await page.getByRole('heading', { name: 'Cơ quan đề nghị bổ sung' }).waitFor({ state: 'detached' });
    await page.getByText('can-cuoc-hai-mat.pdf').waitFor();
  });

  test('a second round is asked for and answered; both stand on the desk', async () => {
    await act(clerk, dossierId, 'request-supplement', { reason: 'Còn thiếu ngày sinh của mẹ.', items: [{ kind: 'text', what: 'Ngày sinh của mẹ' }] });
    await applicant.page.reload();
    await applicant.page.getByLabel('Ngày sinh của mẹ').fill('12/03/1968');
    await applicant.page.getByRole('button', { name: 'Gửi phần bổ sung' }).click();
    await applicant.page.getByRole('heading', { name: 'Cơ quan đề nghị bổ sung' }).waitFor({ state: 'detached' });
    const { page } = atDesk;
    await page.reload();
    const rounds = page.getByRole('region', { name: 'Bổ sung hồ sơ' });
    await rounds.getByRole('heading', { name: 'Lần 2' }).waitFor();
    expect(await rounds.innerText()).toMatch(/12\/03\/1968[\s\S]*Trạm y tế xã Vị Tân[\s\S]*/);
    await rounds.getByRole('button', { name: 'Xem can-cuoc-hai-mat.pdf' }).waitFor();
  });

  test('the leader promises a later day with an apology, once; the citizen reads both days', async () => {
    const { page } = atHead;
    await openAtDesk(page, dossierId);
    const dialog = await choose(page, 'Xin lỗi và hẹn lại');
    await dialog.getByLabel('Lý do').fill('Đang chờ xác minh tại nơi đăng ký trước đây.');
    await typeDate(page, 'ngay-hen-moi', ['1', '1', '2020']);
    await dialog.getByRole('button', { name: 'Xin lỗi và hẹn lại' }).click();
    await dialog.getByText('Ngày hẹn mới phải sau ngày đang hẹn').waitFor();
    await look(page, 'held-4-extend');
    await typeDate(page, 'ngay-hen-moi', laterDay());
    await confirm(dialog, 'Xin lỗi và hẹn lại');
    await page.getByText(/Trước đây hẹn/).first().waitFor();
    await page.getByRole('button', { name: /Việc khác/ }).click();
    expect(await page.getByRole('button', { name: 'Xin lỗi và hẹn lại', exact: true }).count(), 'only once').toBe(0);
    await page.keyboard.press('Escape');
    await applicant.page.reload();
    await applicant.page.getByText(/Cơ quan xin lỗi và hẹn lại/).waitFor();
    await look(applicant.page, 'held-5-later');
  });

  test('the leader stops it with a reason the citizen reads, and lets it go on', async () => {
    const { page } = atHead;
    const dialog = await choose(page, 'Dừng giải quyết');
    await dialog.getByRole('button', { name: 'Dừng và gửi thông báo' }).click();
    await dialog.getByText('Cần ghi lý do dừng').waitFor();
    await dialog.getByLabel('Lý do dừng').fill('Chờ kết quả giám định của cơ quan công an.');
    await confirm(dialog, 'Dừng và gửi thông báo');
    await page.getByText('Dừng xử lý').first().waitFor();
    await look(page, 'held-6-stopped');
    await applicant.page.reload();
    await applicant.page.getByText('Lý do dừng giải quyết').waitFor();
    await applicant.page.getByText('Chờ kết quả giám định của cơ quan công an.').first().waitFor();
    await look(applicant.page, 'held-7-stopped');
    await page.getByRole('button', { name: 'Tiếp tục giải quyết', exact: true }).click();
    await page.locator('.said').getByText('Đã tiếp tục giải quyết').waitFor();
  });

  test('the leader lets the citizen off the fee; nobody is asked for it any more', async () => {
    await act(clerk, dossierId, 'request-payment', { reason: 'Chưa nộp lệ phí đăng ký lại.', items: [{ kind: 'charge', name: 'Lệ phí hộ tịch', amount: 8000 }] });
    await applicant.page.reload();
    await applicant.page.getByRole('heading', { name: 'Bạn cần nộp 8.000 đồng' }).waitFor();
    const { page } = atHead;
    await page.reload();
    const dialog = await choose(page, 'Miễn phí, lệ phí');
    await dialog.getByLabel('Lý do miễn').fill('Người nộp thuộc hộ nghèo.');
    await look(page, 'held-8-exempt');
    await confirm(dialog, 'Miễn và giải quyết tiếp');
    await page.getByText('Lý do miễn: Người nộp thuộc hộ nghèo.').waitFor();
    await applicant.page.reload();
    await applicant.page.getByRole('heading', { level: 2, name: 'Giấy tờ của cơ quan' }).waitFor();
    expect(await applicant.page.getByRole('heading', { name: /Bạn cần nộp/ }).count()).toBe(0);
  });

  test('a wrong result is corrected with a new version; the old one stays and says so', async () => {
    await act(officer, dossierId, 'take');
    await act(officer, dossierId, 'finish', { resultUploadId: await checkedUpload(officer) });
    const { page } = atHead;
    await page.reload();
    const dialog = await choose(page, 'Đính chính kết quả');
    await dialog.getByRole('button', { name: 'Ban hành bản đính chính' }).click();
    await dialog.getByText('Cần ghi lý do').waitFor();
    await dialog.getByText('Cần chọn tệp kết quả').waitFor();
    await dialog.getByLabel('Lý do').fill('Kết quả ghi sai năm sinh.');
    await dialog.getByLabel('Tệp kết quả mới').setInputFiles(pickedPdf('ket-qua-dinh-chinh.pdf'));
    await dialog.getByText(/ket-qua-dinh-chinh\.pdf .* đã kiểm tra xong/).waitFor();
    await look(page, 'held-9-correct');
    await confirm(dialog, 'Ban hành bản đính chính');
    await page.getByText(/Đính chính lần 1/).waitFor();
    await look(page, 'held-10-corrected');
    await applicant.page.reload();
    await applicant.page.getByText(/Kết quả được đính chính/).waitFor();
    await applicant.page.getByText(/đã được thay thế/).waitFor();
    await look(applicant.page, 'held-11-corrected');
  });

  test('a refusal has its reason for the applicant, and ends the matter', async () => {
    const refused = await fileBirth(citizen);
    const { page } = atDesk;
    await openAtDesk(page, refused.dossierId);
    const dialog = await choose(page, 'Từ chối tiếp nhận');
    await dialog.getByRole('button', { name: 'Từ chối và gửi phiếu' }).click();
    await dialog.getByText('Cần ghi lý do từ chối').waitFor();
    await dialog.getByLabel('Lý do từ chối').fill('Nơi cư trú không thuộc phường I. Đề nghị nộp tại UBND phường III.');
    await look(page, 'held-12-refuse');
    await confirm(dialog, 'Từ chối và gửi phiếu');
    await page.getByText('Hồ sơ đã kết thúc.').waitFor();
    await applicant.page.goto(`/ho-so-cua-toi/?ho-so=${refused.dossierId}`);
    await applicant.page.getByText('Nơi cư trú không thuộc phường I.').first().waitFor();
    expect(await applicant.page.getByRole('button', { name: 'Rút hồ sơ' }).count()).toBe(0);
    await look(applicant.page, 'held-13-refused');
  });

  test(`the applicant takes a dossier back at ${withdrawn.join(', ')}, and is asked whether she means it`, async () => {
    const { page } = applicant;
    for (const [index, id] of takenBack.entries()) {
      await page.goto(`/ho-so-cua-toi/?ho-so=${id}`);
      await page.getByRole('button', { name: 'Rút hồ sơ', exact: true }).click();
      await page.getByLabel('Lý do rút').fill('Tôi sẽ nộp lại sau.');
      if (index === 0) await look(page, 'held-14-withdraw');
      await page.getByRole('button', { name: 'Rút hồ sơ', exact: true }).click();
      await page.getByText('Lý do rút hồ sơ').waitFor();
      expect(await page.getByRole('button', { name: 'Rút hồ sơ', exact: true }).count()).toBe(0);
    }
    await look(page, 'held-15-withdrawn');
    expect([...applicant.trouble, ...atDesk.trouble, ...atHead.trouble]).toEqual([]);
  });
});
