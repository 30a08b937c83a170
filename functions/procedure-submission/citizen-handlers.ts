import { MAX_FILE_BYTES, type DossierView } from '../../shared/contracts/dossier.ts';
import { AnswerSupplement, GetMyDossier, GetMyFile, GetUpload, ListMyDossiers, RequestUpload, SubmitDossier, WithdrawDossier } from '../../shared/contracts/procedure-submission.ts';
import { callerOf, type Citizen } from '../../shared/runtime/actor.ts';
import { on } from '../../shared/runtime/http.ts';
import { answerSupplement } from './answer-supplement.ts';
import { citizenOf } from '../../shared/runtime/callers.ts';
import type { DossierDeps } from './dossier-deps.ts';
import { subjectOfIdentity } from './dossier.ts';
import { dueOf } from './due-of.ts';
import { linkFile } from './link-file.ts';
import { openOwn } from './open-dossier.ts';
import type { DossierRecord } from './ports.ts';
import { getUpload, requestUpload } from '../../shared/runtime/uploads/request-upload.ts';
import { paperTypes } from '../../shared/runtime/uploads/upload.ts';
import { submitDossier } from './submit-dossier.ts';
import { dossierView, forApplicant, seenAt, trackingView } from './views.ts';
import { withdrawDossier } from './withdraw-dossier.ts';

/** The account, and the citizen identity number it proves: dossiers filed at a desk are listed under that. */
const namesOf = ({ subject, nationalId }: Citizen): string[] => [subject, ...(nationalId === undefined ? [] : [subjectOfIdentity({ kind: 'citizen-id', number: nationalId })])];

/** What answers the routes of applicants, and those of uploads. */
export const citizenHandlers = (deps: DossierDeps) => {
  const [request, upload, submit, open, link] = [requestUpload(deps, { types: paperTypes, maxBytes: MAX_FILE_BYTES }), getUpload(deps), submitDossier(deps), openOwn(deps), linkFile(deps)];
  const [withdraw, answer] = [withdrawDossier(deps), answerSupplement({ ...deps, dueOf: dueOf(deps) })];
  const view = async (record: DossierRecord, now: Date): Promise<DossierView> => dossierView(record, await seenAt(deps.directory, now, record));
  return [
    on(RequestUpload, ({ body, actor, requestKey, cause }) => request({ ...body, asked: { requestKey, cause } }, callerOf(actor))),
    on(GetUpload, ({ params, actor }) => upload(params.uploadId, callerOf(actor))),
    on(SubmitDossier, async ({ params, body, actor, requestKey, cause, now }) =>
      view(await submit({ ...params, ...body, asked: { requestKey, cause } }, citizenOf(actor)), now)),
    on(ListMyDossiers, async ({ query, actor, now }) => {
      const page = await deps.dossiers.ofCitizen(namesOf(citizenOf(actor)), query.cursor);
      return { ...page, items: await Promise.all(page.items.map(async (dossier) => ({ ...trackingView(dossier, await seenAt(deps.directory, now, dossier)), dossierId: dossier.filed.dossierId }))) };
    }),
    on(GetMyDossier, async ({ params, actor, now }) => view(await open(params.dossierId, citizenOf(actor)), now)),
    on(WithdrawDossier, async ({ params, body, actor, requestKey, cause, now }) => view(await withdraw({ ...params, ...body, asked: { requestKey, cause } }, citizenOf(actor)), now)),
    on(AnswerSupplement, async ({ params, body, actor, requestKey, cause, now }) => view(await answer({ ...params, ...body, asked: { requestKey, cause } }, citizenOf(actor)), now)),
    on(GetMyFile, async ({ params, actor, now }) => {
      const own = await open(params.dossierId, citizenOf(actor));
      return link({ ...own, documents: forApplicant(own.documents) }, params.fileId, { now, shown: false });
    }),
  ];
};
