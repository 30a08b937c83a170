import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };

const root = join(import.meta.dirname, '../..');
const documents = globSync(['*.md', 'docs/**/*.md', 'functions/*/README.md'], { cwd: root });
const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');
const anchorsIn = (text: string): string[] => [...text.matchAll(/^##* (.+)$/gm)].map(([, heading = '']) => heading.toLowerCase().replaceAll(/[^\p{L}\p{N} -]/gu, '').replaceAll(' ', '-'));

/** Files a text names: links, and paths in code that lead to one file. Names with placeholders lead nowhere. */
const filesNamed = (text: string): string[] => [...new Set([
  ...[...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, path = '']) => path),
  ...[...text.matchAll(/(?<![\w/.-])((?:functions|events|shared|infra|web|test|docs)\/[\w./-]+\.(?:tsx?|mjs|json|md|txt))(?![\w…<])/g)].map(([, path = '']) => path),
])];
const missing = (path: string): string[] => filesNamed(textOf(path)).filter((named) => !existsSync(join(root, dirname(path), named)) && !existsSync(join(root, named)));

describe('what people read is true of what is there', () => {
  test.each(documents)('%s names files that exist', (path) => { expect(missing(path)).toEqual([]); });

  test.each(documents)('%s names commands that exist', (path) => {
    const named = [...textOf(path).matchAll(/npm run (?:-s )?([a-z-]+)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !Object.hasOwn(packageJson.scripts, name))).toEqual([]);
  });

  test.each(documents)('%s has no heading twice: a link would find the first only', (path) => {
    const anchors = anchorsIn(textOf(path));
    expect(anchors.filter((one, place) => anchors.indexOf(one) !== place)).toEqual([]);
  });

  test('both readmes know the same accounts, addresses and pictures', () => {
    const facts = (path: string): string[] => [...new Set([...textOf(path).matchAll(/`([a-z]+\.[a-z0-9]+|congdan\d+)`|<(http:\/\/localhost[^>]+)>|\]\((docs\/pictures\/[^)]+)\)/g)].map(([, account, address, picture]) => account ?? address ?? picture ?? ''))].toSorted();
    expect(facts('README.vi.md')).toEqual(facts('README.md'));
  });

  test('each workflow has a readme under the four headings', () => {
    const workflows = globSync('functions/*/', { cwd: root }).map((path) => path.replace(/\/$/, ''));
    expect(workflows.length).toBeGreaterThanOrEqual(5);
    for (const workflow of workflows) expect(anchorsIn(textOf(`${workflow}/README.md`)), workflow).toEqual(expect.arrayContaining(['purpose', 'flow', 'integration-points', 'peculiarities']));
  });

  test('a file that is gone would be noticed', () => { expect(filesNamed('see `test/kernel/text.test.ts` and [x](docs/no.md#a), not `infra/operate/<day>.json` nor `functions/<workflow>/api.ts`')).toEqual(['docs/no.md', 'test/kernel/text.test.ts']); });
});
