import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { localPassword } from '../../infra/local/seed/accounts.ts';
import { type Size, type Visitor, closeVisits, launchBrowser, signInHere, visit } from '../support/browser.ts';
import { picture, pictures } from '../support/journey.ts';
import { birthAnswers, smallPdf } from '../support/people.ts';

let browser: Browser;
beforeAll(async () => { browser = await launchBrowser(); });
afterAll(closeVisits);

/** Fills the questions of one form page by their names, as the data of the procedure gives them. */
const fillPage = async (page: Page): Promise<void> => {
  for (const [id, value] of Object.entries(birthAnswers)) {
    const radio = page.locator(`input[type=radio][name="${id}"][value="${value}"]`);
    if (await radio.count()) { await radio.check({ force: true }); continue; }
    const month = page.locator(`[id="${id}-month"]`);
    if (await month.count()) {
      const [year = '', monthOfYear = '', day = ''] = value.split('-');
      await page.locator(`[id="${id}"]`).fill(day);
      await month.fill(monthOfYear);
      await page.locator(`[id="${id}-year"]`).fill(year);
      continue;
    }
    const field = page.locator(`input[name="${id}"], textarea[name="${id}"]`);
    if (await field.count()) await field.fill(value);
  }
};
const goOn = (page: Page) => page.getByRole('button', { name: 'Tiếp tục' }).click();
/** Goes on and waits until the next page of the form stands there; its heading, or the same where the form found a fault. */
const nextPage = async (page: Page): Promise<string> => {
  const title = page.locator('form h1');
  const before = await title.innerText();
  await goOn(page);
  await page.waitForFunction((was) => document.querySelector<HTMLElement>('form h1')?.innerText !== was || document.querySelector('.govuk-error-summary') !== null, before);
  return title.innerText();
};
const signInToDesk = async (page: Page, username: string): Promise<void> => {
  await page.goto('/ban-lam-viec/');
  await page.getByRole('link', { name: 'Đăng nhập bằng tài khoản công vụ' }).click();
  await signInHere(page, { username, password: localPassword });
};
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();

