import * as z from 'zod';
import { AgencyCode, fromOldCode } from '../../shared/kernel/agency-code.ts';
import { IsoDate } from '../../shared/kernel/vietnam-time.ts';

const oldShape = /^(\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2})-(\d{2})(\d{2})(\d{2})-(\d{4,9})$/;
const newShape = /^([A-Z]\d{2}(?:\.[A-Z0-9]+)*)-(\d{4})(\d{2})(\d{2})-(\d{7,9})$/;

/** An agency code that is one, a day that exists, an ordinal that counts from 1. */
const isNumber = (text: string): boolean => {
  const old = oldShape.exec(text);
  const match = old ?? newShape.exec(text);
  if (match === null) return false;
  const [, agency = '', year = '', month = '', day = '', ordinal = ''] = match;
  const date = `${old === null ? year : `20${year}`}-${month}-${day}`;
  return IsoDate.safeParse(date).success && AgencyCode.safeParse(old === null ? agency : fromOldCode(agency)).success && Number(ordinal) > 0;
};

/** The two forms the first versions of events know, and no other: `000.00.07.H30-261122-0001` and `H30.07-20261122-0000001`. Frozen with them. */
export const DossierNumberV1 = z
  .string()
  .max(60, 'dossier-number.malformed')
  .refine(isNumber, 'dossier-number.malformed')
  .meta({ title: 'Dossier number', examples: ['000.00.07.H30-261122-0001'] });
