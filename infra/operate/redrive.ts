/**
 * `npm run redrive -- <workflow>/<queue> [--stage <stage>]`: gives the dead letters of a queue to it again, after their
 * cause was mended. Safe twice, and wherever it is stopped.
 */
import { parseArgs } from 'node:util';
import { SQSClient } from '@aws-sdk/client-sqs';
import { deployedOn } from './deployed.ts';
import { moveMessages } from './move-messages.ts';
import { entryOf, outputNameOf, stackOf } from './queue-names.ts';

const stop = (line: string): never => { process.stderr.write(`${line}\n`); process.exit(1); };

const { positionals: [entry], values: { stage = 'local' } } = parseArgs({ allowPositionals: true, options: { stage: { type: 'string' } } });
if (entry === undefined || !/^[a-z-]+\/[a-z-]+(\.queue)?$/.test(entry)) stop('npm run redrive -- <workflow>/<queue> [--stage <stage>], for example procedure-submission/notify-applicant');

const { options, outputs } = deployedOn(stage);
const found = await outputs(stackOf(entry ?? '')).catch(() => stop(`Stage ${stage} has no workflow ${entry?.split('/')[0]}, or it cannot be reached.`));
const [from, to] = ['DeadLetters', 'Queue'].map((kind) => found.get(`${kind}${outputNameOf(entry ?? '')}`));
if (from === undefined || to === undefined) {
  stop(`${entry} is no queue of stage ${stage}. Its workflow has: ${[...found.keys()].flatMap((key) => entryOf(key, entry ?? '') ?? []).join(', ') || 'none'}.`);
}
const { moved, refused } = await moveMessages(new SQSClient(options), { from: from ?? '', to: to ?? '' });
process.stdout.write(`${moved} dead letters of ${entry} given to it again${refused === 0 ? '' : `; ${refused} were not taken and wait where they were`}\n`);
process.exit(refused === 0 ? 0 : 1);
