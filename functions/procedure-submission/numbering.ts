import { isDeepStrictEqual } from 'node:util';
import type { NumberRule, NumberSource } from '../../shared/contracts/numbering.ts';
import type { ProblemCode } from '../../shared/contracts/problems.ts';
import { canWrite, patternFault, shapeOf, type NumberFacts } from '../../shared/kernel/number-pattern.ts';

/** A published set of rules. */
export type Numbering = { readonly version: number; readonly rules: readonly NumberRule[]; readonly published?: { readonly at: string; readonly by: string } };

/** What holds where no published rule says otherwise: the first that has a word for the agency. */
export const provinceRules: readonly Omit<NumberRule, 'agency' | 'procedure' | 'from'>[] = [
  {
    number: { kind: 'drawn', pattern: '{agency-old}-{yy}{mm}{dd}-{ordinal:4}', counter: 'agency-day' },
    source: 'Nghị định 61/2018/NĐ-CP, Thông tư 01/2018/TT-VPCP: mã cơ quan, ngày tiếp nhận, số thứ tự; cách ghi như đang dùng', mark: 'C',
  },
  {
    number: { kind: 'drawn', pattern: '{agency}-{yyyy}{mm}{dd}-{ordinal:7}', counter: 'agency-day' },
    source: 'Mẫu mã hồ sơ mới, dùng mã cơ quan theo Quyết định 20/2020/QĐ-TTg; cho cơ quan không có mã dạng cũ', mark: 'C',
  },
];

/** One about an agency and a procedure is more particular than one about a procedure, and that one than one about an agency. */
const rankOf = ({ agency, procedure }: NumberRule): number => (procedure === undefined ? 0 : 2) + (agency === undefined ? 0 : 1);

const applies = (rule: NumberRule, { agency, procedure, date }: NumberFacts): boolean =>
  rule.from <= date && (rule.agency ?? agency) === agency && (rule.procedure ?? procedure) === procedure;

/** How the number of a dossier comes about on a day. */
export const numberSource = (rules: readonly NumberRule[], facts: NumberFacts): NumberSource => {
  const inForce = rules.filter((rule) => applies(rule, facts)).toSorted((a, b) => rankOf(b) - rankOf(a) || (a.from < b.from ? 1 : -1));
  const found = [...inForce, ...provinceRules].find(({ number }) => number.kind === 'issued-elsewhere' || canWrite(number.pattern, facts.agency));
  if (found === undefined) throw new TypeError('the last rule has a word for every agency');
  return found.number;
};

export type RuleFault = { readonly pointer: string; readonly problem: ProblemCode };

const about = ({ agency = '', procedure = '', from }: NumberRule): string => `${agency} ${procedure} ${from}`;

const patternFaults = (rules: readonly NumberRule[]): RuleFault[] => rules.flatMap(({ agency, number }, place) => {
  if (number.kind !== 'drawn') return [];
  const foreign = agency !== undefined && !canWrite(number.pattern, agency);
  const problem = patternFault(number.pattern, number.counter) ?? (foreign ? 'number-pattern-no-old-code' as const : undefined);
  return problem === undefined ? [] : [{ pointer: `/rules/${place}/number/pattern`, problem }];
});

/** Two counters for one form would give two dossiers one number. */
const counterFaults = (rules: readonly NumberRule[]): RuleFault[] => {
  const counters = new Map<string, string>();
  for (const { number } of provinceRules) if (number.kind === 'drawn') counters.set(shapeOf(number.pattern), number.counter);
  return rules.flatMap(({ number }, place) => {
    if (number.kind !== 'drawn') return [];
    const shape = shapeOf(number.pattern);
    const known = counters.get(shape) ?? number.counter;
    counters.set(shape, known);
    return known === number.counter ? [] : [{ pointer: `/rules/${place}/number/counter`, problem: 'number-pattern-two-counters' }];
  });
};

/** What began before today explains numbers that were given: it stays as it is. */
const pastFaults = (before: readonly NumberRule[], rules: readonly NumberRule[], today: string): RuleFault[] => {
  const same = (one: NumberRule) => (other: NumberRule): boolean => isDeepStrictEqual(one, other);
  const changed = rules.flatMap((rule, place) => (rule.from >= today || before.some(same(rule)) ? [] : [{ pointer: `/rules/${place}/from`, problem: 'number-rule-past' as const }]));
  const gone = before.some((rule) => rule.from < today && !rules.some(same(rule)));
  return changed.length === 0 && gone ? [{ pointer: '/rules', problem: 'number-rule-past' }] : changed;
};

/** Everything that keeps rules from being published. */
export const ruleFaults = (before: readonly NumberRule[], rules: readonly NumberRule[], today: string): RuleFault[] => [
  ...patternFaults(rules), ...counterFaults(rules),
  ...rules.flatMap((rule, place) => (rules.findIndex((other) => about(other) === about(rule)) < place ? [{ pointer: `/rules/${place}`, problem: 'number-rule-twice' as const }] : [])),
  ...pastFaults(before, rules, today),
];
