/** The expression language of DynamoDB, as far as anyone here speaks it: conditions, key conditions, updates. */
export type Item = Readonly<Record<string, unknown>>;
export type Scope = { readonly names?: Readonly<Record<string, string>> | undefined; readonly values?: Readonly<Record<string, unknown>> | undefined };

type Operand = (item: Item | undefined, scope: Scope) => unknown;
type Predicate = (item: Item | undefined, scope: Scope) => boolean;
type Assignment = (before: Item, scope: Scope, into: Record<string, unknown>) => void;

const invalid = (why: string): Error => Object.assign(new Error(why), { name: 'ValidationException' });

const ordered = (a: unknown, b: unknown): number | undefined => {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0;
  return undefined;
};
const same = (a: unknown, b: unknown): boolean => a !== undefined && b !== undefined && (a === b || (typeof a === 'object' && typeof b === 'object' && JSON.stringify(a) === JSON.stringify(b)));
const compare: Readonly<Record<string, (a: unknown, b: unknown) => boolean>> = {
  '=': same, '<>': (a, b) => !same(a, b),
  '<': (a, b) => (ordered(a, b) ?? 0) < 0, '<=': (a, b) => (ordered(a, b) ?? 1) <= 0, '>': (a, b) => (ordered(a, b) ?? 0) > 0, '>=': (a, b) => (ordered(a, b) ?? -1) >= 0,
};

class Reader {
  readonly #tokens: readonly string[];
  #at = 0;

  constructor(text: string) { this.#tokens = text.match(/[#:]?[A-Za-z_]\w*(?:\.#?[A-Za-z_]\w*)*|<=|>=|<>|[=<>(),+-]/g) ?? []; }

  peek(): string { return this.#tokens[this.#at] ?? ''; }
  next(): string { return this.#tokens[this.#at++] ?? ''; }
  take(token: string): boolean {
    if (this.peek().toUpperCase() !== token) return false;
    this.#at++;
    return true;
  }
  need(token: string): void { if (!this.take(token)) throw invalid(`${token} wanted, ${this.peek() || 'nothing'} found`); }
}

const nameOf = (token: string, { names }: Scope): string => {
  const name = token.startsWith('#') ? names?.[token] : token;
  if (name === undefined) throw invalid(`no name ${token}`);
  return name;
};

/** Of a text its bytes, of a list or a map its members. */
const sizeOf = (value: unknown): number | undefined => {
  if (typeof value === 'string') return Buffer.byteLength(value);
  return typeof value === 'object' && value !== null ? Object.keys(value).length : undefined;
};

const operand = (reader: Reader): Operand => {
  const token = reader.next();
  if (token.startsWith(':')) {
    return (_, { values }) => {
      if (values === undefined || !Object.hasOwn(values, token)) throw invalid(`no value ${token}`);
      return values[token];
    };
  }
  if (token === 'size') {
    reader.need('(');
    const path = operand(reader);
    reader.need(')');
    return (item, scope) => sizeOf(path(item, scope));
  }
  if (token !== 'if_not_exists') {
    const path = token.split('.');
    return (item, scope) => path.reduce<unknown>((value, part) => (typeof value === 'object' && value !== null ? (value as Item)[nameOf(part, scope)] : undefined), item);
  }
  reader.need('(');
  const path = operand(reader);
  reader.need(',');
  const other = operand(reader);
  reader.need(')');
  return (item, scope) => path(item, scope) ?? other(item, scope);
};

const tests: Readonly<Record<string, (value: unknown, argument: unknown) => boolean>> = {
  attribute_exists: (value) => value !== undefined, attribute_not_exists: (value) => value === undefined,
  begins_with: (value, argument) => typeof value === 'string' && value.startsWith(String(argument)),
  contains: (value, argument) => (typeof value === 'string' ? value.includes(String(argument)) : Array.isArray(value) && value.some((one) => same(one, argument))),
};

const single = (reader: Reader): Predicate => {
  if (reader.take('NOT')) { const inner = single(reader); return (item, scope) => !inner(item, scope); }
  if (reader.take('(')) { const inner = anyOf(reader); reader.need(')'); return inner; }
  const test = tests[reader.peek()];
  if (test !== undefined) {
    reader.next();
    reader.need('(');
    const path = operand(reader);
    const argument = reader.take(',') ? operand(reader) : undefined;
    reader.need(')');
    return (item, scope) => test(path(item, scope), argument?.(item, scope));
  }
  const left = operand(reader);
  if (reader.take('BETWEEN')) {
    const low = operand(reader);
    reader.need('AND');
    const high = operand(reader);
    return (item, scope) => (ordered(left(item, scope), low(item, scope)) ?? -1) >= 0 && (ordered(left(item, scope), high(item, scope)) ?? 1) <= 0;
  }
  const how = compare[reader.next()];
  if (how === undefined) throw invalid('a comparison was wanted');
  const right = operand(reader);
  return (item, scope) => how(left(item, scope), right(item, scope));
};

const joined = (word: 'AND' | 'OR', part: (reader: Reader) => Predicate) => (reader: Reader): Predicate => {
  const parts = [part(reader)];
  while (reader.take(word)) parts.push(part(reader));
  return (item, scope) => (word === 'AND' ? parts.every((one) => one(item, scope)) : parts.some((one) => one(item, scope)));
};
const allOf = joined('AND', single);
const anyOf = joined('OR', allOf);

const sum = (reader: Reader): Operand => {
  const first = operand(reader);
  const sign = reader.take('+') ? 1 : reader.take('-') ? -1 : 0;
  if (sign === 0) return first;
  const second = operand(reader);
  return (item, scope) => Number(first(item, scope)) + sign * Number(second(item, scope));
};

const assignments: Readonly<Record<string, (reader: Reader) => Assignment>> = {
  SET: (reader) => {
    const path = reader.next();
    reader.need('=');
    const value = sum(reader);
    return (before, scope, into) => { into[nameOf(path, scope)] = value(before, scope); };
  },
  ADD: (reader) => {
    const path = reader.next();
    const value = operand(reader);
    return (before, scope, into) => { into[nameOf(path, scope)] = Number(before[nameOf(path, scope)] ?? 0) + Number(value(before, scope)); };
  },
  REMOVE: (reader) => {
    const path = reader.next();
    return (_, scope, into) => { delete into[nameOf(path, scope)]; };
  },
};

const updateOf = (reader: Reader): readonly Assignment[] => {
  const found: Assignment[] = [];
  while (reader.peek() !== '') {
    const clause = assignments[reader.next().toUpperCase()];
    if (clause === undefined) throw invalid('a clause of an update was wanted');
    do found.push(clause(reader)); while (reader.take(','));
  }
  return found;
};

/** The same few texts come again and again: each is read once. */
const remembered = <T>(read: (reader: Reader) => T) => {
  const known = new Map<string, T>();
  return (text: string): T => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const reader = new Reader(text);
    const made = read(reader);
    if (reader.peek() !== '') throw invalid(`${reader.peek()} was not expected`);
    known.set(text, made);
    return made;
  };
};
const conditionNamed = remembered(anyOf);
const updateNamed = remembered(updateOf);

/** Whether a condition holds of an item; of none, where there is none. */
export const holds = (expression: string | undefined, item: Item | undefined, scope: Scope): boolean => expression === undefined || conditionNamed(expression)(item, scope);

/** The item after an update. */
export const updated = (expression: string, before: Item, scope: Scope): Item => {
  const into: Record<string, unknown> = { ...before };
  for (const assign of updateNamed(expression)) assign(before, scope, into);
  return into;
};
