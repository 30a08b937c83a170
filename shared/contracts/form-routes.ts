import * as z from 'zod';
import { AgencyCode } from '../kernel/agency-code.ts';
import { DossierNumber } from '../kernel/dossier-number.ts';
import { Channel, DossierStatusCode } from '../kernel/dossier-status.ts';
import { DossierId, PrintId, TrackingCode } from '../kernel/ids.ts';
import { Localised } from '../kernel/localised.ts';
import { ProcedureCode } from '../kernel/procedure-code.ts';
import { UtcInstant } from '../kernel/vietnam-time.ts';
import { citizen, officer } from './access.ts';
import { StepRole } from './internal-steps.ts';
import { defineRoute } from './route.ts';

const roles = StepRole.options;
const FinalVerdict = z.enum(['early', 'on-time', 'late']);
/** Which form of which regulation it is, on the day it was made. */
const Form = { form: z.string(), title: z.string(), regulation: z.string() };

/** The hand-overs of a dossier between its steps (phiếu kiểm soát). */
export const ControlSheet = z.object({
  ...Form, agency: z.string(), number: DossierNumber.optional(), trackingCode: TrackingCode, procedure: Localised, applicantName: z.string(),
  receivedAt: UtcInstant.optional(), dueAt: UtcInstant.optional(), finishedAt: UtcInstant.optional(), verdict: FinalVerdict.optional(),
  rows: z.array(z.object({
    agency: z.string(), step: Localised, handedAt: UtcInstant, giver: z.string().optional(), receivedAt: UtcInstant.optional(), receiver: z.string().optional(),
    leftAt: UtcInstant.optional(), verdict: FinalVerdict.optional(), note: z.string().optional(),
  })),
}).meta({ id: 'ControlSheet', title: 'Control sheet' });
export type ControlSheet = z.infer<typeof ControlSheet>;

/** One line of an agency's register (sổ theo dõi hồ sơ): received, promised, returned. */
export const RegisterRow = z.object({
  dossierId: DossierId, number: DossierNumber.optional(), trackingCode: TrackingCode, procedure: z.object({ code: ProcedureCode, name: Localised }),
  applicantName: z.string(), phone: z.string().optional(), competent: z.string(), channel: Channel, status: DossierStatusCode,
  receivedAt: UtcInstant, dueAt: UtcInstant.optional(), finishedAt: UtcInstant.optional(), returnedAt: UtcInstant.optional(), verdict: FinalVerdict.optional(),
}).meta({ id: 'RegisterRow', title: 'Line of the register' });
export type RegisterRow = z.infer<typeof RegisterRow>;

export const GetControlSheet = defineRoute({
  name: 'getControlSheet', method: 'GET', path: '/desk/dossiers/{dossierId}/control-sheet', access: [officer(roles)],
  summary: { vi: 'Phiếu kiểm soát quá trình giải quyết', en: 'The hand-overs of a dossier as the form in force says them' },
  params: () => z.object({ dossierId: DossierId }), ok: { status: 200, body: ControlSheet }, problems: ['not-found'],
});
/** What an issued form says, kept as it was issued: its PDF is drawn from the same. */
export const IssuedForm = z.object({
  form: z.object({ number: z.string(), title: z.string(), name: Localised, regulation: z.string() }),
  agency: z.string(), number: z.string().optional(), issuedAt: UtcInstant, trackingCode: TrackingCode, link: z.string(),
  lines: z.array(z.object({ label: z.string(), value: z.string() })), papersTitle: z.string().optional(), papers: z.array(z.string()),
  table: z.object({ title: z.string(), columns: z.array(z.object({ label: z.string(), share: z.number() })), rows: z.array(z.array(z.string())) }).optional(),
  closing: z.string(), signatures: z.tuple([z.object({ role: z.string(), name: z.string() }), z.object({ role: z.string(), name: z.string() })]), recipients: z.array(z.string()).optional(),
}).meta({ id: 'IssuedForm', title: 'Issued form' });
export type IssuedForm = z.infer<typeof IssuedForm>;

const byDocument = z.object({ dossierId: DossierId, documentId: z.string().max(60) });
export const GetMyForm = defineRoute({
  name: 'getMyForm', method: 'GET', path: '/dossiers/{dossierId}/documents/{documentId}/content', access: [citizen()],
  summary: { vi: 'Đọc giấy đã cấp trên màn hình', en: 'What an issued form of an own dossier says, as it was issued' },
  params: byDocument, ok: { status: 200, body: IssuedForm }, problems: ['not-found'],
});
export const GetDeskForm = defineRoute({
  name: 'getDeskForm', method: 'GET', path: '/desk/dossiers/{dossierId}/documents/{documentId}/content', access: [officer(roles)],
  summary: { vi: 'Đọc giấy đã cấp của hồ sơ', en: 'What an issued form of a dossier says, as it was issued' },
  params: byDocument, ok: { status: 200, body: IssuedForm }, problems: ['not-found'],
});
const ofMonth = z.object({ agencyCode: AgencyCode, month: z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/) });
/** A month at a time, in the order of receipt: a page is small, however large the period. */
export const GetRegister = defineRoute({
  name: 'getRegister', method: 'GET', path: '/desk/agencies/{agencyCode}/register/{month}', access: [officer(roles)],
  summary: { vi: 'Sổ theo dõi hồ sơ', en: 'The register of what an agency received in a month, a page at a time' },
  params: ofMonth, query: () => z.object({ cursor: z.string().max(400).optional() }),
  ok: { status: 200, body: () => z.object({ ...Form, items: z.array(RegisterRow), cursor: z.string().optional() }) }, problems: ['not-found'],
});

/** A whole month is more than an answer holds: it is made apart, and fetched when it is ready. */
const Print = z.object({ printId: PrintId, state: z.enum(['coming', 'ready']), rows: z.int().min(0).optional(), url: z.string().optional(), expiresAt: UtcInstant.optional() }).meta({ id: 'RegisterPrint', title: 'Register as a file' });
export const PrintRegister = defineRoute({
  name: 'printRegister', method: 'POST', path: '/desk/agencies/{agencyCode}/register/{month}/prints', access: [officer(roles)], keyed: true,
  summary: { vi: 'In sổ theo dõi hồ sơ', en: 'Have the register of a month made as a PDF/A or as a spreadsheet' },
  params: ofMonth, body: () => z.object({ format: z.enum(['pdf', 'xlsx']) }), ok: { status: 202, body: Print }, problems: ['not-found'],
});
export const GetRegisterPrint = defineRoute({
  name: 'getRegisterPrint', method: 'GET', path: '/desk/agencies/{agencyCode}/register/prints/{printId}', access: [officer(roles)],
  summary: { vi: 'Lấy tệp sổ theo dõi', en: 'Whether the file is ready, and then a short-lived link to it' },
  params: () => z.object({ agencyCode: AgencyCode, printId: PrintId }), ok: { status: 200, body: Print }, problems: ['not-found'],
});

export const formRoutes = [GetMyForm, GetDeskForm, GetControlSheet, GetRegister, PrintRegister, GetRegisterPrint] as const;
