import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { DossierView } from '../../shared/contracts/dossier.ts';
import { localDate } from '../../shared/kernel/vietnam-time.ts';
import { type Visitor, closeVisits, launchBrowser, visit } from '../support/browser.ts';
import { atBothSizes, barriers, openAs } from '../support/journey.ts';
import { acceptedBirth } from '../support/people.ts';

let browser: Browser;
let dossier: DossierView;
beforeAll(async () => {
  browser = await launchBrowser();
  dossier = await acceptedBirth();
});
afterAll(closeVisits);

/** Every page of the portal as anyone sees it, by what must stand there before it is judged. */
const open: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  '/': (page) => page.locator('h1').waitFor(),
  '/thu-tuc': (page) => page.locator('a[href*="1.001193"]').first().waitFor(),
  '/thu-tuc/1.001193': (page) => page.locator('.promise-answer').waitFor(),
  '/thu-tuc/1.013133': (page) => page.locator('h1').waitFor(),
  '/nop-ho-so/?thu-tuc=1.001193': (page) => page.locator('form h1').waitFor(),
  '/tra-cuu/': (page) => page.locator('h1').waitFor(),
  '/tra-cuu/?ma=HG-0000-0000-0000': (page) => page.locator('h1').waitFor(),
  '/kiem-chung/': (page) => page.locator('h1').waitFor(),
  '/man-hinh-cho/?co-quan=H30.19.01': (page) => page.locator('.hall-wait').waitFor(),
  '/dat-lich/': (page) => page.locator('input[name=ngay]').first().waitFor(),
  '/phan-anh/': (page) => page.locator('h1').waitFor(),
  '/phan-anh/gui/': (page) => page.locator('#loai').waitFor(),
  '/phan-anh/danh-sach/': (page) => page.locator('#loai').waitFor(),
  '/phan-anh/ban-do/': (page) => page.locator('.province-map').waitFor(),
  '/ho-so-cua-toi/': (page) => page.getByRole('main').getByRole('link').first().waitFor(),
  '/thong-ke': (page) => page.locator('h1').waitFor(),
  [`/thong-ke/${localDate(new Date()).slice(0, 7)}/chi-so-766`]: (page) => page.locator('h1').waitFor(),
  '/dang-nhap-khong-thanh/?ly-do=sign-in-refused': (page) => page.locator('h1').waitFor(),
  '/404.html': (page) => page.locator('h1').waitFor(),
};

/** No barrier, and one heading of the first level. */
const judge = async (page: Page): Promise<string[]> => {
  const headings = await page.locator('h1:visible').count();
  return [...await barriers(page), ...(headings === 1 ? [] : [`${headings} level-one headings`])];
};
const none = [[], []];

describe.each(['', '/en'])('in language "%s", on a phone and on a desktop', (language) => {
  let anyone: Visitor;
  beforeAll(async () => { anyone = await visit(browser, inject('site'), 'phone'); });
  afterAll(() => anyone.context.close());

  test.each(Object.entries(open))('%s has no barrier', async (path, ready) => {
    await anyone.page.goto(`${language}${path}`);
    await ready(anyone.page);
    expect(await atBothSizes(anyone.page, () => judge(anyone.page))).toEqual(none);
  });

  test('a dossier followed by its code, and its history, have no barrier', async () => {
    const { page } = anyone;
    await page.goto(`${language}/tra-cuu/?ma=${dossier.trackingCode}`);
    await page.getByText(dossier.trackingCode).first().waitFor();
    expect(await atBothSizes(page, () => judge(page))).toEqual(none);
    await page.goto(`${language}/kiem-chung/?ma=${dossier.trackingCode}`);
    await page.locator('table').first().waitFor();
    expect(await atBothSizes(page, () => judge(page))).toEqual(none);
  });

  test('the own dossiers of a citizen have no barrier', async () => {
    const citizen = await visit(browser, inject('site'), 'phone');
    const { page } = citizen;
    for (const path of ['/ho-so-cua-toi/', `/ho-so-cua-toi/?ho-so=${dossier.dossierId}`]) {
      await openAs(citizen, 'congdan01', `${language}${path}`);
      await page.getByText(/000\.01\.19\.H30/).first().waitFor();
      expect(await atBothSizes(page, () => judge(page))).toEqual(none);
    }
    await citizen.context.close();
  });

  test('and nothing of another host, no script error, no refused style was seen', () => {
    expect(anyone.trouble).toEqual([]);
  });
});
