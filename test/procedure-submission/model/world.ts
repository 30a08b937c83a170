import { expect } from 'vitest';
import { DeskDossierView, DossierView } from '../../../shared/contracts/dossier.ts';
import { OpenDossier, SubmitDossier, VerifyHistory } from '../../../shared/contracts/procedure-submission.ts';
import { newId } from '../../../shared/kernel/ids.ts';
import type { Actor, Officer } from '../../../shared/runtime/actor.ts';
import type { Table } from '../../../shared/runtime/dynamo.ts';
import { apiOn, checkedUpload, draftWith, type Answered } from '../support/desk.ts';
import { citizen, procedure } from '../support/dossiers.ts';
import { expected, lived, type ActRow, type Requested, type Try } from './acts.ts';
import { countersAgree } from './counted.ts';
import { dueAt, holderOf, passedOnBy, receivedAt, statusOf, verdictOf, type Life, type Rules } from './life.ts';
import { agencies, officerOf, type Role } from './people.ts';
import { provinceOn } from './province.ts';
import { queuesAgree } from './queued.ts';
import { placeOf, wayForbids } from './way.ts';

/** Answers undefined when the process behind a table is gone; never, for a table that is well. */
const unanswered = (table: Table & { readonly died?: () => Promise<undefined> }): Promise<undefined> => table.died?.() ?? new Promise(() => undefined);

export type Setting = Rules & { readonly begins: Date };
type Held = { readonly dossierId: string; readonly trackingCode: string; life: Life; revision: number; /** the last thing that was carried out, to be asked for again */ again?: () => Promise<string> };

/**
 * The province's own routes and rows beside the diaries of the model. Everything a command does is done to both, and
 * held against each other at once.
 */
