import calendarJson from '../../infra/local/seed/calendar.json' with { type: 'json' };
import proceduresJson from '../../infra/local/seed/procedures.json' with { type: 'json' };
import type { Catalogue } from '../../functions/procedure-submission/catalogue-ports.ts';
import { summaryOf } from '../../functions/procedure-submission/procedure.ts';
import { ProcedureDraft, type ProcedureView } from '../../shared/contracts/procedure.ts';
import { CalendarSpec, compileCalendar } from '../../shared/kernel/working-time/calendar.ts';
import type { Cause, NewEvent } from '../../shared/runtime/outbox.ts';

export const seedCalendar = compileCalendar(CalendarSpec.parse(calendarJson));
export const draftOf = (code: string): ProcedureDraft => {
  const found = proceduresJson.find((procedure) => procedure.code === code);
  if (found === undefined) throw new Error(`no procedure ${code}`);
  return ProcedureDraft.parse(found.draft);
};
export const viewOf = (code: string): ProcedureView => ({ ...draftOf(code), code, version: 1, publishedAt: '2026-11-22T01:00:00.000Z', status: 'open' });

export const cause = (now: Date = new Date('2026-11-22T02:00:00Z')): Cause =>
  ({ actor: 'officer', correlationId: 'cor_01K9M3Z5T8Q2W4E6R8Y0P1S3D5', causationId: 'cor_01K9M3Z5T8Q2W4E6R8Y0P1S3D5', now });

/** A catalogue in memory, with what was told. */
export const catalogueInMemory = (...published: readonly ProcedureView[]): Catalogue & { readonly told: NewEvent[] } => {
  const versions = new Map(published.map((view) => [view.code, [view]]));
  const told: NewEvent[] = [];
  return {
    told,
    current: async (code) => versions.get(code)?.at(-1),
    version: async (code, version) => versions.get(code)?.find((view) => view.version === version),
    list: async () => [...versions.values()].flatMap((all) => all.slice(-1)).map(summaryOf),
    publish: async (view, event) => {
      const all = versions.get(view.code) ?? [];
      if ((all.at(-1)?.version ?? 0) !== view.version - 1) return false;
      versions.set(view.code, [...all, view]);
      told.push(event);
      return true;
    },
  };
};
