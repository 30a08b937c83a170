/**
 * `npm run reorganise -- --plan <file> --preview|--apply [--stage <stage>]`: carries a reorganisation of agencies out, or
 * tells what it would do. Stopped anywhere it is run again; run on a whole one it changes nothing.
 */
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { ReorganisationPlan, type DirectoryOutcome, type DossiersOutcome } from '../../shared/contracts/reorganisation.ts';
import { deployedOn } from './deployed.ts';

type Refused = { readonly refused: string; readonly where: readonly string[] };
/** Events of the directory reach the desks within seconds. */
const MOST_WAITS = 60;

const say = (line: string): void => { process.stdout.write(`${line}\n`); };
const stop = (line: string): never => { process.stderr.write(`${line}\n`); process.exit(1); };

const { values: { plan: file, preview = false, apply = false, stage = 'local' } } = parseArgs({
  options: { plan: { type: 'string' }, preview: { type: 'boolean' }, apply: { type: 'boolean' }, stage: { type: 'string' } },
});
if (file === undefined || preview === apply) stop('npm run reorganise -- --plan <file> --preview|--apply [--stage <stage>]');

const read = ReorganisationPlan.safeParse(JSON.parse(readFileSync(file ?? '', 'utf8')));
const plan = read.success ? read.data : stop(`${file} is no plan: ${read.error.issues.slice(0, 20).map(({ path, message }) => `/${path.join('/')} ${message}`).join('; ')}`);
const { functionNamed, invoke } = deployedOn(stage);
const [directory, desks] = await Promise.all([functionNamed('Directory', 'ReorganiseFunction'), functionNamed('ProcedureSubmission', 'SucceedDossiersFunction')]);

const ask = async <T>(fn: string, mode: 'preview' | 'apply'): Promise<T> => {
  const answer = (await invoke(fn, { mode, plan })) as T | Refused;
  if (typeof answer === 'object' && answer !== null && 'refused' in answer) return stop(`Refused, nothing was written by this step: ${answer.refused} ${answer.where.join(' ')}`);
  return answer as T;
};

const facts = await ask<DirectoryOutcome>(directory, 'preview');
const open = await ask<DossiersOutcome>(desks, 'preview');
const dossiers = Object.values(open.open).reduce((sum, one) => sum + one, 0);
say(`${plan.id}: effective ${plan.effective}, by ${plan.decision}`);
say(`  agencies set up: ${facts.registered.length}, dissolved: ${facts.dissolved.length}`);
say(`  people: ${facts.people}, posts that end: ${facts.postsEnded}, posts granted: ${facts.postsGranted}`);
say(`  open dossiers that go to a successor: ${dossiers}`);
for (const [code, count] of Object.entries(open.open)) say(`    ${code}: ${count}`);
const undecided = [...new Set([...facts.undecided, ...open.undecided])];
if (undecided.length > 0) say(`  undecided, who carries on: ${undecided.join(', ')}`);
if (preview) process.exit(0);
if (undecided.length > 0) stop('Not applied: say in the plan who carries on (carriesOn) for the agencies named above.');

for (let done = false; !done;) {
  const outcome = await ask<DirectoryOutcome>(directory, 'apply');
  done = outcome.done;
  say(`directory: ${outcome.registered.length} agencies set up, ${outcome.dissolved.length} dissolved, rights of ${outcome.people} people changed${done ? '' : ', going on'}`);
}
let moved = 0;
for (let waits = 0, done = false; !done;) {
  const outcome = await ask<DossiersOutcome>(desks, 'apply');
  done = outcome.done;
  moved += outcome.moved;
  if (outcome.awaited.length > 0) {
    if (++waits > MOST_WAITS) stop(`The desks have not heard of ${outcome.awaited.join(', ')}: see the queue of procedure-submission/follow-directory, then run it again.`);
    await wait(1000);
  } else say(`dossiers: ${moved} moved${done ? '' : ', going on'}`);
}
say('whole');
