import { DossierFinishedV1 } from '../../events/procedure-submission/dossier-finished.v1.ts';
import { newEvent } from '../../shared/runtime/outbox.ts';
import { factsOf, type Issued } from './dossier.ts';
import { lastStep } from './internal-step.ts';
import { uploaderOf, type DeskDoer } from './machine-doer.ts';
import { performAct, type ActCommand, type ActDeps } from './perform-act.ts';
import type { DossierRecord, UploadStore } from './ports.ts';
import { passage } from './step-passage.ts';
import { verdictOf } from './punctuality.ts';
import { checkedFileKey, requireUsable, type Upload } from '../../shared/runtime/uploads/upload.ts';

type Deps = ActDeps & { readonly uploads: UploadStore };

const resultOf = ({ uploadId, contentType }: Upload, issuedAt: string): Issued => ({
  documentId: uploadId, kind: 'result', name: { vi: 'Kết quả giải quyết', en: 'Result' }, issuedAt, contentType, store: 'uploads', key: checkedFileKey(uploadId),
});

/** Finishes with the result file (status 9): the clock stops here, and whether it was in time is judged here. */
export const finishDossier = (deps: Deps) => (command: ActCommand & { resultUploadId: string }, officer: DeskDoer): Promise<DossierRecord> =>
  performAct(deps, officer, { ...command, act: 'finish' }, async (record) => {
    const { filed, standing } = record;
    const { now } = command.asked.cause;
    const upload = requireUsable(await deps.uploads.find(command.resultUploadId), { owner: uploaderOf(officer), pointer: '/body/resultUploadId', now });
    const finishedAt = now.toISOString();
    const { dueAt } = standing;
    const judged = dueAt === undefined ? {} : { dueAt, verdict: verdictOf(now, new Date(dueAt)) };
    const { changes, step } = await passage(deps.directory, record, { to: lastStep(filed), at: finishedAt, received: false });
    return {
      ...(step === undefined ? {} : { step }),
      changes: { ...changes, finishedAt, delivery: 'waiting', ...(filed.feeAtReturn === true && standing.finance === 'not-due' ? { finance: 'due-at-return' as const } : {}), ...('verdict' in judged ? { verdict: judged.verdict } : {}) },
      document: resultOf(upload, finishedAt), uploads: [{ uploadId: upload.uploadId, owner: uploaderOf(officer), pointer: '/body/resultUploadId' }],
      event: () => newEvent(DossierFinishedV1, { ...factsOf({ filed, standing }), finishedAt, ...judged }, command.asked.cause),
    };
  });
