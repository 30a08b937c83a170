import type { EventDefinition } from './define-event.ts';
import { AgencyCalendarPublishedV1 } from './directory/agency-calendar-published.v1.ts';
import { AgencyRegisteredV1 } from './directory/agency-registered.v1.ts';
import { CalendarPublishedV1 } from './directory/calendar-published.v1.ts';
import { PersonContactChangedV1 } from './directory/person-contact-changed.v1.ts';
import { PersonRightsChangedV1 } from './directory/person-rights-changed.v1.ts';
import { PostsChangedV1 } from './directory/posts-changed.v1.ts';
import { FeedbackReportedV1 } from './feedback-classification/feedback-reported.v1.ts';
import { FeedbackAcceptedV1 } from './feedback-classification/feedback-accepted.v1.ts';
import { FeedbackRefusedV1 } from './feedback-classification/feedback-refused.v1.ts';
import { FeedbackRoutedV1 } from './feedback-classification/feedback-routed.v1.ts';
import { FeedbackChangedV1 } from './feedback-classification/feedback-changed.v1.ts';
import { FeedbackSplitV1 } from './feedback-classification/feedback-split.v1.ts';
import { FeedbackMovedV1 } from './feedback-classification/feedback-moved.v1.ts';
import { FeedbackExtendedV1 } from './feedback-classification/feedback-extended.v1.ts';
import { FeedbackAnsweredV1 } from './feedback-classification/feedback-answered.v1.ts';
import { FeedbackPublishedV1 } from './feedback-classification/feedback-published.v1.ts';
import { FeedbackClosedV1 } from './feedback-classification/feedback-closed.v1.ts';
import { FeedbackRatedV1 } from './feedback-classification/feedback-rated.v1.ts';
import { FeedbackReopenedV1 } from './feedback-classification/feedback-reopened.v1.ts';
import { FeedbackVoicedV1 } from './feedback-classification/feedback-voiced.v1.ts';
import { FeedbackForgottenV1 } from './feedback-classification/feedback-forgotten.v1.ts';
import { FeedbackOverdueV1 } from './feedback-classification/feedback-overdue.v1.ts';
import { MediaCheckedV1 } from './feedback-classification/media-checked.v1.ts';
import { MessageReceivedV1 } from './feedback-classification/message-received.v1.ts';
import { SubscriptionRequestedV1 } from './feedback-classification/subscription-requested.v1.ts';
import { PaymentSettledV1 } from './lgsp-connectors/payment-settled.v1.ts';
import { AttachmentCheckedV1 } from './procedure-submission/attachment-checked.v1.ts';
import { dossierAccepted } from './procedure-submission/dossier-accepted.ts';
import { BookingCancelledV1 } from './procedure-submission/booking-cancelled.v1.ts';
import { BookingMadeV1 } from './procedure-submission/booking-made.v1.ts';
import { BookingMovedV1 } from './procedure-submission/booking-moved.v1.ts';
import { BookingNearV1 } from './procedure-submission/booking-near.v1.ts';
import { BookingUnplacedV1 } from './procedure-submission/booking-unplaced.v1.ts';
import { DossierExtendedV1 } from './procedure-submission/dossier-extended.v1.ts';
import { DossierFinishedV1 } from './procedure-submission/dossier-finished.v1.ts';
import { DossierHandedOverV1 } from './procedure-submission/dossier-handed-over.v1.ts';
import { DossierPaidV1 } from './procedure-submission/dossier-paid.v1.ts';
import { DossierPaymentExemptedV1 } from './procedure-submission/dossier-payment-exempted.v1.ts';
import { DossierPaymentRequestedV1 } from './procedure-submission/dossier-payment-requested.v1.ts';
import { DossierPaymentUnbookedV1 } from './procedure-submission/dossier-payment-unbooked.v1.ts';
import { DossierRecomputedV1 } from './procedure-submission/dossier-recomputed.v1.ts';
import { DossierResultCorrectedV1 } from './procedure-submission/dossier-result-corrected.v1.ts';
import { DossierSupplementOverdueV1 } from './procedure-submission/dossier-supplement-overdue.v1.ts';
import { DossierTransferredV1 } from './procedure-submission/dossier-transferred.v1.ts';
import { DossierRefusedV1 } from './procedure-submission/dossier-refused.v1.ts';
import { DossierResumedV1 } from './procedure-submission/dossier-resumed.v1.ts';
import { DossierStepMovedV1 } from './procedure-submission/dossier-step-moved.v1.ts';
import { DossierStoppedV1 } from './procedure-submission/dossier-stopped.v1.ts';
import { DossierSubmittedV1 } from './procedure-submission/dossier-submitted.v1.ts';
import { DossierSucceededV1 } from './procedure-submission/dossier-succeeded.v1.ts';
import { DossierSupplementAnsweredV1 } from './procedure-submission/dossier-supplement-answered.v1.ts';
import { DossierSupplementRequestedV1 } from './procedure-submission/dossier-supplement-requested.v1.ts';
import { DossierProgressReportedV1 } from './procedure-submission/dossier-progress-reported.v1.ts';
import { DossierTakenV1 } from './procedure-submission/dossier-taken.v1.ts';
import { dossierWarned } from './procedure-submission/dossier-warned.ts';
import { DossierWithdrawnV1 } from './procedure-submission/dossier-withdrawn.v1.ts';
import { TicketServedV1 } from './procedure-submission/ticket-served.v1.ts';
import { FiguresPublishedV1 } from './procedure-submission/figures-published.v1.ts';
import { ProcedurePublishedV1 } from './procedure-submission/procedure-published.v1.ts';
import { ProcedureRecalledV1 } from './procedure-submission/procedure-recalled.v1.ts';
import { ProcedureScheduledV1 } from './procedure-submission/procedure-scheduled.v1.ts';
import { RegisterPrintRequestedV1 } from './procedure-submission/register-print-requested.v1.ts';

