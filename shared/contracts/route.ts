import * as z from 'zod';
import type { Access } from './access.ts';
import type { ProblemBody } from './problem-body.ts';
import type { ProblemCode } from './problems.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** How an interface that others laid down is written, where that is not our JSON and problem+json. Its address may end in `.json` or `.xml`. */
export type Dialect = {
  /** the element around an answer in XML */
  readonly root: string;
  /** what a member of a list is called in XML, by the name of the list */
  readonly members: Readonly<Record<string, string>>;
  /** a refusal as the interface wants it, and the status it knows for one of ours */
  readonly refusal: (problem: ProblemBody) => { readonly root: string; readonly body: unknown };
  readonly statusOf: (status: number) => number;
};
export const suffixes = ['json', 'xml'] as const;

/** A route as data: functions serve it, CDK deploys it, OpenAPI documents it, the web calls it. */
export type Route<
  P extends z.ZodType = z.ZodType, Q extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType,
> = {
  /** operationId, unique over all contracts */
  readonly name: string;
  readonly method: Method;
  /** under `/api`, with `{placeholders}` */
  readonly path: `/${string}`;
  readonly summary: { readonly vi: string; readonly en: string };
  readonly access: readonly [Access, ...Access[]];
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  /** a write that needs an `Idempotency-Key` header: the same key and body give the same answer, once */
  readonly keyed: boolean;
  /** the largest body it takes, where that is more than the 256 KB of every route */
  readonly bodyBytes?: number;
  /** the body comes as a form, `application/x-www-form-urlencoded`, instead of JSON */
  readonly form?: true;
  /** the body is taken as the text it is, of this kind: what is signed, or what a mail service sends by its own rules */
  readonly raw?: string;
  readonly dialect?: Dialect;
  /** the kind of an answer that is a text of its own, such as a calendar, instead of JSON */
  readonly plain?: string;
  readonly ok: { readonly status: 200 | 201 | 202 | 204 | 302; readonly body: O };
  readonly problems: readonly ProblemCode[];
  /** shown in the OpenAPI document, and carried out by a test */
  readonly example?: { readonly body?: unknown; readonly answer: unknown };
  /** other ways it is called, by name; carried out by tests too */
  readonly otherExamples?: Readonly<Record<string, { readonly summary: string; readonly body?: unknown; readonly answer: unknown }>>;
};

/** A schema, or what makes it: then it is made when the route is first called. A function serves hundreds of routes, and starts without what only they read and answer. */
type Made<S extends z.ZodType> = S | (() => S);
type RouteSpec<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, O extends z.ZodType> =
  Omit<Route<P, Q, B, O>, 'params' | 'query' | 'body' | 'keyed' | 'ok'> & {
    params?: Made<P>; query?: Made<Q>; body?: Made<B>; keyed?: boolean; ok: { status: Route['ok']['status']; body?: Made<O> };
  };

/** Makes a schema once, when it is asked for. */
const once = <S extends z.ZodType>(made: Made<S> | undefined, otherwise: z.ZodType): (() => S) => {
  let schema: S | undefined;
  return () => schema ??= made === undefined ? otherwise as S : typeof made === 'function' ? made() : made;
};

const nothing = z.strictObject({});
const noBody = z.undefined();
type Nothing = typeof nothing;

/** Every address a route answers at. A placeholder at the end takes the suffix of a format with it. */
export const addressesOf = ({ path, dialect }: Pick<Route, 'path' | 'dialect'>): Route['path'][] =>
  (dialect === undefined || path.endsWith('}') ? [path] : [path, ...suffixes.map((suffix) => `${path}.${suffix}` as const)]);

/** Declares a route. What is left out is empty: no params, no query, no body, no idempotency key. */
export const defineRoute = <
  P extends z.ZodType = Nothing, Q extends z.ZodType = Nothing, B extends z.ZodType = z.ZodUndefined, O extends z.ZodType = z.ZodUndefined,
>(spec: RouteSpec<P, Q, B, O>): Route<P, Q, B, O> => {
  const [params, query, body, answer] = [once(spec.params, nothing), once(spec.query, nothing), once(spec.body, noBody), once(spec.ok.body, noBody)];
  return {
    ...spec,
    get params() { return params(); },
    get query() { return query(); },
    get body() { return body(); },
    keyed: spec.keyed ?? false,
    ok: { status: spec.ok.status, get body() { return answer(); } },
  };
};
