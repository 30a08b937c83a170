import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { accessibilityViolations } from './axe.ts';
import { type Size, sizes } from './browser.ts';

/** Where the pictures of a run lie, to be looked at: drawn when `PICTURES=1` asks for them, and of what failed. */
export const pictures = join(import.meta.dirname, '../../.local/pictures');
mkdirSync(pictures, { recursive: true });

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
/** The page as it stands at both sizes: the path is walked once, on the size it was opened on, which it has again afterwards. */
export const atBothSizes = async <T>(page: Page, seen: () => Promise<T>): Promise<readonly [own: T, other: T]> => {
  const resize = async (viewport: { width: number; height: number }): Promise<void> => { await page.setViewportSize(viewport); await drawn(page); };
  const own = page.viewportSize() ?? sizes.desktop.viewport;
  const first = await seen();
  await resize((own.width < 600 ? sizes.desktop : sizes.phone).viewport);
  const second = await seen();
  await resize(own);
  return [first, second];
};
export const lookBothWays = async (page: Page, name: string): Promise<void> => { await atBothSizes(page, () => look(page, name)); };
