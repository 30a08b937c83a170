import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { BatchWriteCommand, DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { GetQueueAttributesCommand, ListQueuesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { clientOptions } from '../../infra/local/local-aws.ts';
import { outputOf } from '../../infra/local/outputs.ts';
import type { Province } from '../../infra/local/province.ts';
import { localPassword } from '../../infra/local/seed/accounts.ts';
import { signIn } from '../../infra/local/seed/sign-in.ts';
import { atOnce } from '../../infra/local/seed/until.ts';
import { catalogue } from '../../functions/feedback-classification/catalogue.ts';
import type { Row } from '../../shared/runtime/transaction.ts';
import { reportsLimits } from '../budgets/limits.ts';
import { draft } from '../feedback-classification/support/desk.ts';
import { milliseconds, percentile, rounded, type Figure, type Line } from './figure.ts';
import { manyReports, reportsSeed, rowsOf } from './many-reports.ts';
import { nullFunction } from './null-function.ts';
import { awsMilliseconds, totalMilliseconds } from './timed-session.ts';

/** The bursts under which DIGIT failed, requests a second, and how many of ours stand for ten of theirs: two processors carry gateway, table, functions and queues. */
const bursts = [1, 15, 25, 35, 10] as const;
const scale = Number(process.env['BURST_SCALE'] ?? 0.1);
const secondsEach = Number(process.env['BURST_SECONDS'] ?? 10);
/** The local AWS sorts a whole partition for every question, so a laptop compares with few more; an account takes `BURST_STORED=1000000`. */
const stored = [10_000, Number(process.env['BURST_STORED'] ?? 12_000)] as const;
const drainLimit = 60_000;

/** `own`: what our function took without waiting for AWS, as it tells itself (`Server-Timing`). */
type Seen = { readonly ours: number[]; readonly own: number[]; readonly nothing: number[]; readonly refused: string[]; readonly drains: number[] };

/** Fills the deployed table with what a list or a search would meet of earlier reports. */
const fill = async ({ endpoint, outputs }: Province, from: number, to: number): Promise<void> => {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(clientOptions(endpoint)));
  const name = outputOf(outputs, 'FeedbackClassificationTable');
  const batches: Row[][] = [];
  let rows: Row[] = [];
  for (const feedback of manyReports(to - from, { now: new Date(), random: reportsSeed(from) })) {
    rows.push(...rowsOf(feedback));
    while (rows.length >= 25) { batches.push(rows.slice(0, 25)); rows = rows.slice(25); }
  }
  if (rows.length > 0) batches.push(rows);
  await atOnce(4, batches, async (batch) => {
    let rest: object[] = batch.map((Item) => ({ PutRequest: { Item } }));
    while (rest.length > 0) rest = (await client.send(new BatchWriteCommand({ RequestItems: { [name]: rest as never } }))).UnprocessedItems?.[name] ?? [];
  });
};

/** How long until no queue holds a message, waiting or in work. */
const drained = async (endpoint: string): Promise<number> => {
  const sqs = new SQSClient(clientOptions(endpoint));
  const begun = performance.now();
  const { QueueUrls = [] } = await sqs.send(new ListQueuesCommand({}));
  const waiting = async (): Promise<number> => {
    const all = await Promise.all(QueueUrls.filter((url) => !/dead|dlq/i.test(url)).map((QueueUrl) => sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'] }))));
    return all.reduce((sum, { Attributes = {} }) => sum + Number(Attributes['ApproximateNumberOfMessages'] ?? 0) + Number(Attributes['ApproximateNumberOfMessagesNotVisible'] ?? 0), 0);
  };
  while (await waiting() > 0 && performance.now() - begun < drainLimit) await pause(500);
  return performance.now() - begun;
};

/** Everybody a phone of their own, from an address of their own. */
const sender = (siteUrl: string) => {
  let sent = 0;
  return async (path: string, body: object): Promise<{ took: number; own: number; status: number; text: string }> => {
    const place = sent++;
    const begun = performance.now();
    const answer = await fetch(new URL(path, siteUrl), {
      method: 'POST', body: JSON.stringify(body),
      headers: { origin: siteUrl, 'content-type': 'application/json', 'idempotency-key': randomUUID(), 'x-forwarded-for': `10.${(place >> 16) & 255}.${(place >> 8) & 255}.${place & 255}` },
    });
    const text = await answer.text();
    return { took: performance.now() - begun, own: totalMilliseconds(answer) - awsMilliseconds(answer), status: answer.status, text };
  };
};

/** The bursts, each with its valley; every third report has a call of the null function at its heels. */
const run = async ({ endpoint, siteUrl }: Province, nothing: string, round: number): Promise<Seen> => {
  const seen: Seen = { ours: [], own: [], nothing: [], refused: [], drains: [] };
  const send = sender(siteUrl);
  let made = 0;
  for (const rate of bursts) {
    const open: Promise<void>[] = [];
    const one = async (place: number): Promise<void> => {
      const device = `dot-${round}-${String(place).padStart(12, '0')}`;
      const { took, own, status, text } = await send('/api/feedback', draft({ device, place: { lat: 9.7607 + (place % 400) / 40_000, long: 105.4567, words: `số ${place}` } }));
      if (status === 201) { seen.ours.push(took); seen.own.push(own); }
      else seen.refused.push(`${status} ${text.slice(0, 200)}`);
      if (place % 3 === 0) seen.nothing.push((await send(nothing, {})).took);
    };
    for (let n = 0; n < Math.max(2, Math.round(rate * scale * secondsEach)); n++) {
      open.push(one(made++).catch((error: unknown) => { seen.refused.push(String(error)); }));
      await pause(1000 / Math.max(rate * scale, 2 / secondsEach));
    }
    await Promise.all(open);
    seen.drains.push(await drained(endpoint));
  }
  return seen;
};

/** DIGIT's bursts on the deployed province, with few reports stored and with many. */
export const reportBursts = async (province: Province): Promise<Figure> => {
  const { siteUrl } = province;
  const dispatcher = await signIn({ siteUrl, realm: 'province', username: 'dieuphoi.phananh', password: localPassword });
  const inbox = async (): Promise<number> => (await (await dispatcher.send('GET', `/api/desk/agencies/${catalogue.settings.intakeAgency}/feedback/queues/inbox?limit=1`)).json() as { counts: { inbox: number } }).counts.inbox;
  const nothing = await nullFunction(province);
  try {
    await run(province, nothing.path, 0);
    const before = await inbox();
    const seen: Seen[] = [];
    for (const [place, many] of stored.entries()) {
      await fill(province, stored[place - 1] ?? 0, many);
      await drained(province.endpoint);
      seen.push(await run(province, nothing.path, place + 1));
    }
    const kept = await inbox() - before;
    const taken = seen.reduce((sum, { ours }) => sum + ours.length, 0);
    const refused = seen.flatMap((one) => one.refused);
    const [own, whole] = [seen.map((one) => percentile(one.own, 0.95)), seen.map(({ ours }) => percentile(ours, 0.95))];
    const slowdown = ([few = NaN, many = NaN]: readonly number[]): number => many / few;
    const ratio = percentile(seen.flatMap(({ ours }) => ours), 0.5) / percentile(seen.flatMap((one) => one.nothing), 0.5);
    const slowest = Math.max(...seen.flatMap(({ drains }) => drains));
    const lines: Line[] = [
      { what: 'reports accepted', value: `${taken} of ${taken + refused.length}`, limit: 'all', kept: refused.length === 0 },
      { what: 'of them in the inbox afterwards', value: String(kept), limit: String(taken), kept: kept === taken },
      { what: `our own p95 with ${stored[1].toLocaleString('en')} stored against ${stored[0].toLocaleString('en')}`, value: `${rounded(slowdown(own), 2)}x`, limit: `${reportsLimits.slowdown}x`, kept: slowdown(own) <= reportsLimits.slowdown, note: own.map(milliseconds).join(' and ') },
      // on a laptop the slowest of some ninety measure what else two processors did; on an account this is the figure
      { what: '    the same with gateway and AWS', value: `${rounded(slowdown(whole), 2)}x`, note: whole.map(milliseconds).join(' and ') },
      { what: 'a report against the null function', value: `${rounded(ratio, 2)}x at p50`, note: 'with what it waits for AWS' },
      { what: 'queues empty again in every valley', value: milliseconds(slowest), limit: milliseconds(drainLimit), kept: slowest < drainLimit },
    ];
    return { title: 'Bursts of reports', how: `${bursts.join('-')} requests a second times ${scale}, ${secondsEach} s each, on the deployed province`, lines, data: { stored, scale, seen: seen.map(({ ours, own: alone, nothing: none, drains }) => ({ reports: ours.length, p50: percentile(ours, 0.5), p95: percentile(ours, 0.95), own95: percentile(alone, 0.95), null: percentile(none, 0.5), drains })), refused: refused.slice(0, 10) } };
  } finally {
    await nothing.remove();
  }
};
