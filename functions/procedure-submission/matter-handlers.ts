import { CorrectResult, ExemptPayment, GetDossierFee, PreviewRecompute, RecomputeDue, RecordPayment, RequestPayment, TransferDossier } from '../../shared/contracts/matter-routes.ts';
import type { DeskDossierView } from '../../shared/contracts/dossier.ts';
import type { Actor } from '../../shared/runtime/actor.ts';
import { on } from '../../shared/runtime/http.ts';
import { officerOf } from '../../shared/runtime/callers.ts';
import { correctResult } from './correct-result.ts';
import type { DossierDeps } from './dossier-deps.ts';
import { dueOf } from './due-of.ts';
import { openForDesk } from './open-dossier.ts';
import type { DossierRecord } from './ports.ts';
import { reckonAnew, recomputeDue } from './recompute-due.ts';
import { publishedFee, requestPayment } from './request-payment.ts';
import { exemptPayment, recordPayment } from './settle-payment.ts';
import { transferDossier } from './transfer-dossier.ts';

type View = (record: DossierRecord, actor: Actor, now: Date) => Promise<DeskDossierView>;

/** What answers the routes of the acts off the straight way: payment, transfer, correction, a date reckoned anew. */
export const matterHandlers = (deps: DossierDeps, view: View) => {
  const open = openForDesk(deps);
  const clocked = { ...deps, dueOf: dueOf(deps) };
  const [ask, record, exempt] = [requestPayment(clocked), recordPayment(clocked), exemptPayment(clocked)];
  const [transfer, correct, recompute] = [transferDossier(deps), correctResult(deps), recomputeDue(clocked)];
  return [
    on(GetDossierFee, async ({ params, actor, now }) => {
      const { filed } = await open(params.dossierId, officerOf(actor), now);
      return { procedureVersion: filed.procedure.version, fee: await publishedFee(deps, filed) ?? { kind: 'not-stated' as const } };
    }),
    on(RequestPayment, async ({ params, body, actor, requestKey, cause, now }) => view(await ask({ ...params, ...body, asked: { requestKey, cause } }, officerOf(actor)), actor, now)),
    on(RecordPayment, async ({ params, body, actor, requestKey, cause, now }) => view(await record({ ...params, ...body, asked: { requestKey, cause } }, officerOf(actor)), actor, now)),
    on(ExemptPayment, async ({ params, body, actor, requestKey, cause, now }) => view(await exempt({ ...params, ...body, asked: { requestKey, cause } }, officerOf(actor)), actor, now)),
    on(TransferDossier, async ({ params, body, actor, requestKey, cause, now }) => view(await transfer({ ...params, ...body, asked: { requestKey, cause } }, officerOf(actor)), actor, now)),
    on(CorrectResult, async ({ params, body, actor, requestKey, cause, now }) => view(await correct({ ...params, ...body, asked: { requestKey, cause } }, officerOf(actor)), actor, now)),
    on(PreviewRecompute, async ({ params, query, actor, now }) => {
      const found = await open(params.dossierId, officerOf(actor), now);
      const { dueAt, basis } = await reckonAnew(clocked, found, { by: query.by, now });
      const { standing: { dueAt: previousDueAt, basis: before }, filed } = found;
      return {
        by: query.by, dueAt, calendarVersion: basis.calendarVersion, procedureVersion: basis.procedureVersion ?? filed.procedure.version, changes: dueAt !== previousDueAt,
        ...(previousDueAt === undefined ? {} : { previousDueAt }), ...(before === undefined ? {} : { previousCalendarVersion: before.calendarVersion }),
      };
    }),
    on(RecomputeDue, async ({ params, body, actor, requestKey, cause, now }) => view(await recompute({ ...params, ...body, asked: { requestKey, cause } }, officerOf(actor)), actor, now)),
  ];
};
