import type { FieldProblemCode } from '../../shared/contracts/field-problems.ts';
import { faultsOfSteps } from '../../shared/contracts/internal-steps.ts';
import { ProcedureEdition } from '../../shared/contracts/procedure.ts';
import { cleanText } from '../../shared/kernel/vietnamese-text.ts';
import { fieldError, fieldErrors } from '../../shared/runtime/problem.ts';
import { faultsOfDraft } from './procedure.ts';

type Fault = ReturnType<typeof fieldError>;
export type Reading = { readonly edition?: ProcedureEdition; readonly faults: readonly Fault[] };

const AnyText = cleanText(20_000, { multiline: true, optional: true });

/** Texts in the one form they are kept in (NFC, plain spaces); what hides in them is told. The published wording is quoted and stays as it is. */
const tidied = (value: unknown, { at, quoted }: { readonly at: string; readonly quoted: string }, found: Fault[]): unknown => {
  if (at === quoted) return value;
  if (typeof value === 'string') {
    const text = AnyText.safeParse(value);
    if (!text.success) found.push(fieldError(at, (text.error.issues[0]?.message ?? 'field.invalid') as FieldProblemCode));
    return text.success ? text.data : value;
  }
  if (Array.isArray(value)) return value.map((item, index) => tidied(item, { at: `${at}/${index}`, quoted }, found));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, tidied(inner, { at: `${at}/${key}`, quoted }, found)]));
};

/** The same of a record of the national portal, before anything of it is read. */
export const tidiedRecord = (sent: unknown): { readonly record: unknown; readonly faults: readonly Fault[] } => {
  const faults: Fault[] = [];
  return { record: tidied(sent, { at: '', quoted: '/HAUGIANG/published' }, faults), faults };
};

/** A draft read as the edition it wants to become: the edition when nothing is wrong with it, otherwise what is wrong where. */
export const readDraft = (code: string, content: unknown): Reading => {
  const hidden: Fault[] = [];
  const parsed = ProcedureEdition.safeParse(tidied(content, { at: '', quoted: '/published' }, hidden), { reportInput: true });
  if (!parsed.success) return { faults: [...hidden, ...fieldErrors('', parsed.error.issues)] };
  const edition = parsed.data;
  const itself: Fault[] = edition.successor === code ? [fieldError('/successor', 'successor.itself')] : [];
  const faults = [...hidden, ...itself, ...faultsOfDraft(edition).map((fault) => fieldError(fault.pointer, fault.code)), ...faultsOfSteps(edition.steps).map((at) => fieldError(at, 'steps.invalid'))];
  return faults.length > 0 ? { faults } : { edition, faults };
};
