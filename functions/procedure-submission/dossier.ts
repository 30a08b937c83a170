import type { InternalStep } from '../../shared/contracts/internal-steps.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import type { Channel, DossierStatusCode } from '../../shared/kernel/dossier-status.ts';
import type { Localised } from '../../shared/kernel/localised.ts';
import { stepAllows, stepLeadsTo, type StepStanding } from './internal-step.ts';
import type { FinalVerdict } from './punctuality.ts';
import { allowedActs, ownActs, rowsOf, statusAfter, type DeskActName, type OwnActName, type ProvinceActName, type Transition } from './transitions.ts';

type FileType = 'application/pdf' | 'image/jpeg' | 'image/png';
export type GivenFile = { readonly uploadId: string; readonly fileName: string; readonly contentType: FileType; readonly size: number };
export type Paper = GivenFile & { readonly paperId: string };
/** A document the applicant showed at a desk, looked at by a clerk. */
export type ShownIdentity = { readonly kind: 'citizen-id' | 'old-identity-card' | 'passport'; readonly number: string };
export type Applicant = {
  readonly subject: string; readonly name: string; readonly phone?: string; readonly email?: string; readonly nationalId?: string;
  /** filed at a desk for someone who needs no account: what was shown, and that the applicant agreed to be filed for */
  readonly identity?: ShownIdentity; readonly consentAt?: string;
};
/** A paper handed in at a desk, as the receipt counts it. */
export type Component = { readonly paperId: string; readonly original: number; readonly copy: number; readonly electronic: number };

/** What was filed: never changes afterwards, so it is stored apart and no transition pays for rewriting it. */
export type Filed = {
  readonly dossierId: string; readonly trackingCode: string;
  readonly procedure: { readonly code: string; readonly name: Localised; readonly version: number };
  readonly caseId: string; readonly caseName: Localised; readonly channel: Channel;
  /** the agency that received it, of whose numbers its number is one */
  readonly agency: AgencyName;
  readonly applicant: Applicant; readonly answers: Readonly<Record<string, string>>;
  readonly attachments: readonly Paper[]; readonly submittedAt: string;
  /** papers counted at a desk; none of what came online */
  readonly components?: readonly Component[];
  /** the agency at whose desk it was filed for the applicant */
  readonly helpedAt?: AgencyName;
  /** the internal steps its procedure version declares */
  readonly steps?: readonly InternalStep[];
  /** its procedure version collects the fee when the result is handed over */
  readonly feeAtReturn?: true;
};

export type AgencyName = { readonly code: string; readonly name: string };
type Step = { readonly at: string; readonly status: DossierStatusCode; readonly agency?: string };

/** A time in which the clock stands; open while there is no `resumedAt`. */
export type Stretch = { readonly pausedAt: string; readonly resumedAt?: string };

/** The calendar in force at the receipt; the procedure version only when an official had the date reckoned by another than the one filed under. */
export type Basis = { readonly calendarVersion: number; readonly procedureVersion?: number };

