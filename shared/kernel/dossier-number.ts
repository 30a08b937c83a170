import * as z from 'zod';
import { AgencyCode, fromOldCode, toOldCode } from './agency-code.ts';
import { DomainError } from './domain-error.ts';
import { compactDate, IsoDate } from './vietnam-time.ts';

/** `old`: Decree 61/2018 as practised, `000.00.07.H30-261122-0001`; `new`: `H30.07-20261122-0000001`. */
export type DossierNumberStyle = 'old' | 'new';

export interface DossierNumberParts {
  /** The receiving agency, canonical form. */
  readonly agencyCode: AgencyCode;
  readonly date: IsoDate;
  /** 1 for the first of the agency on that day; gaps are never filled. */
  readonly ordinal: number;
}

/**
 * The public number of a dossier. The ordinal has at least 4 digits (7 in the new style) and grows beyond.
 * Throws `dossier-number.no-old-code` where the agency has no old code and the old style is asked for.
 */
export const formatDossierNumber = (parts: DossierNumberParts, style: DossierNumberStyle = 'old'): string => {
  if (style === 'new') return `${parts.agencyCode}-${parts.date.replaceAll('-', '')}-${String(parts.ordinal).padStart(7, '0')}`;
  const agency = toOldCode(parts.agencyCode);
  if (agency === undefined) throw new DomainError('dossier-number.no-old-code', `${parts.agencyCode} has no old form`);
  return `${agency}-${compactDate(parts.date)}-${String(parts.ordinal).padStart(4, '0')}`;
};

const oldShape = /^(\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2})-(\d{2})(\d{2})(\d{2})-(\d{4,9})$/;
const newShape = /^([A-Z]\d{2}(?:\.[A-Z0-9]+)*)-(\d{4})(\d{2})(\d{2})-(\d{7,9})$/;

/** What a number says, or undefined when it is not one (a day that does not exist, an agency code that is none). */
export const parseDossierNumber = (text: string): (DossierNumberParts & { readonly style: DossierNumberStyle }) | undefined => {
  const old = oldShape.exec(text);
  const match = old ?? newShape.exec(text);
  if (match === null) return undefined;
  const [, agency = '', year = '', month = '', day = '', ordinal = ''] = match;
  const date = `${old === null ? year : `20${year}`}-${month}-${day}`;
  const agencyCode = old === null ? agency : fromOldCode(agency);
  if (!IsoDate.safeParse(date).success || !AgencyCode.safeParse(agencyCode).success || Number(ordinal) === 0) return undefined;
  return { agencyCode, date, ordinal: Number(ordinal), style: old === null ? 'new' : 'old' };
};

export const DossierNumber = /* @__PURE__ */ z
  .string()
  .max(60, 'dossier-number.malformed')
  .refine((text) => parseDossierNumber(text) !== undefined, 'dossier-number.malformed')
  .meta({ title: 'Dossier number', examples: ['000.00.07.H30-261122-0001'] });
export type DossierNumber = z.infer<typeof DossierNumber>;
