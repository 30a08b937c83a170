import type { Changes, Standing } from './dossier.ts';
import type { Directory, DossierRecord } from './ports.ts';
import { comingWarnings, nextLook } from './reminder.ts';
import { stepUnder } from './step-clock.ts';

type Calendars = Pick<Directory, 'calendar'>;

/** Whatever moves the due date of the whole moves that of the step the dossier stands in. */
export const stepFollows = async (directory: Calendars, before: Standing, changes: Changes | undefined): Promise<Changes | undefined> => {
  if (changes === undefined || !('dueAt' in changes)) return changes;
  const internal = changes.internal ?? before.internal;
  if (internal === undefined || 'internal' in changes) return changes;
  const calendar = await directory.calendar((changes.basis ?? before.basis)?.calendarVersion);
  return { ...changes, internal: stepUnder(calendar, internal, changes.dueAt) };
};

type After = { readonly standing: Omit<Standing, 'historyHead'>; readonly now: Date };

/**
 * When the sweep shall look at a dossier after an act, where a look is not planned as soon already: looks are only ever
 * added, and one that finds nothing to do plans the next.
 */
export const lookFrom = async (directory: Calendars, { filed, standing: before, warnings }: DossierRecord, { standing, now }: After): Promise<string | undefined> => {
  if (standing.internal === undefined || standing.dueAt === undefined) return undefined;
  const calendar = await directory.calendar(standing.basis?.calendarVersion, filed.agency.code);
  const [planned, next] = [nextLook(comingWarnings(calendar, before, warnings)), nextLook(comingWarnings(calendar, standing, warnings))];
  if (next === undefined || (planned !== undefined && planned <= next)) return undefined;
  const at = now.toISOString();
  return next < at ? at : next;
};