/** Where the dossier stands. The four state fields are independent: a finished dossier may still wait for its delivery. */
export type Standing = {
  /** number of the last history entry; every transition adds one and is written only over the one it saw */
  readonly revision: number;
  readonly business: DossierStatusCode;
  /** `due-at-return`: its fee is collected when the result is handed over, and nobody asked for it yet */
  readonly finance: 'not-due' | 'due' | 'due-at-return' | 'paid' | 'exempt';
  readonly delivery: 'none' | 'waiting' | 'handed-over';
  readonly sync: 'local' | 'pending' | 'synced';
  readonly number?: string; readonly receivedAt?: string; readonly dueAt?: string;
  /** working minutes from the receipt to the first promise, which the internal steps share */
  readonly termMinutes?: number;
  /** the internal step it stands in, from acceptance on */
  readonly internal?: StepStanding;
  /** the date that was promised when the applicant took the dossier back */
  readonly lapsedDueAt?: string;
  /** what the promise was reckoned by: a later calendar or catalogue does not move it */
  readonly basis?: Basis;
  /** every stretch in which the clock stood, so that the due date can be reckoned anew from the receipt */
  readonly pauses?: readonly Stretch[];
  /** the one later promise: `workingDays` are added to the term, so that a pause afterwards moves the new date too */
  readonly extension?: { readonly at: string; readonly revision: number; readonly previousDueAt: string; readonly dueAt: string; readonly workingDays: number };
  /** the agency the matter lies with now, when it is no longer the one that received it */
  readonly competent?: AgencyName;
  /** how it came to lie there; each agency it left reads on */
  readonly transfers?: readonly { readonly at: string; readonly revision: number; readonly from: AgencyName; readonly to: AgencyName }[];
  /** the last time an official had the promised date reckoned anew */
  readonly recomputed?: { readonly at: string; readonly revision: number; readonly previousDueAt?: string; readonly dueAt: string };
  /** who carries it on since the agency it lay with was dissolved; its receiver, number and papers stay what they were */
  readonly successorAgency?: AgencyName & { readonly from: string; readonly decision: string };
  /** the status a paused dossier goes back to */
  readonly heldFrom?: DossierStatusCode;
  readonly finishedAt?: string; readonly verdict?: FinalVerdict;
  readonly officer?: { readonly subject: string; readonly name: string };
  readonly steps: readonly Step[];
  /** hash of the last history entry, kept apart from the entries so that a shortened history shows */
  readonly historyHead: string;
};

export type Issued = {
  readonly documentId: string; readonly kind: 'receipt' | 'refusal' | 'supplement' | 'stop' | 'apology' | 'payment' | 'payment-receipt' | 'control-sheet' | 'result'; readonly form?: string;
  readonly name: Localised; readonly issuedAt: string; readonly contentType: FileType;
  /** of a result that was corrected: which one it is, and since when another stands in its place */
  readonly version?: number; readonly replacedAt?: string;
  /** what it says is kept beside it, to be read on the screen */
  readonly onScreen?: true;
  /** where the file lies */
  readonly store: 'documents' | 'uploads'; readonly key: string;
};

export type Dossier = { readonly filed: Filed; readonly standing: Standing };

/** The agency the matter lies with now: its officers act, its queues hold it. */
export const competentAgency = ({ filed, standing }: Dossier): AgencyName => standing.competent ?? filed.agency;

/** Under which name the list of an applicant without an account is kept. */
export const subjectOfIdentity = ({ kind, number }: ShownIdentity): string => `${kind}:${number}`;

/** Whether a dossier is a citizen's own: filed by the account, or at a desk with the citizen identity number the account proves. */
export const isOwn = ({ applicant: { subject, identity } }: Filed, citizen: { readonly subject: string; readonly nationalId?: string | undefined }): boolean =>
  subject === citizen.subject || (identity?.kind === 'citizen-id' && citizen.nationalId !== undefined && identity.number === citizen.nationalId);

/** Whose desks may read a dossier: the agency it lies with, and those it left. */
export const readingAgencies = (dossier: Dossier): string[] => [...new Set([competentAgency(dossier), ...(dossier.standing.transfers ?? []).map(({ from }) => from)].map(({ code }) => code))];

/** The standing of a dossier that has just been filed. */
export const begin = (at: string, agency: string): Omit<Standing, 'historyHead'> => ({
  revision: 0, business: 1, finance: 'not-due', delivery: 'none', sync: 'local', steps: [{ at, status: 1, agency }],
});

type Wish = { readonly act: DeskActName | OwnActName | ProvinceActName; readonly revision: number; readonly roles: readonly string[] };

/** With the result there, a payment is asked for and taken only where it is due before the hand-over, and that waits for it. */
const paymentAllows = ({ finance }: Pick<Standing, 'finance'>, act: DeskActName): boolean => {
  if (act === 'request-payment') return finance === 'due-at-return';
  if (act === 'record-payment' || act === 'exempt-payment') return finance === 'due';
  return act !== 'hand-over' || !owesAtReturn({ finance });
};
/** Whether something is to be paid before a result may be handed over. */
export const owesAtReturn = ({ finance }: Pick<Standing, 'finance'>): boolean => finance === 'due' || finance === 'due-at-return';

