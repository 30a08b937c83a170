import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { entryPoints } from '../../infra/build/entry-points.ts';
import { bundleFolder, type Entry } from '../../infra/build/paths.ts';
import { functionEnvironment, httpBundles } from '../bench/http-bundles.ts';
import { builtFunctions, bundleContents, bundlesWith, forbiddenWeights } from './bundles.ts';
import { forbiddenInFunctions, schemasAtStart } from './limits.ts';

const built = builtFunctions();

describe('function bundles', () => {
  test('every entry point was built', () => expect([...bundleContents(built).keys()].toSorted()).toEqual([...entryPoints().keys()].toSorted()));

  test('every bundle loads by itself and exports a handler', () => {
    const files = [...entryPoints().keys()].map((entry) => join(bundleFolder(entry), 'index.mjs'));
    const script = `for (const file of ${JSON.stringify(files)}) { const { handler } = await import(file); if (typeof handler !== 'function') throw new Error(file + ' exports no handler'); }`;
    const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], { env: functionEnvironment('http://127.0.0.1:9'), encoding: 'utf8', timeout: 120_000 });
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  test('what is forbidden weighs nothing', () => expect(forbiddenWeights(built)).toEqual([]));

  test('whoever answers people carries no PDF writer', () => {
    const carriers = bundlesWith(built, 'pdfkit');
    expect(carriers.filter((bundle) => /\/(api|authorizer)$/.test(bundle))).toEqual([]);
    expect(carriers).toEqual(['procedure-submission/issue-document.queue', 'procedure-submission/print-register.queue']);
    expect(bundlesWith(built, 'write-excel-file')).toEqual(['procedure-submission/print-register.queue']);
  });

  test('whoever reads the classifier’s model has it beside the bundle', () => {
    const readers = [...bundleContents(built)].filter(([, inputs]) => inputs.has('functions/feedback-classification/classifier/classify.ts')).map(([bundle]) => bundle);
    expect(readers.toSorted()).toEqual(['feedback-classification/api', 'feedback-classification/file-messages.queue', 'feedback-classification/retrain-classifier.schedule']);
    expect(readers.filter((bundle) => !existsSync(join(bundleFolder(bundle as Entry), 'feedback-model.bin')))).toEqual([]);
  });

  test('schemas are interpreted, not compiled on the first request: what says so is what zod reads', () => {
    const code = readFileSync(join(bundleFolder('directory/api'), 'index.mjs'), 'utf8');
    const [said, read] = [code.indexOf('globalThis.__zod_globalConfig = { jitless: true }'), code.indexOf('__zod_globalConfig??')];
    expect(said).toBeGreaterThan(0);
    expect(read).toBeGreaterThan(said);
    expect(code).toContain('.jitless');
  });

  test.each(httpBundles.map((entry) => [entry]))('%s starts with few schemas: those of a route are made when it is called', (entry) => {
    // zod shows every schema to who asks for it here; what the bundle says there is overheard
    const script = `let made = 0; const config = { jitless: true, postProcessor: () => { made++; } }; Object.defineProperty(globalThis, '__zod_globalConfig', { get: () => config, set: () => {} });
      await import(${JSON.stringify(join(bundleFolder(entry), 'index.mjs'))}); console.log(made);`;
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], { env: functionEnvironment('http://127.0.0.1:9'), encoding: 'utf8', timeout: 60_000 });
    const made = Number(stdout.trim());
    expect(made).toBeGreaterThan(50);
    expect(made).toBeLessThanOrEqual(schemasAtStart);
  });
});

describe('the check itself', () => {
  const culprits: Record<string, string> = {
    "zod's languages": 'node_modules/zod/v4/locales/en.js',
    'X-Ray SDK': 'node_modules/aws-xray-sdk-core/lib/index.js',
    semver: 'node_modules/aws-xray-sdk-core/node_modules/semver/semver.js',
    'nested SDK clients': 'node_modules/@aws-sdk/nested-clients/dist-es/submodules/sts/index.js',
    'credential chain': 'node_modules/@aws-sdk/credential-provider-node/dist-es/defaultProvider.js',
  };

  test('knows an offender of every kind', () => expect(Object.keys(culprits)).toEqual(Object.keys(forbiddenInFunctions)));

  test.each(Object.entries(culprits))('finds %s', (what, path) => {
    const output = '.build/functions/directory/api/index.mjs';
    const original = built.outputs[output];
    if (original === undefined) throw new Error(`${output} was not built`);
    const spoilt = { outputs: { [output]: { ...original, inputs: { ...original.inputs, [path]: { bytesInOutput: 1 } } } } };
    expect(forbiddenWeights(spoilt)).toContainEqual({ bundle: 'directory/api', what, bytes: expect.any(Number) as number });
  });
});
