import type { Agency } from '../../shared/contracts/agency.ts';
import type { ProcedureSummary, ProcedureView } from '../../shared/contracts/procedure.ts';
import type { MonthlyFigures } from '../../shared/contracts/statistics.ts';
import type { AssetManifest } from '../../web/portal/pages/assets.ts';

/** What the portals read from other workflows, through their public routes. */
export interface Province {
  /** the version in force; undefined while the first one waits for its day */
  procedure(code: string): Promise<ProcedureView | undefined>;
  version(code: string, version: number): Promise<ProcedureView>;
  procedures(): Promise<readonly ProcedureSummary[]>;
  /** those in force today */
  agencies(): Promise<readonly Agency[]>;
  /** every agency there ever was */
  everyAgency(): Promise<readonly Agency[]>;
}

/** The figures of the province, through their public routes. */
export interface FigureSource {
  /** months there are figures of */
  months(): Promise<readonly string[]>;
  month(month: string): Promise<MonthlyFigures & { readonly revision: number }>;
}

export interface SiteFile {
  /** key in the site's bucket, without a leading slash */
  readonly key: string;
  readonly contentType: string;
  readonly body: string;
}

/** The state of a file: undefined when there is none. */
export type Mark = string | undefined;

export interface Site {
  /** The hashed files of each page. Throws `site-not-published` while the site's build has not been uploaded. */
  assets(): Promise<AssetManifest>;
  mark(key: string): Promise<Mark>;
  /** Puts a file whole if it is still in the state `mark`, and not at all if it would not change. False when another was faster. */
  replace(file: SiteFile, mark: Mark): Promise<boolean>;
}