export const worldOn = (table: Table, { begins, ...rules }: Setting, { store = table, attempts = 1 }: { /** where the test itself writes */ store?: Table; /** how often a browser sends a request that was not answered */ attempts?: number } = {}) => {
  let now = begins;
  const { deps, inForce, publish } = provinceOn(table, rules);
  const once = apiOn(deps, () => now);
  /** Asks until there is an answer, as a browser and a queue do; the process may be gone in between. */
  const insist = async <T>(name: string, ask: () => Promise<T>, isAnswer: (answer: T) => boolean): Promise<T> => {
    for (let attempt = 1; ; attempt++) {
      const gone = unanswered(table);
      const answer = await Promise.race([ask(), gone]);
      if (answer !== undefined && isAnswer(answer)) return answer;
      if (attempt === attempts) throw new Error(`${name} was not answered in ${attempts} attempts: ${JSON.stringify(answer)}`);
    }
  };
  const call: typeof once = async (route, who, asking) => {
    const sent = { key: newId('key', now), ...asking };
    return insist(route.name, () => once(route, who, sent), ({ status, body }) => {
      if (status >= 500 && body.code !== 'busy') throw new Error(`${route.name} answered ${JSON.stringify(body)}`);
      return status < 500;
    });
  };
  const upload = (who: Actor): Promise<string> => checkedUpload(store, who);
  const held: Held[] = [];

  const agrees = ({ life, revision, dossierId }: Held, view: DossierView): void => {
    const says = {
      dossierId, status: view.state.business, revision: view.revision, agency: view.agency.code, receivedAt: view.receivedAt, dueAt: view.dueAt, verdict: view.finishedAt === undefined ? undefined : view.punctuality?.verdict,
      step: view.way?.findIndex(({ state }) => state === 'now'),
    };
    const [status, place] = [statusOf(life), rules.way === undefined || receivedAt(life) === undefined ? undefined : placeOf(life)];
    expect(says).toEqual({
      dossierId, status, revision, agency: holderOf(life), receivedAt: receivedAt(life)?.toISOString(), dueAt: dueAt(life)?.toISOString(), verdict: verdictOf(life),
      step: place === undefined ? undefined : status === 10 ? -1 : place.step,
    });
  };
  const open = async ({ dossierId, life }: Held): Promise<DeskDossierView> => DeskDossierView.parse((await call(OpenDossier, officerOf(holderOf(life), 'one-stop-clerk'), { params: { dossierId } })).body);

  const at = (which: number): Held => held[which % held.length] as Held;
  const tryNow = (choice: number): Try => ({ at: now, choice, inForce: { ...inForce } });
  const done = (one: Held, row: ActRow, tried: Try, again: () => Promise<string>): void => {
    Object.assign(one, { life: lived(row, one.life, tried), revision: one.revision + 1, again });
  };
  /** The answer itself, where it shows the dossier; else what the desk is shown. */
  const shown = async (one: Held, body: unknown): Promise<DossierView> => { const view = DossierView.safeParse(body); return view.success ? view.data : open(one); };
  const askingFor = async (row: Requested, one: Held, tried: Try, revision: number) =>
    ({ params: { dossierId: one.dossierId }, body: { revision, ...await row.body?.({ life: one.life, upload, ...tried }) }, key: newId('key', now) });
  const outcomeOf = ({ status, body }: Answered): string => (status === 200 ? 'done' : String(body.code));

  return {
    lives: (): number => held.length,
    dossierIds: (): readonly string[] => held.map(({ dossierId }) => dossierId),
    acts: (): readonly string[] => held.flatMap(({ life }) => life.diary.map(({ act }) => act)),
    /** Time goes on; two machines' clocks may differ by some seconds. */
    pass: (minutes: number): void => { now = new Date(now.getTime() + minutes * 60_000); },
    publish,
    statusOf: (which: number): number => (held.length === 0 ? 0 : statusOf(at(which).life)),
    /** whether the status allows an act, and the way inside the agency does */
    mayTry: ({ act, from }: ActRow, which: number): boolean => held.length > 0 && from.includes(statusOf(at(which).life)) && !wayForbids(at(which).life, act),

    file: async (): Promise<void> => {
      const answer = await call(SubmitDossier, citizen, { params: { procedureCode: procedure.code }, body: draftWith(await upload(citizen)) });
      expect(answer.status, JSON.stringify(answer.body)).toBe(201);
      const view = DossierView.parse(answer.body);
      held.push({ dossierId: view.dossierId, trackingCode: view.trackingCode, revision: 0, life: { rules, diary: [{ act: 'submit', at: now, term: inForce.term }] } });
      agrees(held.at(-1) as Held, view);
    },

    /** An act as the model expects it to end; with a revision nobody holds any more, it must change nothing. */
    act: async (row: ActRow, which: number, { choice, stale = false }: { choice: number; stale?: boolean }): Promise<void> => {
      const one = at(which);
      const tried = tryNow(choice);
      if ('work' in row) {
        const ask = row.work(deps, { ...tried, life: one.life, dossierId: one.dossierId });
        const work = (): Promise<string> => insist(row.act, () => ask().catch((error: unknown) => { if (attempts === 1) throw error; return ''; }), (answer) => answer !== '');
        const wanted = expected(row, one.life, tried);
        expect({ act: row.act, ended: await work() }).toEqual({ act: row.act, ended: wanted });
        if (wanted === 'done') done(one, row, tried, work);
        return agrees(one, await open(one));
      }
      const wanted = stale ? 'changed-meanwhile' : expected(row, one.life, tried);
      const [who, asking] = [row.who(one.life), await askingFor(row, one, tried, one.revision + (stale ? 1 : 0))];
      const answer = await call(row.route, who, asking);
      expect({ act: row.act, ended: outcomeOf(answer) }, JSON.stringify(answer.body).slice(0, 300)).toEqual({ act: row.act, ended: wanted });
      if (wanted !== 'done') return;
      done(one, row, tried, async () => outcomeOf(await call(row.route, who, asking)));
      agrees(one, await shown(one, answer.body));
    },

    /** The same request again is answered, and nothing happens. */
    again: async (which: number): Promise<void> => {
      const one = at(which);
      if (one.again === undefined) return;
      expect(await one.again(), `${one.life.diary.at(-1)?.act} again`).toBe('done');
      agrees(one, await open(one));
    },

    /** An officer of another agency finds nothing to do where hers passed the dossier on, and nothing at all elsewhere. */
    elsewhere: async (row: ActRow, which: number, choice: number): Promise<void> => {
      const one = at(which);
      const other = agencies.filter((agency) => agency !== holderOf(one.life))[choice % 2] as string;
      if ('work' in row || row.who(one.life).kind !== 'officer') return;
      const [own] = (row.who(one.life) as Officer).posts;
      const answer = await call(row.route, officerOf(other, own?.role as Role), await askingFor(row, one, tryNow(choice), one.revision));
      expect({ act: row.act, ended: outcomeOf(answer) }).toEqual({ act: row.act, ended: passedOnBy(one.life).includes(other) ? 'state-conflict' : 'not-found' });
    },

    /** Two at once with one revision: one is done, the other told so. */
    race: async (row: ActRow, which: number, choice: number): Promise<void> => {
      const one = at(which);
      const tried = tryNow(choice);
      if ('work' in row || expected(row, one.life, tried) !== 'done') return;
      const [who, askings] = [row.who(one.life), [await askingFor(row, one, tried, one.revision), await askingFor(row, one, tried, one.revision)]];
      const answers = await Promise.all(askings.map((asking) => call(row.route, who, asking)));
      const won = answers.findIndex(({ status }) => status === 200);
      expect({ act: row.act, lost: answers[1 - won]?.body.code, won: won >= 0 }).toEqual({ act: row.act, lost: 'changed-meanwhile', won: true });
      done(one, row, tried, async () => outcomeOf(await call(row.route, who, askings[won])));
      agrees(one, await shown(one, answers[won]?.body));
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
      await queuesAgree(call, held);
      await countersAgree(store, deps.procedures, held);
    },
  };
};
export type World = ReturnType<typeof worldOn>;
