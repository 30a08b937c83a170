import { expect, test } from 'vitest';
import { inboundRepository } from '../../functions/feedback-classification/inbound.repository.ts';
import { zaloMessenger } from '../../functions/feedback-classification/zalo-messenger.ts';
import { memoryDynamo } from '../support/memory/memory-dynamo.ts';

const inbound = inboundRepository(memoryDynamo().table('feedback'));

test('an answer over Zalo goes out by the token of the account; what Zalo refuses is tried again', async () => {
  const asked: [string, RequestInit][] = [];
  let error = 0;
  const messenger = () => zaloMessenger(inbound, { sandbox: false, send: async (address, init = {}) => { asked.push([address as string, init]); return Response.json({ error, message: 'x' }); } });
  await expect(messenger().send({ to: 'u', subject: 'Chào', text: 'x' })).rejects.toThrow('no token');
  await inbound.open('zalo', { secret: 'khoa-bi-mat-cua-oa', appId: '1234567890', accessToken: 'the-bai' });
  await messenger().send({ to: 'u', subject: 'Chào', text: 'x'.repeat(5000) });
  const [address, init] = asked[0] ?? ['', {}];
  expect([address, (init.headers as Record<string, string>)['access_token']]).toEqual(['https://openapi.zalo.me/v3.0/oa/message/cs', 'the-bai']);
  expect(JSON.parse(init.body as string)).toMatchObject({ recipient: { user_id: 'u' }, message: { text: expect.stringMatching(/^Chào\n\nx{1994}$/) } });
  error = -213;
  await expect(messenger().send({ to: 'u', subject: 'Chào', text: 'x' })).rejects.toThrow('-213');
  expect(await inbound.answers()).toEqual([]);
});
