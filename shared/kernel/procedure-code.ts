import * as z from 'zod';
import type { OldAgencyCode } from './agency-code.ts';
import { DomainError } from './domain-error.ts';

/** National code of an administrative procedure, `1.001193`. */
export const ProcedureCode = /* @__PURE__ */ z
  .string()
  .regex(/^[1-3]\.\d{6}$/, 'procedure-code.malformed')
  .meta({ title: 'Procedure code', examples: ['1.001193'] });
export type ProcedureCode = z.infer<typeof ProcedureCode>;

const anyCode = /^[1-3]\.\d{6}(\.\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2})?$/;

/** The instance of a procedure at one province: `1.001193.000.00.00.H30`. */
export const provincialCode = (code: ProcedureCode, agency: OldAgencyCode): string => `${code}.${agency}`;

/** The national code of a national or provincial one: two provinces' instances are the same procedure. Throws `procedure-code.malformed`. */
export const nationalCode = (code: string): ProcedureCode => {
  if (!anyCode.test(code)) throw new DomainError('procedure-code.malformed', `not a procedure code: ${code.slice(0, 40)}`);
  return code.slice(0, 8);
};
