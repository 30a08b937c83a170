import type { DossierDraft } from '../../../shared/contracts/dossier.ts';
import type { ProcedureView } from '../../../shared/contracts/procedure.ts';
import { newRequestKey } from '../../client/client.ts';
import { type Draft, isUnanswered } from './draft.ts';
import { sentAnswers } from './validation.ts';

const bodyOf = (procedure: ProcedureView, draft: Draft): DossierDraft => ({
  case: draft.caseId, channel: 'online', agency: draft.agency, answers: sentAnswers(procedure.form, draft),
  attachments: (procedure.cases.find(({ id }) => id === draft.caseId)?.papers ?? []).flatMap((paper) => (draft.files[paper.id] ?? []).map(({ uploadId }) => ({ paperId: paper.id, uploadId }))),
});

/** The request to send: the last one again while its answer is open or its content is the same, otherwise a new one. */
export const requestOf = (procedure: ProcedureView, draft: Draft): NonNullable<Draft['sent']> => {
  const body = bodyOf(procedure, draft);
  const { sent } = draft;
  const again = sent !== undefined && (isUnanswered(draft) || JSON.stringify(sent.body) === JSON.stringify(body));
  return again ? { key: sent.key, body: sent.body } : { key: newRequestKey(), body };
};
