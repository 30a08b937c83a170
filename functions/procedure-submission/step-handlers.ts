import type { DeskDossierView } from '../../shared/contracts/dossier.ts';
import { HandOnStep, ListWarnings, ReceiveStep, SendBackStep } from '../../shared/contracts/step-routes.ts';
import type { Actor } from '../../shared/runtime/actor.ts';
import { on } from '../../shared/runtime/http.ts';
import { officerOf } from '../../shared/runtime/callers.ts';
import type { DossierDeps } from './dossier-deps.ts';
import { listWarnings } from './list-warnings.ts';
import { handOnStep, receiveStep, sendBackStep } from './move-step.ts';
import type { DossierRecord } from './ports.ts';

type ViewOf = (record: DossierRecord, actor: Actor, now: Date) => Promise<DeskDossierView>;

/** What answers the routes of the steps inside an agency. */
export const stepHandlers = (deps: DossierDeps, view: ViewOf) => {
  const [handOn, receive, sendBack, warnings] = [handOnStep(deps), receiveStep(deps), sendBackStep(deps), listWarnings(deps)];
  return [
    on(HandOnStep, async ({ params, body, actor, requestKey, cause, now }) => view(await handOn({ ...params, ...body, asked: { requestKey, cause } }, officerOf(actor)), actor, now)),
    on(ReceiveStep, async ({ params, body, actor, requestKey, cause, now }) => view(await receive({ ...params, ...body, asked: { requestKey, cause } }, officerOf(actor)), actor, now)),
    on(SendBackStep, async ({ params, body, actor, requestKey, cause, now }) => view(await sendBack({ ...params, ...body, asked: { requestKey, cause } }, officerOf(actor)), actor, now)),
    on(ListWarnings, ({ params, query, actor, now }) => warnings({ agency: params.agencyCode, cursor: query.cursor }, officerOf(actor), now)),
  ];
};