/** What someone holding these roles in the agency may do now: the acts of the status, but an extension only of a promise that was not extended, and what the internal step lets its owner do. */
export const deskActs = (standing: Pick<Standing, 'business' | 'dueAt' | 'extension' | 'internal' | 'finance'>, roles: readonly string[]): DeskActName[] =>
  allowedActs(standing.business, [...roles, 'step-owner'])
    .filter((act) => standing.business !== 9 || paymentAllows(standing, act))
    .filter((act) => act !== 'extend' || (standing.dueAt !== undefined && standing.extension === undefined))
    .filter((act) => stepAllows(standing, act, roles));

/** What someone of these roles may do now; `citizen` is the role of the applicant. */
export const allowedTo = (standing: Standing, roles: readonly string[]): (DeskActName | OwnActName)[] =>
  roles.includes('citizen') ? ownActs(standing.business) : deskActs(standing, roles);

/**
 * The transition of an act, if it may happen now. Throws `changed-meanwhile` when the caller saw an older revision,
 * `state-conflict` when the status does not allow the act; both say what the caller may do instead.
 */
export const decide = ({ standing }: Pick<Dossier, 'standing'>, { act, revision, roles }: Wish): Transition => {
  const allowed = allowedTo(standing, roles);
  if (revision !== standing.revision) throw new DomainError('changed-meanwhile', `revision ${standing.revision}, seen ${revision}`, { extra: { allowed } });
  const possible = rowsOf(act).filter((row) => row.from.includes(standing.business) && (row.by === 'step-owner' || roles.includes(row.by)) && stepLeadsTo(standing, row));
  const found = possible.find(({ to }) => to === standing.heldFrom) ?? possible[0];
  if (found !== undefined && act === 'hand-over' && owesAtReturn(standing)) throw new DomainError('payment-due-at-return', undefined, { extra: { allowed } });
  if (found === undefined || !stepAllows(standing, act, roles) || (standing.business === 9 && !paymentAllows(standing, act as DeskActName))) throw new DomainError('state-conflict', `${act} in status ${standing.business}`, { extra: { allowed } });
  return found;
};

type Changeable = 'number' | 'finance' | 'competent' | 'successorAgency' | 'basis' | 'transfers' | 'recomputed' | 'receivedAt' | 'dueAt' | 'finishedAt' | 'verdict' | 'officer' | 'delivery' | 'pauses' | 'heldFrom' | 'extension' | 'lapsedDueAt' | 'internal' | 'termMinutes';
/** `undefined` takes a field away. */
export type Changes = { readonly [K in Changeable]?: Standing[K] | undefined };

/** The standing after a transition; the head of its history is sealed afterwards. */
export const move = ({ filed, standing }: Dossier, transition: Transition, at: string, changes: Changes = {}): Standing => {
  const kept = Object.fromEntries(Object.entries({ ...standing, ...changes }).filter(([, value]) => value !== undefined)) as Standing;
  const business = statusAfter(transition, standing.business);
  const agency = competentAgency({ filed, standing: kept }).code;
  // an act that leaves the status and the agency where they are, is no step
  const steps = business === standing.business && agency === competentAgency({ filed, standing }).code ? standing.steps : [...standing.steps, { at, status: business, agency }];
  return { ...kept, revision: standing.revision + 1, business, steps };
};

/**
 * What a queue is ordered by: the due instant, so that due soon and overdue are ranges. Without one, `~` and the instant it came:
 * behind everything that is due, first come first.
 */
export const urgencyOf = ({ filed, standing }: Dossier): string => standing.dueAt ?? `~${standing.receivedAt ?? filed.submittedAt}`;

/** What every event about a dossier says: facts, never who. */
export const factsOf = (dossier: Dossier) =>
  ({ dossierId: dossier.filed.dossierId, procedureCode: dossier.filed.procedure.code, procedureVersion: dossier.filed.procedure.version, agencyCode: competentAgency(dossier).code });
