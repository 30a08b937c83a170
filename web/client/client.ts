import type { ProblemBody } from '../../shared/contracts/problems.ts';
import type { Answer, CallInput, RouteName } from './contract-types.ts';
import { routes, sentences } from './routes.gen.ts';

export type Outcome<B> = { readonly ok: true; readonly body: B } | { readonly ok: false; readonly problem: ProblemBody };

const offlineSentence = {
  status: 0,
  vi: 'Không có kết nối mạng. Những gì đã nhập vẫn được giữ; hãy thử lại khi có mạng.',
  en: 'There is no network connection. What you entered is kept; try again when you are back online.',
} as const;

const ANSWER_WITHIN_MS = 30_000;

export const problemOf = (code: string, { status, vi, en }: { status: number; vi: string; en: string }, correlationId = ''): ProblemBody =>
  ({ type: `urn:haugiang:problem:${code}`, code, title: vi, titleEn: en, status, correlationId });

export const offlineProblem = (): ProblemBody => problemOf('offline', offlineSentence);

/** What the gateway would say if it spoke as we do. */
const ownProblem = (code: keyof typeof sentences, correlationId = ''): ProblemBody => problemOf(code, sentences[code], correlationId);

/** A key for a write that must happen once. Keep it with the form: sending the same thing again takes the same key. */
export const newRequestKey = (): string => crypto.randomUUID();

type Parts = { params?: unknown; query?: unknown; body?: unknown; key?: string; signal?: AbortSignal };

const addressOf = (path: string, { params, query }: Parts): string => {
  const values = (params ?? {}) as Record<string, unknown>;
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(values[name])));
  const asked = Object.entries((query ?? {}) as Record<string, unknown>).filter(([, value]) => value !== undefined);
  const search = new URLSearchParams(asked.map(([name, value]) => [name, String(value)])).toString();
  return `/api${filled}${search === '' ? '' : `?${search}`}`;
};

/** The gateway and the edge answer in their own words when the function did not. */
const problemIn = async (response: Response): Promise<ProblemBody> => {
  const correlationId = response.headers.get('x-correlation-id') ?? '';
  if (response.headers.get('content-type')?.startsWith('application/problem+json') === true) {
    const body = (await response.json().catch(() => undefined)) as ProblemBody | undefined;
    if (typeof body?.code === 'string') return body;
  }
  return ownProblem([429, 502, 503, 504].includes(response.status) ? 'busy' : 'unexpected', correlationId);
};

type Line = { readonly method: string; readonly path: string; readonly keyed?: boolean };
const known: Partial<Record<RouteName, Line>> = routes;

/** Routes that few pages call, added by those that do. */
export const alsoKnow = (more: Readonly<Record<string, Line>>): void => { Object.assign(known, more); };

const send = async (name: RouteName, parts: Parts): Promise<Response> => {
  const { method, path, keyed } = known[name] as Line;
  const within = AbortSignal.timeout(ANSWER_WITHIN_MS);
  return fetch(addressOf(path, parts), {
    method,
    credentials: 'same-origin',
    headers: {
      accept: 'application/json',
      ...(parts.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(keyed ? { 'idempotency-key': String(parts.key) } : {}),
    },
    signal: parts.signal === undefined ? within : AbortSignal.any([parts.signal, within]),
    // undefined stays undefined: no body
    body: JSON.stringify(parts.body),
  });
};

let renewing: Promise<boolean> | undefined;

/** Renews the access cookie. Calls that failed together share one renewal: a refresh token is used once. */
const renewed = (): Promise<boolean> => {
  renewing ??= send('refreshSession', {})
    .then((response) => response.ok, () => false)
    .finally(() => { renewing = undefined; });
  return renewing;
};

/**
 * Calls a route of the contracts. Never throws: what goes wrong is a problem with a sentence in both languages.
 * `offline`: no answer reached us · `busy`, `unexpected`: the gateway answered in the function's place.
 * An ended access cookie is renewed once, silently, and the call repeated under the same key.
 */
export const call = async <N extends RouteName>(name: N, input: CallInput<N>): Promise<Outcome<Answer<N>>> => {
  const parts: Parts = { ...input, key: input.key ?? newRequestKey() };
  try {
    let response = await send(name, parts);
    if (response.status === 401 && name !== 'refreshSession' && (await renewed())) response = await send(name, parts);
    if (!response.ok) return { ok: false, problem: await problemIn(response) };
    const body = response.status === 204 ? undefined : await response.json();
    return { ok: true, body: body as Answer<N> };
  } catch (error) {
    if (error instanceof SyntaxError) return { ok: false, problem: ownProblem('unexpected') };
    const late = error instanceof DOMException && error.name === 'TimeoutError';
    return { ok: false, problem: late ? ownProblem('busy') : offlineProblem() };
  }
};
