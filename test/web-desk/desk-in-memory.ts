import { agencyHandlers } from '../../functions/directory/agency-handlers.ts';
import type { Directory } from '../../functions/directory/deps.ts';
import { peopleHandlers } from '../../functions/directory/people-handlers.ts';
import { deskHandlers } from '../../functions/procedure-submission/desk-handlers.ts';
import type { DossierDeps } from '../../functions/procedure-submission/dossier-deps.ts';
import { numberingHandlers } from '../../functions/procedure-submission/numbering-handlers.ts';
import { directoryRoutes } from '../../shared/contracts/directory.ts';
import type { SessionView } from '../../shared/contracts/identity.ts';
import { procedureSubmissionRoutes } from '../../shared/contracts/procedure-submission.ts';
import type { Route } from '../../shared/contracts/route.ts';
import { actorContext, type Officer } from '../../shared/runtime/actor.ts';
import { httpApi } from '../../shared/runtime/http.ts';
import type { FakeProvince } from './fake-province.ts';

/** What API Gateway takes out of an address. */
export const parametersOf = (method: string, path: string, routes: readonly Route[] = procedureSubmissionRoutes): Record<string, string> =>
  routes.filter((route) => route.method === method).map((route) => new RegExp(`^/api${route.path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`).exec(path)?.groups).find((groups) => groups !== undefined) ?? {};

export const sessionOf = ({ personId, username, name, posts }: Officer): SessionView => ({ kind: 'officer', personId, username, name, posts } as SessionView);

/** Dossiers and the rules of their numbers are answered by the province's own code; the rest stays pretended. */
export const serveDesk = (province: FakeProvince, deps: DossierDeps, who: () => Officer): void => {
  const api = httpApi([...numberingHandlers(deps), ...deskHandlers(deps)]);
  province.served = async ({ method, path, query, headers, body }) => {
    if (!/^\/api\/(numbering|desk\/dossiers)/.test(path)) return undefined;
    process.env['SITE_ORIGIN'] = province.origin;
    const { statusCode, body: out = 'null', headers: said } = await api({
      version: '2.0', rawPath: path, rawQueryString: query, headers, ...(body === '' ? {} : { body }), pathParameters: parametersOf(method, path),
      requestContext: { http: { method, path }, authorizer: { lambda: actorContext(who()) } },
    } as Parameters<typeof api>[0]);
    return { status: statusCode, body: JSON.parse(out) as unknown, type: said['content-type'] ?? 'application/json' };
  };
};

/** The directory is answered by the province's own code over stores in memory; the rest stays pretended. */
export const serveDirectory = (province: FakeProvince, directory: Directory, who: () => Officer): void => {
  process.env['SITE_ORIGIN'] = province.origin;
  const api = httpApi([...agencyHandlers(directory), ...peopleHandlers(directory)]);
  province.served = async ({ method, path, query, headers, body }) => {
    if (!/^\/api\/(agencies|calendar|directory)/.test(path)) return undefined;
    const { statusCode, body: out = 'null', headers: said } = await api({
      version: '2.0', rawPath: path, rawQueryString: query, headers, ...(body === '' ? {} : { body }), pathParameters: parametersOf(method, path, directoryRoutes),
      requestContext: { http: { method, path }, authorizer: { lambda: actorContext(who()) } },
    } as Parameters<typeof api>[0]);
    return { status: statusCode, body: JSON.parse(out) as unknown, type: said['content-type'] ?? 'application/json' };
  };
};
