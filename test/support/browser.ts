import chromium from '@sparticuz/chromium';
import { type Browser, type BrowserContext, type Page, chromium as driver } from 'playwright-core';

/** They switch off what a test of a real site must have, break a browser that lives longer than one function call, or draw each frame by a graphics card that is reckoned out: twice the time of the page itself. */
const unwanted = new Set(['--disable-web-security', '--single-process', '--no-zygote', '--in-process-gpu', '--ignore-gpu-blocklist', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader']);

let launched: Promise<Browser> | undefined;

/** Headless Chromium from the registry, one for all files of a process: it takes longer to start than most paths to walk. `CHROMIUM_PATH` names another one. */
export const launchBrowser = (): Promise<Browser> => launched ??= (async () => driver.launch({
  executablePath: process.env['CHROMIUM_PATH'] ?? await chromium.executablePath(),
  args: [...chromium.args.filter((a) => !unwanted.has(a)), '--disable-background-networking', '--no-first-run', '--disable-gpu'],
  headless: true,
}))();

/** Nobody of this file looks any longer; the browser itself ends with the process. */
export const closeVisits = async (): Promise<void> => {
  const contexts = (await launched)?.contexts() ?? [];
  await Promise.all(contexts.map((context) => context.close()));
};

export const sizes = {
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 },
  desktop: { viewport: { width: 1440, height: 900 } },
  wall: { viewport: { width: 1920, height: 1080 } },
} as const;
export type Size = keyof typeof sizes;

export type Visitor = { readonly context: BrowserContext; readonly page: Page; readonly trouble: string[] };

/** A new visitor: own cookies; notes every console error, failed script and request to a third-party host. */
export const visit = async (browser: Browser, site: string, size: Size): Promise<Visitor> => {
  // what still fades in has another contrast at every look
  const context = await browser.newContext({ ...sizes[size], baseURL: site, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', reducedMotion: 'reduce' });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const trouble: string[] = [];
  page.on('pageerror', (e) => trouble.push(`script: ${e.message}`));
  page.on('console', (m) => { if (m.type() === 'error' && !/Failed to load resource/.test(m.text())) trouble.push(`console: ${m.text()}`); });
  page.on('request', (r) => { const { hostname } = new URL(r.url()); if (!/(^|\.)localhost$|^127\.0\.0\.1$/.test(hostname) && !/^(data|blob):/.test(r.url())) trouble.push(`third party: ${hostname}`); });
  return { context, page, trouble };
};

/** Signs in on the hosted page of the identity provider, as a person does: follows the page's own link. */
export const signInHere = async (page: Page, account: { username: string; password: string }): Promise<void> => {
  await page.locator('#username').fill(account.username);
  await page.locator('#password').fill(account.password);
  await page.locator('button[type=submit]').click();
};
