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
import { QueueStep, StepVisitView, WayStep } from './dossier-steps.ts';
import { Payment } from './payment.ts';

/** 10 MiB a file: a scan of a few A4 pages on a phone stays below it. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;
export const FileType = z.enum(['application/pdf', 'image/jpeg', 'image/png']);
export type FileType = z.infer<typeof FileType>;

const SentFile = z.object({ uploadId: UploadId, fileName: z.string(), contentType: FileType, size: z.int() });
export const Attachment = z.object({ paperId: z.string().max(60), ...SentFile.shape });
export type Attachment = z.infer<typeof Attachment>;

/** A paper handed in at a desk: originals, copies, electronic ones. */
export const Component = z.object({ paperId: z.string().max(60), original: z.int().min(0).max(99), copy: z.int().min(0).max(99), electronic: z.int().min(0).max(99) });

/** Answers by question id; the procedure's form says which are required and how long each may be. */
export const Answers = z.record(z.string().regex(/^[a-z0-9-]{1,60}$/), cleanText(5000, { multiline: true })).refine((a) => Object.keys(a).length <= 100, 'field.too-large');
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
  /** `due-at-return`: to be paid before the result is handed over, and not asked for yet */
  finance: z.enum(['not-due', 'due', 'due-at-return', 'paid', 'exempt']),
  delivery: z.enum(['none', 'waiting', 'handed-over']),
  sync: z.enum(['local', 'pending', 'synced']),
});

export const Punctuality = z.object({ verdict: z.enum(['running', 'overdue', 'early', 'on-time', 'late']), workingDays: z.number() })
  .meta({ title: 'Punctuality', description: 'Against the due date in force; judged at status 9, open dossiers against now. Working days, positive.' });

/** A document the province issued on the dossier (its forms, the result). */
export const IssuedDocument = z.object({ documentId: z.string(), kind: z.enum(['receipt', 'refusal', 'supplement', 'stop', 'apology', 'payment', 'payment-receipt', 'control-sheet', 'result']), form: z.string().optional(), name: Localised, issuedAt: UtcInstant, contentType: FileType, /** a corrected result: another stands in its place */ replacedAt: UtcInstant.optional(), /** what it says can be read on the screen too */ onScreen: z.literal(true).optional() });
export type IssuedDocument = z.infer<typeof IssuedDocument>;

/** A line of history without personal data: what the public sees and what the hash covers. */
export const HistoryEntry = z.object({
  seq: z.int().nonnegative(), at: UtcInstant, act: z.string(), from: DossierStatusCode.nullable(), to: DossierStatusCode,
  by: z.object({ kind: z.enum(['citizen', 'officer', 'system']), role: Role.optional(), agency: AgencyCode.optional() }),
  /** SHA-256 of what is private in the entry (person, reason), so that it is covered without being shown */
  privateDigest: z.string(),
  /** the hand-over between internal steps, and when the step that was left had been due */
  step: z.object({ from: z.string().optional(), to: z.string(), dueAt: UtcInstant.optional() }).optional(),
  previousHash: z.string(), hash: z.string(),
}).meta({ id: 'HistoryEntry', title: 'HistoryEntry' });
export type HistoryEntry = z.infer<typeof HistoryEntry>;

const AgencyName = z.object({ code: AgencyCode, name: z.string() });

/** What everyone with the tracking code may see: no personal data. */
export const TrackingView = z.object({
  trackingCode: TrackingCode, number: DossierNumber.optional(),
  procedure: z.object({ code: ProcedureCode, name: Localised, version: z.int() }), caseName: Localised, channel: Channel,
  /** the agency the matter lies with now */
  agency: AgencyName,
  /** the agency that received it, when the matter lies with another now */
  receivedBy: AgencyName.optional(),
  /** the agency at whose desk it was filed for the applicant */
  helpedAt: AgencyName.optional(),
  /** who carries it on since the agency it lay with was dissolved, from which day and by which decision */
  successorAgency: AgencyName.extend({ from: z.string(), decision: z.string() }).optional(),
  state: DossierState, submittedAt: UtcInstant, receivedAt: UtcInstant.optional(), dueAt: UtcInstant.optional(), finishedAt: UtcInstant.optional(),
  punctuality: Punctuality.optional(),
  /** stretches in which the clock stood; while the last is open, no date is promised */
  pauses: z.array(z.object({ pausedAt: UtcInstant, resumedAt: UtcInstant.optional() })).optional(),
  steps: z.array(z.object({ at: UtcInstant, status: DossierStatusCode, agency: AgencyCode.optional() })),
  /** the agency's own steps, from acceptance on */
  way: z.array(WayStep).optional(),
}).meta({ id: 'Tracking', title: 'Tracking' });
export type TrackingView = z.infer<typeof TrackingView>;

