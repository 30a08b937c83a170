import { DomainError } from '../../shared/kernel/domain-error.ts';
import { mailContent, type MailOccasion } from './mail-content.ts';
import type { DossierStore, Mailer, MailLedger } from './ports.ts';

type Deps = MailDeps & { readonly dossiers: Pick<DossierStore, 'load'>; readonly siteOrigin: string };
type Notice = { readonly eventId: string; readonly dossierId: string; readonly occasion: MailOccasion; readonly now: Date };

/** The mail certainly did not go out: it may be tried again at once. */
export class MailNotSent extends Error {
  override readonly name = 'MailNotSent';
}

export type MailDeps = { readonly ledger: MailLedger; readonly mailer: Mailer };

/** Sends the mail of an event once. `busy` while another worker tries; only one that dies between the mail service's yes and our note of it sends a second. */
export const sendOnce = async ({ ledger, mailer }: MailDeps, { eventId, now }: { readonly eventId: string; readonly now: Date }, mail: Parameters<Mailer['send']>[0]): Promise<'sent' | 'sent before' | 'busy'> => {
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

/** Writes to the applicant once for an event; `none` where no address was given. */
export const notifyApplicant = (deps: Deps) => async ({ eventId, dossierId, occasion, now }: Notice): Promise<'sent' | 'sent before' | 'none' | 'busy'> => {
  const dossier = await deps.dossiers.load(dossierId);
  if (dossier === undefined) throw new DomainError('not-found', 'the dossier of an event');
  const to = dossier.filed.applicant.email;
  return to === undefined ? 'none' : sendOnce(deps, { eventId, now }, { to, ...mailContent(dossier, occasion, deps.siteOrigin) });
};