describe.each(['phone', 'desktop'] as const)('one dossier, from search to hand-over, on a %s', (size: Size) => {
  let citizen: Visitor, clerk: Visitor, officer: Visitor;
  let code = '', dossierNumber = '';
  const pdf = join(pictures, `giay-chung-sinh-${size}.pdf`);

  beforeAll(async () => {
    writeFileSync(pdf, smallPdf());
    [citizen, clerk, officer] = await Promise.all([visit(browser, inject('site'), size), visit(browser, inject('site'), size), visit(browser, inject('site'), size)]);
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') for (const [who, v] of Object.entries({ citizen, clerk, officer })) await picture(v.page, `failed-${who}`);
  });
  afterAll(() => Promise.all([citizen, clerk, officer].map((v) => v.context.close())));

  test('the portal finds the procedure without accents and with a typo, and tells the promise before signing in', async () => {
    const { page } = citizen;
    await page.goto('/');
    await page.getByRole('combobox').or(page.getByRole('searchbox')).first().pressSequentially('dang ky khai snh', { delay: 15 });
    await page.getByRole('option', { name: /Đăng ký khai sinh/ }).or(page.getByRole('link', { name: /Đăng ký khai sinh/ })).first().waitFor();
    await picture(page, '1-search');
    await page.goto('/thu-tuc/1.001193');
    await heading(page, 'Đăng ký khai sinh');
    await page.locator('.promise-answer').getByText(/\d{2}\/\d{2}\/\d{4}/).waitFor();
    await picture(page, '2-procedure');
    await page.getByRole('link', { name: /Nộp hồ sơ/ }).first().click();
    await page.waitForURL(/nop-ho-so/);
  });

  test('the form asks page by page; what is missing is said at the field and nothing entered is lost on reload', async () => {
    const { page } = citizen;
    await heading(page, 'Trường hợp và nơi nộp');
    await goOn(page);
    await page.getByRole('alert').getByText('Hãy chọn trường hợp của bạn.').waitFor();
    await picture(page, '3-errors');
    await page.getByRole('radio', { name: /Đăng ký đúng hạn/ }).check({ force: true });
    await page.getByLabel('Huyện, thị xã, thành phố').selectOption('H30.19');
    await page.getByLabel('Xã, phường, thị trấn').selectOption('H30.19.01');
    await nextPage(page);
    await fillPage(page);
    await page.getByText(/Đã lưu \d\d:\d\d/).waitFor();
    await page.reload();
    await page.locator('input[name="applicant-phone"]').waitFor();
    expect(await page.locator('input[name="applicant-phone"]').inputValue()).toBe(birthAnswers['applicant-phone']);
    for (let title = ''; title !== 'Giấy tờ';) {
      title = await nextPage(page);
      expect(await page.getByRole('alert').allInnerTexts(), title).toEqual([]);
      await fillPage(page);
    }
  });

  test('signing in returns to the same place; a paper is sent and checked', async () => {
    const { page } = citizen;
    await page.getByRole('main').getByRole('link', { name: 'Đăng nhập' }).click();
    await signInHere(page, { username: 'congdan01', password: localPassword });
    await heading(page, 'Giấy tờ');
    await page.locator('input[type=file]').first().setInputFiles(pdf);
    await page.getByText('Đã kiểm tra').first().waitFor();
    await picture(page, '4-papers');
    await goOn(page);
    await heading(page, 'Kiểm tra trước khi nộp');
    await picture(page, '5-check');
  });

  test('a filing whose answer the network lost is sent again and is the same dossier, with its tracking code at once', async () => {
    const { page } = citizen;
    let arrived: { trackingCode?: string } = {};
    await page.route('**/api/procedures/*/dossiers', async (route) => {
      arrived = await (await route.fetch()).json() as typeof arrived;
      await route.abort('connectionreset');
    }, { times: 1 });
    await page.getByRole('button', { name: 'Nộp hồ sơ' }).click();
    await page.getByText('Chưa biết hồ sơ đã đến nơi chưa').waitFor();
    expect(arrived.trackingCode).toMatch(/^HG-/);
    await page.reload();
    await page.getByRole('button', { name: 'Gửi lại' }).click();
    await heading(page, 'Đã nộp hồ sơ');
    code = /HG-\w{4}-\w{4}-\w{4}/.exec(await page.getByRole('main').innerText())?.[0] ?? '';
    expect(code).toBe(arrived.trackingCode);
    await picture(page, '6-filed');
    await page.goto('/ho-so-cua-toi/');
    await page.getByText(code).first().waitFor();
    await picture(page, '7-mine');
  });

  test('the clerk sees it in her queue and accepts it', async () => {
    const { page } = clerk;
    await signInToDesk(page, 'motcua.vithanh1');
    await page.locator(`text=${code}`).first().waitFor();
    await picture(page, '8-queue');
    await page.locator(`text=${code}`).first().click();
    await page.getByRole('button', { name: /Tiếp nhận/ }).first().click();
    const said = page.getByText(/^Đã tiếp nhận, số 000\.01\.19\.H30-\d{6}-\d{4}/);
    await said.waitFor();
    dossierNumber = /000\.01\.19\.H30-\d{6}-\d{4}/.exec(await said.innerText())?.[0] ?? '';
    await picture(page, '9-accepted');
  });

  test('the officer takes it and finishes it with the result', async () => {
    const { page } = officer;
    await signInToDesk(page, 'chuyenvien.vithanh1');
    await page.getByRole('link', { name: /Chờ nhận xử lý/ }).or(page.getByRole('button', { name: /Chờ nhận xử lý/ })).first().click();
    await page.getByText(dossierNumber).or(page.getByText(code)).first().click();
    await page.getByRole('button', { name: 'Nhận xử lý' }).first().click();
    await page.getByRole('button', { name: /Hoàn thành|Trả kết quả xử lý|Xử lý xong/ }).first().click();
    await page.getByRole('dialog').locator('input[type=file]').setInputFiles(pdf);
    await page.getByRole('dialog').getByText('Đã kiểm tra').first().waitFor();
    await picture(page, '10-finish');
    await page.getByRole('dialog').getByRole('button', { name: /Hoàn thành|Xử lý xong/ }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await picture(page, '11-finished');
  });

  test('the clerk hands it over', async () => {
    const { page } = clerk;
    await page.goto('/ban-lam-viec/');
    await page.getByRole('link', { name: /Chờ trả kết quả/ }).or(page.getByRole('button', { name: /Chờ trả kết quả/ })).first().click();
    await page.getByText(dossierNumber).or(page.getByText(code)).first().click();
    await page.getByRole('button', { name: /Trả kết quả/ }).first().click();
    await page.getByText('Đã trả kết quả').first().waitFor();
    await picture(page, '12-handed-over');
  });

  test('anyone follows it by its code and checks that its history holds', async () => {
    const visitor = await visit(browser, inject('site'), size);
    const { page } = visitor;
    await page.goto(`/tra-cuu/?ma=${code}`);
    await page.getByText('Đã trả kết quả').first().waitFor();
    expect(await page.getByRole('main').innerText()).not.toContain(birthAnswers['child-name']);
    await picture(page, '13-tracking');
    await page.goto(`/kiem-chung/?ma=${code}`);
    await page.getByText('Lịch sử nguyên vẹn').waitFor();
    await picture(page, '14-verify');
    expect(visitor.trouble).toEqual([]);
    await visitor.context.close();
  });

  test('the operations wall counts it within a minute, and no page had trouble', async () => {
    const visitor = await visit(browser, inject('site'), size);
    await visitor.page.goto('/dieu-hanh/');
    await visitor.page.getByText(/phường I, TP Vị Thanh/).first().waitFor({ timeout: 90_000 });
    await picture(visitor.page, '15-wall');
    expect([...citizen.trouble, ...clerk.trouble, ...officer.trouble, ...visitor.trouble]).toEqual([]);
    await visitor.context.close();
  });
});
