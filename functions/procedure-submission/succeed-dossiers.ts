import { heirOf, type DossiersOutcome, type ReorganisationPlan } from '../../shared/contracts/reorganisation.ts';
import { endOf } from '../../shared/kernel/agency-tree.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import type { Cause } from '../../shared/runtime/outbox.ts';
import type { Directory, DossierStore, QueueStore } from './ports.ts';
import { succeedDossier } from './succeed-dossier.ts';
import { queueNames } from './transitions.ts';

type Deps = { readonly dossiers: DossierStore; readonly queues: QueueStore; readonly directory: Pick<Directory, 'agency' | 'calendar'> };
export type Reorganising = { readonly plan: ReorganisationPlan; readonly timeIsUp: () => boolean };
type Pair = { readonly former: string; readonly heir: string };

/** Dossiers moved at the same time: the desks go on answering meanwhile. */
const atOnce = 10;
const page = 50;
const places = queueNames.map((queue) => ({ queue }));

const waitingAt = async ({ queues }: Deps, agency: string): Promise<number> => Object.values(await queues.counts(agency)).reduce((sum, one) => sum + one, 0);

const openOf = async (deps: Deps, { successions }: ReorganisationPlan): Promise<Map<string, number>> => {
  const counted = await Promise.all(successions.map(async ({ from }) => [from, await waitingAt(deps, from)] as const));
  return new Map(counted.filter(([, count]) => count > 0));
};

/** Agencies this workflow does not know as the plan has them: their events are on the way. */
const awaitedOf = async ({ directory }: Deps, plan: ReorganisationPlan, pairs: readonly Pair[]): Promise<string[]> => {
  const ready = await Promise.all(pairs.map(async ({ former, heir }) => {
    const [old, next] = await Promise.all([directory.agency(former), directory.agency(heir)]);
    return [...(old !== undefined && endOf(old) < plan.effective ? [] : [former]), ...(next === undefined ? [heir] : [])];
  }));
  return [...new Set(ready.flat())];
};

/** One after the other until nothing waits any more. Someone who acts on a dossier at that moment goes first. */
const moveAll = async (deps: Deps, { former, heir }: Pair, { plan, timeIsUp }: Reorganising, cause: Cause): Promise<number> => {
  const name = (await deps.directory.agency(heir))?.name ?? heir;
  const succeed = succeedDossier(deps);
  const succeeding = { planId: plan.id, heir: { code: heir, name }, from: plan.effective, decision: plan.decision };
  let moved = 0;
  while (!timeIsUp()) {
    const { items } = await deps.queues.waiting({ agency: former, places }, { limit: page });
    if (items.length === 0) return moved;
    for (let at = 0; at < items.length; at += atOnce) {
      const done = await Promise.all(items.slice(at, at + atOnce).map(({ dossierId }) => succeed(dossierId, succeeding, cause).then(() => 1, (error: unknown) => {
        if (error instanceof DomainError && (error.code === 'changed-meanwhile' || error.code === 'state-conflict')) return 0;
        throw error;
      })));
      moved += done.reduce<number>((sum, one) => sum + one, 0);
    }
  }
  return moved;
};

/** What is open at the agencies of a plan, and for which of them nobody would carry it on. Nothing is written. */
export const previewSuccession = (deps: Deps) => async ({ plan }: Reorganising): Promise<DossiersOutcome> => {
  const open = await openOf(deps, plan);
  const undecided = plan.successions.filter((one) => open.has(one.from) && heirOf(one) === undefined).map(({ from }) => from);
  return { done: true, open: Object.fromEntries(open), moved: 0, undecided, awaited: [] };
};

/**
 * Gives every open dossier of a dissolved agency to the agency that carries it on. A dossier leaves the queue it is read
 * from in the transaction that moves it, so a run cut off anywhere is gone on with by the next one, and a run on a whole
 * succession finds nothing. Throws `succession-undecided` before the first write.
 */
export const applySuccession = (deps: Deps) => async (reorganising: Reorganising, cause: Cause): Promise<DossiersOutcome> => {
  const { plan, timeIsUp } = reorganising;
  const before = await previewSuccession(deps)(reorganising);
  if (before.undecided.length > 0) throw new DomainError('succession-undecided', before.undecided.join(' '));
  const pairs = plan.successions.flatMap((one): Pair[] => { const heir = heirOf(one); return heir === undefined || before.open[one.from] === undefined ? [] : [{ former: one.from, heir }]; });
  const awaited = await awaitedOf(deps, plan, pairs);
  if (awaited.length > 0) return { ...before, done: false, awaited };
  let moved = 0;
  for (const pair of pairs) moved += timeIsUp() ? 0 : await moveAll(deps, pair, reorganising, cause);
  const open = await openOf(deps, plan);
  return { done: open.size === 0, open: Object.fromEntries(open), moved, undecided: [], awaited: [] };
};
