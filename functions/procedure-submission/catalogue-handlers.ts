import { GetProcedure, GetProcedureVersion, GetPromise, ListProcedures } from '../../shared/contracts/catalogue.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import { on } from '../../shared/runtime/http.ts';
import type { Catalogue } from './catalogue-ports.ts';
import { getPromise } from './get-promise.ts';
import type { Directory } from './ports.ts';

type Deps = { readonly procedures: Catalogue; readonly directory: Pick<Directory, 'calendar'> };

const known = <T>(procedure: T | undefined): T => {
  if (procedure === undefined) throw new DomainError('procedure-unknown');
  return procedure;
};

/** What answers the public routes of the catalogue. */
export const catalogueHandlers = (deps: Deps) => {
  const promise = getPromise(deps);
  return [
    on(ListProcedures, async () => ({ items: await deps.procedures.list() })),
    on(GetProcedure, async ({ params, now }) => known(await deps.procedures.current(params.procedureCode, now))),
    on(GetProcedureVersion, async ({ params: { procedureCode, version }, now }) => {
      // a version that was recalled is off the timeline, and was never in force
      const { begins } = await deps.procedures.timeline(procedureCode, now);
      return known(begins.some((begin) => begin.version === version) ? await deps.procedures.version(procedureCode, version) : undefined);
    }),
    on(GetPromise, ({ params, query, now }) => {
      const receivedAt = query.at === undefined ? now : new Date(query.at);
      return promise({ ...params, caseId: query.case, channel: query.channel, agency: query.agency, receivedAt, at: receivedAt > now ? receivedAt : now });
    }),
  ];
};
