import { GetProcedure, GetPromise, ListProcedures, PublishProcedure } from '../../shared/contracts/catalogue.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import { on } from '../../shared/runtime/http.ts';
import type { Catalogue } from './catalogue-ports.ts';
import { getPromise } from './get-promise.ts';
import type { Directory } from './ports.ts';
import { publishProcedure } from './publish-procedure.ts';

type Deps = { readonly procedures: Catalogue; readonly directory: Pick<Directory, 'calendar'> };

/** What answers the routes of the catalogue. */
export const catalogueHandlers = (deps: Deps) => {
  const publish = publishProcedure(deps);
  const promise = getPromise(deps);
  return [
    on(ListProcedures, async () => ({ items: await deps.procedures.list() })),
    on(GetProcedure, async ({ params }) => {
      const procedure = await deps.procedures.current(params.procedureCode);
      if (procedure === undefined) throw new DomainError('procedure-unknown');
      return procedure;
    }),
    on(GetPromise, ({ params, query, now }) =>
      promise({ ...params, caseId: query.case, channel: query.channel, agency: query.agency, receivedAt: query.at === undefined ? now : new Date(query.at) })),
    on(PublishProcedure, ({ params, body, cause }) => publish({ ...params, ...body }, cause)),
  ];
};
