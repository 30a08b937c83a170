import type { Table } from './dynamo.ts';
import { MailNotSent, type Mailer } from './mailer.ts';
import { put, remove, update, WriteRefused } from './transaction.ts';

/** Who may send a mail, named by what it is of: `mine` to try now, `sent` long ago, `busy` while another tries. */
export type MailLedger = {
  readonly claim: (mail: string, now: Date) => Promise<'mine' | 'sent' | 'busy'>;
  readonly settle: (mail: string) => Promise<void>;
  /** the mail was certainly not sent */
  readonly release: (mail: string) => Promise<void>;
};
export type Mail = Parameters<Mailer['send']>[0];
export type MailDeps = { readonly ledger: MailLedger; readonly mailer: Mailer };

/** Sends the mail of an event once. `busy` while another worker tries; only one that dies between the mail service's yes and our note of it sends a second. */
export const sendOnce = async ({ ledger, mailer }: MailDeps, { eventId, now }: { readonly eventId: string; readonly now: Date }, mail: Mail): Promise<'sent' | 'sent before' | 'busy'> => {
  const claim = await ledger.claim(eventId, now);
  if (claim !== 'mine') return claim === 'sent' ? 'sent before' : 'busy';
  try {
    await mailer.send(mail);
  } catch (error) {
    if (error instanceof MailNotSent) await ledger.release(eventId);
    throw error;
  }
  await ledger.settle(eventId);
  return 'sent';
};

const mailKey = (mail: string) => ({ pk: `MAIL#${mail}`, sk: 'MAIL' });
/** Longer than any attempt; after it, a claim whose holder vanished may be taken over. */
const leaseSeconds = 120;
/** Twice as long as a fact is news, so that a fact told again is either remembered or no news any more. */
const keepSeconds = 60 * 86_400;

/** Remembers which mails went out, so that an event delivered again, or to two workers at once, sends one. */
export const mailLedger = (table: Table): MailLedger => ({
  claim: async (eventId, now) => {
    const seconds = Math.floor(now.getTime() / 1000);
    try {
      await table.write(put({ ...mailKey(eventId), entity: 'mail', state: 'sending', leaseUntil: seconds + leaseSeconds, expiresAt: seconds + keepSeconds }, {
        expression: 'attribute_not_exists(pk) OR (#state = :sending AND leaseUntil < :now)', names: { '#state': 'state' }, values: { ':sending': 'sending', ':now': seconds },
      }));
      return 'mine';
    } catch (error) {
      if (!(error instanceof WriteRefused)) throw error;
      return (await table.get(mailKey(eventId), { consistent: true }))?.['state'] === 'sent' ? 'sent' : 'busy';
    }
  },
  settle: (eventId) => table.write(update(mailKey(eventId), { expression: 'SET #state = :sent', names: { '#state': 'state' }, values: { ':sent': 'sent' } })),
  release: (eventId) => table.write(remove(mailKey(eventId))),
});
