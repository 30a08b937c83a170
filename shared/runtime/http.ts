import { randomUUID } from 'node:crypto';
import httpRouter from '@middy/http-router';
import type * as z from 'zod';
import { addressesOf, type Route } from '../contracts/route.ts';
import { systemClock } from '../kernel/clock.ts';
import type { Clock } from '../kernel/clock.ts';
import { DomainError } from '../kernel/domain-error.ts';
import { CorrelationId, newId } from '../kernel/ids.ts';
import { actorContext, actorFromAuthorizer, callerOf, requireAccess } from './actor.ts';
import type { Actor } from './actor.ts';
import { readCookies } from './cookies.ts';
import { env } from './env.ts';
import { readBody, readForm, readParams, readQuery, readText, shaped } from './http-request.ts';
import type { HttpEvent } from './http-request.ts';
import { logger, traceOf } from './logger.ts';
import { countRequest } from './metrics.ts';
import type { Cause } from './outbox.ts';
import { problemCodeOf, toProblem } from './problem.ts';
import { Reply } from './reply.ts';
import { isRequestKey, requestKeyOf } from './request-key.ts';
import type { RequestKey } from './request-key.ts';
import { waitedMilliseconds } from './waiting.ts';
import { withoutSuffix, write, writtenAs, type Written } from './written.ts';

/** A request as a use case's edge sees it: parsed, typed, allowed. */
export type Call<P, Q, B> = {
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly actor: Actor;
  /** Names the write. On routes that are not keyed it is of this one request. */
  readonly requestKey: RequestKey;
  readonly now: Date;
  readonly correlationId: string;
  /** For the events this request causes. */
  readonly cause: Cause;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly cookies: ReadonlyMap<string, string>;
};

type Answer = { statusCode: number; headers: Record<string, string>; cookies?: string[]; body?: string };
type Request = { readonly correlationId: string; readonly now: Date; route: string; actor: Actor['kind']; written?: Written | undefined };
type Served = { readonly route: Route; readonly serve: (event: HttpEvent, request: Request) => Promise<Answer> };

const header = (event: HttpEvent, name: string): string => event.headers?.[name] ?? '';

/** A browser states the origin of every write; a page elsewhere cannot forge it. Machines hold no cookies to abuse, and where a key is shown none are looked at. */
const requireOrigin = (route: Route, actor: Actor, event: HttpEvent): void => {
  if (route.method === 'GET' || actor.kind === 'machine' || route.access.every(({ kind }) => kind === 'key')) return;
  if (header(event, 'origin') !== env('SITE_ORIGIN')) throw new DomainError('origin-refused');
};

const keyOf = (route: Route, actor: Actor, event: HttpEvent, asked: { params: unknown; body: unknown }): RequestKey => {
  const key = header(event, 'idempotency-key');
  if (route.keyed && !isRequestKey(key)) throw new DomainError('idempotency-key-missing');
  return requestKeyOf(callerOf(actor), route.name, route.keyed ? key : randomUUID(), asked);
};

/** Nothing leaves that the contract does not name: unknown fields are dropped, another shape is our fault. */
const answerOf = (route: Route, result: unknown, { correlationId, written }: Request): Answer => {
  const parts = result instanceof Reply ? result.parts : { body: result };
  const headers: Record<string, string> = { 'cache-control': 'no-store', ...parts.headers, 'x-correlation-id': correlationId };
  if (parts.location !== undefined) headers['location'] = parts.location;
  const answer: Answer = { statusCode: route.ok.status, headers };
  if (parts.cookies) answer.cookies = [...parts.cookies];
  const body: unknown = route.ok.body.parse(parts.body);
  if (body !== undefined) {
    const text = route.plain !== undefined && typeof body === 'string' ? { contentType: route.plain, body } : write(body, written);
    headers['content-type'] = text.contentType;
    answer.body = text.body;
  }
  return answer;
};

const problemAnswer = (error: unknown, request: Request): Answer => {
  const problem = toProblem(error, request.correlationId);
  if (problem.code === 'unexpected') logger.error('unexpected', { correlationId: request.correlationId, route: request.route, ...traceOf(error), code: error instanceof DomainError ? error.code : undefined });
  const headers = { 'cache-control': 'no-store', 'x-correlation-id': request.correlationId, ...(problem.retryAfter === undefined ? {} : { 'retry-after': String(problem.retryAfter) }) };
  if (request.written === undefined) return { statusCode: problem.status, headers: { ...headers, 'content-type': 'application/problem+json; charset=utf-8' }, body: JSON.stringify(problem) };
  const refusal = request.written.dialect.refusal(problem);
  const text = write(refusal.body, request.written, refusal.root);
  // the interface has no place for our code: who looks for it finds it beside the answer
  return { statusCode: request.written.dialect.statusOf(problem.status), headers: { ...headers, 'content-type': text.contentType, 'x-problem-code': problem.code }, body: text.body };
};

