import { AcceptDossier, ExtendDossier, FinishDossier, GetDeskFile, HandOverResult, OpenDossier, RefuseDossier, RequestSupplement, ResumeDossier, StopDossier, TakeDossier } from '../../shared/contracts/procedure-submission.ts';
import { FileAtCounter } from '../../shared/contracts/counter-filing.ts';
import { ActOnMany } from '../../shared/contracts/desk-bulk.ts';
import type { DeskDossierView } from '../../shared/contracts/dossier.ts';
import type { Actor } from '../../shared/runtime/actor.ts';
import { on } from '../../shared/runtime/http.ts';
import { actOnMany } from './act-on-many.ts';
import { acceptDossier, numberIssuer } from './accept-dossier.ts';
import { officerOf } from '../../shared/runtime/callers.ts';
import { rolesIn } from './desk-rights.ts';
import { competentAgency } from './dossier.ts';
import type { DossierDeps } from './dossier-deps.ts';
import { dueOf } from './due-of.ts';
import { extendDossier } from './extend-dossier.ts';
import { fileAtCounter } from './file-at-counter.ts';
import { formHandlers } from './form-handlers.ts';
import { finishDossier } from './finish-dossier.ts';
import { handOverResult } from './hand-over-result.ts';
import { linkFile } from './link-file.ts';
import { openForDesk } from './open-dossier.ts';
import { matterHandlers } from './matter-handlers.ts';
import type { DossierRecord } from './ports.ts';
import { refuseDossier } from './refuse-dossier.ts';
import { requestSupplement } from './request-supplement.ts';
import { resumeDossier } from './resume-dossier.ts';
import { stepHandlers } from './step-handlers.ts';
import { stopDossier } from './stop-dossier.ts';
import { takeDossier } from './take-dossier.ts';
import { deskView, seenAt } from './views.ts';

/** What answers the routes of the desk. */
export const deskHandlers = (deps: DossierDeps) => {
  const [open, link] = [openForDesk(deps), linkFile(deps)];
  const clocked = { ...deps, dueOf: dueOf(deps) };
  const acts = {
    accept: acceptDossier(clocked), refuse: refuseDossier(deps), take: takeDossier(deps), finish: finishDossier(deps), handOver: handOverResult(deps),
    requestSupplement: requestSupplement(clocked), stop: stopDossier(clocked), resume: resumeDossier(clocked), extend: extendDossier(clocked),
  };
  const view = async (record: DossierRecord, actor: Actor, now: Date): Promise<DeskDossierView> =>
    deskView(record, rolesIn(officerOf(actor), competentAgency(record).code, now), await seenAt(deps.directory, now, record), await numberIssuer(deps, record, now));
  const many = actOnMany({ take: acts.take, 'hand-over': acts.handOver });
  const fileHere = fileAtCounter(clocked);
  return [
    on(FileAtCounter, async ({ params, body, actor, requestKey, cause, now }) => view(await fileHere({ ...body, helpedAt: params.agencyCode, asked: { requestKey, cause } }, officerOf(actor)), actor, now)),
    on(ActOnMany, async ({ body, actor, cause }) => ({ results: await many({ ...body, cause }, officerOf(actor)) })),
    on(OpenDossier, async ({ params, actor, now }) => view(await open(params.dossierId, officerOf(actor), now), actor, now)),
    on(GetDeskFile, async ({ params, query, actor, now }) => link(await open(params.dossierId, officerOf(actor), now), params.fileId, { now, shown: query.to === 'view' })),
    on(AcceptDossier, async ({ params, body, actor, requestKey, cause, now }) => view(await acts.accept({ ...params, ...body, asked: { requestKey, cause } }, officerOf(actor)), actor, now)),
    on(RefuseDossier, async ({ params, body, actor, requestKey, cause, now }) => view(await acts.refuse({ ...params, ...body, asked: { requestKey, cause } }, officerOf(actor)), actor, now)),
    on(TakeDossier, async ({ params, body, actor, requestKey, cause, now }) => view(await acts.take({ ...params, ...body, asked: { requestKey, cause } }, officerOf(actor)), actor, now)),
    on(FinishDossier, async ({ params, body, actor, requestKey, cause, now }) => view(await acts.finish({ ...params, ...body, asked: { requestKey, cause } }, officerOf(actor)), actor, now)),
    on(RequestSupplement, async ({ params, body, actor, requestKey, cause, now }) => view(await acts.requestSupplement({ ...params, ...body, asked: { requestKey, cause } }, officerOf(actor)), actor, now)),
    on(StopDossier, async ({ params, body, actor, requestKey, cause, now }) => view(await acts.stop({ ...params, ...body, asked: { requestKey, cause } }, officerOf(actor)), actor, now)),
    on(ResumeDossier, async ({ params, body, actor, requestKey, cause, now }) => view(await acts.resume({ ...params, ...body, asked: { requestKey, cause } }, officerOf(actor)), actor, now)),
    on(ExtendDossier, async ({ params, body, actor, requestKey, cause, now }) => view(await acts.extend({ ...params, ...body, asked: { requestKey, cause } }, officerOf(actor)), actor, now)),
    ...stepHandlers(deps, view),
    ...formHandlers(deps),
    on(HandOverResult, async ({ params, body, actor, requestKey, cause, now }) => view(await acts.handOver({ ...params, ...body, asked: { requestKey, cause } }, officerOf(actor)), actor, now)),
    ...matterHandlers(deps, view),
  ];
};
