import { useState } from 'preact/hooks';
import type { DossierView } from '../../../shared/contracts/dossier.ts';
import type { ProblemBody } from '../../../shared/contracts/problems.ts';
import type { ProcedureView } from '../../../shared/contracts/procedure.ts';
import { call } from '../../client/client.ts';
import { discardDraft, type Draft, saveDraft } from './draft.ts';
import { requestOf } from './request.ts';
import type { UpdateDraft } from './use-draft.ts';

export type Sending = { readonly busy: boolean; readonly filed?: DossierView; readonly problem?: ProblemBody; readonly send: () => void };
type Context = { readonly procedure: ProcedureView; readonly draft: Draft; readonly update: UpdateDraft; readonly stopSaving: () => void; readonly onRefused: (problem: ProblemBody, sent: Draft) => void };

/**
 * Files the draft once. The key and the body are kept with the draft before anything leaves the device; while no answer
 * came, exactly that request is repeated, so that however often it is pressed there is one dossier.
 */
export const useSending = ({ procedure, draft, update, stopSaving, onRefused }: Context): Sending => {
  const [busy, setBusy] = useState(false);
  const [filed, setFiled] = useState<DossierView>();
  const [problem, setProblem] = useState<ProblemBody>();
  const send = async () => {
    const sent = requestOf(procedure, draft);
    const kept: Draft = { ...draft, sent };
    saveDraft({ ...kept, savedAt: new Date().toISOString() });
    update(() => kept);
    setBusy(true);
    setProblem(undefined);
    const answer = await call('submitDossier', { params: { procedureCode: procedure.code }, body: sent.body, key: sent.key });
    setBusy(false);
    if (answer.ok) {
      stopSaving();
      discardDraft(procedure.code);
      setFiled(answer.body);
      return;
    }
    setProblem(answer.problem);
    if (answer.problem.status === 0) return;
    if (answer.problem.status >= 500) {
      update((before) => ({ ...before, sent: { ...sent, failed: true } }));
      return;
    }
    update(({ sent: _answered, ...rest }) => rest);
    onRefused(answer.problem, kept);
  };
  return { busy, ...(filed === undefined ? {} : { filed }), ...(problem === undefined ? {} : { problem }), send: () => { if (!busy) void send(); } };
};
