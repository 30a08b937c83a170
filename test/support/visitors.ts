import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { closeVisits, launchBrowser, type Size, type Visitor, visit } from './browser.ts';

/** The browser of a file and who looks in it: each arrives anew, all leave together and tell what went wrong on their pages. */
export const visitors = () => {
  let browser: Browser;
  const here: Visitor[] = [];
  beforeAll(async () => { browser = await launchBrowser(); });
  afterAll(closeVisits);
  return {
    get browser() { return browser; },
    arrive: async (origin: string, size: Size, path: string): Promise<Page> => {
      const visitor = await visit(browser, origin, size);
      here.push(visitor);
      await visitor.page.goto(path);
      return visitor.page;
    },
    leave: async (): Promise<string[]> => {
      const left = here.splice(0);
      for (const { context } of left) await context.close();
      return left.flatMap(({ trouble }) => trouble);
    },
  };
};
