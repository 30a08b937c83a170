import { randomUUID } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inLocalFolder } from '../../infra/local/folders.ts';
import { fingerprint, unlessUnchanged } from '../../infra/local/unchanged.ts';
import { cacheControl, contentType } from '../../infra/site/upload-site.ts';

const name = `test-${randomUUID()}`;
const folder = inLocalFolder(name);
const file = inLocalFolder(name, 'deep', 'a.txt');
const made = inLocalFolder(name, 'made.txt');

beforeAll(async () => {
  await mkdir(inLocalFolder(name, 'deep'), { recursive: true });
  await writeFile(file, 'one');
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await rm(inLocalFolder('made-from', name), { force: true });
});

const print = async (also: string[] = []): Promise<string> => await fingerprint([`.local/${name}/deep`], also);

test('a fingerprint follows content, names and options, and nothing else', async () => {
  const first = await print();
  await writeFile(file, 'one');
  expect(await print()).toBe(first);
  expect(await print(['another address'])).not.toBe(first);
  await writeFile(file, 'two');
  expect(await print()).not.toBe(first);
});

test('a step runs once, again after a change, again when what it made is gone, and again after it failed', async () => {
  const ran: string[] = [];
  const step = async (from: string, fails = false): Promise<boolean> => await unlessUnchanged({ name, from, makes: made }, async () => {
    ran.push(from);
    if (fails) throw new Error('broken');
    await writeFile(made, from);
  });
  expect(await step('a')).toBe(true);
  expect(await step('a')).toBe(false);
  expect(await step('b')).toBe(true);
  await rm(made);
  expect(await step('b')).toBe(true);
  await expect(step('c', true)).rejects.toThrow('broken');
  expect(await step('c')).toBe(true);
  expect(ran).toEqual(['a', 'b', 'b', 'c', 'c']);
});

test('hashed files are cached for ever, pages are asked for again; types carry their charset', () => {
  expect(cacheControl('tai-nguyen/portal-DTU3FyDS.css')).toBe('public, max-age=31536000, immutable');
  expect(cacheControl('index.html')).toBe('no-cache');
  expect(contentType('thu-tuc/1.001193/index.html')).toBe('text/html; charset=utf-8');
  expect(contentType('app.webmanifest')).toBe('application/manifest+json; charset=utf-8');
  expect(contentType('unknown.xyz')).toBe('application/octet-stream');
});
