import { createHash } from 'node:crypto';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { DeleteObjectCommand, GetObjectCommand, HeadObjectCommand, PutObjectCommand, S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { SendEmailCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import { vi } from 'vitest';
import { logger } from '../../../shared/runtime/logger.ts';
import type { Batch, QueueEvent } from '../../../shared/runtime/queue.ts';
import type { Row } from '../../../shared/runtime/transaction.ts';
import type { Random } from '../../fuzz/random.ts';
import { memoryDynamo } from '../../support/memory/memory-dynamo.ts';
import { struckCalls, type Fault } from '../support/faults.ts';

export type Message = { readonly messageId: string; readonly body: string };
type Consumer = { readonly name: string; readonly handle: (batch: QueueEvent) => Promise<Batch> };
/** Whose consumers: the name of their table, and where they are. */
type Workflow = { readonly tableName: string; readonly modules: Readonly<Record<string, () => Promise<{ handler: unknown }>>> };

const dossiers: Workflow = { tableName: 'dossiers', modules: {
  'issue-document': () => import('../../../functions/procedure-submission/issue-document.queue.ts'),
  'notify-applicant': () => import('../../../functions/procedure-submission/notify-applicant.queue.ts'),
  'count-dossiers': () => import('../../../functions/procedure-submission/count-dossiers.queue.ts'),
  'follow-directory': () => import('../../../functions/procedure-submission/follow-directory.queue.ts'),
  'on-payment-settled': () => import('../../../functions/procedure-submission/on-payment-settled.queue.ts'),
} };

const refused = (name: string, httpStatusCode: number): Error => new S3ServiceException({ name, $fault: 'client', $metadata: { httpStatusCode } });
/** What a bucket of uploads gives where a test put nothing. */
const anyBytes = new Uint8Array(8);
const etagOf = (body: unknown): string => `"${createHash('md5').update(typeof body === 'string' ? body : body as Uint8Array).digest('hex')}"`;

/** An outbox row as the bus carries it to a queue. */
export const messageOf = ({ source, detailType, detail, pk }: Row): Message =>
  ({ messageId: pk, body: JSON.stringify({ source, 'detail-type': detailType, detail: JSON.parse(String(detail)) as unknown }) });

/** The consumers of a workflow themselves, on a table, buckets, a mail service and receivers of webhooks in memory. */
export const consumersInMemory = async ({ tableName, modules }: Workflow = dossiers) => {
  const memory = memoryDynamo();
  let objects = new Map<string, unknown>();
  let mails: string[] = [];
  let posts: string[] = [];
  let down = false;
  let struck = struckCalls(undefined);
  let mailedAt: number | undefined;
  const reasons: unknown[] = [];
  const isUp = (): void => { if (down) throw Object.assign(new Error('down'), { name: 'InternalServerError' }); };
  vi.spyOn(DynamoDBDocumentClient, 'from').mockReturnValue({ send: (command: never) => struck.pass(async () => { isUp(); return memory.client.send(command); }) } as unknown as DynamoDBDocumentClient);
  const store = async (command: unknown): Promise<unknown> => {
    isUp();
    const { Key = '', Bucket } = (command as PutObjectCommand).input;
    const found = objects.get(Key) ?? (Bucket === 'uploads' ? anyBytes : undefined);
    if (command instanceof PutObjectCommand) {
      const { IfNoneMatch, IfMatch, Body } = command.input;
      if ((IfNoneMatch !== undefined && objects.has(Key)) || (IfMatch !== undefined && IfMatch !== etagOf(found))) throw refused('PreconditionFailed', 412);
      objects.set(Key, Body);
    }
    if (command instanceof DeleteObjectCommand) objects.delete(Key);
    if (!(command instanceof GetObjectCommand || command instanceof HeadObjectCommand)) return {};
    if (found === undefined) throw refused('NotFound', 404);
    return { ETag: etagOf(found), Body: { transformToByteArray: async () => found, transformToString: async () => found } };
  };
  const post = async (command: unknown): Promise<unknown> => { isUp(); mailedAt ??= struck.calls(); mails.push((command as SendEmailCommand).input.Content?.Simple?.Subject?.Data ?? ''); return {}; };
  vi.stubGlobal('fetch', (url: string, { headers }: { headers: Record<string, string> }) => struck.pass(async () => { isUp(); posts.push(`${url} ${headers['x-haugiang-event']}`); return new Response('ok'); }));
  vi.spyOn(S3Client.prototype, 'send').mockImplementation(((command: unknown) => struck.pass(() => store(command))) as never);
  vi.spyOn(SESv2Client.prototype, 'send').mockImplementation(((command: unknown) => struck.pass(() => post(command))) as never);
  vi.spyOn(logger, 'error').mockImplementation((...said: readonly unknown[]) => { reasons.push(said[1]); });
  for (const [name, value] of Object.entries({ TABLE_NAME: tableName, SITE_ORIGIN: 'https://dichvucong.haugiang.example', DOCUMENTS_BUCKET: 'documents', UPLOADS_BUCKET: 'uploads', SITE_BUCKET: 'site', MODELS_BUCKET: 'models', MAIL_FROM: 'a@haugiang.example', AWS_REGION: 'ap-southeast-1', AWS_ACCESS_KEY_ID: 'x', AWS_SECRET_ACCESS_KEY: 'x' })) vi.stubEnv(name, value);
  const consumers: Consumer[] = [];
  for (const [name, load] of Object.entries(modules)) consumers.push({ name, handle: (await load()).handler as Consumer['handle'] });

  /** What a batch leaves undone. A message nobody here waits for is what the bus would not have sent. */
  const offer = async ({ handle }: Consumer, batch: readonly Message[]): Promise<Message[]> => {
    const from = reasons.length;
    const { batchItemFailures } = await handle({ Records: batch });
    const strange = new Set(reasons.slice(from).filter((one) => (one as { reason?: string }).reason === 'no consumer for this message').map((one) => (one as { messageId: string }).messageId));
    return batch.filter(({ messageId }) => !strange.has(messageId) && batchItemFailures.some(({ itemIdentifier }) => itemIdentifier === messageId));
  };
  const outbox = (): Row[] => memory.rows(tableName).filter((row) => row['entity'] === 'outbox');

  return {
    memory, table: memory.table(tableName), consumers, offer, outbox,
    mails: () => mails.toSorted((a, b) => (a < b ? -1 : 1)), objects: () => [...objects.keys()].toSorted((a, b) => (a < b ? -1 : 1)),
    posts: () => posts.toSorted((a, b) => (a < b ? -1 : 1)), files: (): ReadonlyMap<string, unknown> => objects,
    setDown: (now: boolean): void => { down = now; },
    /** From here on every call to the table, the bucket and the mail service is counted, and one of them struck. `mailedAt`: which of them was the first mail. */
    strike: (fault: Fault | undefined) => { struck = struckCalls(fault); mailedAt = undefined; return { calls: struck.calls, died: struck.died, mailedAt: () => mailedAt }; },
    putObject: (key: string, bytes: Uint8Array): void => { objects.set(key, bytes); },
    rows: () => memory.rows(tableName),
    snapshot: () => {
      const [back, kept] = [memory.snapshot(), new Map(objects)];
      return () => { back(); objects = new Map(kept); mails = []; posts = []; down = false; struck = struckCalls(undefined); };
    },

    /** Gives every fact there is, and every fact that follows from it, to every consumer, in batches, until nothing is left; what fails is given again. */
    deliver: async (deliveries: (messages: readonly Message[]) => readonly Message[], random: Random, atMost = 10): Promise<void> => {
      const told = new Set<string>();
      for (let round = 0; ; round++) {
        const fresh = outbox().filter(({ pk }) => !told.has(pk));
        if (fresh.length === 0) return;
        for (const { pk } of fresh) told.add(pk);
        for (const consumer of consumers) {
          let left: readonly Message[] = deliveries(fresh.map(messageOf));
          for (let again = 0; left.length > 0; again++) {
            if (again > 20) throw new Error(`${consumer.name} never gets done with ${left.map(({ body }) => body.slice(0, 200)).join(' ')}`);
            const failed: Message[] = [];
            for (let at = 0; at < left.length;) {
              const size = 1 + random.below(atMost);
              failed.push(...await offer(consumer, left.slice(at, at + size)));
              at += size;
            }
            left = failed;
          }
        }
        if (round > 5) throw new Error('facts never end');
      }
    },
  };
};
