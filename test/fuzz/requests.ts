import type { Route } from '../../shared/contracts/route.ts';
import { seeded } from './random.ts';
import { jsonSchemaOf, textTraps, valueFor, withRawNumbers } from './values.ts';
import type { Known, Making } from './values.ts';

/** One generated request, as it would go over the wire: `path` and `query` are percent-encoded already (sometimes badly). */
export type GeneratedRequest = {
  readonly method: string;
  /** under `/api` */
  readonly path: string;
  /** without the question mark */
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
};

const badPaths = ['%', '%E0%A4%A', '%zz', '%00', '%C0%AF', '..', '%2e%2e', 'a'.repeat(2000), '__proto__', '%ED%A0%80', '%F0%9F%99%82'] as const;
const badBodies = ['', '{', 'null', '[]', '"x"', '0', '{"a":1}x', '\u0000', '[['.repeat(5000), '{"__proto__":{"a":1}}', `"${'x'.repeat(300 * 1024)}"`] as const;

const encoded = (value: unknown): string => {
  const shown = typeof value === 'string' ? value : JSON.stringify(value) ?? '';
  return encodeURIComponent(shown.slice(0, 3000).toWellFormed()).slice(0, 3000) || '-';
};

type Schemas = { readonly params: Schema; readonly query: Schema; readonly body: Schema };
type Schema = ReturnType<typeof jsonSchemaOf>;
type Request = Making & { readonly route: Route; readonly schemas: Schemas };

const pathOf = ({ route, schemas, random, wild, known }: Request): string => {
  const params = valueFor(schemas.params ?? {}, { random, wild: wild / 2, known }) as Record<string, unknown> | null;
  return route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => (random.chance(wild / 2) ? random.pick(badPaths) : encoded(params?.[name] ?? 'x')));
};

const queryOf = (making: Request): string => {
  const { random, wild, schemas } = making;
  const values = valueFor(schemas.query ?? {}, making) as Record<string, unknown> | string | null;
  // the gateway takes an address and headers of 10 KB at most: a long text has 600 names here, not 64,000
  const pairs = Object.entries((typeof values === 'string' ? values.slice(0, 600) : values) ?? {}).map(([name, value]) => `${encoded(name)}=${encoded(value)}`);
  if (random.chance(wild)) pairs.push(random.pick(['a=%', '%=1', '__proto__=1', 'cursor=%00', '=', ...pairs.slice(0, 1)]));
  return pairs.join('&');
};

const bodyOf = (making: Request): string | undefined => {
  const { random, wild, schemas } = making;
  if (random.chance(wild / 3)) return random.pick(badBodies);
  if (schemas.body !== undefined && making.route.form) {
    const fields = valueFor(schemas.body, making) as Record<string, unknown> | null;
    return Object.entries(fields ?? {}).map(([name, value]) => `${encoded(name)}=${encoded(value)}`).join('&');
  }
  return schemas.body === undefined ? undefined : withRawNumbers(JSON.stringify(valueFor(schemas.body, making)) ?? '');
};

const headersOf = ({ random, wild, known, route }: Request, siteOrigin: string): Record<string, string> => {
  const headers: Record<string, string> = { origin: siteOrigin, 'content-type': route.form ? 'application/x-www-form-urlencoded' : 'application/json', 'idempotency-key': `key-${random.below(1e9).toString(36).padStart(8, '0')}` };
  if (random.chance(wild)) headers['origin'] = random.pick(['null', 'https://evil.example', '', `${siteOrigin}.evil.example`]);
  if (random.chance(wild)) headers['idempotency-key'] = random.pick(['', 'short', 'x'.repeat(65), 'khóa-chống-trùng', 'a b c d e f', ...textTraps.slice(0, 3)]);
  if (random.chance(wild)) headers['content-type'] = random.pick(['text/plain', '', 'application/json; charset=utf-16', 'multipart/form-data', 'application/jsonp']);
  if (known['cookie'] !== undefined) headers['cookie'] = String(random.pick(known['cookie']));
  if (random.chance(wild)) headers['x-correlation-id'] = random.pick(['cor_x', 'x'.repeat(9000), '\r\na: b', 'cor_01K9M3Z5T8Q2W4E6R8Y0P1S3D5']);
  return headers;
};

type Batch = { readonly count: number; readonly seed: number; readonly siteOrigin: string; /** what is there: each request is about one of these */ readonly scenes?: readonly Known[] };

/**
 * Requests for a route, made from its contract, one at a time: a third as the contract wants them, a third with a
 * mistake here and there, a third mostly wrong. The same seed gives the same requests.
 */
export const generateRequests = function* (route: Route, { count, seed, siteOrigin, scenes = [{}] }: Batch): Generator<GeneratedRequest, void> {
  const random = seeded(seed);
  const schemas = { params: jsonSchemaOf(route.params), query: jsonSchemaOf(route.query), body: route.method === 'GET' ? undefined : jsonSchemaOf(route.body) };
  for (let place = 0; place < count; place++) {
    const wild = [0, 0.06, 0.3][place % 3] ?? 0;
    const making = { route, schemas, random, wild, known: random.pick(scenes) };
    // what is signed is sent as it was signed, or altered a little
    const signed = route.raw === undefined || random.chance(0.2) ? undefined : random.pick((making.known[`signed ${route.name}`] ?? [undefined]) as readonly (Pick<GeneratedRequest, 'body' | 'headers'> | undefined)[]);
    const body = signed?.body === undefined ? bodyOf(making) : random.chance(wild / 2) ? `${signed.body} ` : signed.body;
    yield {
      method: route.method, path: `/api${pathOf(making)}`, query: queryOf(making), headers: { ...headersOf(making, siteOrigin), ...signed?.headers },
      ...(body === undefined ? {} : { body }),
    };
  }
};
