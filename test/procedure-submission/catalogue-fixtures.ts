import calendarJson from '../../infra/local/seed/calendar.json' with { type: 'json' };
import proceduresJson from '../../infra/local/seed/procedures.json' with { type: 'json' };
import { catalogueGenesis } from '../../functions/procedure-submission/catalogue-history.ts';
import type { Catalogue, CatalogueWorks, WorkFile } from '../../functions/procedure-submission/catalogue-ports.ts';
import { beginOf, inForceAt, nextAfter, summaryOf } from '../../functions/procedure-submission/procedure.ts';
import type { CatalogueAct } from '../../shared/contracts/catalogue-work.ts';
import type { Role } from '../../shared/contracts/access.ts';
import { keepCatalogue, type KeepCommand } from '../../functions/procedure-submission/keep-catalogue.ts';
import { ProcedureDraft, type ProcedureEdition, type ProcedureView } from '../../shared/contracts/procedure.ts';
import { CalendarSpec, compileCalendar } from '../../shared/kernel/working-time/calendar.ts';
import type { Officer } from '../../shared/runtime/actor.ts';
import type { Cause, NewEvent } from '../../shared/runtime/outbox.ts';

export const seedCalendar = compileCalendar(CalendarSpec.parse(calendarJson));
export const draftOf = (code: string): ProcedureDraft => {
  const found = proceduresJson.find((procedure) => procedure.code === code);
  if (found === undefined) throw new Error(`no procedure ${code}`);
  return ProcedureDraft.parse(found.draft);
};
export const editionOfSeed = (code: string): ProcedureEdition => ({ ...draftOf(code), status: 'open' });
export const viewOf = (code: string): ProcedureView => ({ ...draftOf(code), code, version: 1, publishedAt: '2026-11-22T01:00:00.000Z', status: 'open' });

export const today = new Date('2026-11-22T02:00:00Z');
export const cause = (now: Date = today): Cause =>
  ({ actor: 'officer', correlationId: 'cor_01K9M3Z5T8Q2W4E6R8Y0P1S3D5', causationId: 'cor_01K9M3Z5T8Q2W4E6R8Y0P1S3D5', now });

const keeper = (username: string, number: number, ...roles: Role[]): Officer => ({
  kind: 'officer', subject: username, personId: `per_01K9M3Z5T8Q2W4E6R8Y0P1S3D${number}`, username, name: `Cán bộ ${username}`,
  posts: roles.map((role) => ({ agency: 'H30', role, from: '2020-10-02' })),
});
export const editor = keeper('bientap.thutuc', 1, 'catalogue-editor');
export const secondEditor = keeper('bientap2.thutuc', 2, 'catalogue-editor');
export const reviewer = keeper('thamdinh.thutuc', 3, 'catalogue-reviewer');
export const bothAtOnce = keeper('ca-hai.thutuc', 4, 'catalogue-editor', 'catalogue-reviewer');

/** A catalogue and its drafts in memory, with what was told. */
export const catalogueInMemory = (...published: readonly ProcedureView[]): Catalogue & { readonly told: NewEvent[]; readonly works: CatalogueWorks } => {
  const versions = new Map<string, ProcedureView[]>();
  for (const view of published) versions.set(view.code, [...versions.get(view.code) ?? [], view]);
  const recalled = new Map<string, number[]>();
  const files = new Map<string, WorkFile>();
  const answered = new Set<string>();
  const told: NewEvent[] = [];
  const all = (code: string): ProcedureView[] => (versions.get(code) ?? []).filter(({ version: number }) => recalled.get(code)?.includes(number) !== true);
  const version = async (code: string, number: number) => versions.get(code)?.find((view) => view.version === number);
  const inForce = (code: string, at: Date) => all(code).find((view) => view.version === inForceAt(all(code).map(beginOf), at)?.version);
  const works: CatalogueWorks = {
    answered: async ({ id }) => answered.has(id),
    load: async (code) => files.get(code) ?? { code, revision: 0, head: await catalogueGenesis(code), history: [] },
    list: async () => [],
    change: async ({ before, work, entry, asked, publication, recall }) => {
      if (answered.has(asked.requestKey.id)) return 'replayed';
      if ((files.get(before.code)?.revision ?? 0) !== before.revision) return 'changed';
      answered.add(asked.requestKey.id);
      files.set(before.code, { code: before.code, revision: entry.seq, head: entry.hash, history: [...before.history, entry], ...(work === undefined ? {} : { work: structuredClone(work) }) });
      if (recall !== undefined) {
        recalled.set(before.code, [...recalled.get(before.code) ?? [], recall.version.version]);
        told.push(recall.event);
      }
      if (publication !== undefined) {
        versions.set(before.code, [...versions.get(before.code) ?? [], publication.view]);
        told.push(publication.event);
      }
      return 'written';
    },
  };
  return {
    told, works, version,
    timeline: async (code, at) => { const found = inForce(code, at); return { begins: all(code).map(beginOf), highest: Math.max(0, ...(versions.get(code) ?? []).map((view) => view.version)), ...(found === undefined ? {} : { inForce: found }) }; },
    current: async (code, at) => {
      const found = inForce(code, at);
      const next = nextAfter(all(code).map(beginOf), at);
      if (found === undefined || next === undefined) return found;
      const { publishedAt: _, ...rest } = next;
      return { ...found, next: rest };
    },
    list: async () => [...versions.values()].flatMap((views) => views.filter((view) => view.version === inForceAt(views.map(beginOf), today)?.version)).map(summaryOf).toSorted((a, b) => (a.code < b.code ? -1 : 1)),
    waiting: async () => [], begin: async () => false,
  };
};

let keys = 0;
/** An act as an officer does it, over the revision there is. */
export const acting = (procedures: Pick<Catalogue, 'timeline' | 'version' | 'current'>, works: CatalogueWorks, code: string) => {
  const keep = keepCatalogue({ procedures, works });
  return async (officer: Officer, act: CatalogueAct, more: Partial<Omit<KeepCommand, 'act' | 'procedureCode'>> & { readonly now?: Date } = {}): Promise<void> => {
    const { now, ...rest } = more;
    const { revision } = await works.load(code);
    await keep({ procedureCode: code, act, revision, asked: { requestKey: { id: `key-${++keys}`, fingerprint: 'x' }, cause: cause(now) }, ...rest }, officer);
  };
};

/** Writes, reviews and publishes an edition. */
export const publishThroughReview = async (procedures: Pick<Catalogue, 'timeline' | 'version' | 'current'>, works: CatalogueWorks, { code, edition, now = today }: { code: string; edition: ProcedureEdition; now?: Date }): Promise<void> => {
  const act = acting(procedures, works, code);
  await act(editor, 'save', { content: edition, now });
  await act(editor, 'submit', { now });
  await act(reviewer, 'publish', { effectiveFrom: edition.effectiveFrom, now });
};
