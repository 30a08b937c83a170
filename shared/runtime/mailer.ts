import { SendEmailCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import { leanClient } from './aws-clients.ts';

/** The mail certainly did not go out: it may be tried again at once. */
export class MailNotSent extends Error {
  override readonly name = 'MailNotSent';
}
/** Throws `MailNotSent` when the mail certainly did not go out; any other error leaves it open. */
export type Mailer = { readonly send: (mail: { to: string; subject: string; text: string; headers?: Readonly<Record<string, string>> }) => Promise<void> };

const utf8 = (Data: string) => ({ Data, Charset: 'UTF-8' });

/** One attempt a call: the client's own retry after a lost answer would send a second mail. */
export const sesMailer = (from: string, client = new SESv2Client({ ...leanClient, maxAttempts: 1 })): Mailer => ({
  send: async ({ to, subject, text, headers }) => {
    try {
      await client.send(new SendEmailCommand({ FromEmailAddress: from, Destination: { ToAddresses: [to] }, Content: { Simple: { Subject: utf8(subject), Body: { Text: utf8(text) }, ...(headers === undefined ? {} : { Headers: Object.entries(headers).map(([Name, Value]) => ({ Name, Value })) }) } } }));
    } catch (error) {
      const status = (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;
      // an answer below 500 is the service's no; silence and 5xx leave it open
      if (status !== undefined && status < 500) throw new MailNotSent('refused by the mail service', { cause: error });
      throw error;
    }
  },
});
