import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { catalogue } from '../../functions/feedback-classification/catalogue.ts';
import { newsMail } from '../../functions/feedback-classification/follow-mail.ts';
import { mailContent } from '../../functions/feedback-classification/mail-content.ts';
import type { FeedbackRecord } from '../../functions/feedback-classification/ports.ts';
import { AcceptFeedback } from '../../shared/contracts/feedback-desk.ts';
import { systemClock } from '../../shared/kernel/clock.ts';
import type { Actor } from '../../shared/runtime/actor.ts';
import { apiOn, citizen, depsOn, deskOf, dispatcher, nobody } from '../feedback-classification/support/desk.ts';
import { lookBothWays } from '../support/look.ts';
import { memoryDynamo } from '../support/memory/memory-dynamo.ts';
import { visitors } from '../support/visitors.ts';
import { serveFeedback } from '../web-desk/desk-in-memory.ts';
import { fakeProvince, type FakeProvince } from '../web-desk/fake-province.ts';

const people = visitors();
let province: FakeProvince;
let who: Actor;
let table: ReturnType<ReturnType<typeof memoryDynamo>['table']>;
let desk: ReturnType<typeof deskOf>;

beforeEach(async () => {
  who = nobody;
  province = await fakeProvince({ kind: 'nobody' });
  table = memoryDynamo().table('feedback');
  const deps = depsOn(table);
  const origin = process.env['SITE_ORIGIN'];
  const call = apiOn(deps, systemClock);
  // requests of the test itself carry the origin of the tests, those of the page its own
  desk = deskOf(table, async (...asked) => { process.env['SITE_ORIGIN'] = origin; return call(...asked); });
  serveFeedback(province, deps, () => who);
});
afterEach(async () => {
  const trouble = await people.leave();
  await province.close();
  expect(trouble).toEqual([]);
});

const arrive = (address: string): Promise<Page> => people.arrive(province.origin, 'phone', address);
/** The page as it is, on a phone and on a desk. */
const settled = (page: Page, name: string): Promise<void> => lookBothWays(page, `following-${name}`);
const recordOf = async (feedbackId: string): Promise<FeedbackRecord> => {
  const record = await depsOn(table).feedback.load(feedbackId);
  if (record === undefined) throw new Error('lost');
  return record;
};
const linkIn = (text: string, to: RegExp): string => to.exec(text)?.[0] ?? '';

test('an area is followed from the list, confirmed and ended by the links of the mails, in both languages', async () => {
  const { feedbackId } = await desk.report();
  await desk.act(AcceptFeedback, dispatcher, feedbackId, { category: 'waste', publicText: 'Rác đổ đầy lề đường.' });
  const page = await arrive('/phan-anh/danh-sach/?dia-ban=31321');
  expect(await page.locator('link[type="application/rss+xml"]').getAttribute('href')).toBe('/du-lieu/phan-anh/tin/tat-ca.xml');
  await page.locator('.follow-door summary').click();
  await page.getByRole('button', { name: 'Gửi thư xác nhận' }).click();
  await page.getByText('Hãy nhập địa chỉ thư').waitFor();
  expect(await page.getByRole('link', { name: /RSS/ }).getAttribute('href')).toBe('/du-lieu/phan-anh/tin/31321.xml');
  await settled(page, '1-form');
  await page.getByLabel('Địa chỉ thư điện tử').fill('nguoi.doc@example.vn');
  await page.getByRole('button', { name: 'Gửi thư xác nhận' }).click();
  await page.getByText('nguoi.doc@example.vn').waitFor();
  await settled(page, '2-asked');

  const [subscription] = await depsOn(table).subscriptions.ofAddress('nguoi.doc@example.vn');
  if (subscription === undefined) throw new Error('nothing was asked');
  const { text } = newsMail(await recordOf(feedbackId), 'accepted', { subscription, siteOrigin: province.origin, catalogue });
  const end = linkIn(text, /http\S+#dung=\S+/);
  await page.goto(end.replace('/phan-anh/', '/en/phan-anh/').replace('#dung=', '#xac-nhan='));
  await page.getByText('Press to begin').waitFor();
  await settled(page, '3-confirm');
  await page.getByRole('button', { name: 'Yes, write to me' }).click();
  await page.getByText('You will be written to about reports: Vi Thanh').waitFor();
  expect((await depsOn(table).subscriptions.find(subscription.subscriptionId))?.confirmedAt).toBeDefined();
  await page.goto(end);
  await page.getByRole('button', { name: 'Dừng mọi thư' }).click();
  await page.getByText('địa chỉ của bạn đã được xóa').waitFor();
  expect(await depsOn(table).subscriptions.ofAddress('nguoi.doc@example.vn')).toEqual([]);
  await page.goto('about:blank');
  await page.goto(end);
  await page.getByRole('button', { name: 'Dừng thư này' }).click();
  await page.getByText('Liên kết này không còn dùng được').waitFor();
  await settled(page, '4-gone');
});

test('the link of a mail opens the reporter’s own page; own reports stand in one list, with an account and without', async () => {
  const sent = await desk.report({ text: 'Đèn đường trước chợ hỏng ba đêm nay.', visibility: 'private', contact: { email: 'nguoi.gui@example.vn' } });
  const { text } = mailContent(await recordOf(sent.feedbackId), 'reported', { siteOrigin: province.origin, key: sent.reporterKey });
  const page = await arrive(linkIn(text, /http\S+#khoa=\S+/));
  await page.getByRole('heading', { name: sent.trackingCode }).waitFor();
  // of a private report nobody but its reporter sees the words
  await page.getByText('Đèn đường trước chợ hỏng ba đêm nay.').waitFor();
  expect(page.url(), 'people pass addresses on').not.toContain(sent.reporterKey);
  await page.goto('/phan-anh/cua-toi/');
  await page.getByRole('link', { name: 'Đèn đường trước chợ hỏng ba đêm nay.' }).waitFor();
  await page.getByText('Mới gửi').waitFor();
  await settled(page, '5-device');

  const own = await desk.report({ text: 'Ổ gà lớn đầu đường, xe máy ngã.', device: undefined }, citizen);
  await desk.act(AcceptFeedback, dispatcher, own.feedbackId, { category: 'roads' });
  who = citizen;
  province.session = { kind: 'citizen', name: citizen.name };
  await page.goto('/en/phan-anh/cua-toi/');
  await page.getByRole('heading', { name: 'Sent with the account' }).waitFor();
  await page.getByRole('link', { name: 'Ổ gà lớn đầu đường, xe máy ngã.' }).waitFor();
  await settled(page, '6-account');
  await page.getByRole('link', { name: 'Ổ gà lớn đầu đường, xe máy ngã.' }).click();
  await page.getByRole('heading', { name: own.trackingCode }).waitFor();
});
