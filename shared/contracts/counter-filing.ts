import * as z from 'zod';
import { AgencyCode } from '../kernel/agency-code.ts';
import { ProcedureCode } from '../kernel/procedure-code.ts';
import { cleanText } from '../kernel/vietnamese-text.ts';
import { officer } from './access.ts';
import { Component, DeskDossierView, DossierDraft } from './dossier.ts';
import { defineRoute } from './route.ts';

/** A document of identity as its holder shows it at the desk. */
export const ShownIdentity = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('citizen-id'), number: z.string().regex(/^\d{12}$/, 'answer.national-id') }),
  z.object({ kind: z.literal('old-identity-card'), number: z.string().regex(/^\d{9}$/, 'answer.national-id') }),
  z.object({ kind: z.literal('passport'), number: z.string().regex(/^[A-Z0-9]{6,12}$/) }),
]);
export type ShownIdentity = z.infer<typeof ShownIdentity>;

export const CounterFiling = z.object({
  procedure: ProcedureCode, case: DossierDraft.shape.case,
  /** the agency that receives it by law, which need not be the one at whose desk it is filed */
  agency: AgencyCode,
  answers: DossierDraft.shape.answers, attachments: DossierDraft.shape.attachments,
  applicant: z.object({
    name: cleanText(200), identity: ShownIdentity,
    phone: z.string().max(30).optional(), email: z.string().max(254).optional(),
  }),
  /** the clerk compared the document with the person */
  identityChecked: z.boolean(),
  /** the applicant agreed that the clerk files and that the data are kept */
  consentGiven: z.boolean(),
  components: z.array(Component).max(80),
}).meta({ id: 'CounterFiling', title: 'CounterFiling' });
export type CounterFiling = z.infer<typeof CounterFiling>;

export const FileAtCounter = defineRoute({
  name: 'fileAtCounter', method: 'POST', path: '/desk/agencies/{agencyCode}/filings', access: [officer(['one-stop-clerk'])], keyed: true,
  summary: { vi: 'Nộp hồ sơ thay người dân tại bộ phận một cửa', en: 'File for an applicant at a desk; accepted at once where the clerk’s agency receives it' },
  params: () => z.object({ agencyCode: AgencyCode }), body: CounterFiling, ok: { status: 201, body: DeskDossierView },
  problems: [
    'not-found', 'identity-not-checked', 'consent-missing', 'procedure-unknown', 'procedure-not-open', 'procedure-retired', 'case-unknown', 'channel-not-offered', 'agency-not-competent', 'answers-invalid', 'component-missing',
    'upload-unknown', 'upload-not-checked', 'upload-refused', 'upload-reused', 'calendar-not-published', 'changed-meanwhile',
  ],
});
