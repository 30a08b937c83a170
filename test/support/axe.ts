import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

type Finding = { id: string; help: string; nodes: { target: string[]; html: string }[] };

// less than half of what `axe.source` holds, and each page reads it anew
const source = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** Violations of WCAG 2.2 A and AA on the page as it stands now, as `rule: where`. */
export const accessibilityViolations = async (page: Page): Promise<string[]> => {
  // through the debugger, so that the page's content policy stays as it is
  const session = await page.context().newCDPSession(page);
  const run = async (expression: string) => (await session.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true })).result.value as unknown;
  // read once a page, not once a look
  if (await run('typeof axe') !== 'object') await run(source);
  const found = await run("axe.run(document, { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }).then((r) => r.violations)") as Finding[];
  await session.detach();
  return found.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.target.join(' ')} ${n.html.slice(0, 120)}`));
};
