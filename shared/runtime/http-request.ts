import type * as z from 'zod';
import { DomainError } from '../kernel/domain-error.ts';
import { fieldError, fieldErrors, RequestInvalid } from './problem.ts';

/** What the runner reads of an API Gateway event (payload format 2.0). */
export type HttpEvent = {
  readonly version: '2.0';
  readonly rawQueryString?: string;
  readonly cookies?: readonly string[];
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly pathParameters?: Readonly<Record<string, string | undefined>>;
  readonly body?: string | null;
  readonly isBase64Encoded?: boolean;
  readonly requestContext: { readonly http: { readonly method: string; readonly path: string }; readonly authorizer?: { readonly lambda?: unknown } };
};

const maxBodyBytes = 256 * 1024;
const maxDepth = 24;
/** Names that reach an object's prototype when copied carelessly. No field of ours is called so. */
const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype']);
const utf8 = new TextDecoder('utf-8', { fatal: true });

const refuseTraps = (value: unknown, depth: number): void => {
  if (typeof value !== 'object' || value === null) return;
  if (depth > maxDepth) throw new RequestInvalid([fieldError('/body', 'field.too-deep')]);
  for (const key of Object.keys(value)) {
    if (forbiddenKeys.has(key)) throw new RequestInvalid([fieldError('/body', 'field.unknown')]);
    refuseTraps((value as Record<string, unknown>)[key], depth + 1);
  }
};

const bodyText = (event: HttpEvent, maxBytes: number, unreadable: 'request-not-json' | 'request-not-form'): string => {
  const body = event.body ?? '';
  if (body.length > maxBytes * (event.isBase64Encoded ? 1.4 : 1)) throw new DomainError('request-too-large');
  const bytes = Buffer.from(body, event.isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.length > maxBytes) throw new DomainError('request-too-large');
  if (!event.isBase64Encoded) return body;
  try {
    return utf8.decode(bytes);
  } catch {
    throw new DomainError(unreadable);
  }
};

/** The very text of a request, of whatever kind. Throws `request-too-large`, `request-not-json`. */
export const readText = (event: HttpEvent, maxBytes: number = maxBodyBytes): string => bodyText(event, maxBytes, 'request-not-json');

/** What a text says in JSON. Throws `request-not-json`, `request-invalid`. */
export const jsonIn = (text: string): unknown => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new DomainError('request-not-json');
  }
  refuseTraps(value, 0);
  return value;
};

/** The JSON of a request; undefined where there is no body. Throws `request-too-large`, `request-not-json`, `request-invalid`. */
export const readBody = (event: HttpEvent, maxBytes: number = maxBodyBytes): unknown => {
  const text = bodyText(event, maxBytes, 'request-not-json');
  if (text === '') return undefined;
  if (!/^application\/json\s*(;|$)/i.test(event.headers?.['content-type'] ?? '')) throw new DomainError('request-not-json');
  return jsonIn(text);
};

/** Names with single values. A name given twice is refused: two readers would choose differently. */
const singleValues = (text: string, root: string): Record<string, string> => {
  const found = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(text)) {
    if (found.has(name)) throw new RequestInvalid([fieldError(`${root}/${name.slice(0, 80)}`, 'field.twice')]);
    found.set(name, value);
  }
  return Object.fromEntries(found);
};
export const readQuery = (event: HttpEvent): Record<string, string> => singleValues(event.rawQueryString ?? '', '/query');

/** The form of a request. A list is a name ending in brackets, again and again: its values are joined. Throws `request-too-large`, `request-not-form`, `request-invalid`. */
export const readForm = (event: HttpEvent, maxBytes: number = maxBodyBytes): Record<string, string> => {
  const text = bodyText(event, maxBytes, 'request-not-form');
  if (text !== '' && !/^application\/x-www-form-urlencoded\s*(;|$)/i.test(event.headers?.['content-type'] ?? '')) throw new DomainError('request-not-form');
  const fields = [...new URLSearchParams(text)];
  if (fields.some(([name]) => forbiddenKeys.has(name))) throw new RequestInvalid([fieldError('/body', 'field.unknown')]);
  const lists = Map.groupBy(fields.filter(([name]) => name.endsWith('[]')), ([name]) => name);
  const single = new URLSearchParams(fields.filter(([name]) => !name.endsWith('[]'))).toString();
  return { ...singleValues(single, '/body'), ...Object.fromEntries([...lists].map(([name, pairs]) => [name, pairs.map(([, value]) => value).join(', ')])) };
};

/** The path parameters, decoded. Malformed percent-encoding is the caller's mistake. */
export const readParams = (event: HttpEvent): Record<string, string> =>
  Object.fromEntries(Object.entries(event.pathParameters ?? {}).map(([name, value = '']) => {
    try {
      return [name, value.includes('%') ? decodeURIComponent(value) : value];
    } catch {
      throw new RequestInvalid([fieldError(`/params/${name}`, 'field.malformed')]);
    }
  }));

/** One part of the request in the shape the route declares. */
export const shaped = <S extends z.ZodType>(shape: S, root: string, value: unknown): z.output<S> => {
  const parsed = shape.safeParse(value, { reportInput: true });
  if (!parsed.success) throw new RequestInvalid(fieldErrors(root, parsed.error.issues));
  return parsed.data;
};
