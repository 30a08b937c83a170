import { GetControlSheet, GetRegister, GetRegisterPrint, PrintRegister } from '../../shared/contracts/form-routes.ts';
import { factsOn } from '../../shared/kernel/agency-tree.ts';
import { localDate } from '../../shared/kernel/vietnam-time.ts';
import { postFor, type Actor } from '../../shared/runtime/actor.ts';
import { on } from '../../shared/runtime/http.ts';
import { officerOf } from './callers.ts';
import { controlSheet } from './control-sheet.ts';
import { deskRoles } from './desk-rights.ts';
import type { DossierDeps } from './dossier-deps.ts';
import { formInForce } from './issued-forms.ts';
import { openForDesk } from './open-dossier.ts';
import { findPrint, printView, requestPrint } from './register-print.ts';
import { registerRow } from './register-row.ts';

const requireDesk = (actor: Actor, agency: string, now: Date): void => { postFor(officerOf(actor), agency, deskRoles, now); };

/** What answers the routes of the forms that are made from the history when somebody looks. */
export const formHandlers = (deps: Pick<DossierDeps, 'dossiers' | 'register' | 'prints' | 'links' | 'directory'>) => {
  const [open, print, view, find] = [openForDesk(deps), requestPrint(deps), printView(deps), findPrint(deps)];
  return [
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
