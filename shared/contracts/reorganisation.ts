import * as z from 'zod';
import { AgencyCode } from '../kernel/agency-code.ts';
import { IsoDate } from '../kernel/vietnam-time.ts';
import { Agency } from './agency.ts';

/** How sure the plan is of a line: C read in the source, S in a secondary one, M known but not re-read. An official corrects it in the plan. */
const Cited = { source: z.string().min(1).max(500), mark: z.enum(['C', 'S', 'M']) };

/**
 * What becomes of an agency that is dissolved. `parts` are the agencies that take over its field or its territory;
 * `carriesOn` the one that carries on its open dossiers. With one part it is that one; of several, or of none, the plan must say.
 */
export const Succession = z.object({ from: AgencyCode, parts: z.array(AgencyCode).max(20), carriesOn: AgencyCode.optional(), ...Cited });
export type Succession = z.infer<typeof Succession>;

/** A reorganisation as data: who is set up, who is dissolved, who succeeds whom, by which decision, from which day. */
export const ReorganisationPlan = z.object({
  id: z.string().regex(/^[a-z0-9-]{3,60}$/), effective: IsoDate, decision: z.string().min(1).max(200),
  agencies: z.array(Agency).max(300), successions: z.array(Succession).min(1).max(300),
});
export type ReorganisationPlan = z.infer<typeof ReorganisationPlan>;

/** Who carries on, where the plan or the single successor says so. */
export const heirOf = ({ carriesOn, parts }: Succession): string | undefined => carriesOn ?? (parts.length === 1 ? parts[0] : undefined);

export const Mode = z.enum(['preview', 'apply']);
export const ReorganiseCommand = z.object({ mode: Mode, plan: ReorganisationPlan });

/** What the directory would do, or did. */
export type DirectoryOutcome = {
  readonly done: boolean;
  /** codes of agencies set up, and dissolved, by this run */
  readonly registered: readonly string[]; readonly dissolved: readonly string[];
  /** posts that end, and posts granted in their place */
  readonly people: number; readonly postsEnded: number; readonly postsGranted: number;
  /** agencies of which several take over a part and the plan does not say who carries on */
  readonly undecided: readonly string[];
};

/** What the desks would do, or did. */
export type DossiersOutcome = {
  readonly done: boolean;
  /** open dossiers by dissolved agency: before a preview, still left after a run */
  readonly open: Readonly<Record<string, number>>;
  readonly moved: number;
  /** dissolved agencies with open dossiers whom nobody succeeds */
  readonly undecided: readonly string[];
  /** agencies the desks have not heard of yet: the directory's events are on their way */
  readonly awaited: readonly string[];
};
