import { execFile } from 'node:child_process';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { compileCacheSettings } from '../../infra/build/compile-cache.ts';
import type { Entry } from '../../infra/build/paths.ts';
import { firstRequestMilliseconds } from '../budgets/limits.ts';
import { median, milliseconds, rounded } from './figure.ts';
import type { Figure } from './figure.ts';
import { bundleFile, functionEnvironment } from './http-bundles.ts';
import { officerToken, standInAws } from './stand-in-aws.ts';

type Called = { readonly init: number; readonly whole: number; readonly own: number; readonly status: number | string };
type Request = { readonly entry: Entry; readonly what: string; readonly event: unknown; readonly answers: number | string };

const run = promisify(execFile);

const officer = JSON.stringify({
  kind: 'officer', subject: 'bench-officer', personId: 'per_01K9M3Z5T8Q2W4E6R8Y0P1S3D5', username: 'can.bo', name: 'Cán bộ',
  posts: [{ agency: 'H30.19.01', role: 'one-stop-clerk', from: '2020-01-01' }],
});
const get = (path: string, pathParameters: Record<string, string> = {}, more: { cookie?: string; actor?: string } = {}) => ({
  version: '2.0', rawQueryString: '', headers: more.cookie === undefined ? {} : { cookie: more.cookie }, pathParameters,
  requestContext: { http: { method: 'GET', path }, ...(more.actor === undefined ? {} : { authorizer: { lambda: { actor: more.actor } } }) },
});

/** For each function the first thing a person most likely asks of it, signature checks and table reads included. */
const requests = (cookie: string): readonly Request[] => [
  { entry: 'identity/authorizer', what: 'recognise an officer', event: get('/api/desk/dossiers/x', {}, { cookie }), answers: 'officer' },
  { entry: 'identity/api', what: 'who am I', event: get('/api/auth/me', {}, { cookie }), answers: 200 },
  { entry: 'directory/api', what: 'the agencies', event: get('/api/agencies'), answers: 200 },
  { entry: 'procedure-submission/api', what: 'a queue of the desk', event: get('/api/desk/agencies/H30.19.01/queues/to-accept', { agencyCode: 'H30.19.01', queue: 'to-accept' }, { actor: officer }), answers: 200 },
  { entry: 'feedback-classification/api', what: 'the published reports', event: get('/api/feedback'), answers: 200 },
];

const call = async ({ entry, event, answers }: Request, endpoint: string): Promise<Called> => {
  const { stdout } = await run(process.execPath, [join(import.meta.dirname, 'first-call.mjs'), pathToFileURL(bundleFile(entry)).href, JSON.stringify(event)], {
    env: { ...functionEnvironment(endpoint), ...compileCacheSettings(entry), AWS_LAMBDA_FUNCTION_NAME: 'bench' }, cwd: dirname(bundleFile(entry)), timeout: 20_000,
  });
  const called = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Called;
  if (called.status !== answers) throw new Error(`${entry} answered ${called.status} instead of ${answers}: ${stdout.slice(0, 800)}`);
  return called;
};

/** The first request after init, at the bundle's own prewarm, each in a fresh process; the functions take turns. */
export const firstRequest = async (rounds = 11): Promise<Figure> => {
  const { endpoint, stop } = await standInAws();
  const asked = requests(`__Secure-session=${officerToken()}`);
  const samples = new Map<string, Called[]>(asked.map(({ entry }) => [entry, []]));
  try {
    for (let round = 0; round < rounds; round++) for (const request of asked) samples.get(request.entry)?.push(await call(request, endpoint));
  } finally {
    await stop();
  }
  const results = asked.map(({ entry, what }) => {
    const of = (pick: (one: Called) => number): number => rounded(median((samples.get(entry) ?? []).map(pick)));
    const fastest = rounded(Math.min(...(samples.get(entry) ?? []).map(({ whole }) => whole)));
    return { entry, what, own: of((one) => one.own), whole: of((one) => one.whole), fastest, init: of((one) => one.init) };
  });
  return {
    title: 'First request after init', how: `in a fresh process after its own prewarm, ${rounds} runs. Own time is what the thread computed; on the clock the answers of the table (a stand-in beside it) and whoever else uses the processors count too`,
    lines: results.flatMap(({ entry, what, own, whole, fastest, init }) => [
      { what: `${entry}: ${what}`, value: `${milliseconds(own)} (init ${milliseconds(init)})`, limit: `${firstRequestMilliseconds} ms`, kept: own <= firstRequestMilliseconds },
      { what: '    the same on the clock', value: `${milliseconds(whole)} median, ${milliseconds(fastest)} fastest` },
    ]),
    data: { rounds, functions: results },
  };
};
