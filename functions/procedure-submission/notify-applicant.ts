import { DomainError } from '../../shared/kernel/domain-error.ts';
import { mailContent, type MailOccasion } from './mail-content.ts';
import type { DossierStore, Mailer, MailLedger } from './ports.ts';

type Deps = { readonly dossiers: Pick<DossierStore, 'load'>; readonly ledger: MailLedger; readonly mailer: Mailer; readonly siteOrigin: string };
type Notice = { readonly eventId: string; readonly dossierId: string; readonly occasion: MailOccasion; readonly now: Date };

/** The mail certainly did not go out: it may be tried again at once. */
export class MailNotSent extends Error {
  override readonly name = 'MailNotSent';
}

/**
 * Writes to the applicant once for an event: `sent`, `sent before`, or `none` where no address was given. `busy` while
 * another worker tries. Only a worker that dies between the mail service's yes and our note of it sends a second one.
 */
export const notifyApplicant = ({ dossiers, ledger, mailer, siteOrigin }: Deps) => async ({ eventId, dossierId, occasion, now }: Notice): Promise<'sent' | 'sent before' | 'none' | 'busy'> => {
  const dossier = await dossiers.load(dossierId);
  if (dossier === undefined) throw new DomainError('not-found', 'the dossier of an event');
  const to = dossier.filed.applicant.email;
  if (to === undefined) return 'none';
  const claim = await ledger.claim(eventId, now);
  if (claim !== 'mine') return claim === 'sent' ? 'sent before' : 'busy';
  try {
    await mailer.send({ to, ...mailContent(dossier, occasion, siteOrigin) });
  } catch (error) {
    if (error instanceof MailNotSent) await ledger.release(eventId);
    throw error;
  }
  await ledger.settle(eventId);
  return 'sent';
};
