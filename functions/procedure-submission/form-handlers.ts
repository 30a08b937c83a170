import { GetControlSheet, GetDeskForm, GetMyForm, GetRegister, GetRegisterPrint, PrintRegister } from '../../shared/contracts/form-routes.ts';
import { factsOn } from '../../shared/kernel/agency-tree.ts';
import { localDate } from '../../shared/kernel/vietnam-time.ts';
import { postFor, type Actor } from '../../shared/runtime/actor.ts';
import { on } from '../../shared/runtime/http.ts';
import { citizenOf, officerOf } from '../../shared/runtime/callers.ts';
import { controlSheet } from './control-sheet.ts';
import { deskRoles } from './desk-rights.ts';
import type { DossierDeps } from './dossier-deps.ts';
import { formInForce } from './issued-forms.ts';
import { openForDesk, openOwn } from './open-dossier.ts';
import { readForm } from './read-form.ts';
import { findPrint, printView, requestPrint } from './register-print.ts';
import { registerRow } from './register-row.ts';
import { forApplicant } from './views.ts';

const requireDesk = (actor: Actor, agency: string, now: Date): void => { postFor(officerOf(actor), agency, deskRoles, now); };

/** What answers the routes of the forms: those that were issued, and those made from the history when somebody looks. */
export const formHandlers = (deps: Pick<DossierDeps, 'dossiers' | 'register' | 'prints' | 'links' | 'directory' | 'forms'>) => {
  const [open, own, read] = [openForDesk(deps), openOwn(deps), readForm(deps)];
  const [print, view, find] = [requestPrint(deps), printView(deps), findPrint(deps)];
  return [
    on(GetMyForm, async ({ params, actor }) => {
      const record = await own(params.dossierId, citizenOf(actor));
      return read({ ...record, documents: forApplicant(record.documents) }, params.documentId);
    }),
    on(GetDeskForm, async ({ params, actor, now }) => read(await open(params.dossierId, officerOf(actor), now), params.documentId)),
    on(GetControlSheet, async ({ params, actor, now }) => controlSheet(await open(params.dossierId, officerOf(actor), now), now)),
    on(GetRegister, async ({ params, query, actor, now }) => {
      requireDesk(actor, params.agencyCode, now);
      const { items, cursor } = await deps.register.received(params.agencyCode, params.month, query.cursor);
      const { number: form, title, regulation } = formInForce('register', localDate(now));
      return { form, title, regulation, items: items.map(registerRow), ...(cursor === undefined ? {} : { cursor }) };
    }),
    on(PrintRegister, async ({ params: { agencyCode, month }, body, actor, requestKey, cause, now }) => {
      requireDesk(actor, agencyCode, now);
      const known = await deps.directory.agency(agencyCode);
      const agencyName = (known === undefined ? undefined : factsOn(known, localDate(now)) ?? known)?.name ?? agencyCode;
      return view(await print({ agency: agencyCode, agencyName, month, ...body, asked: { requestKey, cause } }), now);
    }),
    on(GetRegisterPrint, async ({ params, actor, now }) => {
      requireDesk(actor, params.agencyCode, now);
      return view(await find(params.agencyCode, params.printId), now);
    }),
  ];
};
