import { describe, expect, it } from 'vitest';
import { PaymentSettledV1 } from '../../events/lgsp-connectors/payment-settled.v1.ts';
import type { DeskDossierView } from '../../shared/contracts/dossier.ts';
import { ExemptPayment, RecordPayment, RequestPayment } from '../../shared/contracts/matter-routes.ts';
import type { CaseChannel } from '../../shared/contracts/procedure.ts';
import { FinishDossier, HandOverResult, OpenDossier, TakeDossier } from '../../shared/contracts/procedure-submission.ts';
import { newId } from '../../shared/kernel/ids.ts';
import { newEvent } from '../../shared/runtime/outbox.ts';
import { bookPayment } from '../../functions/procedure-submission/book-payment.ts';
import { dueOf } from '../../functions/procedure-submission/due-of.ts';
import { mailContent } from '../../functions/procedure-submission/mail-content.ts';
import { paymentContent } from '../../functions/procedure-submission/payment-forms.ts';
import { memoryDynamo } from '../support/memory/memory-dynamo.ts';
import { apiOn, checkedUpload, depsOn, siteOrigin } from './support/desk.ts';
import { caseOfficer, clerk, leader, now, procedure } from './support/dossiers.ts';
import { done, stepsOn } from './support/steps.ts';

const onReturn: Partial<CaseChannel> = { fee: { kind: 'amount', vnd: 8000 }, feeDue: 'on-return' };
const items = [{ kind: 'charge', name: 'Lệ phí hộ tịch', amount: 8000, source: 'published' }];
const asking = { reason: 'Phí, lệ phí nộp khi nhận kết quả.', items };
const taking = { amount: 8000, paidOn: '2026-11-20', receipts: [{ kind: 'charge', number: '0000456' }] };

const province = (way: Partial<CaseChannel> = onReturn) => {
  const published = { ...procedure, cases: procedure.cases.map((one) => ({ ...one, channels: one.channels.map((channel) => ({ ...channel, ...way })) })) };
  const table = memoryDynamo().table('payments');
  const deps = depsOn(table, published);
  const call = apiOn(deps);
  const { act, accept, file } = stepsOn(call, table);
  const finish = async (dossier: DeskDossierView) => done(await act(FinishDossier, caseOfficer, dossier, { resultUploadId: await checkedUpload(table, caseOfficer) }));
  const taken = async () => done(await act(TakeDossier, caseOfficer, await accept(await file())));
  return { deps, act, taken, finish, open: async ({ dossierId }: DeskDossierView, who = clerk) => (await call(OpenDossier, who, { params: { dossierId } })).body as unknown as DeskDossierView, finished: async () => finish(await taken()) };
};

describe('a fee that is collected at the return', () => {
  it('holds the result back until a clerk has taken it, and no clock knows of it', async () => {
    const { act, deps, finished, open } = province();
    const result = await finished();
    expect(result.state).toMatchObject({ business: 9, finance: 'due-at-return' });
    expect((await open(result)).allowed).toEqual(['request-payment']);
    expect(await act(HandOverResult, clerk, result)).toMatchObject({ status: 409, body: { code: 'payment-due-at-return', allowed: ['request-payment'] } });
    expect((await act(RecordPayment, clerk, result, taking)).body.code).toBe('state-conflict');
    const asked = done(await act(RequestPayment, clerk, result, asking));
    expect(asked).toMatchObject({ state: { business: 9, finance: 'due' }, allowed: ['record-payment'], dueAt: result.dueAt, finishedAt: result.finishedAt, punctuality: result.punctuality, payments: [{ state: 'due', total: 8000 }] });
    expect(asked).not.toHaveProperty('pauses');
    const record = await deps.dossiers.load(asked.dossierId);
    if (record === undefined) throw new Error('not written');
    expect(paymentContent(record, siteOrigin, asked.revision).closing).toContain('Kết quả được trả khi đã nộp đủ');
    expect(mailContent(record, 'payment-requested', siteOrigin).text).not.toContain('thời hạn');
    expect((await act(HandOverResult, clerk, asked)).body.code).toBe('payment-due-at-return');
    const paid = done(await act(RecordPayment, clerk, asked, taking));
    expect(paid).toMatchObject({ state: { business: 9, finance: 'paid' }, allowed: ['hand-over'], dueAt: result.dueAt, payments: [{ state: 'paid' }] });
    expect(done(await act(HandOverResult, clerk, paid)).state).toMatchObject({ business: 10, finance: 'paid', delivery: 'handed-over' });
  });

  it('may be let off by a leader, or paid through a gateway', async () => {
    const { act, deps, finished, open } = province();
    const asked = done(await act(RequestPayment, clerk, await finished(), asking));
    expect((await open(asked, leader)).allowed).toContain('exempt-payment');
    const exempt = done(await act(ExemptPayment, leader, asked, { reason: 'Hộ nghèo.' }));
    expect(exempt).toMatchObject({ state: { business: 9, finance: 'exempt' }, dueAt: asked.dueAt, punctuality: asked.punctuality });
    expect(done(await act(HandOverResult, clerk, exempt)).state.business).toBe(10);

    const other = done(await act(RequestPayment, clerk, await finished(), asking));
    const event = newEvent(PaymentSettledV1, { dossierId: other.dossierId, obligation: 1, reference: 'NH-1', amount: 8000, paidAt: now.toISOString() }, { actor: 'machine', correlationId: newId('cor', now), causationId: newId('evt', now), now });
    const book = bookPayment({ ...deps, dueOf: dueOf(deps) });
    expect(await book(event.detail as Parameters<typeof book>[0], now)).toBe('settled');
    expect(await open(other)).toMatchObject({ state: { business: 9, finance: 'paid' }, allowed: ['hand-over'] });
  });

  it('is not asked for again when it was paid on the way', async () => {
    const { act, finish, taken } = province();
    const asked = done(await act(RequestPayment, caseOfficer, await taken(), asking));
    expect(asked.state.business).toBe(6);
    const finished = await finish(done(await act(RecordPayment, clerk, asked, taking)));
    expect(finished.state).toMatchObject({ business: 9, finance: 'paid' });
    expect(done(await act(HandOverResult, clerk, finished)).state.business).toBe(10);
  });
});

it.each<[string, Partial<CaseChannel>]>([
  ['nothing is to be paid', { fee: { kind: 'free' }, feeDue: 'on-return' }], ['the catalogue says no moment', { fee: { kind: 'amount', vnd: 8000 } }], ['it is collected on receipt', { fee: { kind: 'amount', vnd: 8000 }, feeDue: 'on-receipt' }],
])('where %s, a result is handed over as it is, and nothing is asked for with it', async (_, way) => {
  const { act, finished } = province(way);
  const result = await finished();
  expect(result.state.finance).toBe('not-due');
  expect((await act(RequestPayment, clerk, result, asking)).body.code).toBe('state-conflict');
  expect((await act(ExemptPayment, leader, result, { reason: 'x' })).body.code).toBe('state-conflict');
  expect(done(await act(HandOverResult, clerk, result)).state.business).toBe(10);
});
