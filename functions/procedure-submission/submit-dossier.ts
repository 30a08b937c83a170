import type { DossierDraft } from '../../shared/contracts/dossier.ts';
import type { ProcedureView } from '../../shared/contracts/procedure.ts';
import { callerOf, type Citizen } from '../../shared/runtime/actor.ts';
import { answerOfKind } from './answers.ts';
import type { Applicant } from './dossier.ts';
import { fileDossier, type FilingDeps } from './filing.ts';
import type { Asked, DossierRecord } from './ports.ts';

export type SubmitCommand = DossierDraft & { readonly procedureCode: string; readonly asked: Asked };

const applicantOf = (citizen: Citizen, procedure: ProcedureView, draft: SubmitCommand): Applicant => {
  const phone = answerOfKind(procedure.form, draft.answers, 'phone');
  const email = answerOfKind(procedure.form, draft.answers, 'email') ?? citizen.email;
  return {
    subject: citizen.subject, name: citizen.name.normalize('NFC'), ...(phone === undefined ? {} : { phone }), ...(email === undefined ? {} : { email }),
    ...(citizen.nationalId === undefined ? {} : { nationalId: citizen.nationalId }),
  };
};

/** A citizen files a dossier (status 1). */
export const submitDossier = (deps: FilingDeps) => (draft: SubmitCommand, citizen: Citizen): Promise<DossierRecord> =>
  fileDossier(deps, draft, {
    filer: { owner: callerOf(citizen), by: { kind: 'citizen' }, who: { person: citizen.subject, name: citizen.name.normalize('NFC') } },
    applicant: (procedure) => applicantOf(citizen, procedure, draft),
  });
