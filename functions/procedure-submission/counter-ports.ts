import type { Localised } from '../../shared/kernel/localised.ts';
import type { ProcedureView } from '../../shared/contracts/procedure.ts';
import type { DossierStatusCode } from '../../shared/kernel/dossier-status.ts';
import type { Counts } from './counter-measures.ts';
import type { Share } from './counting.ts';

/** By what the counters are kept apart beside month and agency: the level and the field of the procedure version. */
export type About = { readonly level: ProcedureView['level']; readonly field: Localised };

/** An open dossier as figures and boards see it: no applicant, no answers. */
export type OpenDossierRow = {
  readonly agency: string; readonly dossierId: string; readonly status: DossierStatusCode; readonly about: About; readonly dueAt?: string;
  readonly officer?: { readonly id: string; readonly name: string };
  /** the internal step it stands in, and when that is due */
  readonly step?: { readonly id: string; readonly name: Localised; readonly dueAt?: string };
};

/** What a dossier has added to the counters, and when it last did. */
export type Counted = { readonly revision: number; readonly share: Share; readonly place?: { readonly agency: string; readonly dueAt?: string } };

export type Count = {
  readonly dossierId: string; readonly about: About; readonly revision: number; readonly share: Share; readonly open: OpenDossierRow | undefined;
  /** what it had added before */
  readonly before: Counted | undefined;
  /** what the counters change by */
  readonly difference: Share;
};

export type Cell = { readonly agency: string; readonly about: About; readonly counts: Counts };

/** `building`: a rebuild is under way and has come this far. */
export type CounterState = { readonly current: number; readonly building?: Building };
export type Building = { readonly generation: number; readonly phase: 'counting' | 'sweeping'; readonly month: string; readonly cursor?: string };

export type CounterStore = {
  readonly state: () => Promise<CounterState>;
  /** false when another moved the state meanwhile */
  readonly moveState: (before: CounterState, after: CounterState) => Promise<boolean>;
  readonly counted: (generation: number, dossierIds: readonly string[]) => Promise<ReadonlyMap<string, Counted>>;
  /** all of it or nothing; false when another counted one of the dossiers meanwhile */
  readonly add: (generation: number, counts: readonly Count[]) => Promise<boolean>;
  /** how many writes `add` would make of it, of which a transaction takes 100 */
  readonly weight: (counts: readonly Count[]) => number;
  readonly months: (generation: number) => Promise<readonly string[]>;
  /** cells of a month, or of all months for the stocks */
  readonly cells: (generation: number, month: string, agency?: string) => Promise<readonly Cell[]>;
  /** what is due first comes first; those without a date come last. `until`: only those due by then */
  readonly open: (generation: number, agency: string, until?: Date) => Promise<readonly OpenDossierRow[]>;
  /** ids of the dossiers filed in a month */
  readonly filedIn: (month: string, cursor: string | undefined) => Promise<{ readonly ids: readonly string[]; readonly cursor?: string }>;
  /** forgets what dossiers added to a generation that is read no more */
  readonly forget: (generation: number, dossierIds: readonly string[]) => Promise<void>;
  readonly forgetCells: (generation: number) => Promise<void>;
};
