import { describe, expect, test } from 'vitest';
import type { DeskDossierView } from '../../shared/contracts/dossier.ts';
import { ExemptPayment, RecordPayment, RequestPayment, TransferDossier } from '../../shared/contracts/matter-routes.ts';
import { AcceptDossier, AnswerSupplement, ExtendDossier, FinishDossier, OpenDossier, RequestSupplement, ResumeDossier, StopDossier, TakeDossier } from '../../shared/contracts/procedure-submission.ts';
import type { Route } from '../../shared/contracts/route.ts';
import type { Actor } from '../../shared/runtime/actor.ts';
import { memoryDynamo } from '../support/memory/memory-dynamo.ts';
import { apiOn, checkedUpload, depsOn } from './support/desk.ts';
import { caseOfficer, citizen, clerk, leader, otherAgencyCode } from './support/dossiers.ts';
import { done, stepsOn } from './support/steps.ts';

const reason = 'Theo quy định.';
const payment = { reason, items: [{ kind: 'fee', name: 'Phí', amount: 1000 }] };

/** A desk whose clock goes on by half a day with each act, and what the last event of it said. */
const desk = () => {
  const memory = memoryDynamo();
  const table = memory.table('told');
  let now = new Date('2026-11-19T02:00:00Z');
  const call = apiOn(depsOn(table), () => now);
  const { act, file } = stepsOn(call, table);
  const told = (type: string) => memory.rows('told').filter((row) => String(row['detailType']).startsWith(`${type}.v`)).map((row) => (JSON.parse(String(row['detail'])) as { data: { dueAt?: string } }).data).at(-1);
  const after = async (route: Route, who: Actor, dossier: DeskDossierView, more: Record<string, unknown> = {}): Promise<DeskDossierView> => {
    now = new Date(now.getTime() + 12 * 3_600_000);
    const answer = await act(route, who, dossier, more);
    expect(answer.status, `${route.name} ${JSON.stringify(answer.body)}`).toBe(200);
    return done(await call(OpenDossier, leader, { params: { dossierId: dossier.dossierId } }));
  };
  return { table, file, told, after };
};
type Steps = ReturnType<typeof desk>;

describe('the due date an event tells is the one the dossier has', () => {
  const held: Record<string, (steps: Steps, taken: DeskDossierView) => Promise<DeskDossierView>> = {
    'dossier.supplement-answered': async ({ after }, taken) => after(AnswerSupplement, citizen, await after(RequestSupplement, caseOfficer, taken, { reason, items: [{ kind: 'text', what: 'Nơi sinh' }] }), { items: [{ itemId: 'muc-1', text: 'Vị Thanh' }] }),
    'dossier.payment-exempted': async ({ after }, taken) => after(ExemptPayment, leader, await after(RequestPayment, caseOfficer, taken, payment), { reason }),
    'dossier.paid': async ({ after }, taken) => after(RecordPayment, clerk, await after(RequestPayment, caseOfficer, taken, payment), { amount: 1000, paidOn: '2026-11-21', receipts: [{ kind: 'fee', number: '1' }] }),
    'dossier.resumed': async ({ after }, taken) => after(ResumeDossier, leader, await after(StopDossier, leader, taken, { reason })),
    'dossier.extended': async ({ after }, taken) => after(ExtendDossier, leader, taken, { reason, newDate: '2026-12-15' }),
    'dossier.finished': async ({ table, after }, taken) => after(FinishDossier, caseOfficer, taken, { resultUploadId: await checkedUpload(table, caseOfficer, { expiresAt: 2_000_000_000 }) }),
  };
  test.each(Object.entries(held))('%s', async (type, lives) => {
    const steps = desk();
    const taken = await steps.after(TakeDossier, caseOfficer, await steps.after(AcceptDossier, clerk, await steps.file() as unknown as DeskDossierView));
    expect(taken.dueAt).toBeDefined();
    expect(steps.told('dossier.accepted')?.dueAt).toBe(taken.dueAt);
    const now = await lives(steps, taken);
    expect(steps.told(type)?.dueAt).toBe(now.dueAt);
    // what paused or extended it moved it; what finished it did not
    expect(now.dueAt === taken.dueAt).toBe(type === 'dossier.finished');
  });
  test('dossier.transferred', async () => {
    const steps = desk();
    const taken = await steps.after(TakeDossier, caseOfficer, await steps.after(AcceptDossier, clerk, await steps.file() as unknown as DeskDossierView));
    await steps.after(TransferDossier, leader, taken, { reason, agency: otherAgencyCode });
    expect(steps.told('dossier.transferred')?.dueAt).toBe(taken.dueAt);
  });
});
