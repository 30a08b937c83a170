import { expect, test } from 'vitest';
import type { SESv2Client } from '@aws-sdk/client-sesv2';
import { sesMailer } from '../../shared/runtime/mailer.ts';

test('headers of a mail go with it, and only where there are any', async () => {
  const sent: { Content: { Simple: { Headers?: unknown } } }[] = [];
  const mailer = sesMailer('tinh@example.vn', { send: (command: { input: never }) => { sent.push(command.input); return Promise.resolve({}); } } as unknown as SESv2Client);
  await mailer.send({ to: 'a@example.vn', subject: 'Chào', text: 'x', headers: { 'List-Unsubscribe': '<https://hg.example/x>' } });
  await mailer.send({ to: 'a@example.vn', subject: 'Chào', text: 'x' });
  expect(sent.map(({ Content }) => Content.Simple.Headers)).toEqual([[{ Name: 'List-Unsubscribe', Value: '<https://hg.example/x>' }], undefined]);
});
