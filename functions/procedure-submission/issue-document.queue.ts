import { DossierAcceptedV1 } from '../../events/procedure-submission/dossier-accepted.v1.ts';
import { DossierRefusedV1 } from '../../events/procedure-submission/dossier-refused.v1.ts';
import { consume, onEvent } from '../../shared/runtime/queue.ts';
import { documentDeps } from './deps.ts';
import { formFonts } from './form-fonts.ts';
import { renderForm } from './form.pdf.ts';
import { issueDocument } from './issue-document.ts';

const fonts = formFonts();
const issue = issueDocument({ ...documentDeps(), render: (content) => renderForm(content, fonts) });

export const handler = consume([
  onEvent(DossierAcceptedV1, ({ data }) => issue(data.dossierId, 'receipt')),
  onEvent(DossierRefusedV1, ({ data }) => issue(data.dossierId, 'refusal')),
]);
