import * as z from 'zod';
import { AgencyCode } from '../kernel/agency-code.ts';
import { DossierNumber } from '../kernel/dossier-number.ts';
import { Channel, DossierStatusCode } from '../kernel/dossier-status.ts';
import { DossierId, TrackingCode, UploadId } from '../kernel/ids.ts';
import { Localised } from '../kernel/localised.ts';
import { ProcedureCode } from '../kernel/procedure-code.ts';
import { UtcInstant } from '../kernel/vietnam-time.ts';
import { cleanText } from '../kernel/vietnamese-text.ts';
import { Role } from './access.ts';

/** 10 MiB a file: a scan of a few A4 pages on a phone stays below it. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;
export const FileType = z.enum(['application/pdf', 'image/jpeg', 'image/png']);
export type FileType = z.infer<typeof FileType>;
/** Base64 of the SHA-256 of the file, as S3 wants it. */
export const Checksum = z.string().regex(/^[A-Za-z0-9+/]{43}=$/);

export const Attachment = z.object({ paperId: z.string().max(60), uploadId: UploadId, fileName: z.string(), contentType: FileType, size: z.int() });
export type Attachment = z.infer<typeof Attachment>;

/** Answers by question id; the procedure's form says which are required and how long each may be. */
export const Answers = z.record(z.string().regex(/^[a-z0-9-]{1,60}$/), cleanText(5000, { multiline: true })).refine((a) => Object.keys(a).length <= 100);
export type Answers = z.infer<typeof Answers>;

/** What a citizen may send. */
export const DossierDraft = z.object({
  case: z.string().max(60), channel: Channel, agency: AgencyCode, answers: Answers,
  attachments: z.array(z.object({ paperId: z.string().max(60), uploadId: UploadId })).max(80),
}).meta({ id: 'DossierDraft', title: 'DossierDraft' });
export type DossierDraft = z.infer<typeof DossierDraft>;

/** The four state fields of a dossier are independent: a finished dossier may still wait for its delivery. */
export const DossierState = z.object({
  business: DossierStatusCode,
  finance: z.enum(['not-due', 'due', 'paid']),
  delivery: z.enum(['none', 'waiting', 'handed-over']),
  sync: z.enum(['local', 'pending', 'synced']),
});

export const Punctuality = z.object({ verdict: z.enum(['running', 'overdue', 'early', 'on-time', 'late']), workingDays: z.number() })
  .meta({ title: 'Punctuality', description: 'Against the due date in force; judged at status 9, open dossiers against now. Working days, positive.' });

/** A document the province issued on the dossier (Mẫu 01, Mẫu 03, result). */
export const IssuedDocument = z.object({ documentId: z.string(), kind: z.enum(['receipt', 'refusal', 'result']), form: z.string().optional(), name: Localised, issuedAt: UtcInstant, contentType: FileType });
export type IssuedDocument = z.infer<typeof IssuedDocument>;

/** A line of history without personal data: what the public sees and what the hash covers. */
export const HistoryEntry = z.object({
  seq: z.int().nonnegative(), at: UtcInstant, act: z.string(), from: DossierStatusCode.nullable(), to: DossierStatusCode,
  by: z.object({ kind: z.enum(['citizen', 'officer', 'system']), role: Role.optional(), agency: AgencyCode.optional() }),
  /** SHA-256 of what is private in the entry (person, reason), so that it is covered without being shown */
  privateDigest: z.string(),
  previousHash: z.string(), hash: z.string(),
}).meta({ id: 'HistoryEntry', title: 'HistoryEntry' });
export type HistoryEntry = z.infer<typeof HistoryEntry>;

/** What everyone with the tracking code may see: no personal data. */
export const TrackingView = z.object({
  trackingCode: TrackingCode, number: DossierNumber.optional(),
  procedure: z.object({ code: ProcedureCode, name: Localised, version: z.int() }), caseName: Localised, channel: Channel,
  agency: z.object({ code: AgencyCode, name: z.string() }),
  state: DossierState, submittedAt: UtcInstant, receivedAt: UtcInstant.optional(), dueAt: UtcInstant.optional(), finishedAt: UtcInstant.optional(),
  punctuality: Punctuality.optional(),
  steps: z.array(z.object({ at: UtcInstant, status: DossierStatusCode, agency: AgencyCode.optional() })),
}).meta({ id: 'Tracking', title: 'Tracking' });
export type TrackingView = z.infer<typeof TrackingView>;

/** What the applicant sees of an own dossier. */
export const DossierView = TrackingView.extend({
  dossierId: DossierId, revision: z.int(), answers: z.record(z.string(), z.string()), attachments: z.array(Attachment), documents: z.array(IssuedDocument),
  reason: z.string().optional(),
}).meta({ id: 'Dossier', title: 'Dossier' });
export type DossierView = z.infer<typeof DossierView>;

/** What an officer may do now, in the words of the use cases. */
export const DeskAct = z.enum(['accept', 'refuse', 'take', 'finish', 'hand-over']);
export type DeskAct = z.infer<typeof DeskAct>;

/** The desk's view: the applicant's data, the papers, and what the caller may do now. */
export const DeskDossierView = DossierView.extend({
  applicant: z.object({ name: z.string(), phone: z.string().optional(), email: z.string().optional(), nationalId: z.string().optional() }),
  officer: z.object({ name: z.string() }).optional(), allowed: z.array(DeskAct), history: z.array(HistoryEntry.extend({ name: z.string().optional(), reason: z.string().optional() })),
}).meta({ id: 'DeskDossier', title: 'DeskDossier' });
export type DeskDossierView = z.infer<typeof DeskDossierView>;

export const Queue = z.enum(['to-accept', 'to-take', 'processing', 'to-hand-over']);
export type Queue = z.infer<typeof Queue>;
export const QueueRow = z.object({
  dossierId: DossierId, number: DossierNumber.optional(), trackingCode: TrackingCode, procedure: z.object({ code: ProcedureCode, name: Localised }),
  applicantName: z.string(), channel: Channel, status: DossierStatusCode, submittedAt: UtcInstant, dueAt: UtcInstant.optional(),
}).meta({ id: 'QueueRow', title: 'QueueRow' });
export type QueueRow = z.infer<typeof QueueRow>;