/** Every fact a workflow may say to another: schemas, lake tables and the AsyncAPI document come from this list. */
export const allEvents: readonly EventDefinition[] = [
  AgencyRegisteredV1, CalendarPublishedV1, AgencyCalendarPublishedV1, PersonRightsChangedV1, PersonContactChangedV1, PostsChangedV1, ProcedurePublishedV1, ProcedureRecalledV1, ProcedureScheduledV1, FiguresPublishedV1, AttachmentCheckedV1,
  DossierSubmittedV1, ...dossierAccepted, DossierRefusedV1, DossierTakenV1, DossierProgressReportedV1, DossierFinishedV1, DossierHandedOverV1,
  DossierSupplementRequestedV1, DossierSupplementAnsweredV1, DossierStoppedV1, DossierResumedV1, DossierExtendedV1, DossierWithdrawnV1,
  DossierStepMovedV1, ...dossierWarned,
  PaymentSettledV1, DossierPaymentRequestedV1, DossierPaidV1, DossierPaymentExemptedV1, DossierPaymentUnbookedV1, DossierSucceededV1,
  DossierTransferredV1, DossierResultCorrectedV1, DossierRecomputedV1, DossierSupplementOverdueV1,
  RegisterPrintRequestedV1,
  BookingMadeV1, BookingMovedV1, BookingCancelledV1, BookingNearV1, BookingUnplacedV1, TicketServedV1,
  FeedbackReportedV1, FeedbackAcceptedV1, FeedbackRefusedV1, FeedbackRoutedV1, FeedbackChangedV1, FeedbackSplitV1, FeedbackMovedV1, FeedbackExtendedV1, FeedbackAnsweredV1, FeedbackPublishedV1, FeedbackClosedV1, FeedbackRatedV1, FeedbackReopenedV1, FeedbackForgottenV1, FeedbackVoicedV1, FeedbackOverdueV1, MediaCheckedV1, SubscriptionRequestedV1, MessageReceivedV1,
];

/** Every fact about a dossier, for those who want to know that one changed. */
export const dossierEvents: readonly EventDefinition[] = allEvents.filter(({ source, type }) => source === 'haugiang.procedure-submission' && type.startsWith('dossier.'));

/** Every fact about a report, for those who want to know that one changed. */
export const feedbackEvents: readonly EventDefinition[] = allEvents.filter(({ source, type }) => source === 'haugiang.feedback-classification' && type.startsWith('feedback.'));
