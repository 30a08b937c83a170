import { DossierResultCorrectedV1 } from '../../events/procedure-submission/dossier-result-corrected.v1.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import { callerOf, type Officer } from '../../shared/runtime/actor.ts';
import { newEvent } from '../../shared/runtime/outbox.ts';
import { factsOf, type Issued } from './dossier.ts';
import { performAct, type ActCommand, type ActDeps } from './perform-act.ts';
import type { DossierRecord, UploadStore } from './ports.ts';
import { checkedFileKey, requireUsable } from '../../shared/runtime/uploads/upload.ts';

type Command = ActCommand & { readonly reason: string; readonly resultUploadId: string };

/** The result in force: the one no other has replaced. */
const resultInForce = (documents: readonly Issued[]): Issued => {
  const found = documents.find(({ kind, replacedAt }) => kind === 'result' && replacedAt === undefined);
  if (found === undefined) throw new DomainError('not-found', 'no result to correct');
  return found;
};

/**
 * Gives the result a new version, with a reason; the one before stays readable and is marked as replaced. When it was
 * finished, and whether that was in time, stay as they were judged. Throws `reason-missing`, and the problems of uploads.
 */
export const correctResult = (deps: ActDeps & { readonly uploads: Pick<UploadStore, 'find'> }) => ({ reason, resultUploadId, ...command }: Command, officer: Officer): Promise<DossierRecord> =>
  performAct(deps, officer, { ...command, act: 'correct-result' }, async (record) => {
    if (reason === '') throw new DomainError('reason-missing', undefined, { pointers: ['/body/reason'] });
    const { now } = command.asked.cause;
    const owner = callerOf(officer);
    const { uploadId, contentType } = requireUsable(await deps.uploads.find(resultUploadId), { owner, pointer: '/body/resultUploadId', now });
    const before = resultInForce(record.documents);
    const correctedAt = now.toISOString();
    const version = (before.version ?? 1) + 1;
    const revision = record.standing.revision + 1;
    return {
      reason, uploads: [{ uploadId, owner, pointer: '/body/resultUploadId' }], replaces: { documentId: before.documentId, at: correctedAt },
      document: {
        documentId: uploadId, kind: 'result', version, name: { vi: `Kết quả giải quyết, bản đính chính lần ${version - 1}`, en: `Result, correction ${version - 1}` },
        issuedAt: correctedAt, contentType, store: 'uploads', key: checkedFileKey(uploadId),
      },
      event: () => newEvent(DossierResultCorrectedV1, { ...factsOf(record), revision, resultVersion: version, correctedAt }, command.asked.cause),
    };
  });
