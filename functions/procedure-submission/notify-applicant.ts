import { DomainError } from '../../shared/kernel/domain-error.ts';
import { sendOnce, type MailLedger } from '../../shared/runtime/mail-ledger.ts';
import type { Mailer } from '../../shared/runtime/mailer.ts';
import { mailContent, type MailOccasion } from './mail-content.ts';
import type { DossierStore } from './ports.ts';

type Deps = { readonly dossiers: Pick<DossierStore, 'load'>; readonly ledger: MailLedger; readonly mailer: Mailer; readonly siteOrigin: string };
type Notice = { readonly eventId: string; readonly dossierId: string; readonly occasion: MailOccasion; readonly now: Date };

/**
 * Writes to the applicant once for an event: `sent`, `sent before`, or `none` where no address was given. `busy` while
 * another worker tries. Only a worker that dies between the mail service's yes and our note of it sends a second one.
 */
export const notifyApplicant = ({ dossiers, ledger, mailer, siteOrigin }: Deps) => async ({ eventId, dossierId, occasion, now }: Notice): Promise<'sent' | 'sent before' | 'none' | 'busy'> => {
  const dossier = await dossiers.load(dossierId);
  if (dossier === undefined) throw new DomainError('not-found', 'the dossier of an event');
  const to = dossier.filed.applicant.email;
  if (to === undefined) return 'none';
  return sendOnce({ ledger, mailer })(eventId, { to, ...mailContent(dossier, occasion, siteOrigin) }, now);
};
