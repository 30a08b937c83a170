import { GetControlSheet, GetRegister, type RegisterRow } from '../../shared/contracts/form-routes.ts';
import { localDate } from '../../shared/kernel/vietnam-time.ts';
import { postFor } from '../../shared/runtime/actor.ts';
import { on } from '../../shared/runtime/http.ts';
import { officerOf } from './callers.ts';
import { controlSheet } from './control-sheet.ts';
import { deskRoles } from './desk-rights.ts';
import { competentAgency, type Dossier } from './dossier.ts';
import { formInForce } from './issued-forms.ts';
import { openForDesk } from './open-dossier.ts';
import type { DossierDeps } from './dossier-deps.ts';

const registerRow = (dossier: Dossier): RegisterRow => {
  const { filed, standing } = dossier;
  const { number, receivedAt = filed.submittedAt, dueAt, finishedAt, verdict, steps, business } = standing;
  const returnedAt = steps.find(({ status }) => status === 10)?.at;
  return {
    dossierId: filed.dossierId, trackingCode: filed.trackingCode, procedure: { code: filed.procedure.code, name: filed.procedure.name }, applicantName: filed.applicant.name,
    competent: competentAgency(dossier).name, channel: filed.channel, status: business, receivedAt,
    ...(number === undefined ? {} : { number }), ...(filed.applicant.phone === undefined ? {} : { phone: filed.applicant.phone }), ...(dueAt === undefined ? {} : { dueAt }),
    ...(finishedAt === undefined ? {} : { finishedAt }), ...(returnedAt === undefined ? {} : { returnedAt }), ...(verdict === undefined ? {} : { verdict }),
  };
};

/** What answers the routes of the forms that are made from the history when somebody looks. */
export const formHandlers = (deps: Pick<DossierDeps, 'dossiers' | 'register'>) => {
  const open = openForDesk(deps);
  return [
    on(GetControlSheet, async ({ params, actor, now }) => controlSheet(await open(params.dossierId, officerOf(actor), now), now)),
    on(GetRegister, async ({ params, query, actor, now }) => {
      postFor(officerOf(actor), params.agencyCode, deskRoles, now);
      const { items, cursor } = await deps.register.received(params.agencyCode, params.month, query.cursor);
      const { number: form, title, regulation } = formInForce('register', localDate(now));
      return { form, title, regulation, items: items.map(registerRow), ...(cursor === undefined ? {} : { cursor }) };
    }),
  ];
};
