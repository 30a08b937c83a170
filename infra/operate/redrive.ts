/**
 * `npm run redrive -- <workflow>/<queue> [--stage <stage>]`: gives the dead letters of a queue to it again, after their
 * cause was mended; `<workflow>/parked` puts the events its publisher parked on the bus. Safe twice, and wherever it is stopped.
 */
import { parseArgs } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { deployedOn } from './deployed.ts';
import { moveMessages } from './move-messages.ts';
import { entryOf, outputNameOf, stackOf } from './queue-names.ts';
import { sendParked } from './send-parked.ts';

const stop = (line: string): never => { process.stderr.write(`${line}\n`); process.exit(1); };

const { positionals: [entry], values: { stage = 'local' } } = parseArgs({ allowPositionals: true, options: { stage: { type: 'string' } } });
if (entry === undefined || !/^[a-z-]+\/[a-z-]+(\.queue)?$/.test(entry)) stop('npm run redrive -- <workflow>/<queue> [--stage <stage>], for example procedure-submission/notify-applicant, or procedure-submission/parked');

const { options, outputs } = deployedOn(stage);
const found = await outputs(stackOf(entry ?? '')).catch(() => stop(`Stage ${stage} has no workflow ${entry?.split('/')[0]}, or it cannot be reached.`));
const say = ({ moved, refused }: { readonly moved: number; readonly refused: number }, done: string): never => {
  process.stdout.write(`${moved} ${done}${refused === 0 ? '' : `; ${refused} were not taken and wait where they were`}\n`);
  process.exit(refused === 0 ? 0 : 1);
};

const [workflow = '', what] = (entry ?? '').split('/');
if (what === 'parked') {
  const table = found.get(`${stackOf(workflow)}Table`) ?? stop(`${workflow} keeps no table on stage ${stage}, so nothing can be parked there.`);
  const rows = DynamoDBDocumentClient.from(new DynamoDBClient(options));
  say(await sendParked({ rows, table }, { client: new EventBridgeClient(options), bus: `haugiang-${stage}` }), `parked events of ${workflow} put on the bus`);
}
const [from, to] = ['DeadLetters', 'Queue'].map((kind) => found.get(`${kind}${outputNameOf(entry ?? '')}`));
if (from === undefined || to === undefined) {
  stop(`${entry} is no queue of stage ${stage}. Its workflow has: ${[...found.keys()].flatMap((key) => entryOf(key, entry ?? '') ?? []).join(', ') || 'none'}.`);
}
say(await moveMessages(new SQSClient(options), { from: from ?? '', to: to ?? '' }), `dead letters of ${entry} given to it again`);
