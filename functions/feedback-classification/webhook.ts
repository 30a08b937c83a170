import { createHmac } from 'node:crypto';

/** A system that is told of every public change. */
export type Webhook = { readonly name: string; readonly url: string; readonly secret: string; readonly since: string; /** in a row */ readonly failures: number; readonly pausedAt?: string };
/** A public change as it is told, and told again: the very same text. */
export type Told = { readonly eventId: string; readonly at: string; readonly body: string };

/** So many changes in a row that could not be told pause a webhook: what is owed it stays in the log, to be told again. */
export const mostFailures = 50;

/**
 * Who receives it computes the same over `<t>.<body>` with the secret, compares, and refuses what is older than five
 * minutes: nobody else can have sent it, and nobody can send it again.
 */
export const signatureOf = ({ secret, body, at }: { readonly secret: string; readonly body: string; readonly at: Date }): string => {
  const seconds = Math.floor(at.getTime() / 1000);
  return `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`;
};
