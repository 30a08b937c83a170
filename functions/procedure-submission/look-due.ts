import type { Cause } from '../../shared/runtime/outbox.ts';
import type { Run } from '../../shared/runtime/schedule.ts';
import type { DossierRecord, DossierStore } from './ports.ts';
import type { Given, Look, ReminderStore } from './reminder.repository.ts';

type Watching = Run & { readonly cause: Cause };
/**
 * Something that watches dossiers for what time alone brings about. `given` is written with the look, once; `next` is
 * when to look again. A watch that moves the dossier itself says `acted`: the look stays, and what is left is done by
 * the next run over the new revision.
 */
export type Watch = (record: DossierRecord, watching: Watching) => Promise<{ readonly given: readonly Given[]; readonly next?: string | undefined; readonly acted?: boolean }>;

type Deps = {
  readonly watches: readonly Watch[]; readonly reminders: Pick<ReminderStore, 'due' | 'settle' | 'drop'>; readonly dossiers: Pick<DossierStore, 'load'>;
  /** one dossier could not be looked at; the others are */
  readonly failed: (look: Look, error: unknown) => void;
};

const lookAt = async ({ watches, reminders, dossiers }: Deps, look: Look, watching: Watching): Promise<number> => {
  const record = await dossiers.load(look.dossierId);
  if (record === undefined) {
    await reminders.drop(look);
    return 0;
  }
  const given: Given[] = [];
  const next: string[] = [];
  for (const watch of watches) {
    const found = await watch(record, watching);
    if (found.acted) return 0;
    given.push(...found.given);
    if (found.next !== undefined) next.push(found.next);
  }
  return await reminders.settle({ look, record, given, next: next.toSorted()[0] }) ? given.length : 0;
};

/**
 * Looks at every dossier whose time has come. What comes of it happens once, however often or late this runs: its own
 * row is written with its event, over the revision that was judged.
 */
export const lookDue = (deps: Deps) => async (run: Run): Promise<{ looked: number; warned: number }> => {
  const cause: Cause = { actor: 'system', correlationId: run.correlationId, causationId: run.correlationId, now: run.now };
  let [looked, warned] = [0, 0];
  for await (const looks of deps.reminders.due(run.now)) {
    for (const look of looks) {
      try {
        warned += await lookAt(deps, look, { ...run, cause });
        looked++;
      } catch (error) {
        deps.failed(look, error);
      }
    }
  }
  return { looked, warned };
};
