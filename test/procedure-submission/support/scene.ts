import { afterAll, beforeAll, inject } from 'vitest';
import { GetQueue } from '../../../shared/contracts/desk-queues.ts';
import { TakeDossier } from '../../../shared/contracts/procedure-submission.ts';
import type { DeskDossierView } from '../../../shared/contracts/dossier.ts';
import { tables } from '../../../shared/tables/table-spec.ts';
import { createTable, type TestTable } from '../../support/table.ts';
import { apiOn, depsOn, type Api } from './desk.ts';
import { agencyCode, caseOfficer, clerk, now } from './dossiers.ts';
import { done, stepsOn } from './steps.ts';

type Queued = { readonly items: { dossierId: string; status: number; dueAt?: string }[]; readonly counts: Record<string, number> };

/** A desk on a table of its own, at a time the test sets: an hour of Việt Nam in November and December 2026; the 24th of November is a day off. */
export const deskScene = () => {
  let clock = now;
  let store: TestTable;
  let api: Api;
  let steps: ReturnType<typeof stepsOn>;
  beforeAll(async () => { store = await createTable(tables['procedure-submission'], inject('endpoint')); api = apiOn(depsOn(store.table), () => clock); steps = stepsOn(api, store.table); });
  afterAll(() => store.drop());
  const at = (day: string, time = '09:00'): void => { clock = new Date(`2026-${day}T${time}:00+07:00`); };
  const call: Api = (...asked) => api(...asked);
  const act: typeof steps.act = (...asked) => steps.act(...asked);
  const file: typeof steps.file = (...asked) => steps.file(...asked);
  const accept: typeof steps.accept = (...asked) => steps.accept(...asked);
  return {
    at, call, steps: { act, file, accept }, store: () => store,
    queue: async (name: string) => (await call(GetQueue, clerk, { params: { agencyCode, queue: name } })).body as unknown as Queued,
    /** Received on Friday 20 November at nine: five working days end on Monday the 30th at five. */
    taken: async (): Promise<DeskDossierView> => {
      at('11-20');
      return done(await act(TakeDossier, caseOfficer, await accept(await file())));
    },
  };
};
