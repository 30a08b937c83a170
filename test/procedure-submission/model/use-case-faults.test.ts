import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { routesByWorkflow } from '../../../shared/contracts/all-routes.ts';
import { SubmitDossier } from '../../../shared/contracts/procedure-submission.ts';
import type { Row } from '../../../shared/runtime/transaction.ts';
import type { Fault } from '../support/faults.ts';
import { actRows } from './acts.ts';
import { hashHere } from './agreement.ts';
import { consumersInMemory } from './consumers.ts';
import { useCasesOf, type UseCase } from './use-cases.ts';

// what is printed is tested where it is printed; here a form is its content
vi.mock('../../../functions/procedure-submission/form-fonts.ts', () => ({ formFonts: () => ({}) }));
vi.mock('../../../functions/procedure-submission/form.pdf.ts', () => ({ renderForm: async (content: unknown) => Buffer.from(JSON.stringify(content)) }));

const usually = '2026-03-20T02:00:00Z';
/** How often a browser, a queue or a clock comes again. */
const patience = 6;
const most = 60;

let province: Awaited<ReturnType<typeof consumersInMemory>>;
let cases: readonly UseCase[];
let empty: () => void;
beforeAll(async () => {
  hashHere();
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(usually) });
  province = await consumersInMemory();
  cases = await useCasesOf(province);
  empty = province.snapshot();
});
afterAll(() => { vi.useRealTimers(); vi.restoreAllMocks(); });

/** What tells when something was written, and the number of a ticket: one drawn in vain leaves a gap. */
const passing = new Set(['termMinutes', 'minutes', 'number', 'last']);
/** A row as far as two runs must agree on it: where something stands and how many there are, not when it was written and under which ids. */
const shown = ({ pk, entity, ...row }: Row): string => {
  const says = Object.entries(row).filter(([name, value]) => (typeof value === 'number' && value > 0 && value < 10_000 && !passing.has(name)) || typeof value === 'boolean' || (typeof value === 'string' && ['state', 'act', 'detailType', 'kind'].includes(name)));
  // a number drawn in vain leaves a gap; a board says how often it was made
  return `${typeof entity === 'string' ? entity : pk} ${pk.startsWith('ORDINAL#') || entity === 'board' ? '' : JSON.stringify(Object.fromEntries(says.toSorted(([a], [b]) => (a < b ? -1 : 1))))}`;
};
const state = () => ({ rows: province.rows().map(shown).toSorted(), files: province.objects().length });

/** Asks until it is done, and once more, as a browser whose answer was lost does. */
const insist = async ({ ask, sees, at = usually }: UseCase, fault: Fault | undefined) => {
  let now = Date.parse(at);
  vi.setSystemTime(now);
  const struck = province.strike(fault);
  const asking = ask();
  let first: unknown;
  for (let [attempt, done] = [1, 0]; done < 3; attempt++) {
    if (attempt > patience) throw new Error(`not done in ${patience} attempts`);
    const gone = struck.died();
    const answer = await Promise.race([asking(), gone]);
    if (answer === true && done++ === 0) first = { ...state(), mails: province.mails() };
    now += 3 * 60_000;
    vi.setSystemTime(now);
    if (attempt === 1) calls = struck.calls();
  }
  const mailedAt = struck.mailedAt();
  province.strike(undefined);
  // asked for again, what was done is not done again; a rebuild builds anew, and what it builds is the same
  if (sees === undefined && fault === undefined) expect({ ...state(), mails: province.mails() }).toEqual(first);
  return { ...(sees === undefined ? state() : { rows: await sees(), files: 0 }), mails: province.mails(), calls, mailedAt };
};
let calls = 0;

const withFaults = async (one: UseCase): Promise<number> => {
  empty();
  vi.setSystemTime(Date.parse('2026-03-02T02:00:00Z'));
  await one.before?.();
  const stands = province.snapshot();
  // what a process remembers from its first run, it need not ask again
  await insist(one, undefined);
  stands();
  const without = await insist(one, undefined);
  expect(without.calls).toBeGreaterThan(0);
  // what asks for every month since the beginning asks the same a hundred times
  for (let call = 1; call <= without.calls; call += Math.ceil(without.calls / most)) {
    for (const when of ['before', 'after'] as const) {
      for (const kind of [(['timeout', 'throttle', 'failure'] as const)[call % 3] ?? 'failure', 'killed'] as const) {
        stands();
        const { rows, files, mails, mailedAt = 0 } = await insist(one, { call, when, kind });
        expect({ rows, files }, `call ${call} ${kind} ${when}`).toEqual({ rows: without.rows, files: without.files });
        // between the mail service's yes and our note of it a second mail is the lesser evil; nothing else sends one
        const unsure = mailedAt > 0 && ((call === mailedAt && when === 'after') || call > mailedAt);
        expect(new Set(mails), `call ${call} ${kind} ${when}`).toEqual(new Set(without.mails));
        if (!unsure) expect(mails).toEqual(without.mails);
        expect(mails.length - without.mails.length).toBeLessThanOrEqual(1);
      }
    }
  }
  return without.calls;
};

describe('a fault at each call of each use case, before and after it, and the process killed there: nothing lost, nothing doubled', () => {
  test('each of them', async () => {
    const passed: string[] = [];
    for (const one of cases) passed.push(`${one.door} ${await withFaults(one).catch((error: unknown) => { throw new Error(one.door, { cause: error }); })}`);
    process.stdout.write(`faults: ${passed.join(', ')}\n`);
  });
});

test('every way into the workflow is one of them, or an act of the lives', () => {
  const own = readdirSync(new URL('../../../functions/procedure-submission', import.meta.url)).flatMap((file) => (/^[\w-]+\.(queue|schedule|command)\.ts$/.test(file) ? [file.replace(/\.ts$/, '')] : []));
  const routes = routesByWorkflow['procedure-submission'].filter(({ method }) => method !== 'GET').map(({ name }): string => name);
  const struck = new Set([SubmitDossier.name, ...actRows.flatMap((row) => ('route' in row ? [row.route.name] : [])), ...cases.map(({ door }) => door)]);
  expect([...own, ...routes].filter((door) => !struck.has(door))).toEqual([]);
});
