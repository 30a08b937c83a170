import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { InvokeCommand, LambdaClient, ListFunctionsCommand } from '@aws-sdk/client-lambda';
import { DynamoDBDocumentClient, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { standingKey } from '../../functions/procedure-submission/dossier.keys.ts';
import { lookKey } from '../../shared/runtime/looks.ts';
import { clientOptions } from '../../infra/local/local-aws.ts';
import type { Session } from '../../infra/local/seed/sign-in.ts';
import { localDate } from '../../shared/kernel/vietnam-time.ts';
import { type Visitor, closeVisits, launchBrowser, visit } from '../support/browser.ts';
import { bothWays, choose, citizenAt, confirm, look, officerAt, openAtDesk, picture, typeDate } from '../support/journey.ts';
import { act, checkedUpload, fileCommon, person } from '../support/people.ts';

let browser: Browser;
let citizen: Session, clerk: Session, officer: Session;
beforeAll(async () => {
  browser = await launchBrowser();
  [citizen, clerk, officer] = await Promise.all(['congdan01', 'motcua.vithanh1', 'chuyenvien.vithanh1'].map(person)) as [Session, Session, Session];
});
afterAll(closeVisits);

const [year = '', month = '', day = ''] = localDate(new Date()).split('-');
const openPart = (page: Page, name: string) => page.locator('summary', { hasText: name }).first().click();
const pageSays = (code: string, words: string) => expect.poll(async () => (await fetch(new URL(`/thu-tuc/${code}`, inject('site')))).text(), { timeout: 20_000, interval: 200 }).toContain(words);

/** What a day of waiting brings: the dossier's time is up, and the clock looks at it. */
const letTimePass = async (dossierId: string): Promise<void> => {
  const options = clientOptions(inject('endpoint'));
  const table = DynamoDBDocumentClient.from(new DynamoDBClient(options));
  const TableName = inject('outputs')['ProcedureSubmissionTable'];
  const past = new Date(Date.now() - 3_600_000).toISOString();
  await table.send(new UpdateCommand({ TableName, Key: standingKey(dossierId), UpdateExpression: 'SET #due = :past, internal.#due = :past', ExpressionAttributeNames: { '#due': 'dueAt' }, ExpressionAttributeValues: { ':past': past } }));
  await table.send(new PutCommand({ TableName, Item: { ...lookKey(past, dossierId), entity: 'look', at: past, dossierId } }));
  const functions = new LambdaClient(options);
  const { Functions = [] } = await functions.send(new ListFunctionsCommand({ MaxItems: 200 }));
  await functions.send(new InvokeCommand({ FunctionName: Functions.find(({ FunctionName = '' }) => /procedure-submission.*LookDue|ProcedureSubmission.*LookDue/i.test(FunctionName))?.FunctionName }));
};

/** Each is published anew once a day at most: one for each way round. */
const subjects = {
  phone: { code: '1.004222', name: 'Đăng ký thường trú', caseId: 'cho-o-so-huu', papers: ['to-khai'], retired: '1.013134' },
  desktop: { code: '1.004859', name: 'Thay đổi, cải chính', caseId: 'thay-doi-cai-chinh', papers: ['to-khai', 'giay-to-can-cu', 'giay-to-nhan-than'], retired: '1.013135' },
} as const;

describe.each(bothWays)('a version from the pen to the promise: written on a $officers, seen on a $citizens', ({ citizens, officers }) => {
  const { code, name, caseId, papers, retired } = subjects[citizens];
  let writer: Visitor, reader: Visitor, applicant: Visitor;
  let before = '', after = '';
  beforeAll(async () => {
    ({ dossierId: before } = await fileCommon(citizen, code, { caseId, papers }));
    await act(clerk, before, 'accept');
    [writer, reader, applicant] = await Promise.all([
      officerAt(browser, { size: officers, username: 'bientap.thutuc' }), officerAt(browser, { size: citizens, username: 'thamdinh.thutuc' }), citizenAt(browser, { size: citizens, dossier: before }),
    ]);
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') for (const [who, { page }] of Object.entries({ writer, reader, applicant })) await picture(page, `failed-catalogue-${who}`);
  });
  afterAll(() => Promise.all([writer, reader, applicant].map(({ context }) => context.close())));

  /** The reviewer's part: reads the difference in words and publishes from today on. */
  const publish = async (procedure: string, picturesOf?: string): Promise<void> => {
    const { page } = reader;
    await page.goto(`/ban-lam-viec/?danh-muc=${procedure}`);
    await page.getByRole('button', { name: 'Công bố', exact: true }).click();
    if (picturesOf !== undefined) await look(page, picturesOf);
    await confirm(page.getByRole('dialog'), 'Công bố');
    await page.getByRole('tab', { name: 'Lịch sử' }).click();
    await page.getByText(/^Công bố · /).first().waitFor();
  };

  test('the editor shortens a term and declares the steps; the reviewer reads it in words and publishes it', async () => {
    const { page } = writer;
    await page.getByLabel('Tìm theo tên, mã, lĩnh vực').fill(code);
    await look(page, 'catalogue-1-list');
    await page.getByRole('link', { name: new RegExp(name) }).first().click();
    await typeDate(page, 'o-effectiveFrom', [day, month, year]);
    await openPart(page, 'Trường hợp, thời hạn');
    await page.locator('.entries > .entry > summary').first().click();
    await page.locator('.entry .entry > summary', { hasText: 'Trực tuyến' }).first().click();
    await page.locator('#o-cases-0-channels-1-term-parts-0-amount').fill('2');
    await page.getByText('2 ngày làm việc', { exact: true }).first().waitFor();
    await openPart(page, 'Quy trình nội bộ');
    await page.getByRole('button', { name: 'Khai quy trình riêng' }).click();
    await page.getByText('Các bước cộng lại 100 % thời hạn').waitFor();
    await look(page, 'catalogue-2-edit');
    await page.getByRole('tab', { name: 'Khác gì' }).click();
    await page.getByText(/→ 2 ngày làm việc/).first().waitFor();
    await look(page, 'catalogue-3-differences');
    await page.getByRole('tab', { name: 'Xem trước' }).click();
    await page.frameLocator('iframe.preview').getByText('2 ngày làm việc').first().waitFor();
    await picture(page, 'catalogue-4-preview');
    await page.getByRole('button', { name: 'Gửi thẩm định' }).click();
    await page.getByRole('button', { name: 'Rút lại để sửa' }).waitFor();
    expect(await page.getByRole('button', { name: 'Công bố', exact: true }).count(), 'nobody publishes what she wrote').toBe(0);
    await publish(code, 'catalogue-5-publish');
    await pageSays(code, '2 ngày làm việc');
    const anyone = await visit(browser, inject('site'), citizens);
    await anyone.page.goto(`/thu-tuc/${code}`);
    await anyone.page.getByText('2 ngày làm việc').first().waitFor();
    await picture(anyone.page, 'catalogue-6-published');
    await anyone.context.close();
  });

  test('what was received keeps its version until the leader reckons its date anew, with a reason the applicant reads', async () => {
    const { page, context, trouble } = await officerAt(browser, { size: officers, username: 'lanhdao.vithanh1' });
    await openAtDesk(page, before);
    const dialog = await choose(page, 'Tính lại ngày hẹn');
    await dialog.getByText('Tính lại vẫn ra ngày hẹn đang có').waitFor();
    await dialog.getByLabel('Tính lại theo').selectOption('catalogue');
    await dialog.getByRole('button', { name: 'Hẹn theo ngày mới' }).click();
    await dialog.getByText('Cần ghi lý do').waitFor();
    await dialog.getByLabel('Lý do').fill('Thời hạn của thủ tục được rút ngắn.');
    await look(page, 'catalogue-7-recompute');
    await confirm(dialog, 'Hẹn theo ngày mới');
    await applicant.page.reload();
    await applicant.page.getByText(/Ngày hẹn được tính lại/).waitFor();
    await look(applicant.page, 'catalogue-8-recomputed');
    expect(trouble).toEqual([]);
    await context.close();
  });

  test('a dossier walks the steps from hand to hand: given, sent back with a reason, received, given again, received', async () => {
    ({ dossierId: after } = await fileCommon(citizen, code, { caseId, papers }));
    await act(clerk, after, 'accept');
    const [desk, work] = await Promise.all(['motcua.vithanh1', 'chuyenvien.vithanh1'].map((username) => officerAt(browser, { size: officers, username }))) as [Visitor, Visitor];
    const press = async ({ page }: Visitor, button: string, said: string): Promise<void> => {
      await openAtDesk(page, after);
      await page.getByRole('button', { name: button, exact: true }).click();
      await page.locator('.said').getByText(said).waitFor();
    };
    await press(desk, 'Chuyển bước', 'Đã chuyển bước');
    await openAtDesk(work.page, after);
    const dialog = await choose(work.page, 'Trả lại bước');
    await dialog.getByRole('button', { name: 'Trả lại bước' }).click();
    await dialog.getByText('Cần ghi lý do trả lại').waitFor();
    await dialog.getByLabel('Lý do trả lại').fill('Thiếu tờ khai có chữ ký.');
    await confirm(dialog, 'Trả lại bước');
    await press(desk, 'Nhận bước', 'Đã nhận bước');
    await press(desk, 'Chuyển bước', 'Đã chuyển bước');
    // nobody had begun: the officer who is given it first takes it up
    await press(work, 'Nhận xử lý', 'Đã nhận xử lý');
    const way = work.page.getByRole('region', { name: 'Các bước xử lý nội bộ' });
    await way.getByText('Đã trả lại: Thiếu tờ khai có chữ ký.').waitFor();
    await look(work.page, 'catalogue-9-steps');
    await way.getByRole('button', { name: 'Phiếu kiểm soát' }).click();
    await work.page.getByRole('dialog').getByText(/Thiếu tờ khai có chữ ký/).waitFor();
    await look(work.page, 'catalogue-10-control-sheet');
    await work.page.keyboard.press('Escape');

    // its time is up: whose step it is sees it on top of her list
    await letTimePass(after);
    await work.page.goto('/ban-lam-viec/?hang=dang-xu-ly');
    await work.page.locator('summary', { hasText: 'Cảnh báo thời hạn' }).click();
    await work.page.getByText(/đã hết thời gian/).first().waitFor();
    await look(work.page, 'catalogue-11-warnings');
    await work.page.locator('.warning-row').first().click();
    await work.page.getByRole('group', { name: 'Việc có thể làm' }).waitFor();
    await act(officer, after, 'finish', { resultUploadId: await checkedUpload(officer) });
    expect([...desk.trouble, ...work.trouble]).toEqual([]);
    await Promise.all([desk.context.close(), work.context.close()]);
  });

  test('a procedure is given up for another, and its page leads there', async () => {
    const { page } = writer;
    await page.goto(`/ban-lam-viec/?danh-muc=${retired}`);
    await typeDate(page, 'o-effectiveFrom', [day, month, year]);
    await page.getByLabel('Tình trạng').selectOption('closed');
    await page.getByLabel('Mã thủ tục thay thế').fill('1.013136');
    await page.getByRole('button', { name: 'Gửi thẩm định' }).click();
    await page.getByRole('button', { name: 'Rút lại để sửa' }).waitFor();
    await publish(retired);
    await pageSays(retired, '1.013136');
    const anyone = await visit(browser, inject('site'), citizens);
    await anyone.page.goto(`/thu-tuc/${retired}`);
    await anyone.page.locator('main').getByRole('link', { name: /thủ tục thay thế/ }).waitFor();
    expect(await anyone.page.getByRole('link', { name: /^Nộp hồ sơ/ }).count()).toBe(0);
    await look(anyone.page, 'catalogue-12-retired');
    await anyone.context.close();
  });

  test('a file of the national portal comes in with a report of every refused field', async () => {
    const { page } = writer;
    const [one] = (await (await (await person('bientap.thutuc')).send('GET', '/api/catalogue/export')).json() as { items: Record<string, unknown>[] }).items;
    await page.goto('/ban-lam-viec/');
    await openPart(page, 'Nhập, xuất');
    const list = [one, { ...one, MATTHC: '1.000894', TRANGTHAI: undefined }];
    await page.locator('input[type=file]').setInputFiles({ name: 'thu-tuc.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(list)) });
    await page.getByText(/^Đã nhập \d, không đổi \d, từ chối 1$/).waitFor();
    await page.getByText('TRANGTHAI').first().waitFor();
    await look(page, 'catalogue-13-import');
    expect([...writer.trouble, ...reader.trouble, ...applicant.trouble]).toEqual([]);
  });
});
