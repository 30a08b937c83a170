import { expect } from 'vitest';
import { DeskDossierView, DossierView } from '../../../shared/contracts/dossier.ts';
import { GetQueue } from '../../../shared/contracts/desk-queues.ts';
import { OpenDossier, SubmitDossier, VerifyHistory } from '../../../shared/contracts/procedure-submission.ts';
import { compileCalendar, type CalendarSpec, type WorkingCalendar } from '../../../shared/kernel/working-time/calendar.ts';
import { newId } from '../../../shared/kernel/ids.ts';
import type { Actor } from '../../../shared/runtime/actor.ts';
import type { Table } from '../../../shared/runtime/dynamo.ts';
import type { SlowPausedTerm } from '../../kernel/slow-pause.ts';
import { apiOn, checkedUpload, depsOn, directory, draftWith, type Answered } from '../support/desk.ts';
import { agencyCode, citizen, clerk, procedure } from '../support/dossiers.ts';
import { expected, type ActRow } from './acts.ts';
import { countersAgree } from './counted.ts';
import { dueAt, queueOf, receivedAt, statusOf, verdictOf, type Life } from './life.ts';

const compiled = new WeakMap<CalendarSpec, WorkingCalendar>();
const calendarOf = (spec: CalendarSpec): WorkingCalendar => {
  const known = compiled.get(spec) ?? compileCalendar(spec);
  compiled.set(spec, known);
  return known;
};

/** Answers undefined when the process behind a table is gone; never, for a table that is well. */
const unanswered = (table: Table & { readonly died?: () => Promise<undefined> }): Promise<undefined> => table.died?.() ?? new Promise(() => undefined);

export type Setting = { readonly spec: CalendarSpec; readonly term: SlowPausedTerm | undefined; readonly begins: Date };
type Held = { readonly dossierId: string; readonly trackingCode: string; life: Life; revision: number; /** the last request that was carried out, to be sent again */ last?: { readonly row: ActRow; readonly who: Actor; readonly asking: Parameters<ReturnType<typeof apiOn>>[2] } };

/**
 * The province's own routes and rows beside the diaries of the model. Everything a command does is done to both, and
 * held against each other at once.
 */
