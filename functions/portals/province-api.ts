import type * as z from 'zod';
import { GetProcedure, GetProcedureVersion, ListProcedures } from '../../shared/contracts/catalogue.ts';
import { ListAgencies } from '../../shared/contracts/directory.ts';
import type { Route } from '../../shared/contracts/route.ts';
import { GetStatistics, ListStatistics } from '../../shared/contracts/statistics.ts';
import { isInForce } from '../../shared/kernel/agency-tree.ts';
import { systemClock } from '../../shared/kernel/clock.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import { localDate } from '../../shared/kernel/vietnam-time.ts';
import type { FigureSource, Province } from './ports.ts';

const TIMEOUT = 5_000;

/** Reads a public route: the address from its contract, the answer checked against it. Throws `not-found`, `province-api-failed`. */
const read = async <R extends Route>(baseUrl: string, route: R, params: Readonly<Record<string, string>> = {}): Promise<z.output<R['ok']['body']>> => {
  const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const response = await fetch(`${baseUrl}${path}`, { headers: { accept: 'application/json' }, signal: AbortSignal.timeout(TIMEOUT) });
  if (response.status === 404) throw new DomainError('not-found', route.name);
  if (response.status !== route.ok.status) throw new DomainError('province-api-failed', `${route.name} answered ${response.status}`);
  return route.ok.body.parse(await response.json()) as z.output<R['ok']['body']>;
};

/** `baseUrl` ends in `/api`. */
export const provinceApi = (baseUrl: string): Province => {
  const everyAgency = async () => (await read(baseUrl, ListAgencies)).items;
  return {
    procedure: async (procedureCode) => {
      try {
        return await read(baseUrl, GetProcedure, { procedureCode });
      } catch (error) {
        if (error instanceof DomainError && error.code === 'not-found') return undefined;
        throw error;
      }
    },
    version: (procedureCode, version) => read(baseUrl, GetProcedureVersion, { procedureCode, version: String(version) }),
    procedures: async () => (await read(baseUrl, ListProcedures)).items,
    // who receives today: a dissolved agency is not offered
    agencies: async () => (await everyAgency()).filter((agency) => isInForce(agency, localDate(systemClock()))),
    everyAgency,
  };
};

export const figuresApi = (baseUrl: string): FigureSource => ({
  months: async () => (await read(baseUrl, ListStatistics)).items.map(({ month }) => month),
  month: (month) => read(baseUrl, GetStatistics, { month }),
});
