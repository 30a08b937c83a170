import fc from 'fast-check';
import * as z from 'zod';
import type { Random } from './random.ts';

type Json = Record<string, unknown>;

/** Texts that have broken systems before: normal forms, controls, direction, length, injection. */
export const textTraps = [
  'Tiếng Việt'.normalize('NFD'), 'a\u0000b', '\u202eevil', 'a\u200bb', '\ufeff', 'a\u0007', '', ' ', '\ud800', '\udfff\ud800', '\uffff',
  '__proto__', 'constructor', '{{7*7}}', '<script>alert(1)</script>', "' OR 1=1 --", '=cmd|calc', '%00', '%E0%A4%A', '../../etc/passwd', '\r\nset-cookie: a=b',
  '2026-11-22T09:00:00', '2026-13-45', '0000-00-00', '9999-99-99T99:99:99Z', '1e309', '-0', 'NaN', 'null', 'undefined', '🙂'.repeat(50), 'ﷺ'.repeat(200),
] as const;

const longText = 'x'.repeat(64 * 1024);

/** Marks a number JSON.stringify cannot write; the text of the body gets the bare number. */
const rawNumber = (digits: string): string => `@@${digits}@@`;
export const withRawNumbers = (json: string): string => json.replaceAll(/"@@(.*?)@@"/g, '$1');

const deep = (depth: number): unknown => {
  let value: unknown = 1;
  for (let i = 0; i < depth; i++) value = i % 2 ? [value] : { a: value };
  return value;
};

const anyTrap = (random: Random): unknown => {
  switch (random.below(8)) {
    case 0: return null;
    case 1: return random.chance(0.5);
    case 2: return rawNumber(random.pick(['1e309', '-1e309', '9007199254740993', '-1', '0.1', '1e-400', '123456789012345678901234567890']));
    case 3: return deep(random.pick([2, 30, 400]));
    case 4: return [];
    case 5: return { ['__proto__']: { admin: true } };
    case 6: return Object.fromEntries([['__proto__', { admin: true }], ['constructor', { prototype: { admin: true } }]]);
    default: return random.chance(0.05) ? longText : random.pick(textTraps);
  }
};

const byPattern = new Map<string, readonly string[]>();
/** Texts a pattern accepts; made once, because matching backwards is slow. */
const matching = (pattern: string): readonly string[] => {
  const known = byPattern.get(pattern);
  if (known) return known;
  let made: readonly string[];
  try {
    made = fc.sample(fc.stringMatching(new RegExp(pattern), { maxLength: 60 }), { numRuns: 30, seed: 42 });
  } catch {
    made = ['x'];
  }
  byPattern.set(pattern, made);
  return made;
};

const text = (schema: Json, random: Random): string => {
  const pattern = schema['pattern'];
  if (typeof pattern === 'string' && schema['format'] === undefined) {
    const most = Number(schema['maxLength'] ?? 60);
    return random.pick(matching(pattern).filter((made) => made.length <= most)) ?? '';
  }
  switch (schema['format']) {
    case 'date': return random.pick(['2026-11-22', '2020-02-29', '2099-12-31']);
    case 'date-time': return random.pick(['2026-11-22T09:00:00+07:00', '2026-11-22T02:00:00Z']);
    default: return random.pick(['Đơn đăng ký', 'a', 'khai-sinh', 'Ấp 3, xã Vị Thanh']).padEnd(Number(schema['minLength'] ?? 0), 'a');
  }
};

/** `wild` is the share of places where something else than the schema asks for is put; `known` are values by the name of their field that something stands behind. */
export type Making = { readonly random: Random; readonly wild: number; readonly known: Known };
export type Known = Readonly<Record<string, readonly unknown[]>>;

export const valueFor = (schema: Json, making: Making): unknown => {
  const { random, wild } = making;
  if (random.chance(wild)) return anyTrap(random);
  const branches = (schema['anyOf'] ?? schema['oneOf']) as Json[] | undefined;
  if (branches) return valueFor(random.pick(branches), making);
  if (Array.isArray(schema['type'])) return valueFor({ ...schema, type: random.pick(schema['type'] as string[]) }, making);
  if ('const' in schema) return schema['const'];
  if (Array.isArray(schema['enum'])) return random.pick(schema['enum']);
  if (Array.isArray(schema['examples']) && random.chance(0.7)) return random.pick(schema['examples']);
  switch (schema['type']) {
    case 'string': return text(schema, random);
    case 'integer':
    case 'number': return Number(schema['minimum'] ?? schema['exclusiveMinimum'] ?? 0) + 1;
    case 'null': return null;
    case 'boolean': return random.chance(0.5);
    case 'array': return Array.from({ length: Math.min(Number(schema['maxItems'] ?? 3), Math.max(Number(schema['minItems'] ?? 0), random.chance(0.15) ? 3 : random.below(2))) }, () => valueFor(schema['items'] as Json, making));
    case 'object': return objectFor(schema, making);
    default: return undefined;
  }
};

const fieldFor = (name: string, schema: Json, making: Making): unknown => {
  const { random, known } = making;
  const there = Object.hasOwn(known, name) ? known[name] : undefined;
  return there !== undefined && there.length > 0 && random.chance(0.9) ? random.pick(there) : valueFor(schema, making);
};

const objectFor = (schema: Json, making: Making): Json => {
  const { random, wild } = making;
  const properties = Object.entries((schema['properties'] ?? {}) as Record<string, Json>);
  const required = new Set((schema['required'] ?? []) as string[]);
  const made: [string, unknown][] = properties
    .filter(([name]) => (required.has(name) ? !random.chance(wild) : random.chance(0.6)))
    .map(([name, inner]) => [name, fieldFor(name, inner, making)]);
  const names = schema['propertyNames'] as Json | undefined;
  if (names && typeof schema['additionalProperties'] === 'object') {
    for (let i = random.below(3); i > 0; i--) made.push([String(valueFor(names, making)), valueFor(schema['additionalProperties'] as Json, making)]);
  }
  if (random.chance(wild)) made.push([random.pick(['__proto__', 'constructor', 'extra', 'toString', '']), anyTrap(random)]);
  return Object.fromEntries(made);
};

/** Puts what a `$ref` names in its place; the contracts have no cycles. */
const inlined = (value: unknown, definitions: Json): unknown => {
  if (Array.isArray(value)) return value.map((inner) => inlined(inner, definitions));
  if (typeof value !== 'object' || value === null) return value;
  const named = (value as Json)['$ref'];
  if (typeof named === 'string') return inlined(definitions[named.replace('#/$defs/', '')], definitions);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, inlined(inner, definitions)]));
};

/** What a caller may send, as JSON Schema; undefined where the route takes nothing. */
export const jsonSchemaOf = (schema: z.ZodType): Json | undefined => {
  if (schema instanceof z.ZodUndefined) return undefined;
  const { $defs = {}, ...root } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' }) as Json & { $defs?: Json };
  return inlined(root, $defs) as Json;
};
