import { spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { compileCacheFolder, compileCacheSettings } from '../../infra/build/compile-cache.ts';
import { entryPoints } from '../../infra/build/entry-points.ts';
import { bundleFolder } from '../../infra/build/paths.ts';
import { functionEnvironment, httpBundles } from '../bench/http-bundles.ts';

const folder = mkdtempSync(join(tmpdir(), 'haugiang-compile-cache-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A bundle as it lies in Lambda: somewhere else, whole. */
const moved = (name: string): string => {
  const place = join(folder, name);
  cpSync(bundleFolder('directory/api'), place, { recursive: true });
  return place;
};

/** Starts the bundle in its folder, as Lambda does. Gives whether there is a handler, and what Node says of the cache. */
const start = (place: string, settings: Readonly<Record<string, string>>) => {
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', `console.log('handler:', typeof (await import(${JSON.stringify(join(place, 'index.mjs'))})).handler)`], {
    cwd: place, env: { ...functionEnvironment('http://127.0.0.1:9'), ...settings, NODE_DEBUG_NATIVE: 'COMPILE_CACHE' }, encoding: 'utf8', timeout: 60_000,
  });
  const said = `${stdout}\n${stderr}`;
  return { starts: said.includes('handler: function'), taken: /code cache for ESM \S*\/index\.mjs was accepted/.test(said) };
};

describe('the compile cache of a bundle', () => {
  const settings = compileCacheSettings('directory/api');

  test('every function a person waits for is told where its cache lies, no other is', () => {
    const told = [...entryPoints().keys()].filter((entry) => Object.keys(compileCacheSettings(entry)).length > 0);
    expect(told).toEqual(expect.arrayContaining([...httpBundles]));
    expect(told.filter((entry) => /\.(queue|stream|schedule|command)$/.test(entry))).toEqual([]);
  });

  test.each(httpBundles.map((entry) => [entry]))('%s is taken by Node wherever the bundle lies', (entry) => {
    const place = join(folder, entry);
    cpSync(bundleFolder(entry), place, { recursive: true });
    expect(start(place, settings)).toEqual({ starts: true, taken: true });
  });

  test('a function starts without one', () => {
    const place = moved('without');
    rmSync(join(place, compileCacheFolder), { recursive: true });
    expect(start(place, settings)).toEqual({ starts: true, taken: false });
    expect(start(moved('not-told'), {})).toEqual({ starts: true, taken: false });
  });

  test('a function starts where no cache can be made: Lambda lets nothing be written beside the code', () => {
    const place = moved('read-only');
    rmSync(join(place, compileCacheFolder), { recursive: true });
    writeFileSync(join(place, compileCacheFolder), '');
    expect(start(place, settings)).toEqual({ starts: true, taken: false });
  });

  test('a function starts with a spoilt one', () => {
    const place = moved('spoilt');
    for (const file of globSync(`${compileCacheFolder}/*/*`, { cwd: place })) writeFileSync(join(place, file), 'spoilt');
    expect(start(place, settings)).toEqual({ starts: true, taken: false });
  });
});
