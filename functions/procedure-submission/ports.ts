import type { Channel } from '../../shared/kernel/dossier-status.ts';
import type { Localised } from '../../shared/kernel/localised.ts';
import type { ProcedureView } from '../../shared/contracts/procedure.ts';
import type { Asked } from '../../shared/runtime/asked.ts';
import type { NewEvent } from '../../shared/runtime/outbox.ts';
import type { RequestKey } from '../../shared/runtime/request-key.ts';
import type { Dossier, Filed, Issued, Standing } from './dossier.ts';
import type { HistoryRecord } from './history.ts';
import type { Obligation, Unbooked } from './payment.ts';
import type { Warning } from './reminder.ts';
import type { Round } from './supplement.ts';
import type { DeskRole, QueueName } from './transitions.ts';
import type { FileLinks as Links, UploadStore as Uploads } from '../../shared/runtime/uploads/upload-ports.ts';
import type { PaperType } from '../../shared/runtime/uploads/upload.ts';

export type { Asked } from '../../shared/runtime/asked.ts';
export type { Directory, KnownAgency } from '../../shared/runtime/directory-copy/directory-ports.ts';

/** A dossier with everything written on it. */
export type DossierRecord = Dossier & { readonly history: readonly HistoryRecord[]; readonly documents: readonly Issued[]; readonly rounds: readonly Round[]; readonly obligations: readonly Obligation[]; readonly warnings: readonly Warning[] };

type Binding = { readonly uploadId: string; readonly owner: string };
export type Filing = { readonly dossier: Dossier; readonly entry: HistoryRecord; readonly event: NewEvent; readonly uploads: readonly Binding[]; readonly asked: Asked };
export type Change = {
  readonly before: Dossier & Pick<DossierRecord, 'warnings'>; readonly after: Standing; readonly entry: HistoryRecord; readonly event: NewEvent; readonly asked: Asked;
  readonly document?: Issued; readonly uploads?: readonly Binding[]; readonly round?: Round; readonly obligation?: Obligation;
  readonly replaces?: { readonly documentId: string; readonly at: string } | undefined;
  /** when the sweep shall look at it, where that is sooner than it would anyhow */
  readonly looks?: readonly string[];
};

/** `replayed`: the request was answered before, by this dossier. `taken`: an upload went to another dossier meanwhile. `number-taken`: its number is another dossier's. `changed`: the revision moved. */
export type Outcome =
  | { readonly kind: 'written' } | { readonly kind: 'replayed'; readonly dossierId: string }
  | { readonly kind: 'changed' } | { readonly kind: 'number-taken' } | { readonly kind: 'taken'; readonly index: number };

type Page<T> = { readonly items: readonly T[]; readonly cursor?: string };
export type Waiting = {
  readonly dossierId: string; readonly number?: string; readonly trackingCode: string;
  readonly procedure: Filed['procedure']; readonly applicantName: string; readonly channel: Channel;
  readonly status: Standing['business']; readonly submittedAt: string; readonly dueAt?: string; readonly revision: number;
  readonly step?: { readonly name: Localised; readonly role: DeskRole; readonly received: boolean; readonly dueAt?: string };
  readonly officer?: { readonly officerId: string; readonly name: string };
};
/** Where rows wait: a queue of an agency, or the desk of one of its officers. */
export type QueuePlace = { readonly queue: QueueName } | { readonly officer: string };
/** What of an agency's waiting dossiers is asked for; `due` bounds the due instant (first one in, last one out). */
export type QueueSlice = {
  readonly agency: string; readonly places: readonly QueuePlace[]; readonly due?: { readonly from?: string | undefined; readonly to?: string | undefined };
  readonly where?: { readonly procedure?: string | undefined; readonly channel?: Channel | undefined; readonly officer?: string | undefined };
};
export type DeskOfficer = { readonly officerId: string; readonly name: string; readonly processing: number };
/** Everything a desk lists; every answer reads its own writes. */
export type QueueStore = {
  /** most urgent first */
  readonly waiting: (slice: QueueSlice, page: { readonly cursor?: string | undefined; readonly limit: number }) => Promise<Page<Waiting>>;
  readonly counts: (agency: string) => Promise<Record<QueueName, number>>;
  /** the same, and how many dossiers of the agency an officer works on */
  readonly countsFor: (agency: string, officer: string) => Promise<Record<QueueName | 'mine', number>>;
  /** how many of those places are due: before `now`, and from then on until `until` */
  readonly countDue: (agency: string, places: readonly QueuePlace[], due: { readonly now: string; readonly until: string }) => Promise<{ readonly overdue: number; readonly soon: number }>;
  readonly officers: (agency: string) => Promise<DeskOfficer[]>;
};

export type DossierStore = {
  readonly load: (dossierId: string) => Promise<DossierRecord | undefined>;
  readonly idByTrackingCode: (code: string) => Promise<string | undefined>;
  /** one transaction: all of it, or nothing */
  readonly file: (filing: Filing) => Promise<Outcome>;
  readonly change: (change: Change) => Promise<Outcome>;
  /** the dossier an earlier answer to this request was about; throws `idempotency-key-reused` for other content */
  readonly answered: (key: RequestKey) => Promise<string | undefined>;
  /** under any of a citizen's names, newest first */
  readonly ofCitizen: (subjects: readonly string[], cursor: string | undefined) => Promise<Page<Dossier>>;
  /** true when it was not there yet */
  readonly addDocument: (dossierId: string, document: Issued) => Promise<boolean>;
  /** money that cannot be booked is kept on its obligation; false when that changed since `before` was read */
  readonly keepUnbooked: (kept: { readonly dossierId: string; readonly before: Obligation; readonly payment: Unbooked; readonly event: NewEvent }) => Promise<boolean>;
  /** a document's file lies elsewhere from now on */
  readonly moveDocument: (dossierId: string, documentId: string, to: Pick<Issued, 'store' | 'key'>) => Promise<void>;
};

/** The rounds that wait for an answer, by their last day. */
export type AnswerDue = { readonly answerBy: string; readonly dossierId: string; readonly round: number };
export type AnswersDue = {
  /** oldest first */
  readonly before: (now: Date, limit: number) => Promise<readonly AnswerDue[]>;
  readonly drop: (due: AnswerDue) => Promise<void>;
  /** false when it was answered, or warned of, meanwhile */
  readonly warn: (due: AnswerDue, warnedAt: string, event: NewEvent) => Promise<boolean>;
};

/** What happened to a dossier, for the system of its agency. */
export type FeedItem = { readonly dossierId: string; readonly at: string; readonly revision: number; readonly status: Standing['business']; readonly procedureCode: string };
export type ChangeFeed = {
  /** in order, each at least once; only what nothing older can follow any more */
  readonly since: (agency: string, page: { readonly cursor?: string | undefined; readonly limit: number; readonly now: Date }) => Promise<{ readonly items: readonly FeedItem[]; readonly cursor: string }>;
};

export type { UploadPlaces } from '../../shared/runtime/uploads/upload-ports.ts';
export type UploadStore = Uploads<PaperType>;
export type FileLinks = Links<Issued['store']>;

export type DocumentFiles = {
  /** written once: a second write of the same key changes nothing */
  readonly put: (file: { key: string; bytes: Uint8Array; contentType: string }) => Promise<void>;
};

/** The bytes of a checked upload. */
export type CheckedFiles = { readonly read: (key: string) => Promise<Uint8Array> };

export type Procedures = {
  /** the version in force at an instant */
  readonly current: (code: string, at: Date) => Promise<ProcedureView | undefined>;
  readonly version: (code: string, version: number) => Promise<ProcedureView | undefined>;
};
