import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import type { BookingView } from '../../shared/contracts/booking.ts';
import { accessibilityViolations } from '../support/axe.ts';
import { closeVisits, launchBrowser, visit, type Visitor } from '../support/browser.ts';
import { picture } from '../support/journey.ts';
import { BIRTH, birthDraft, checkedUpload, fileBirth, firstWard, key, person } from '../support/people.ts';

let browser: Browser;
beforeAll(async () => { browser = await launchBrowser(); });
afterAll(closeVisits);

/** The first half hour that has a place, after those already tried. */
const chooseSlot = async (page: Page, place: number): Promise<string> => {
  await page.locator('input[name=ngay]:enabled').nth(1).check({ force: true });
  const time = page.locator('input[name=gio]:enabled').nth(place);
  await time.check({ force: true });
  return time.inputValue();
};

describe('a citizen without an account books on a phone', () => {
  let citizen: Visitor;
  let code = '';
  const shot = (name: string) => picture(citizen.page, `booking-${name}`);
  beforeAll(async () => { citizen = await visit(browser, inject('site'), 'phone'); });
  afterEach(async ({ task }) => { if (task.result?.state === 'fail') await picture(citizen.page, 'failed-booking'); });
  afterAll(() => citizen.context.close());

  test('from the page of a procedure, with what is missing said at its place and nothing lost', async () => {
    const { page } = citizen;
    await page.goto('/thu-tuc/1.001193');
    await page.getByRole('link', { name: 'Đặt lịch đến nộp trực tiếp' }).click();
    await page.getByText('Thủ tục: Đăng ký khai sinh').waitFor();
    await page.getByLabel('Họ và tên').fill('Người Đặt Lịch');
    await page.getByRole('button', { name: 'Đặt lịch', exact: true }).click();
    await page.getByRole('alert').getByText('Hãy chọn ngày và giờ.').waitFor();
    await page.getByRole('alert').getByText('Số điện thoại').waitFor();
    await chooseSlot(page, 0);
    expect(await page.getByLabel('Họ và tên').inputValue()).toBe('Người Đặt Lịch');
    expect(await accessibilityViolations(page)).toEqual([]);
    await shot('1-form');
    await page.getByLabel('Số điện thoại').fill('0912 000 111');
    await page.getByRole('button', { name: 'Đặt lịch', exact: true }).click();
    await page.getByRole('heading', { name: 'Đã đặt lịch' }).waitFor();
    code = (await page.locator('.booked-code').innerText()).trim();
    expect(code).toMatch(/^DL(-[0-9A-Z]{4}){3}$/);
    await page.locator('.qr path').first().waitFor({ state: 'attached' });
    expect(await accessibilityViolations(page)).toEqual([]);
    await shot('2-booked');
  });

  test('takes it into the own calendar, finds it again by its code, moves it, and cancels it', async () => {
    const { page } = citizen;
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Thêm vào lịch điện thoại' }).click()]);
    expect(file.suggestedFilename()).toBe(`${code}.ics`);
    expect(readFileSync(await file.path(), 'utf8')).toContain(`UID:${code}@haugiang.gov.vn`);
    await page.goto('/dat-lich/');
    await page.getByLabel('Mã đặt lịch').fill(code.toLowerCase().replaceAll('-', ' '));
    await page.getByRole('button', { name: 'Xem lịch' }).click();
    await page.getByRole('button', { name: 'Đổi giờ' }).click();
    const time = await chooseSlot(page, 3);
    await page.getByRole('button', { name: 'Đổi sang giờ này' }).click();
    await page.locator('.booked-when').getByText(`${time} đến`).waitFor();
    await page.getByRole('button', { name: 'Hủy lịch' }).click();
    await page.locator('#huy-lich').getByRole('button', { name: 'Hủy lịch' }).click();
    await page.getByRole('heading', { name: 'Lịch đã hủy' }).waitFor();
    await shot('3-cancelled');
    expect(citizen.trouble).toEqual([]);
  });
});

test('a signed-in citizen books about her own dossier, and a dossier of another agency is refused there', async () => {
  const citizen = await person('congdan01');
  const dossier = await fileBirth(citizen);
  const offer = await (await citizen.send('GET', `/api/agencies/${firstWard}/slots?procedure=1.001193`)).json() as { days: { day: string; slots: { time: string; free: number }[] }[] };
  const day = offer.days.at(-1);
  const slot = day?.slots.find(({ free }) => free > 0);
  const book = (trackingCode: string) => citizen.send('POST', `/api/agencies/${firstWard}/bookings`, { day: day?.day, time: slot?.time, trackingCode }, key());
  const booked = await book(dossier.trackingCode);
  expect(booked.status, await booked.clone().text()).toBe(201);
  const { code } = await booked.json() as BookingView;
  const mine = await (await citizen.send('GET', '/api/bookings')).json() as { items: BookingView[] };
  expect(mine.items.map((one) => one.code)).toContain(code);
  expect((await citizen.send('POST', `/api/bookings/${code}/cancel`, undefined, key())).status).toBe(200);
  const elsewhere = await citizen.send('POST', `/api/procedures/${BIRTH}/dossiers`, birthDraft(await checkedUpload(citizen), { agency: 'H30.19.02' }), key());
  const { trackingCode } = await elsewhere.json() as { trackingCode: string };
  expect(await (await book(trackingCode)).json()).toMatchObject({ code: 'dossier-elsewhere' });
});
