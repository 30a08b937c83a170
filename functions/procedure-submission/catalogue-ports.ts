import type { CatalogueAct, CatalogueEntry, WorkState } from '../../shared/contracts/catalogue-work.ts';
import type { ProcedureSummary, ProcedureView } from '../../shared/contracts/procedure.ts';
import type { NewEvent } from '../../shared/runtime/outbox.ts';
import type { RequestKey } from '../../shared/runtime/request-key.ts';
import type { Asked } from './ports.ts';
import type { Begin } from './procedure.ts';
import type { KeptRemark } from './remarks.ts';

/** All published versions that stand, by their days, and the one in force. */
export type Timeline = { readonly begins: readonly Begin[]; readonly inForce?: ProcedureView; /** the highest number ever given: a recalled version's is not given again */ readonly highest: number };
/** A version that waits for its day. */
export type WaitingVersion = { readonly code: string; readonly version: number; readonly effectiveFrom: string; readonly name: string; readonly field: string };

export type Catalogue = {
  /** the version in force at an instant, with the one that waits */
  readonly current: (code: string, at: Date) => Promise<ProcedureView | undefined>;
  /** a version is never rewritten, all of them are kept */
  readonly version: (code: string, version: number) => Promise<ProcedureView | undefined>;
  readonly timeline: (code: string, at: Date) => Promise<Timeline>;
  /** those in force, in the order of their codes */
  readonly list: () => Promise<ProcedureSummary[]>;
  readonly waiting: () => Promise<WaitingVersion[]>;
  /** what waited is in force from now on; false when it is already, or something was published meanwhile */
  readonly begin: (waiting: WaitingVersion, at: Date, event: NewEvent) => Promise<boolean>;
};

export type Author = { readonly person: string; readonly name: string };
export type Work = {
  readonly state: WorkState; readonly content: Readonly<Record<string, unknown>>; readonly baseVersion: number;
  readonly savedAt: string; readonly savedBy: string; readonly authors: readonly Author[]; readonly remarks?: readonly KeptRemark[];
};
/** What is being worked on, and every act so far. `revision` counts the acts; `head` is the last seal. */
export type WorkFile = { readonly code: string; readonly revision: number; readonly head: string; readonly work?: Work; readonly history: readonly CatalogueEntry[] };

export type Publication = { readonly view: ProcedureView; readonly before: Timeline; readonly event: NewEvent };
/** A version that waited is taken off the timeline. */
export type Recall = { readonly version: Begin; readonly before: Timeline; readonly event: NewEvent };
export type WorkChange = { readonly before: WorkFile; readonly work?: Work; readonly entry: CatalogueEntry; readonly asked: Asked; readonly publication?: Publication; readonly recall?: Recall };
export type WorkOutcome = 'written' | 'replayed' | 'changed';
export type WorkRow = { readonly code: string; readonly name: string; readonly field: string; readonly state: WorkState; readonly at: string; readonly by: string; readonly act: CatalogueAct };

export type CatalogueWorks = {
  readonly load: (code: string) => Promise<WorkFile>;
  readonly list: () => Promise<WorkRow[]>;
  /** one transaction: the draft, its act, and what it publishes */
  readonly change: (change: WorkChange) => Promise<WorkOutcome>;
  readonly answered: (key: RequestKey) => Promise<boolean>;
};
