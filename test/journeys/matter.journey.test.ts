import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { accessibilityViolations } from '../support/axe.ts';
import { type Size, type Visitor, closeVisits, launchBrowser, visit } from '../support/browser.ts';
import { choose, openAs, picture } from '../support/journey.ts';
import { acceptedBirth } from '../support/people.ts';

let browser: Browser;
beforeAll(async () => { browser = await launchBrowser(); });
afterAll(closeVisits);

const atDesk = async (visitor: Visitor, username: string, dossierId: string): Promise<void> => {
  await openAs(visitor, username, `/ban-lam-viec/?ho-so=${dossierId}`);
  await visitor.page.getByRole('group', { name: 'Việc có thể làm' }).waitFor();
};

describe.each(['phone', 'desktop'] as const)('payment, a date reckoned anew and another agency, on a %s', (size: Size) => {
  let citizen: Visitor, clerk: Visitor, leader: Visitor;
  let dossierId = '';
  /** A picture to be looked at, and no barrier on the page as it stands. */
  const look = async (page: Page, name: string): Promise<void> => {
    await picture(page, `matter-${name}`);
    expect(await accessibilityViolations(page), name).toEqual([]);
  };
  beforeAll(async () => {
    [citizen, clerk, leader] = await Promise.all([visit(browser, inject('site'), size), visit(browser, inject('site'), size), visit(browser, inject('site'), size)]);
    ({ dossierId } = await acceptedBirth());
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') for (const [who, { page }] of Object.entries({ citizen, clerk, leader })) await picture(page, `failed-matter-${who}`);
  });
  afterAll(() => Promise.all([citizen, clerk, leader].map(({ context }) => context.close())));

  test('the clerk asks for payment; what is missing is said at the field', async () => {
    const { page } = clerk;
    await atDesk(clerk, 'motcua.vithanh1', dossierId);
    await choose(page, 'Yêu cầu nộp phí, lệ phí');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Gửi yêu cầu nộp' }).click();
    await dialog.getByText('Cần ghi lý do').waitFor();
    await dialog.getByLabel('Lý do').fill('Hồ sơ đăng ký quá hạn phải nộp lệ phí hộ tịch.');
    await dialog.getByLabel('Khoản 1').fill('Lệ phí hộ tịch');
    await dialog.getByLabel('Loại').selectOption('charge');
    await dialog.getByLabel('Số tiền (đồng)').fill('8.000');
    await look(page, '1-ask');
    await dialog.getByRole('button', { name: 'Gửi yêu cầu nộp' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('heading', { name: /8\.000 đồng/ }).waitFor();
    await look(page, '2-asked');
  });

  test('the applicant sees what, why and how to pay', async () => {
    const { page } = citizen;
    await openAs(citizen, 'congdan01', `/ho-so-cua-toi/?ho-so=${dossierId}`);
    await page.getByRole('heading', { name: 'Bạn cần nộp 8.000 đồng' }).waitFor();
    expect(await page.getByRole('main').innerText()).toContain('Tám nghìn đồng');
    await look(page, '3-owed');
  });

  test('the clerk takes the money; afterwards nobody is asked for it', async () => {
    const { page } = clerk;
    await page.getByRole('button', { name: 'Thu tiền tại quầy' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Số tiền đã nhận (đồng)').fill('5000');
    await dialog.getByLabel('Số biên lai thu lệ phí').fill('0000456');
    await dialog.getByRole('button', { name: 'Ghi nhận đã thu' }).click();
    await dialog.getByText('Số tiền nhận phải đúng bằng 8.000 đồng').waitFor();
    await look(page, '4-take');
    await dialog.getByLabel('Số tiền đã nhận (đồng)').fill('8.000');
    await dialog.getByRole('button', { name: 'Ghi nhận đã thu' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText(/Thu tại quầy ngày/).waitFor();
    expect(await page.getByRole('button', { name: 'Thu tiền tại quầy' }).count()).toBe(0);
    await citizen.page.reload();
    await citizen.page.getByText('Biên lai thu lệ phí').or(citizen.page.getByText('Giấy tờ của cơ quan')).first().waitFor();
    expect(await citizen.page.getByRole('heading', { name: /Bạn cần nộp/ }).count()).toBe(0);
  });

  test('the leader sees that a date reckoned anew is the same, and passes the dossier on', async () => {
    const { page } = leader;
    await atDesk(leader, 'lanhdao.vithanh1', dossierId);
    await choose(page, 'Tính lại ngày hẹn');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Tính lại vẫn ra ngày hẹn đang có').waitFor();
    await look(page, '5-recompute');
    await dialog.getByRole('button', { name: 'Để sau' }).click();
    await choose(page, 'Chuyển cơ quan khác');
    await dialog.getByLabel('Cơ quan nhận').selectOption('H30.19.02');
    await dialog.getByLabel('Lý do').fill('Người nộp cư trú tại phường III.');
    await look(page, '6-transfer');
    await dialog.getByRole('button', { name: 'Chuyển hồ sơ' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText(/Người nộp cư trú tại phường III/).first().waitFor();
    await look(page, '7-transferred');
  });

  test('the applicant is told, and no page had trouble', async () => {
    const { page } = citizen;
    await page.reload();
    await page.getByText(/Hồ sơ được chuyển đến/).waitFor();
    await look(page, '8-told');
    expect([...citizen.trouble, ...clerk.trouble, ...leader.trouble]).toEqual([]);
  });
});
