import { type Browser, type BrowserContext, type Locator, type Page } from 'playwright-core';
import { inject } from 'vitest';
import { localPassword, seedAccounts } from '../../infra/local/seed/accounts.ts';
import { type Size, type Visitor, signInHere, visit } from './browser.ts';
import { smallPdf } from './birth-registration.ts';

export { atBothSizes, barriers, look, lookBothWays, picture, pictures } from './look.ts';

/** One side sits at a desk, the other holds a phone: each path is walked both ways. */
export const bothWays = [{ citizens: 'phone', officers: 'desktop' }, { citizens: 'desktop', officers: 'phone' }] as const satisfies readonly { citizens: Size; officers: Size }[];

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;
/** Who signed in within the last minutes: a session lasts longer than this. */
const sessions = new Map<string, { readonly cookies: Cookies; readonly until: number }>();
const sessionKept = 5 * 60_000;

/** Opens a page as an account of the seed: the first time by the page's own link and the identity provider's form, within the next minutes with that session. */
export const openAs = async ({ page, context }: Visitor, username: string, path: string): Promise<void> => {
  const known = sessions.get(username);
  const fresh = known !== undefined && Date.now() < known.until;
  if (fresh) await context.addCookies(known.cookies);
  await page.goto(path);
  if (fresh) return;
  const citizen = seedAccounts.find((account) => account.username === username)?.realm === 'national';
  const link = citizen ? page.getByRole('main').getByRole('link') : page.getByRole('link', { name: 'Đăng nhập bằng tài khoản công vụ' });
  await link.first().click();
  await signInHere(page, { username, password: localPassword });
  const { origin, pathname } = new URL(path, inject('site'));
  await page.waitForURL((url) => url.origin === origin && url.pathname === pathname);
  sessions.set(username, { cookies: await context.cookies(), until: Date.now() + sessionKept });
};
/** An officer at her desk, or on one of its pages. */
export const officerAt = async (browser: Browser, { size, username, path = '/ban-lam-viec/' }: { readonly size: Size; readonly username: string; readonly path?: string }): Promise<Visitor> => {
  const visitor = await visit(browser, inject('site'), size);
  await openAs(visitor, username, path);
  return visitor;
};
/** A citizen among her own dossiers, or at one of them. */
export const citizenAt = async (browser: Browser, { size, username = 'congdan01', dossier }: { readonly size: Size; readonly username?: string; readonly dossier?: string }): Promise<Visitor> => {
  const visitor = await visit(browser, inject('site'), size);
  await openAs(visitor, username, `/ho-so-cua-toi/${dossier === undefined ? '' : `?ho-so=${dossier}`}`);
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

