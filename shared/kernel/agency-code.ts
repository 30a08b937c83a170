import * as z from 'zod';
import { DomainError } from './domain-error.ts';

/**
 * Identifier of an agency in the form of Decision 20/2020/QĐ-TTg: `H30.07.01`, province first, read left to right.
 * It is the canonical form here; a group may hold letters (`H37.DN.001`).
 */
export const AgencyCode = /* @__PURE__ */ z
  .string()
  .max(35, 'agency-code.malformed')
  .regex(/^[A-Z]\d{2}(\.[A-Z0-9]+)*$/, 'agency-code.malformed')
  .meta({ title: 'Agency code', examples: ['H30', 'H30.07'] });
export type AgencyCode = z.infer<typeof AgencyCode>;

/** The form of QCVN 102:2016/BTTTT, `000.01.07.H30`: level 4, 3, 2, 1, read right to left; zeros mean no unit at that level. */
export const OldAgencyCode = /* @__PURE__ */ z
  .string()
  .regex(/^\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2}$/, 'agency-code.malformed')
  .meta({ title: 'Agency code, old form', examples: ['000.00.07.H30'] });
export type OldAgencyCode = z.infer<typeof OldAgencyCode>;

/** Digits of levels 2, 3 and 4 in the old form. */
const oldWidths = [2, 2, 3] as const;
const isZero = (group: string): boolean => /^0+$/.test(group);

/** 1 for a province or ministry, 2 for a department or district, 3 for a commune, … */
export const agencyLevel = (code: AgencyCode): number => code.split('.').length;

/** The old form, where there is one: at most four levels, digits only, no group wider than the old form has room for. */
export const toOldCode = (code: AgencyCode): OldAgencyCode | undefined => {
  const [top, ...groups] = code.split('.');
  if (top === undefined || groups.length > oldWidths.length) return undefined;
  const last = groups.at(-1);
  if (last !== undefined && isZero(last)) return undefined;
  const padded = oldWidths.map((width, level) => {
    const group = groups[level] ?? '';
    return /^\d*$/.test(group) && group.length <= width ? group.padStart(width, '0') : undefined;
  });
  return padded.includes(undefined) ? undefined : [...padded.toReversed(), top].join('.');
};

/** Whether the old form is this agency's own: `H30.1` would have that of `H30.01`. */
export const hasOldCode = (code: AgencyCode): boolean =>
  toOldCode(code) !== undefined && code.split('.').slice(1).every((group, level) => group.length === oldWidths[level]);

/**
 * The canonical form of an old code. Zero groups below the last unit fall away; one above it stays (`H30.00.01`),
 * so that two agencies never share a code. Throws `agency-code.malformed`.
 */
export const fromOldCode = (old: string): AgencyCode => {
  if (!OldAgencyCode.safeParse(old).success) throw new DomainError('agency-code.malformed', `not an old agency code: ${old.slice(0, 40)}`);
  const [top, ...groups] = old.split('.').toReversed();
  const depth = groups.findLastIndex((group) => !isZero(group)) + 1;
  return [top, ...groups.slice(0, depth)].join('.');
};
