import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import type { BookingView } from '../../shared/contracts/booking.ts';
import type { DeskDay } from '../../shared/contracts/ticket.ts';
import { dateOfDayNumber, dayNumberOf, localDate } from '../../shared/kernel/vietnam-time.ts';
import { accessibilityViolations } from '../support/axe.ts';
import { closeVisits, launchBrowser, visit, type Visitor } from '../support/browser.ts';
import { openAs, picture, typeDate } from '../support/journey.ts';
import { firstWard, key, person } from '../support/people.ts';

let browser: Browser;
beforeAll(async () => { browser = await launchBrowser(); });
afterAll(closeVisits);

const open = async (visitor: Visitor, username: string): Promise<void> => {
  await openAs(visitor, username, '/ban-lam-viec/?viec=lich-va-so');
  await visitor.page.getByRole('heading', { level: 1, name: 'Lịch và số thứ tự' }).waitFor();
};
const dayParts = (date: string): [string, string, string] => { const [year = '', month = '', day = ''] = date.split('-'); return [day, month, year]; };
const today = async (): Promise<DeskDay> => await (await (await person('motcua.vithanh1')).send('GET', `/api/desk/agencies/${firstWard}/day`)).json() as DeskDay;

describe.each(['phone', 'desktop'] as const)('a clerk serves by numbers, on a %s', (size) => {
  let clerk: Visitor;
  const shot = (name: string) => picture(clerk.page, `visits-${name}`);
  beforeAll(async () => {
    clerk = await visit(browser, inject('site'), size);
    await open(clerk, 'motcua.vithanh1');
  });
  afterEach(async ({ task }) => { if (task.result?.state === 'fail') await picture(clerk.page, 'failed-visits'); });
  afterAll(() => clerk.context.close());

  test('gives a number, calls it to her counter, serves and finishes it; the hall shows it meanwhile', async () => {
    const { page } = clerk;
    await page.getByRole('button', { name: 'Lấy số' }).click();
    const paper = page.getByRole('dialog');
    const number = (await paper.locator('.ticket-number').innerText()).trim();
    expect(number).toMatch(/^\d{3}$/);
    expect(await accessibilityViolations(page)).toEqual([]);
    await shot('1-ticket');
    await paper.getByRole('button', { name: 'Đóng' }).last().click();
    await page.getByLabel('Chọn quầy').selectOption({ label: 'Quầy 1' });
    await page.getByRole('button', { name: 'Gọi số tiếp theo' }).click();
    await page.locator('.visit-now .visit-number').getByText(number).waitFor();
    const hall = await visit(browser, inject('site'), size);
    await hall.page.goto(`/man-hinh-cho/?co-quan=${firstWard}`);
    await hall.page.getByText(number).first().waitFor();
    expect(await accessibilityViolations(hall.page)).toEqual([]);
    await picture(hall.page, 'visits-hall');
    expect(hall.trouble).toEqual([]);
    await hall.context.close();
    await page.getByRole('button', { name: 'Bắt đầu phục vụ' }).click();
    await page.getByRole('link', { name: 'Nộp hồ sơ tại quầy' }).last().waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    await shot('2-serving');
    await page.getByRole('button', { name: 'Xong', exact: true }).click();
    await page.getByRole('button', { name: 'Gọi số tiếp theo' }).waitFor();
    expect((await today()).tickets.find((ticket) => ticket.number === Number(number))?.state).toBe('done');
  });

  test('is told why a booking of another day draws no number, and keeps what she typed', async () => {
    const { page } = clerk;
    const citizen = await person('congdan02');
    const { items } = await (await citizen.send('GET', '/api/bookings')).json() as { items: BookingView[] };
    for (const before of items) await citizen.send('POST', `/api/bookings/${before.code}/cancel`, undefined, key());
    const { days } = await (await citizen.send('GET', `/api/agencies/${firstWard}/slots`)).json() as { days: { day: string; slots: { time: string; free: number }[] }[] };
    const day = days.findLast((one) => one.day > localDate(new Date()) && one.slots.some(({ free }) => free > 0));
    const slot = day?.slots.find(({ free }) => free > 0);
    const { code } = await (await citizen.send('POST', `/api/agencies/${firstWard}/bookings`, { day: day?.day, time: slot?.time }, key())).json() as BookingView;
    await page.getByLabel('Mã đặt lịch').fill(code);
    await page.getByRole('button', { name: 'Lấy số' }).click();
    await page.getByText('Lịch này không phải của hôm nay').first().waitFor();
    expect(await page.getByLabel('Mã đặt lịch').inputValue()).toBe(code);
    await typeDate(page, 'ngay-xem', dayParts(day?.day ?? ''));
    await page.getByRole('button', { name: 'Xem', exact: true }).click();
    await page.locator('.visit-person').getByText(code).waitFor();
    await shot('3-day');
    expect((await citizen.send('POST', `/api/bookings/${code}/cancel`, undefined, key())).status).toBe(200);
    expect(clerk.trouble).toEqual([]);
  });
});

describe('a leader sets the counters', () => {
  let leader: Visitor;
  beforeAll(async () => {
    leader = await visit(browser, inject('site'), 'desktop');
    await open(leader, 'lanhdao.vithanh1');
  });
  afterEach(async ({ task }) => { if (task.result?.state === 'fail') await picture(leader.page, 'failed-plan'); });
  afterAll(() => leader.context.close());

  test('sees who would lose a place before it is put in force, from the day it is meant for', async () => {
    const { page } = leader;
    await page.getByRole('button', { name: 'Tổ chức quầy' }).click();
    await page.getByRole('heading', { level: 1, name: 'Tổ chức quầy' }).waitFor();
    await page.getByRole('button', { name: 'Thêm quầy' }).click();
    await page.getByLabel('Số người mỗi nửa giờ').last().fill('x');
    await page.getByRole('button', { name: 'Xem ai bị ảnh hưởng' }).click();
    await page.getByText('Hãy kiểm tra lại số và tên quầy.').waitFor();
    await page.getByLabel('Số người mỗi nửa giờ').last().fill('2');
    const far = dateOfDayNumber(dayNumberOf(localDate(new Date())) + 700);
    await typeDate(page, 'ap-dung-tu', dayParts(far));
    await page.getByRole('button', { name: 'Xem ai bị ảnh hưởng' }).click();
    await page.getByText('Không lịch nào mất chỗ.').waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    await picture(page, 'plan');
    await page.getByRole('button', { name: 'Áp dụng', exact: true }).click();
    await page.getByText('Đã ghi cách tổ chức quầy').waitFor();
    await page.getByText(/Sẽ áp dụng từ/).last().waitFor();
    expect(leader.trouble).toEqual([]);
  });
});
