import type { SessionView } from '../../../shared/contracts/identity.ts';
import type { ProcedureView } from '../../../shared/contracts/procedure.ts';
import type { Draft } from './draft.ts';

/** What the identity already says, put where the form asks the applicant for it and nothing was typed. */
export const prefilled = (procedure: ProcedureView, draft: Draft, citizen: Extract<SessionView, { kind: 'citizen' }>): Draft => {
  const known: Record<string, string | undefined> = { 'applicant-name': citizen.name, 'applicant-email': citizen.email };
  const asked = procedure.form.flatMap(({ questions }) => questions.map(({ id }) => id));
  const added = Object.entries(known).flatMap(([id, value]) => (value !== undefined && asked.includes(id) && draft.answers[id] === undefined ? [[id, value] as const] : []));
  return added.length === 0 ? draft : { ...draft, answers: { ...draft.answers, ...Object.fromEntries(added) } };
};
