/**
 * `npm run replay -- <day> [--only <beginning of event types>] [--stage <stage>]`: gives every fact of a day of Việt Nam to all
 * consumers again, from the lake. State does not change and no notification is sent twice: each fact keeps its id.
 */
import { parseArgs } from 'node:util';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { S3Client } from '@aws-sdk/client-s3';
import { allEvents } from '../../events/all-events.ts';
import { IsoDate } from '../../shared/kernel/vietnam-time.ts';
import { deployedOn } from './deployed.ts';
import { replayDay } from './replay-day.ts';

const stop = (line: string): never => { process.stderr.write(`${line}\n`); process.exit(1); };

const { positionals: [day], values: { stage = 'local', only = '' } } = parseArgs({ allowPositionals: true, options: { stage: { type: 'string' }, only: { type: 'string' } } });
if (!IsoDate.safeParse(day).success) stop('npm run replay -- <day as 2026-11-22> [--only <beginning of event types>] [--stage <stage>]');
const events = allEvents.filter(({ detailType }) => detailType.startsWith(only));
if (events.length === 0) stop(`No event type begins with ${only}: ${allEvents.map(({ detailType }) => detailType).join(', ')}.`);

const { options, output } = deployedOn(stage);
const bucket = await output('OperationsCentre', 'LakeBucket');
// addressed by path where a local endpoint has no name for each bucket
const s3 = new S3Client({ ...options, forcePathStyle: 'endpoint' in options });
const { sent, kinds, unreadable } = await replayDay({ s3, bucket, events }, { client: new EventBridgeClient(options), bus: `haugiang-${stage}`, day: day ?? '' });
process.stdout.write(`${sent} events of ${kinds} kinds of ${day} given to all consumers again${unreadable === 0 ? '' : `; ${unreadable} lines of the lake could not be read as events`}\n`);
process.exit(unreadable === 0 ? 0 : 1);
