import type { ProcedureSummary, ProcedureView } from '../../shared/contracts/procedure.ts';
import type { NewEvent } from '../../shared/runtime/outbox.ts';

export type Catalogue = {
  /** the latest version; a version is never rewritten, all of them are kept */
  readonly current: (code: string) => Promise<ProcedureView | undefined>;
  readonly version: (code: string, version: number) => Promise<ProcedureView | undefined>;
  /** in the order of their codes */
  readonly list: () => Promise<ProcedureSummary[]>;
  /** one transaction; false when another version was published meanwhile, and then nothing is written */
  readonly publish: (version: ProcedureView, event: NewEvent) => Promise<boolean>;
};
