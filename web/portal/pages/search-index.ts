import type { Agency } from '../../../shared/contracts/agency.ts';
import type { ProcedureSummary } from '../../../shared/contracts/procedure.ts';

/** Where the site serves what its search box searches. */
export const searchIndexPath = '/du-lieu/tim-kiem.json';

/** One thing to find. `code` is a procedure or agency code. */
export type SearchDocument = {
  readonly id: string; readonly kind: 'procedure' | 'agency'; readonly code: string; readonly vi: string; readonly en: string;
  /** the field of a procedure, the level of an agency */
  readonly about: string;
  /** other ways people write it */
  readonly also?: string; readonly online?: boolean;
};

/** Wards are numbered in Roman figures and asked for in Arabic ones. */
const roman = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];
const inArabic = (name: string): string => name.replace(/\b[IVX]{1,4}\b/g, (figure) => (roman.includes(figure) ? String(roman.indexOf(figure) + 1) : figure));

/** What is published to `searchIndexPath`: every open procedure and every agency. */
export const searchIndex = (summaries: readonly ProcedureSummary[], agencies: readonly Agency[]): readonly SearchDocument[] => [
  ...summaries.map(({ code, name, field, acceptsOnline }): SearchDocument => ({ id: `p${code}`, kind: 'procedure', code, vi: name.vi, en: name.en, about: `${field.vi} ${field.en}`, online: acceptsOnline })),
  ...agencies.map(({ code, name, nameEn, level }): SearchDocument => ({ id: `a${code}`, kind: 'agency', code, vi: name, en: nameEn ?? name, about: level, ...(inArabic(name) === name ? {} : { also: inArabic(name) }) })),
];
