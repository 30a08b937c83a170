import type { EventOf } from '../../events/define-event.ts';
import { dossierAccepted } from '../../events/procedure-submission/dossier-accepted.ts';
import { DossierExtendedV1 } from '../../events/procedure-submission/dossier-extended.v1.ts';
import { DossierFinishedV1 } from '../../events/procedure-submission/dossier-finished.v1.ts';
import { DossierPaidV1 } from '../../events/procedure-submission/dossier-paid.v1.ts';
import { DossierPaymentExemptedV1 } from '../../events/procedure-submission/dossier-payment-exempted.v1.ts';
import { DossierPaymentRequestedV1 } from '../../events/procedure-submission/dossier-payment-requested.v1.ts';
import { DossierPaymentUnbookedV1 } from '../../events/procedure-submission/dossier-payment-unbooked.v1.ts';
import { DossierRecomputedV1 } from '../../events/procedure-submission/dossier-recomputed.v1.ts';
import { DossierResultCorrectedV1 } from '../../events/procedure-submission/dossier-result-corrected.v1.ts';
import { DossierSupplementOverdueV1 } from '../../events/procedure-submission/dossier-supplement-overdue.v1.ts';
import { DossierTransferredV1 } from '../../events/procedure-submission/dossier-transferred.v1.ts';
import { DossierRefusedV1 } from '../../events/procedure-submission/dossier-refused.v1.ts';
import { DossierResumedV1 } from '../../events/procedure-submission/dossier-resumed.v1.ts';
import { DossierStoppedV1 } from '../../events/procedure-submission/dossier-stopped.v1.ts';
import { DossierSubmittedV1 } from '../../events/procedure-submission/dossier-submitted.v1.ts';
import { DossierSupplementAnsweredV1 } from '../../events/procedure-submission/dossier-supplement-answered.v1.ts';
import { DossierSupplementRequestedV1 } from '../../events/procedure-submission/dossier-supplement-requested.v1.ts';
import { DossierWithdrawnV1 } from '../../events/procedure-submission/dossier-withdrawn.v1.ts';
import { consume, onAnyVersion, onEvent, RetryLater, type Received } from '../../shared/runtime/queue.ts';
import { mailDeps } from './deps.ts';
import type { MailOccasion } from './mail-content.ts';
import { notifyApplicant } from './notify-applicant.ts';

const notify = notifyApplicant(mailDeps());

/** What happened longer ago is no news: a day that is replayed late writes to nobody. */
const newsMilliseconds = 30 * 86_400_000;

type DossierEvent = Pick<EventOf<typeof DossierRefusedV1>, 'id' | 'time'> & { readonly data: { readonly dossierId: string } };

const on = (occasion: MailOccasion) => async ({ id, time, data }: DossierEvent, { now }: Received): Promise<void> => {
  if (now.getTime() - Date.parse(time) > newsMilliseconds) return;
  if ((await notify({ eventId: id, dossierId: data.dossierId, occasion, now })) === 'busy') throw new RetryLater('another worker is sending it');
};

export const handler = consume([
  onEvent(DossierSubmittedV1, on('submitted')), ...onAnyVersion(dossierAccepted, on('accepted')),
  onEvent(DossierRefusedV1, on('refused')), onEvent(DossierFinishedV1, on('finished')),
  onEvent(DossierSupplementRequestedV1, on('supplement-requested')), onEvent(DossierSupplementAnsweredV1, on('supplement-answered')),
  onEvent(DossierStoppedV1, on('stopped')), onEvent(DossierResumedV1, on('resumed')), onEvent(DossierExtendedV1, on('extended')),
  onEvent(DossierWithdrawnV1, on('withdrawn')), onEvent(DossierPaymentRequestedV1, on('payment-requested')), onEvent(DossierPaidV1, on('paid')),
  onEvent(DossierPaymentExemptedV1, on('payment-exempted')), onEvent(DossierPaymentUnbookedV1, on('payment-unbooked')),
  onEvent(DossierTransferredV1, on('transferred')), onEvent(DossierResultCorrectedV1, on('result-corrected')), onEvent(DossierRecomputedV1, on('recomputed')), onEvent(DossierSupplementOverdueV1, on('supplement-overdue')),
]);
