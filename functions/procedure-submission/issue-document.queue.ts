import { dossierAccepted } from '../../events/procedure-submission/dossier-accepted.ts';
import { DossierExtendedV1 } from '../../events/procedure-submission/dossier-extended.v1.ts';
import { DossierFinishedV1 } from '../../events/procedure-submission/dossier-finished.v1.ts';
import { DossierHandedOverV1 } from '../../events/procedure-submission/dossier-handed-over.v1.ts';
import { DossierPaidV1 } from '../../events/procedure-submission/dossier-paid.v1.ts';
import { DossierPaymentRequestedV1 } from '../../events/procedure-submission/dossier-payment-requested.v1.ts';
import { DossierResultCorrectedV1 } from '../../events/procedure-submission/dossier-result-corrected.v1.ts';
import { DossierRefusedV1 } from '../../events/procedure-submission/dossier-refused.v1.ts';
import { DossierStoppedV1 } from '../../events/procedure-submission/dossier-stopped.v1.ts';
import { DossierSupplementRequestedV1 } from '../../events/procedure-submission/dossier-supplement-requested.v1.ts';
import { consume, onAnyVersion, onEvent } from '../../shared/runtime/queue.ts';
import { documentDeps } from './deps.ts';
import type { FormContent } from './form-content.ts';
import { formFonts } from './form-fonts.ts';
import { renderForm } from './form.pdf.ts';
import { issueControlSheet, issueDocument, issueReceipts } from './issue-document.ts';
import { putResultAway } from './put-result-away.ts';

const fonts = formFonts();
const deps = documentDeps();
const printing = { ...deps, render: (content: FormContent) => renderForm(content, fonts) };
const [issue, receipts, sheet] = [issueDocument(printing), issueReceipts(printing), issueControlSheet(printing)];
const putAway = putResultAway(deps);

export const handler = consume([
  ...onAnyVersion(dossierAccepted, ({ data }) => issue(data.dossierId, { kind: 'receipt' })),
  onEvent(DossierRefusedV1, ({ data }) => issue(data.dossierId, { kind: 'refusal' })),
  onEvent(DossierSupplementRequestedV1, ({ data }) => issue(data.dossierId, { kind: 'supplement', revision: data.revision })),
  onEvent(DossierStoppedV1, ({ data }) => issue(data.dossierId, { kind: 'stop', revision: data.revision })),
  onEvent(DossierExtendedV1, ({ data }) => issue(data.dossierId, { kind: 'apology', revision: data.revision })),
  onEvent(DossierPaymentRequestedV1, ({ data }) => issue(data.dossierId, { kind: 'payment', revision: data.revision })),
  onEvent(DossierPaidV1, ({ data }) => receipts(data.dossierId, data.revision)),
  onEvent(DossierHandedOverV1, ({ data }) => sheet(data.dossierId)),
  onEvent(DossierFinishedV1, ({ data }) => putAway(data.dossierId)), onEvent(DossierResultCorrectedV1, ({ data }) => putAway(data.dossierId)),
]);
