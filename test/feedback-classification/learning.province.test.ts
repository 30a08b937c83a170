import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DeleteObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { expect, inject, test } from 'vitest';
import { categories } from '../../functions/feedback-classification/classifier/labels.ts';
import { modelFile } from '../../functions/feedback-classification/classifier/classify.ts';
import { headerHash, readHeader, sha256 } from '../../functions/feedback-classification/classifier/model-file.ts';
import { clientOptions } from '../../infra/local/local-aws.ts';
import type { Suggestion } from '../../shared/contracts/feedback-shapes.ts';
import { localDate } from '../../shared/kernel/vietnam-time.ts';
import { eventually, key, person } from '../support/people.ts';
import { inWard, office } from './support/desk.ts';

const learn = async (): Promise<string[]> => {
  const command = join(import.meta.dirname, '../../infra/operate/learn.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [command, '--week', localDate(new Date())], { env: { ...process.env, AWS_ENDPOINT_URL: inject('endpoint') } });
  return stdout.trim().split('\n');
};
/** The shipped model with one thing changed: it takes everything for noise. */
const onlyNoise = (): Uint8Array => {
  const file = modelFile(), header = readHeader(file), { category } = header.heads;
  const changed = { ...header, heads: { ...header.heads, category: { ...category, bias: category.bias.map((bias, k) => (categories[k] === 'noise' ? bias + 1000 : bias)) } } };
  return Buffer.concat([Buffer.from(`${JSON.stringify({ ...changed, sha256: headerHash(changed) })}\n`), file.subarray(file.indexOf(10) + 1)]);
};
const text = 'Rác đầy lề đường trước chợ, bốc mùi mấy ngày nay.';

test('what dispatchers sorted is counted and learned from by the functions as they are deployed; a model that is published suggests from then on, until it is taken away', async () => {
  const dispatcher = await person('dieuphoi.phananh');
  const answered = async <Body>(asked: Promise<Response>): Promise<Body> => { const answer = await asked; expect(answer.status).toBeLessThan(300); return await answer.json() as Body; };
  const figures = () => answered<{ weeks: { week: string; categories: { category: string; answered: number; corrected: number }[] }[]; model: { version: string; shipped: boolean }; learned?: { published: boolean; why?: string } }>(dispatcher.send('GET', `/api/desk/agencies/${office}/feedback/classifier`));
  const suggested = () => answered<Suggestion>(dispatcher.send('POST', '/api/feedback/suggest', { text }));
  const wrong = async (): Promise<number> => (await figures()).weeks[0]?.categories.find(({ category }) => category === 'waste')?.corrected ?? 0;

  await answered(dispatcher.send('POST', `/api/desk/agencies/${office}/feedback`, { text, place: inWard }, key()));
  const { items } = await answered<{ items: { feedbackId: string; excerpt: string }[] }>(dispatcher.send('GET', `/api/desk/agencies/${office}/feedback/queues/inbox`));
  const own = items.find(({ excerpt }) => text.startsWith(excerpt.slice(0, 20)))?.feedbackId ?? '';
  const { revision } = await answered<{ revision: number }>(dispatcher.send('GET', `/api/desk/feedback/${own}`));
  await answered(dispatcher.send('POST', `/api/desk/feedback/${own}/accept`, { revision, category: 'pollution', publicText: '' }, key()));
  expect(await learn()).toEqual([expect.stringMatching(/^week of 20\d\d-\d\d-\d\d: [1-9]\d* reports sorted, \d+ suggestions left to a person, [1-9]\d* corrected; /), expect.stringMatching(/^nothing was learned: \d+ sorted reports are too few to judge by$/)]);
  expect(await wrong()).toBeGreaterThan(0);
  expect(await figures()).toMatchObject({ model: { shipped: true, version: sha256(modelFile()) }, learned: { published: false, why: 'too-few-examples' } });

  const s3 = new S3Client(clientOptions(inject('endpoint'))), model = { Bucket: inject('outputs')['ModelsBucket'], Key: 'classifier/feedback-model.bin' };
  const Body = onlyNoise();
  await s3.send(new PutObjectCommand({ ...model, Body }));
  try {
    expect((await eventually(suggested, ({ category }) => category === 'noise')).category).toBe('noise');
    expect((await figures()).model).toMatchObject({ shipped: false, version: sha256(Body) });
  } finally {
    await s3.send(new DeleteObjectCommand(model));
  }
  expect((await eventually(suggested, ({ category }) => category === 'waste')).category).toBe('waste');
});