/** One thing the applicant is asked for: a paper as files, or an explanation as text. */
export const SupplementItem = z.object({ kind: z.enum(['file', 'text']), what: cleanText(500, { multiline: true }) });
/** An answer to an item of the round that is open. */
export const SupplementAnswer = z.object({
  itemId: z.string().max(20), text: cleanText(5000, { multiline: true, optional: true }).default(''), uploadIds: z.array(UploadId).max(3).default([]),
});
/** One round of asking for more, with what the applicant answered. */
export const SupplementRound = z.object({
  round: z.int().positive(), reason: z.string(), askedAt: UtcInstant, answeredAt: UtcInstant.optional(),
  /** the last moment for the answer, and whether it has passed without one */
  answerBy: UtcInstant.optional(), overdue: z.boolean(),
  items: z.array(z.object({ itemId: z.string(), kind: z.enum(['file', 'text']), what: z.string(), text: z.string().optional(), files: z.array(SentFile) })),
}).meta({ title: 'Supplement round' });
export type SupplementRound = z.infer<typeof SupplementRound>;

/** What an applicant may do to an own dossier, in the words of the use cases. */
export const OwnAct = z.enum(['answer-supplement', 'withdraw']);
export type OwnAct = z.infer<typeof OwnAct>;

/** What the applicant sees of an own dossier. */
export const DossierView = TrackingView.extend({
  dossierId: DossierId, revision: z.int(), answers: z.record(z.string(), z.string()), attachments: z.array(Attachment),
  /** papers handed in at a desk, counted by kind */
  components: z.array(Component).optional(),
  documents: z.array(IssuedDocument),
  /** why it stands where it stands, when somebody had to say so */
  reason: z.string().optional(),
  /** the one later promise: why, and from which date to which */
  extension: z.object({ at: UtcInstant, previousDueAt: UtcInstant, dueAt: UtcInstant, reason: z.string() }).optional(),
  /** the last time the promised date was reckoned anew */
  recomputed: z.object({ at: UtcInstant, previousDueAt: UtcInstant.optional(), dueAt: UtcInstant, reason: z.string() }).optional(),
  transfers: z.array(z.object({ at: UtcInstant, from: AgencyName, to: AgencyName, reason: z.string() })),
  /** of the result, each with the version it made */
  corrections: z.array(z.object({ at: UtcInstant, version: z.int().min(2), reason: z.string() })),
  supplements: z.array(SupplementRound), payments: z.array(Payment),
  /** what the applicant may do now */
  ownActs: z.array(OwnAct),
}).meta({ id: 'Dossier', title: 'Dossier' });
export type DossierView = z.infer<typeof DossierView>;

/** What an officer may do now, in the words of the use cases. */
export const DeskAct = z.enum(['accept', 'refuse', 'take', 'finish', 'hand-over', 'request-supplement', 'stop', 'resume', 'extend', 'request-payment', 'record-payment', 'exempt-payment', 'hand-on', 'receive', 'send-back', 'transfer', 'correct-result', 'recompute']);
export type DeskAct = z.infer<typeof DeskAct>;

/** The desk's view: the applicant's data, the papers, and what the caller may do now. */
export const DeskDossierView = DossierView.extend({
  applicant: z.object({ name: z.string(), phone: z.string().optional(), email: z.string().optional(), nationalId: z.string().optional(), /** what was shown at a desk */ identity: z.object({ kind: z.enum(['citizen-id', 'old-identity-card', 'passport']), number: z.string() }).optional() }),
  officer: z.object({ name: z.string() }).optional(), allowed: z.array(DeskAct), history: z.array(HistoryEntry.extend({ name: z.string().optional(), /** who holds the post it was done in, where that is another */ onBehalfOf: z.string().optional(), reason: z.string().optional() })),
  internalSteps: z.array(StepVisitView).optional(),
  /** who issues the number that accepting it takes, where that is another side */
  numberIssuedBy: z.string().optional(),
}).meta({ id: 'DeskDossier', title: 'DeskDossier' });
export type DeskDossierView = z.infer<typeof DeskDossierView>;

/** Queues of an agency; `mine` is what the caller works on, `due-soon` and `overdue` are ranges over all whose clock runs. */
export const Queue = z.enum(['to-accept', 'to-take', 'mine', 'processing', 'due-soon', 'overdue', 'paused', 'to-hand-over']);
export type Queue = z.infer<typeof Queue>;
export const QueueRow = z.object({
  dossierId: DossierId, number: DossierNumber.optional(), trackingCode: TrackingCode, procedure: z.object({ code: ProcedureCode, name: Localised }),
  applicantName: z.string(), channel: Channel, status: DossierStatusCode, submittedAt: UtcInstant, dueAt: UtcInstant.optional(),
  step: QueueStep.optional(),
  /** what an act on the row is written over */
  revision: z.int(), officer: z.object({ officerId: z.string(), name: z.string() }).optional(),
}).meta({ id: 'QueueRow', title: 'QueueRow' });
export type QueueRow = z.infer<typeof QueueRow>;
