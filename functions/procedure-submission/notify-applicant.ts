import { DomainError } from '../../shared/kernel/domain-error.ts';
import { sendOnce, type MailDeps } from '../../shared/runtime/mail-ledger.ts';
import { mailContent, type MailOccasion } from './mail-content.ts';
import type { DossierStore } from './ports.ts';

type Deps = MailDeps & { readonly dossiers: Pick<DossierStore, 'load'>; readonly siteOrigin: string };
type Notice = { readonly eventId: string; readonly dossierId: string; readonly occasion: MailOccasion; readonly now: Date };

/** Writes to the applicant once for an event; `none` where no address was given. */
export const notifyApplicant = (deps: Deps) => async ({ eventId, dossierId, occasion, now }: Notice): Promise<'sent' | 'sent before' | 'none' | 'busy'> => {
  const dossier = await deps.dossiers.load(dossierId);
  if (dossier === undefined) throw new DomainError('not-found', 'the dossier of an event');
  const to = dossier.filed.applicant.email;
  return to === undefined ? 'none' : sendOnce(deps, { eventId, now }, { to, ...mailContent(dossier, occasion, deps.siteOrigin) });
};
