import { describe, expect, test } from 'vitest';
import type { DossierView, QueueRow } from '../../shared/contracts/dossier.ts';
import { GetQueue } from '../../shared/contracts/desk-queues.ts';
import { ListAgencyChanges } from '../../shared/contracts/machine.ts';
import { AnswerSupplement, FinishDossier, HandOverResult, OpenDossier, RequestSupplement, TakeDossier } from '../../shared/contracts/procedure-submission.ts';
import type { Actor } from '../../shared/runtime/actor.ts';
import { memoryDynamo } from '../support/memory/memory-dynamo.ts';
import { apiOn, checkedUpload, depsOn } from './support/desk.ts';
import { agencyCode, caseOfficer, citizen, clerk } from './support/dossiers.ts';
import { done, stepsOn } from './support/steps.ts';

// what users of comparable systems reported, tried here on the routes themselves
const system: Actor = { kind: 'machine', clientId: 'he-thong', scopes: ['dossiers/read', `agency/${agencyCode}`], agency: agencyCode };
const at = (day: string): Date => new Date(`2026-${day}T09:00:00+07:00`);
const desk = () => {
  const table = memoryDynamo().table('peers');
  const clock = { now: at('11-20') };
  const call = apiOn(depsOn(table), () => clock.now);
  const steps = stepsOn(call, table);
  const queue = async (name: string, who: Actor = clerk) => (await call(GetQueue, who, { params: { agencyCode, queue: name } })).body as unknown as { items: QueueRow[]; counts: Record<string, number> };
  const changes = async () => ((await call(ListAgencyChanges, system, { params: { agencyCode } })).body as unknown as { items: { dossierId: string; revision: number; status: number }[] }).items;
  const asked = async (dossier: DossierView) => done(await steps.act(RequestSupplement, caseOfficer, dossier, { reason: 'Thiếu nơi sinh.', items: [{ kind: 'text', what: 'Nơi sinh' }] }));
  const answered = async (dossier: DossierView) => { const answer = await steps.act(AnswerSupplement, citizen, dossier, { items: [{ itemId: 'muc-1', text: 'Vị Thanh' }] }); expect(answer.status).toBe(200); return answer.body as unknown as DossierView; };
  return { table, clock, call, ...steps, queue, changes, asked, answered };
};

describe('opencps-v2#735', () => {
  test('a supplemented dossier is with its officer at once, on the desk and in the list of the agency’s own system', async () => {
    const { clock, act, file, accept, queue, changes, asked, answered } = desk();
    const taken = done(await act(TakeDossier, caseOfficer, await accept(await file())));
    const held = await asked(taken);
    expect((await queue('mine', caseOfficer)).items).toEqual([]);
    expect((await queue('paused')).items).toMatchObject([{ dossierId: taken.dossierId, status: 5 }]);
    clock.now = at('11-25');
    const back = await answered(held);
    expect(back.state.business).toBe(4);
    const mine = await queue('mine', caseOfficer);
    expect(mine.items).toMatchObject([{ dossierId: taken.dossierId, status: 4, revision: back.revision }]);
    expect((await queue('paused')).items).toEqual([]);
    clock.now = new Date(clock.now.getTime() + 31_000);
    expect((await changes()).at(-1)).toMatchObject({ dossierId: taken.dossierId, revision: back.revision, status: 4 });
  });
});

describe('opencps-v2#1560', () => {
  test('a dossier is overdue neither while it waits for its applicant nor for that time afterwards', async () => {
    const { clock, call, act, file, accept, queue, asked, answered } = desk();
    const taken = done(await act(TakeDossier, caseOfficer, await accept(await file())));
    const first = new Date(taken.dueAt ?? 0);
    clock.now = at('11-23');
    const held = await asked(taken);
    // long after the first promise
    clock.now = at('12-21');
    expect(clock.now.getTime()).toBeGreaterThan(first.getTime());
    expect((await queue('overdue')).items).toEqual([]);
    expect(done(await call(OpenDossier, clerk, { params: { dossierId: taken.dossierId } })).punctuality).toBeUndefined();
    const back = await answered(held);
    expect(back.punctuality?.verdict).toBe('running');
    expect(new Date(back.dueAt ?? 0).getTime()).toBeGreaterThan(clock.now.getTime());
    expect((await queue('overdue')).items).toEqual([]);
    clock.now = new Date(new Date(back.dueAt ?? 0).getTime() + 60_000);
    expect((await queue('overdue')).items).toMatchObject([{ dossierId: taken.dossierId }]);
  });
});

describe('opencrvs-core#11703', () => {
  test('after each act the counts and the rows of every queue say the same, at once', async () => {
    const { table, act, file, accept, queue, asked, answered } = desk();
    const names = ['to-accept', 'to-take', 'processing', 'paused', 'to-hand-over'] as const;
    const agree = async (where: (typeof names)[number] | undefined): Promise<void> => {
      for (const name of names) {
        const { items, counts } = await queue(name);
        expect([name, items.length, counts[name] ?? 0]).toEqual([name, name === where ? 1 : 0, name === where ? 1 : 0]);
      }
    };
    const filed = await file();
    await agree('to-accept');
    const accepted = await accept(filed);
    await agree('to-take');
    const taken = done(await act(TakeDossier, caseOfficer, accepted));
    await agree('processing');
    const held = await asked(taken);
    await agree('paused');
    const back = await answered(held);
    await agree('processing');
    const finished = done(await act(FinishDossier, caseOfficer, back, { resultUploadId: await checkedUpload(table, caseOfficer) }));
    await agree('to-hand-over');
    await act(HandOverResult, clerk, finished);
    await agree(undefined);
  });
});
