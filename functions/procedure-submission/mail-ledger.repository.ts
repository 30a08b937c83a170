import type { Table } from '../../shared/runtime/dynamo.ts';
import { put, remove, update, WriteRefused } from '../../shared/runtime/transaction.ts';
import { mailKey } from './dossier.keys.ts';
import type { MailLedger } from './ports.ts';

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
