import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type Visitor, closeVisits, launchBrowser, visit } from '../support/browser.ts';
import { barriers, picture } from '../support/journey.ts';
import { person } from '../support/people.ts';

let browser: Browser, citizen: Visitor;
beforeAll(async () => {
  browser = await launchBrowser();
  citizen = await visit(browser, inject('site'), 'phone');
});
afterAll(closeVisits);

type Inbox = { items: { trackingCode: string; excerpt: string; media: number; flags: string[] }[] };

test('a report is written on a phone without a network, outlives a reload, is sent once when there is one, and is followed', async () => {
  const { page, context } = citizen;
  await context.grantPermissions(['geolocation']);
  await context.setGeolocation({ latitude: 9.7841, longitude: 105.4701, accuracy: 15 });
  await page.goto('/phan-anh/gui/');
  await page.getByLabel('Chuyện gì vậy?').waitFor();
  expect(await barriers(page)).toEqual([]);
  const photo = await page.screenshot({ type: 'png' });
  // the worker has everything the page needs
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.reload();
  await page.getByLabel('Loại phản ánh').waitFor();

  await context.setOffline(true);
  const words = `Ổ gà lớn trước trường mẫu giáo ${Date.now()}`;
  await page.locator('#anh').setInputFiles({ name: 'IMG_2026.png', mimeType: 'image/png', buffer: photo });
  await page.getByRole('img', { name: 'Ảnh 1' }).waitFor();
  await page.getByRole('button', { name: 'Lấy vị trí của tôi' }).click();
  await page.getByText('Đã lấy vị trí, sai số khoảng 15 m.').waitFor();
  await page.getByText(/Thuộc (Phường|Xã)/).waitFor();
  await page.getByLabel('Chuyện gì vậy?').fill(words);
  await page.getByText(/Đã giữ trên máy này lúc/).waitFor();
  await page.reload();
  await page.getByRole('img', { name: 'Ảnh 1' }).waitFor();
  expect(await page.getByLabel('Chuyện gì vậy?').inputValue()).toBe(words);
  await picture(page, 'report-1-offline');
  await page.getByRole('button', { name: 'Gửi phản ánh' }).click();
  await page.getByRole('heading', { name: 'Đã giữ, chờ mạng để gửi' }).waitFor();
  await picture(page, 'report-2-waiting');
  expect(await barriers(page)).toEqual([]);

  await context.setOffline(false);
  await page.getByRole('heading', { name: 'Đã gửi phản ánh' }).waitFor();
  const code = (await page.locator('.done-number').innerText()).trim();
  await picture(page, 'report-3-sent');
  await page.reload();
  await page.getByRole('link', { name: code }).waitFor();
  const dispatcher = await person('dieuphoi.phananh');
  const { items } = await (await dispatcher.send('GET', '/api/desk/agencies/H30.01/feedback/queues/inbox')).json() as Inbox;
  expect(items.filter(({ excerpt }) => excerpt.includes(words.slice(-13)))).toMatchObject([{ trackingCode: code, media: 1, flags: [] }]);

  await page.getByRole('link', { name: code }).click();
  await page.getByRole('heading', { name: code }).waitFor();
  await page.getByText('Phản ánh đã tới nơi điều phối').waitFor();
  await page.getByText(words).waitFor();
  expect(await barriers(page)).toEqual([]);
  await picture(page, 'report-4-followed');
  expect(citizen.trouble.filter((line) => !line.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
});
