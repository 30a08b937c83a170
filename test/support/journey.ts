import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type Locator, type Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { localPassword } from '../../infra/local/seed/accounts.ts';
import { accessibilityViolations } from './axe.ts';
import { type Size, type Visitor, signInHere, sizes, visit } from './browser.ts';
import { smallPdf } from './birth-registration.ts';

/** Where the pictures of a run lie, to be looked at: drawn when `PICTURES=1` asks for them, and of what failed. */
export const pictures = join(import.meta.dirname, '../../.local/pictures');
mkdirSync(pictures, { recursive: true });

/** One side sits at a desk, the other holds a phone: each path is walked both ways. */
export const bothWays = [{ citizens: 'phone', officers: 'desktop' }, { citizens: 'desktop', officers: 'phone' }] as const satisfies readonly { citizens: Size; officers: Size }[];

/** axe, and what it does not see: a page that can be pushed sideways. */
export const barriers = async (page: Page): Promise<string[]> => {
  const sideways = await page.evaluate(() => [document.documentElement, ...document.querySelectorAll('dialog[open]')].some((box) => box.scrollWidth > box.clientWidth + 1));
  return [...await accessibilityViolations(page), ...(sideways ? ['wider than the screen'] : [])];
};

/** Two frames later: the page has the size it was given, before anybody presses a button on it or looks. */
const drawn = (page: Page): Promise<unknown> => page.evaluate(() => new Promise((done) => { requestAnimationFrame(() => { requestAnimationFrame(done); }); }));
export const picture = async (page: Page, name: string): Promise<void> => {
  if (process.env['PICTURES'] === undefined && !name.startsWith('failed-')) return;
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  const size: Size = width < 600 ? 'phone' : 'desktop';
  // the parts of the desk scroll by themselves: a picture shows them whole
  const hidden = await page.evaluate(() => Math.max(0, ...[...document.querySelectorAll('#main, .detail, dialog[open]')].map((part) => part.scrollHeight - part.clientHeight)));
  if (hidden > 0) await page.setViewportSize({ width, height: height + Math.min(3000, hidden) });
  await page.screenshot({ path: join(pictures, `${size}-${name}.png`), fullPage: true, scale: 'css' });
  if (hidden > 0) await page.setViewportSize({ width, height });
  await drawn(page);
};
/** A picture to be looked at, and no barrier on the page as it stands. */
export const look = async (page: Page, name: string): Promise<void> => {
  await picture(page, name);
  expect(await barriers(page), name).toEqual([]);
};
/** The same at both sizes: the path is walked once, on the size it was opened on. */
export const lookBothWays = async (page: Page, name: string): Promise<void> => {
  await look(page, name);
  const own = page.viewportSize() ?? sizes.desktop.viewport;
  await page.setViewportSize((own.width < 600 ? sizes.desktop : sizes.phone).viewport);
  await drawn(page);
  await look(page, name);
  await page.setViewportSize(own);
  await drawn(page);
};

/** An officer at her desk, or on one of its pages. */
export const officerAt = async (browser: Browser, { size, username, path = '/ban-lam-viec/' }: { readonly size: Size; readonly username: string; readonly path?: string }): Promise<Visitor> => {
  const visitor = await visit(browser, inject('site'), size);
  await visitor.page.goto(path);
  await visitor.page.getByRole('link', { name: 'Đăng nhập bằng tài khoản công vụ' }).click();
  await signInHere(visitor.page, { username, password: localPassword });
  return visitor;
};
/** A citizen among her own dossiers, or at one of them. */
export const citizenAt = async (browser: Browser, { size, username = 'congdan01', dossier }: { readonly size: Size; readonly username?: string; readonly dossier?: string }): Promise<Visitor> => {
  const visitor = await visit(browser, inject('site'), size);
  await visitor.page.goto(`/ho-so-cua-toi/${dossier === undefined ? '' : `?ho-so=${dossier}`}`);
  await visitor.page.getByRole('main').getByRole('link', { name: 'Đăng nhập' }).click();
  await signInHere(visitor.page, { username, password: localPassword });
  return visitor;
};

/** Opens a dossier at the desk by its address, as a link from a colleague does. */
export const openAtDesk = async (page: Page, dossierId: string, queue = ''): Promise<void> => {
  await page.goto(`/ban-lam-viec/?${queue === '' ? '' : `hang=${queue}&`}ho-so=${dossierId}`);
  await page.getByRole('group', { name: 'Việc có thể làm' }).waitFor();
};
/** Opens an act that is an exception from the menu of the dossier; its dialog. */
export const choose = async (page: Page, name: string): Promise<Locator> => {
  await page.getByRole('button', { name: /Việc khác/ }).click();
  await page.getByRole('button', { name, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  return dialog;
};
/** Presses the button that carries a dialog out, and waits until the dialog is gone. */
export const confirm = async (dialog: Locator, name: string): Promise<void> => {
  await dialog.getByRole('button', { name, exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
};
/** While `during` runs, the page learns nothing of what it asks at `address`: what somebody else does is met by the act, not by a look that came first. */
export const unaware = async (page: Page, address: string, during: () => Promise<void>): Promise<void> => {
  let learn = (): void => undefined;
  const later = new Promise<void>((resolve) => { learn = resolve; });
  // what was just sent is lost if its way is taken down under it: the handler stays, and lets everything pass from here on
  await page.route(address, async (route) => { if (route.request().method() === 'GET') await later; await route.continue().catch(() => undefined); });
  await during();
  learn();
};
/** A PDF as somebody picks it from a disk. */
export const pickedPdf = (name: string) => ({ name, mimeType: 'application/pdf', buffer: smallPdf() });

/** Day, month and year as they are typed into a date's three boxes. */
export const typeDate = async (page: Page, id: string, [day, month, year]: readonly [string, string, string]): Promise<void> => {
  await page.locator(`#${id}`).fill(day);
  await page.locator(`#${id}-month`).fill(month);
  await page.locator(`#${id}-year`).fill(year);
};