export const worldOn = (table: Table, { spec, term, begins }: Setting, { store = table, attempts = 1 }: { /** where the test itself writes */ store?: Table; /** how often a browser sends a request that was not answered */ attempts?: number } = {}) => {
  let now = begins;
  const calendar = calendarOf(spec);
  const version = {
    ...procedure, publishedAt: '2020-01-01T00:00:00.000Z',
    cases: procedure.cases.map((one) => ({ ...one, channels: [{ channel: 'online' as const, fee: { kind: 'free' as const }, reading: 'stated' as const, ...(term === undefined ? {} : { term: { parts: [{ amount: term.amount, unit: term.unit }], ...(term.cutOff === undefined ? {} : { cutOff: term.cutOff }) } }) }] })),
  };
  const deps = {
    ...depsOn(table), directory: { ...directory, calendar: () => Promise.resolve(calendar), calendarInForce: () => Promise.resolve({ version: 1, calendar }) },
    procedures: { current: () => Promise.resolve(version), version: () => Promise.resolve(version) },
  };
  const once = apiOn(deps, () => now);
  const call: typeof once = async (route, who, asking) => {
    const sent = { key: newId('key', now), ...asking };
    for (let attempt = 1; ; attempt++) {
      const gone = unanswered(table);
      const answer = await Promise.race([once(route, who, sent), gone]);
      if (answer !== undefined && answer.status < 500) return answer;
      if (answer !== undefined && answer.body.code !== 'busy') throw new Error(`${route.name} answered ${JSON.stringify(answer.body)}`);
      if (attempt === attempts) throw new Error(`${route.name} was not answered in ${attempts} attempts`);
    }
  };
  const upload = (who: Actor): Promise<string> => checkedUpload(store, who);
  const held: Held[] = [];

  const agrees = ({ life, revision, dossierId }: Held, view: DossierView): void => {
    const says = { dossierId, status: view.state.business, revision: view.revision, receivedAt: view.receivedAt, dueAt: view.dueAt, verdict: view.finishedAt === undefined ? undefined : view.punctuality?.verdict };
    expect(says).toEqual({ dossierId, status: statusOf(life), revision, receivedAt: receivedAt(life)?.toISOString(), dueAt: dueAt(life)?.toISOString(), verdict: verdictOf(life) });
  };
  const open = async ({ dossierId }: Held): Promise<DeskDossierView> => DeskDossierView.parse((await call(OpenDossier, clerk, { params: { dossierId } })).body);

  return {
    lives: (): number => held.length,
    dossierIds: (): readonly string[] => held.map(({ dossierId }) => dossierId),
    acts: (): readonly string[] => held.flatMap(({ life }) => life.diary.map(({ act }) => act)),
    /** Time goes on; two machines' clocks may differ by some seconds. */
    pass: (minutes: number): void => { now = new Date(now.getTime() + minutes * 60_000); },
    statusOf: (which: number): number => { const one = held[which % held.length]; return one === undefined ? 0 : statusOf(one.life); },
    would: (row: ActRow, which: number, choice: number): string => { const one = held[which % held.length]; return one === undefined ? 'nobody' : expected(row, one.life, { at: now, choice }); },

    file: async (): Promise<void> => {
      const answer = await call(SubmitDossier, citizen, { params: { procedureCode: procedure.code }, body: draftWith(await upload(citizen)) });
      expect(answer.status, JSON.stringify(answer.body)).toBe(201);
      const view = DossierView.parse(answer.body);
      held.push({ dossierId: view.dossierId, trackingCode: view.trackingCode, revision: 0, life: { spec, term, diary: [{ act: 'submit', at: now }] } });
      agrees(held.at(-1) as Held, view);
    },

    /** An act as the model expects it to end; with a revision nobody holds any more, it must change nothing. */
    act: async (row: ActRow, which: number, { choice, stale = false }: { choice: number; stale?: boolean }): Promise<void> => {
      const one = held[which % held.length] as Held;
      const tried = { at: now, choice };
      const wanted = stale ? 'changed-meanwhile' : expected(row, one.life, tried);
      const body = { revision: stale ? one.revision + 1 : one.revision, ...await row.body?.({ life: one.life, upload, ...tried }) };
      const asking = { params: { dossierId: one.dossierId }, body, key: newId('key', now) };
      const who = row.who(one.life);
      const answer = await call(row.route, who, asking);
      expect({ act: row.act, ended: answer.status === 200 ? 'done' : answer.body.code }, JSON.stringify(answer.body).slice(0, 300)).toEqual({ act: row.act, ended: wanted });
      if (wanted !== 'done') return;
      const extraDays = row.extraDays?.(one.life, tried);
      Object.assign(one, { life: { ...one.life, diary: [...one.life.diary, { act: row.act, at: now, ...(extraDays === undefined ? {} : { extraDays }) }] }, revision: one.revision + 1, last: { row, who, asking } });
      agrees(one, DossierView.parse(answer.body));
    },

    /** The same request again is answered, and nothing happens. */
    again: async (which: number): Promise<void> => {
      const one = held[which % held.length] as Held;
      if (one.last === undefined) return;
      const answer = await call(one.last.row.route, one.last.who, one.last.asking);
      expect(answer.status, `${one.last.row.act} again: ${JSON.stringify(answer.body).slice(0, 200)}`).toBe(200);
      agrees(one, DossierView.parse(answer.body));
    },

    /** Two at once with one revision: one is done, the other told so. */
    race: async (row: ActRow, which: number, choice: number): Promise<void> => {
      const one = held[which % held.length] as Held;
      const tried = { at: now, choice };
      if (expected(row, one.life, tried) !== 'done') return;
      const bodies = [await row.body?.({ life: one.life, upload, ...tried }), await row.body?.({ life: one.life, upload, ...tried })];
      const askings = bodies.map((body, place) => ({ params: { dossierId: one.dossierId }, body: { revision: one.revision, ...body }, key: `${newId('key', now)}-${place}` }));
      const who = row.who(one.life);
      const answers = await Promise.all(askings.map((asking) => call(row.route, who, asking)));
      const won = answers.findIndex(({ status }) => status === 200);
      expect({ act: row.act, lost: answers[1 - won]?.body.code, won: won >= 0 }).toEqual({ act: row.act, lost: 'changed-meanwhile', won: true });
      const extraDays = row.extraDays?.(one.life, tried);
      Object.assign(one, { life: { ...one.life, diary: [...one.life.diary, { act: row.act, at: now, ...(extraDays === undefined ? {} : { extraDays }) }] }, revision: one.revision + 1, last: { row, who, asking: askings[won] } });
      agrees(one, DossierView.parse((answers[won] as Answered).body));
    },

    /** At the end of the days: every dossier as its diary says, in its queue and in no other, counted right, with a history that holds and says what happened. */
    verify: async (): Promise<void> => {
      for (const one of held) {
        const view = await open(one);
        agrees(one, view);
        expect(view.history.map(({ act }) => act)).toEqual(one.life.diary.map(({ act }) => act));
        const chain = (await call(VerifyHistory, citizen, { params: { trackingCode: one.trackingCode } })).body;
        expect({ holds: chain['holds'], entries: (chain['entries'] as unknown[]).length }).toEqual({ holds: true, entries: one.life.diary.length });
      }
      const queues = ['to-accept', 'to-take', 'processing', 'paused', 'to-hand-over'];
      const listed = await Promise.all(queues.map(async (queue) => (await call(GetQueue, clerk, { params: { agencyCode, queue }, query: { limit: '100' } })).body as { items: { dossierId: string; dueAt?: string }[]; counts: Record<string, number> }));
      for (const [place, queue] of queues.entries()) {
        const here = held.filter(({ life }) => queueOf(statusOf(life)) === queue);
        const rows = listed[place] as (typeof listed)[number];
        expect({ queue, rows: rows.items.map(({ dossierId, dueAt: due }) => `${dossierId} ${due ?? ''}`).toSorted(), count: rows.counts[queue] })
          .toEqual({ queue, rows: here.map(({ dossierId, life }) => `${dossierId} ${dueAt(life)?.toISOString() ?? ''}`).toSorted(), count: here.length });
      }
      await countersAgree(store, deps.procedures, held);
    },
  };
};
export type World = ReturnType<typeof worldOn>;
