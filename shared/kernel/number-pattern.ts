import { hasOldCode, toOldCode, type AgencyCode } from './agency-code.ts';
import { longestNumber } from './dossier-number.ts';
import type { ProcedureCode } from './procedure-code.ts';
import type { IsoDate } from './vietnam-time.ts';

/** What of a dossier an ordinal is counted within: those of other days, agencies or procedures begin at 1 again. */
export const counterScopes = ['agency-day', 'agency-month', 'agency-year', 'agency', 'day', 'month', 'year', 'service', 'service-day'] as const;
export type CounterScope = (typeof counterScopes)[number];

export type NumberFacts = { /** whose number it is, canonical form */ readonly agency: AgencyCode; readonly procedure: ProcedureCode; readonly date: IsoDate };

type Placeholder = 'agency' | 'agency-old' | 'service' | 'dd' | 'mm' | 'yy' | 'yyyy' | 'ordinal';
type Part = { readonly text: string } | { readonly placeholder: Placeholder; readonly width: number };

/** The width of the ordinal is its least: it grows beyond. */
const token = /\{(?:(agency-old|agency|service|dd|mm|yyyy|yy)|ordinal:([1-9]))\}|([A-Z0-9Đ./_-]+)/y;

const partsOf = (pattern: string): Part[] | undefined => {
  const parts: Part[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < pattern.length) {
    const match = token.exec(pattern);
    if (match === null) return undefined;
    const [, placeholder, width, text = ''] = match;
    parts.push(placeholder === undefined && width === undefined ? { text } : { placeholder: (placeholder ?? 'ordinal') as Placeholder, width: Number(width ?? 0) });
  }
  return parts;
};

const placeholdersOf = (parts: readonly Part[]): Placeholder[] => parts.flatMap((part) => ('text' in part ? [] : [part.placeholder]));
const valuesOf = ({ agency, procedure, date }: NumberFacts) => {
  const [yyyy = '', mm = '', dd = ''] = date.split('-');
  return { agency, 'agency-old': toOldCode(agency) ?? '', service: procedure, dd, mm, yyyy, yy: yyyy.slice(2) };
};
const written = (parts: readonly Part[], facts: NumberFacts, ordinal: number): string => {
  const values = valuesOf(facts);
  return parts.map((part) => ('text' in part ? part.text : part.placeholder === 'ordinal' ? String(ordinal).padStart(part.width, '0') : values[part.placeholder])).join('');
};

/** Whether a pattern has a word for this agency: one with the old code has none where the code has no old form. */
export const canWrite = (pattern: string, agency: AgencyCode): boolean => !pattern.includes('{agency-old}') || hasOldCode(agency);

/** A number by a pattern without fault. */
export const writeNumber = (pattern: string, facts: NumberFacts, ordinal: number): string => written(partsOf(pattern) ?? [], facts, ordinal);

/** The name of the counter an ordinal is drawn from. Counters of one scope are shared by all patterns, so that two rules of one form never give the same number. */
export const counterName = (scope: CounterScope, { agency, procedure, date }: NumberFacts): string => {
  const [day, month, year] = [date, date.slice(0, 7), date.slice(0, 4)];
  const within: Record<CounterScope, readonly string[]> = {
    'agency-day': [agency, day], 'agency-month': [agency, month], 'agency-year': [agency, year], agency: [agency],
    day: [day], month: [month], year: [year], service: [procedure], 'service-day': [procedure, day],
  };
  // the scope itself is not in the name of the oldest one, whose counters run on
  return (scope === 'agency-day' ? within[scope] : [scope, ...within[scope]]).join('#');
};

export type PatternFault = 'number-pattern-malformed' | 'number-pattern-without-ordinal' | 'number-pattern-runs-together' | 'number-pattern-repeats' | 'number-pattern-too-long';

const shown: Record<'agency' | 'service' | 'day' | 'month' | 'year', (has: (one: Placeholder) => boolean) => boolean> = {
  agency: (has) => has('agency') || has('agency-old'),
  service: (has) => has('service'),
  year: (has) => has('yy') || has('yyyy'),
  month: (has) => has('mm') && shown.year(has),
  day: (has) => has('dd') && shown.month(has),
};

/** Ordinal and agency have no fixed length: only a sign that neither can hold tells where they end. */
const runsTogether = (parts: readonly Part[]): boolean => parts.some((part, at) => {
  if ('text' in part || (part.placeholder !== 'ordinal' && part.placeholder !== 'agency')) return false;
  const [before, after] = [parts[at - 1], parts[at + 1]];
  const parted = (beside: Part | undefined, edge: (text: string) => string | undefined): boolean => beside === undefined || ('text' in beside && /^[^A-Z0-9]$/.test(edge(beside.text) ?? ''));
  return !parted(before, (text) => text.at(-1)) || !parted(after, (text) => text.at(0));
});

const longestAgency = `H30${'.99'.repeat(10)}.9`;

/** Why two dossiers could get the same number by this pattern, or a number that is none; undefined when neither can happen. */
export const patternFault = (pattern: string, scope: CounterScope): PatternFault | undefined => {
  const parts = partsOf(pattern);
  const named = placeholdersOf(parts ?? []);
  if (parts === undefined || new Set(named).size < named.length) return 'number-pattern-malformed';
  if (!named.includes('ordinal')) return 'number-pattern-without-ordinal';
  if (runsTogether(parts)) return 'number-pattern-runs-together';
  const has = (one: Placeholder): boolean => named.includes(one);
  if (scope.split('-').some((within) => !shown[within as keyof typeof shown](has))) return 'number-pattern-repeats';
  const longest = written(parts, { agency: longestAgency, procedure: '1.000000', date: '2000-01-01' }, 9_999_999);
  const old = has('agency-old') ? '000.00.00.H30'.length : 0;
  return longest.length + old > longestNumber ? 'number-pattern-too-long' : undefined;
};

/** What two patterns have in common when they write the same texts. */
export const shapeOf = (pattern: string): string => pattern.replace(/\{ordinal:[1-9]\}/, '{ordinal}');
