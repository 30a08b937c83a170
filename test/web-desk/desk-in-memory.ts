import { agencyHandlers } from '../../functions/directory/agency-handlers.ts';
import type { Directory } from '../../functions/directory/deps.ts';
import { peopleHandlers } from '../../functions/directory/people-handlers.ts';
import { directoryRoutes } from '../../shared/contracts/directory.ts';
import { deskHandlers } from '../../functions/procedure-submission/desk-handlers.ts';
import { classifierHandlers } from '../../functions/feedback-classification/classifier-handlers.ts';
import { deskHandlers as feedbackDeskHandlers } from '../../functions/feedback-classification/desk-handlers.ts';
import { followHandlers } from '../../functions/feedback-classification/follow-handlers.ts';
import type { FeedbackDeps } from '../../functions/feedback-classification/ports.ts';
import { ruleHandlers } from '../../functions/feedback-classification/rule-handlers.ts';
import { publicHandlers } from '../../functions/feedback-classification/public-handlers.ts';
import type { DossierDeps } from '../../functions/procedure-submission/dossier-deps.ts';
import { numberingHandlers } from '../../functions/procedure-submission/numbering-handlers.ts';
import { feedbackRoutes } from '../../shared/contracts/feedback.ts';
import type { SessionView } from '../../shared/contracts/identity.ts';
import { procedureSubmissionRoutes } from '../../shared/contracts/procedure-submission.ts';
import type { Route } from '../../shared/contracts/route.ts';
import { actorContext, type Actor, type Officer } from '../../shared/runtime/actor.ts';
import { httpApi } from '../../shared/runtime/http.ts';
import type { FakeProvince } from './fake-province.ts';

/** What API Gateway takes out of an address. */
export const parametersOf = (method: string, path: string, routes: readonly Route[] = procedureSubmissionRoutes): Record<string, string> =>
  routes.filter((route) => route.method === method).map((route) => new RegExp(`^/api${route.path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`).exec(path)).find((found) => found !== null)?.groups ?? {};

export const sessionOf = ({ personId, username, name, posts }: Officer): SessionView => ({ kind: 'officer', personId, username, name, posts } as SessionView);

type Served = { readonly handlers: Parameters<typeof httpApi>[0]; readonly routes: readonly Route[]; readonly paths: RegExp };

/** What these handlers answer is answered by the province's own code; the rest stays pretended. */
const serve = (province: FakeProvince, { handlers, routes, paths }: Served, who: () => Actor): void => {
  const api = httpApi(handlers);
  province.served = async ({ method, path, query, headers, body }) => {
    if (!paths.test(path)) return undefined;
    process.env['SITE_ORIGIN'] = province.origin;
    const { statusCode, body: out = 'null', headers: said } = await api({
      version: '2.0', rawPath: path, rawQueryString: query, headers, ...(body === '' ? {} : { body }), pathParameters: parametersOf(method, path, routes),
      requestContext: { http: { method, path }, authorizer: { lambda: actorContext(who()) } },
    } as Parameters<typeof api>[0]);
    return { status: statusCode, body: out === '' ? undefined : JSON.parse(out) as unknown, type: said['content-type'] ?? 'application/json' };
  };
};

/** Dossiers and the rules of their numbers. */
export const serveDesk = (province: FakeProvince, deps: DossierDeps, who: () => Officer): void => {
  serve(province, { handlers: [...numberingHandlers(deps), ...deskHandlers(deps)], routes: procedureSubmissionRoutes, paths: /^\/api\/(numbering|desk\/dossiers)/ }, who);
};
/** The directory, over stores in memory. */
export const serveDirectory = (province: FakeProvince, directory: Directory, who: () => Officer): void => {
  process.env['SITE_ORIGIN'] = province.origin;
  serve(province, { handlers: [...agencyHandlers(directory), ...peopleHandlers(directory)], routes: directoryRoutes, paths: /^\/api\/(agencies|calendar|directory)/ }, who);
};
/** Reports from the scene, the public's side and the desk's. */
export const serveFeedback = (province: FakeProvince, deps: FeedbackDeps, who: () => Actor): void => {
  serve(province, { handlers: [...publicHandlers(deps), ...feedbackDeskHandlers(deps), ...ruleHandlers(deps), ...classifierHandlers(deps), ...followHandlers(deps)], routes: feedbackRoutes, paths: /^\/api\/(feedback|desk\/feedback|desk\/agencies\/[^/]+\/feedback)/ }, who);
};
