/** `npm run rebuild-counters [-- --stage <stage>]`: builds the counters of the statistics again from the dossiers, and says whether they were right. */
import { parseArgs } from 'node:util';
import { deployedOn } from './deployed.ts';

type Outcome = { readonly done: boolean; readonly counted: number; readonly equal?: boolean; readonly differing?: readonly string[] };

const { values: { stage = 'local' } } = parseArgs({ options: { stage: { type: 'string' } } });
const { functionNamed, invoke } = deployedOn(stage);
const rebuild = await functionNamed('ProcedureSubmission', 'RebuildCountersFunction');

let total = 0;
for (let done = false; !done;) {
  const outcome = (await invoke(rebuild).catch((error: unknown) => { throw new Error('The counters could not be rebuilt; run it again, it goes on where it stopped.', { cause: error }); })) as Outcome;
  total += outcome.counted;
  done = outcome.done;
  process.stdout.write(`${total} dossiers counted${done ? '' : ', going on'}\n`);
  if (outcome.equal !== undefined) process.stdout.write(outcome.equal ? 'the counters kept by events held the same\n' : `they differed, and are mended now:\n${(outcome.differing ?? []).join('\n')}\n`);
}
