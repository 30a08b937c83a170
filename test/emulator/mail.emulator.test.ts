import { expect, test } from 'vitest';
import { CreateEmailIdentityCommand, SendEmailCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import { endpoint, options } from './probe-client.ts';

test('SES v2: a sent message can be read back with its diacritics', async () => {
  const client = new SESv2Client(options);
  await client.send(new CreateEmailIdentityCommand({ EmailIdentity: 'khong-tra-loi@haugiang.test' }));
  const { MessageId } = await client.send(new SendEmailCommand({
    FromEmailAddress: 'khong-tra-loi@haugiang.test', Destination: { ToAddresses: ['congdan01@example.test'] },
    Content: { Simple: { Subject: { Data: 'Đã tiếp nhận hồ sơ' }, Body: { Text: { Data: 'Mã tra cứu: HG-0000' } } } },
  }));
  expect(MessageId).toBeTruthy();
  const { messages } = await (await fetch(`${endpoint}/_ministack/ses/messages`)).json() as { messages: unknown[] };
  expect(JSON.stringify(messages)).toContain('Đã tiếp nhận hồ sơ');
});
