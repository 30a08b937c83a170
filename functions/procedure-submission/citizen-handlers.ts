import { AnswerSupplement, GetMyDossier, GetMyFile, GetUpload, ListMyDossiers, RequestUpload, SubmitDossier, WithdrawDossier } from '../../shared/contracts/procedure-submission.ts';
import { callerOf, type Citizen } from '../../shared/runtime/actor.ts';
import { on } from '../../shared/runtime/http.ts';
import { answerSupplement } from './answer-supplement.ts';
import { citizenOf } from './callers.ts';
import type { DossierDeps } from './dossier-deps.ts';
import { subjectOfIdentity } from './dossier.ts';
import { dueOf } from './due-of.ts';
import { linkFile } from './link-file.ts';
import { openOwn } from './open-dossier.ts';
import { getUpload, requestUpload } from './request-upload.ts';
import { submitDossier } from './submit-dossier.ts';
import { dossierView, forApplicant, seenAt, trackingView } from './views.ts';
import { withdrawDossier } from './withdraw-dossier.ts';

/** The account, and the citizen identity number it proves: dossiers filed at a desk are listed under that. */
const namesOf = ({ subject, nationalId }: Citizen): string[] => [subject, ...(nationalId === undefined ? [] : [subjectOfIdentity({ kind: 'citizen-id', number: nationalId })])];

/** What answers the routes of applicants, and those of uploads. */
export const citizenHandlers = (deps: DossierDeps) => {
  const [request, upload, submit, open, link] = [requestUpload(deps), getUpload(deps), submitDossier(deps), openOwn(deps), linkFile(deps)];
  const [withdraw, answer] = [withdrawDossier(deps), answerSupplement({ ...deps, dueOf: dueOf(deps) })];
  return [
    on(RequestUpload, ({ body, actor, requestKey, cause }) => request({ ...body, asked: { requestKey, cause } }, callerOf(actor))),
    on(GetUpload, ({ params, actor }) => upload(params.uploadId, callerOf(actor))),
    on(SubmitDossier, async ({ params, body, actor, requestKey, cause, now }) =>
      dossierView(await submit({ ...params, ...body, asked: { requestKey, cause } }, citizenOf(actor)), await seenAt(deps.directory, now))),
    on(ListMyDossiers, async ({ query, actor, now }) => {
      const [page, seen] = await Promise.all([deps.dossiers.ofCitizen(namesOf(citizenOf(actor)), query.cursor), seenAt(deps.directory, now)]);
      return { ...page, items: page.items.map((dossier) => ({ ...trackingView(dossier, seen), dossierId: dossier.filed.dossierId })) };
    }),
    on(GetMyDossier, async ({ params, actor, now }) => dossierView(await open(params.dossierId, citizenOf(actor)), await seenAt(deps.directory, now))),
    on(WithdrawDossier, async ({ params, body, actor, requestKey, cause, now }) => dossierView(await withdraw({ ...params, ...body, asked: { requestKey, cause } }, citizenOf(actor)), await seenAt(deps.directory, now))),
    on(AnswerSupplement, async ({ params, body, actor, requestKey, cause, now }) => dossierView(await answer({ ...params, ...body, asked: { requestKey, cause } }, citizenOf(actor)), await seenAt(deps.directory, now))),
    on(GetMyFile, async ({ params, actor, now }) => {
      const own = await open(params.dossierId, citizenOf(actor));
      return link({ ...own, documents: forApplicant(own.documents) }, params.fileId, { now, shown: false });
    }),
  ];
};
