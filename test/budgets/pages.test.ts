import { describe, expect, test } from 'vitest';
import { lazyKilobytes, scriptKilobytes } from './limits.ts';
import { builtPages, pageWeight } from './pages.ts';

const pages = builtPages();

describe('scripts of the pages', () => {
  test('every page has a budget, every budget its page', () => expect(Object.keys(pages).toSorted()).toEqual(Object.keys(scriptKilobytes).toSorted()));

  test.each(Object.entries(scriptKilobytes))('%s stays within %i KB', (page, most) => {
    const weight = pageWeight(pages[page] ?? {});
    expect(weight.first).toBeGreaterThan(0);
    expect(weight.first / 1000).toBeLessThanOrEqual(most);
    for (const [address, bytes] of Object.entries(weight.lazy)) expect(bytes / 1000, address).toBeLessThanOrEqual(lazyKilobytes);
  });
});

describe('the check itself', () => {
  const noise = (length: number): string => Array.from({ length }, (_, i) => ((i * 2654435761) >>> 0).toString(36)).join('');
  const files: Record<string, string> = {
    '/tai-nguyen/a.js': 'import{x}from"./b.js";import("./c.js")',
    '/tai-nguyen/b.js': `import"./d.js";export const x=1`,
    '/tai-nguyen/c.js': `import{x}from"./b.js";"${noise(20_000)}"`,
    '/tai-nguyen/d.js': `"${noise(10_000)}"`,
  };
  const read = (address: string): string => files[address] ?? '';

  test('follows what a page imports though its head does not list it, each file once', () => {
    const { first, lazy } = pageWeight({ js: ['/tai-nguyen/a.js'] }, read);
    expect(first / 1000).toBeGreaterThan(15);
    expect(pageWeight({ js: ['/tai-nguyen/a.js'], preload: ['/tai-nguyen/b.js', '/tai-nguyen/d.js'] }, read).first).toBe(first);
    expect(Object.keys(lazy)).toEqual(['/tai-nguyen/c.js']);
    expect((lazy['/tai-nguyen/c.js'] ?? 0) / 1000).toBeGreaterThan(lazyKilobytes);
  });
});