/** Binds a route of the contracts to what answers it: the ok body, or `reply()` for cookies, a location or headers. */
export const on = <P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, O extends z.ZodType>(
  route: Route<P, Q, B, O>,
  handle: (call: Call<z.output<P>, z.output<Q>, z.output<B>>) => Promise<z.input<O> | Reply<z.input<O>>> | z.input<O> | Reply<z.input<O>>,
): Served => ({
  route,
  serve: async (event, request) => {
    const { correlationId, now } = request;
    const actor = actorFromAuthorizer(event.requestContext.authorizer?.lambda);
    request.route = route.name;
    request.actor = actor.kind;
    request.written = writtenAs(route, event.requestContext.http.path);
    requireAccess(route.access, actor, now);
    requireOrigin(route, actor, event);
    const named = readParams(event);
    const params = shaped(route.params, '/params', route.dialect === undefined ? named : withoutSuffix(named));
    const query = shaped(route.query, '/query', readQuery(event));
    const body = shaped(route.body, '/body', route.method === 'GET' ? undefined : (route.raw !== undefined ? readText : route.form ? readForm : readBody)(event, route.bodyBytes));
    const requestKey = keyOf(route, actor, event, { params, body });
    const cause: Cause = { actor: actor.kind === 'nobody' ? 'system' : actor.kind, correlationId, causationId: correlationId, now };
    const result = await handle({ params, query, body, actor, requestKey, now, correlationId, cause, headers: event.headers ?? {}, cookies: readCookies(event) });
    return answerOf(route, result, request);
  },
});

const open = (event: HttpEvent, clock: Clock): Request => {
  const now = clock();
  const given = header(event, 'x-correlation-id');
  return { correlationId: CorrelationId.safeParse(given).success ? given : newId('cor', now), now, route: 'none', actor: 'nobody' };
};

const tenths = (milliseconds: number): number => Math.round(milliseconds * 10) / 10;

/** One line for each request; how long it took and how much of that was AWS also stands in the answer (`Server-Timing`). */
const close = (request: Request, answer: Answer, code: string | undefined, { started, waited }: { started: number; waited: number }): void => {
  const [milliseconds, awsMilliseconds] = [tenths(performance.now() - started), tenths(waitedMilliseconds() - waited)];
  answer.headers['server-timing'] = `total;dur=${milliseconds}, aws;dur=${awsMilliseconds}`;
  logger.info('request', { route: request.route, status: answer.statusCode, problem: code, actor: request.actor, milliseconds, awsMilliseconds, correlationId: request.correlationId });
  countRequest(request.route, milliseconds, answer.statusCode >= 500);
};

const rehearsals = new WeakSet<HttpEvent>();

type Handler = (event: HttpEvent) => Promise<Answer>;
/** What is made by the first request is used by the second, and settled by the third. */
const rehearsedTimes = 3;

/**
 * For prewarming: a reading request of our own making. It goes the whole way of a true one, so that the first true one
 * finds everything made, and leaves neither a line in the log nor a figure among the requests.
 */
export const rehearsal = (handler: Handler, { route, params, actor }: { route: Route; params: Readonly<Record<string, string>>; actor: Actor }) => async (): Promise<void> => {
  if (route.method !== 'GET') throw new TypeError(`${route.name} is no reading request`);
  const path = `/api${route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '')}`;
  const event: HttpEvent = { version: '2.0', headers: {}, pathParameters: params, requestContext: { http: { method: 'GET', path }, authorizer: { lambda: actorContext(actor) } } };
  rehearsals.add(event);
  for (let time = 0; time < rehearsedTimes; time++) await handler(event);
};

type Router = (event: HttpEvent, request: Request) => Promise<Answer>;

/**
 * The HTTP function of a workflow. Whatever comes in, an answer goes out: the contract's body, or problem+json.
 * It never throws, because API Gateway would answer a throw without a problem code.
 */
export const httpApi = (served: readonly Served[], clock: Clock = systemClock) => {
  const router = httpRouter({
    routes: served.flatMap(({ route, serve }) => addressesOf(route).map((path) => ({ method: route.method, path: `/api${path}`, handler: serve as never }))),
    notFoundResponse: () => { throw new DomainError('not-found'); },
  }) as unknown as Router;
  return async (event: HttpEvent): Promise<Answer> => {
    const began = { started: performance.now(), waited: waitedMilliseconds() };
    const request = open(event, clock);
    let answer: Answer;
    let code: string | undefined;
    try {
      answer = await router(event, request);
    } catch (error) {
      code = problemCodeOf(error);
      answer = problemAnswer(error, request);
    }
    if (!rehearsals.has(event)) close(request, answer, code, began);
    return answer;
  };
};
