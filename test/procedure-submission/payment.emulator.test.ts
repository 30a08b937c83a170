import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { PaymentSettledV1 } from '../../events/lgsp-connectors/payment-settled.v1.ts';
import { GetQueue } from '../../shared/contracts/desk-queues.ts';
import { ExemptPayment, GetDossierFee, RecordPayment, RequestPayment } from '../../shared/contracts/matter-routes.ts';
import { FinishDossier, GetMyDossier, OpenDossier, ResumeDossier, StopDossier, TakeDossier, TrackDossier, VerifyHistory, WithdrawDossier } from '../../shared/contracts/procedure-submission.ts';
import { DossierView, type DeskDossierView } from '../../shared/contracts/dossier.ts';
import { newId } from '../../shared/kernel/ids.ts';
import { newEvent } from '../../shared/runtime/outbox.ts';
import { Reject } from '../../shared/runtime/queue.ts';
import { tables } from '../../shared/tables/table-spec.ts';
import { bookPayment } from '../../functions/procedure-submission/book-payment.ts';
import { dueOf } from '../../functions/procedure-submission/due-of.ts';
import { createTable, type TestTable } from '../support/table.ts';
import { apiOn, checkedUpload, depsOn, type Api } from './support/desk.ts';
import { agencyCode, caseOfficer, citizen, clerk, leader, now, procedure, strangerClerk } from './support/dossiers.ts';
import { done, nobody, stepsOn } from './support/steps.ts';

let store: TestTable;
let call: Api;
let steps: ReturnType<typeof stepsOn>;
let book: (data: { dossierId: string; obligation?: number; reference?: string; amount?: number }) => Promise<string>;
let clock = now;
/** An hour of Việt Nam, in November and December 2026; the 24th of November is a day off. */
const at = (day: string, time = '09:00'): void => { clock = new Date(`2026-${day}T${time}:00+07:00`); };
const cause = () => ({ actor: 'machine' as const, correlationId: newId('cor', clock), causationId: newId('evt', clock), now: clock });
const priced = { ...procedure, cases: procedure.cases.map((one) => ({ ...one, channels: one.channels.map((way) => ({ ...way, fee: { kind: 'amount' as const, vnd: 8000 } })) })) };
beforeAll(async () => {
  store = await createTable(tables['procedure-submission'], inject('endpoint'));
  const deps = { ...depsOn(store.table), procedures: { current: () => Promise.resolve(priced), version: () => Promise.resolve(priced) } };
  call = apiOn(deps, () => clock);
  steps = stepsOn(call, store.table);
  const work = bookPayment({ ...deps, dueOf: dueOf(deps) });
  book = ({ obligation = 1, reference = 'NH-0001', amount = 58_000, dossierId }) =>
    work(newEvent(PaymentSettledV1, { dossierId, obligation, reference, amount, paidAt: clock.toISOString() }, cause()).detail as Parameters<typeof work>[0], clock);
});
afterAll(() => store.drop());

type Ref = { dossierId: string; revision: number };
const asking = { reason: 'Chưa nộp lệ phí.', items: [{ kind: 'charge', name: 'Lệ phí hộ tịch', amount: 8000, source: 'published' }, { kind: 'fee', name: 'Phí trích lục', amount: 50_000 }] };
const ask = async (dossier: Ref, who = caseOfficer) => done(await steps.act(RequestPayment, who, dossier, asking));
const receipts = [{ kind: 'fee', number: '0000123' }, { kind: 'charge', number: '0000456' }];
const record = (dossier: Ref, changes: Record<string, unknown> = {}) => steps.act(RecordPayment, clerk, dossier, { amount: 58_000, paidOn: '2026-12-01', receipts, ...changes });
const open = async ({ dossierId }: Ref, who = clerk) => (await call(OpenDossier, who, { params: { dossierId } })).body as unknown as DeskDossierView;
const mine = async ({ dossierId }: Ref) => DossierView.parse((await call(GetMyDossier, citizen, { params: { dossierId } })).body);
const counts = async () => ((await call(GetQueue, clerk, { params: { agencyCode, queue: 'paused' } })).body as unknown as { counts: Record<string, number> }).counts;
const told = async (type: string) => (await store.rows()).filter((row) => row['detailType'] === type).map((row) => (JSON.parse(String(row['detail'])) as { data: Record<string, unknown> }).data);

/** Received on Friday 20 November: five working days end on Monday the 30th. */
const taken = async (): Promise<DeskDossierView> => { at('11-20'); return done(await steps.act(TakeDossier, caseOfficer, await steps.accept(await steps.file()))); };
/** Asked to pay on Monday the 23rd, looked at on the first of December: four of five working days are left. */
const owing = async (): Promise<DeskDossierView> => { const before = await taken(); at('11-23', '15:00'); const asked = await ask(before); at('12-01', '10:00'); return asked; };

describe('a payment', () => {
  it('is asked for item by item, stops the clock, and paid at the counter lets it go on where it stopped', async () => {
    const before = await counts();
    const asked = await owing();
    expect(asked).toMatchObject({ state: { business: 6, finance: 'due' }, reason: asking.reason, allowed: [], payments: [{ obligation: 1, total: 58_000, inWords: 'Năm mươi tám nghìn đồng', state: 'due', unbooked: [] }] });
    expect([asked.dueAt, asked.punctuality]).toEqual([undefined, undefined]);
    expect((await counts())['paused']).toBe((before['paused'] ?? 0) + 1);
    expect((await open(asked)).allowed).toEqual(['record-payment']);
    expect((await open(asked, leader)).allowed).toEqual(['exempt-payment', 'stop']);
    expect((await mine(asked)).payments).toMatchObject([{ state: 'due', items: [{ amount: 8000 }, { amount: 50_000 }] }]);

    const paid = done(await record(asked));
    expect(paid).toMatchObject({
      state: { business: 4, finance: 'paid' }, dueAt: '2026-12-07T10:00:00.000Z', pauses: [{ pausedAt: '2026-11-23T08:00:00.000Z', resumedAt: '2026-12-01T03:00:00.000Z' }],
      payments: [{ state: 'paid', settlement: { method: 'counter', paidOn: '2026-12-01', receipts } }],
    });
    expect(paid.reason).toBeUndefined();
    expect((await counts())['paused']).toBe(before['paused'] ?? 0);
    const tracked = (await call(TrackDossier, nobody, { params: { trackingCode: asked.trackingCode } })).body;
    expect(tracked).toMatchObject({ state: { finance: 'paid' }, dueAt: '2026-12-07T10:00:00.000Z' });
    expect(JSON.stringify(tracked)).not.toMatch(/lệ phí|0000123|58000/);
    expect((await call(VerifyHistory, nobody, { params: { trackingCode: asked.trackingCode } })).body).toMatchObject({ holds: true });
    expect(await told('dossier.payment-requested.v1')).toContainEqual(expect.objectContaining({ dossierId: asked.dossierId, obligation: 1, revision: 3, amount: 58_000 }));
    expect(await told('dossier.paid.v1')).toContainEqual(expect.objectContaining({ dossierId: asked.dossierId, method: 'counter', revision: 4, dueAt: '2026-12-07T10:00:00.000Z' }));
  });

  it('asked for by the clerk comes back to where the clerk asked, and the fee of the version is there to ask for', async () => {
    at('11-20');
    const filed = await steps.file();
    expect((await call(GetDossierFee, clerk, { params: { dossierId: filed.dossierId } })).body).toEqual({ procedureVersion: 1, fee: { kind: 'amount', vnd: 8000 } });
    expect((await call(GetDossierFee, strangerClerk, { params: { dossierId: filed.dossierId } })).status).toBe(404);
    expect(done(await record(await ask(filed, clerk), { paidOn: '2026-11-20' }))).toMatchObject({ state: { business: 1, finance: 'paid' } });
  });

  it('is let off by a leader with a reason, and by nobody else', async () => {
    const asked = await owing();
    expect((await steps.act(ExemptPayment, clerk, asked, { reason: 'Hộ nghèo' })).status).toBe(403);
    expect((await steps.act(ExemptPayment, leader, asked, { reason: ' ' })).body).toMatchObject({ code: 'reason-missing', errors: [{ pointer: '/body/reason' }] });
    const exempt = done(await steps.act(ExemptPayment, leader, asked, { reason: 'Hộ nghèo' }));
    expect(exempt).toMatchObject({ state: { business: 4, finance: 'exempt' }, dueAt: '2026-12-07T10:00:00.000Z', payments: [{ state: 'exempt', exemption: { reason: 'Hộ nghèo' } }] });
  });

  it('that a leader stopped over, or the applicant withdrew from, lapses', async () => {
    const stopped = done(await steps.act(StopDossier, leader, await owing(), { reason: 'Chờ kết luận.' }));
    expect(stopped.payments).toMatchObject([{ state: 'due' }]);
    const resumed = done(await steps.act(ResumeDossier, leader, stopped));
    expect(resumed).toMatchObject({ state: { business: 4, finance: 'not-due' }, payments: [{ state: 'lapsed' }], pauses: [{}] });
    expect(await ask(resumed)).toMatchObject({ payments: [{ state: 'lapsed' }, { obligation: 2, state: 'due' }] });
    expect((await steps.act(WithdrawDossier, citizen, await owing())).body).toMatchObject({ state: { business: 7, finance: 'not-due' }, payments: [{ state: 'lapsed' }] });
  });

  it('that does not fit is refused where it was entered, and the dossier still waits', async () => {
    const before = await taken();
    const item = { kind: 'fee', name: 'Phí', amount: 1000 };
    for (const [amount, pointer] of [[-1, 'money.negative'], [1e18, 'money.too-large'], [-1e18, 'money.negative'], [0, 'money.zero'], [1.5, 'money.malformed'], [2e12, 'money.too-large'], ['8000', 'money.malformed']] as const) {
      expect((await steps.act(RequestPayment, caseOfficer, before, { reason: 'x', items: [{ ...item, amount }] })).body, String(amount)).toMatchObject({ code: 'request-invalid', errors: [{ pointer: '/body/items/0/amount', code: pointer }] });
    }
    expect((await steps.act(RequestPayment, caseOfficer, before, { reason: 'x', items: [] })).body).toMatchObject({ code: 'request-invalid', errors: [{ pointer: '/body/items' }] });
    expect((await steps.act(RequestPayment, caseOfficer, before, { ...asking, reason: '' })).body).toMatchObject({ code: 'reason-missing' });
    expect((await steps.act(RequestPayment, caseOfficer, before, { reason: 'x', items: [{ ...item, source: 'published' }] })).body).toMatchObject({ status: 422, code: 'fee-not-as-published', errors: [{ pointer: '/body/items/0/amount' }] });
    const asked = await owing();
    expect((await record(asked, { amount: 50_000 })).body).toMatchObject({ status: 422, code: 'payment-amount-differs', errors: [{ pointer: '/body/amount' }] });
    for (const paidOn of ['2026-12-02', '2026-11-22']) expect((await record(asked, { paidOn })).body).toMatchObject({ code: 'payment-date-wrong', errors: [{ pointer: '/body/paidOn' }] });
    expect((await record(asked, { receipts: receipts.slice(1) })).body).toMatchObject({ code: 'receipt-numbers-wrong', errors: [{ pointer: '/body/receipts/fee' }] });
    expect((await record(asked, { receipts: [receipts[0], receipts[0]] })).body).toMatchObject({ code: 'receipt-numbers-wrong' });
    expect((await steps.act(FinishDossier, caseOfficer, asked, { resultUploadId: await checkedUpload(store.table, caseOfficer) })).body).toMatchObject({ status: 409, code: 'state-conflict', allowed: [] });
    expect(await open(asked)).toMatchObject({ state: { finance: 'due' }, revision: asked.revision });
  });
});

describe('a payment through a gateway', () => {
  it('settles what is due, once however often it is told', async () => {
    const asked = await owing();
    expect(await Promise.all([book(asked), book(asked).catch(() => 'again')])).toContain('settled');
    expect(await book(asked)).toBe('known');
    const paid = await open(asked);
    expect(paid).toMatchObject({ state: { business: 4, finance: 'paid' }, dueAt: '2026-12-07T10:00:00.000Z', payments: [{ state: 'paid', unbooked: [], settlement: { method: 'gateway', receipts: [{ kind: 'fee', number: 'NH-0001' }, { kind: 'charge', number: 'NH-0001' }] } }] });
    expect((await told('dossier.paid.v1')).filter(({ dossierId }) => dossierId === asked.dossierId)).toHaveLength(1);
    expect((await call(VerifyHistory, nobody, { params: { trackingCode: asked.trackingCode } })).body).toMatchObject({ holds: true, entries: expect.arrayContaining([expect.objectContaining({ act: 'settle-payment', by: { kind: 'system' } })]) as unknown });
  });

  it('of another amount, or a second one, is kept in sight and pays nothing', async () => {
    const asked = await owing();
    expect(await book({ ...asked, amount: 5000 })).toBe('unbooked');
    expect(await book({ ...asked, amount: 5000 })).toBe('known');
    expect((await mine(asked)).payments).toMatchObject([{ state: 'due', unbooked: [{ reference: 'NH-0001', amount: 5000, why: 'other-amount' }] }]);
    expect(done(await record(asked)).state).toMatchObject({ business: 4, finance: 'paid' });
    expect(await book({ ...asked, reference: 'NH-0002' })).toBe('unbooked');
    expect((await open(asked)).payments[0]?.unbooked.map(({ why }) => why)).toEqual(['other-amount', 'settled-already']);
    expect((await told('dossier.payment-unbooked.v1')).filter(({ dossierId }) => dossierId === asked.dossierId)).toHaveLength(2);
  });

  it('for no obligation of ours waits among the dead letters', async () => {
    const asked = await owing();
    await expect(book({ ...asked, obligation: 2 })).rejects.toThrow(Reject);
    await expect(book({ dossierId: newId('dos', now) })).rejects.toThrow(Reject);
    expect(await open(asked)).toMatchObject({ state: { finance: 'due' } });
  });

  it('that comes while a leader has stopped the dossier pays it, and it stays stopped; once lapsed it is kept in sight', async () => {
    const stopped = done(await steps.act(StopDossier, leader, await owing(), { reason: 'Chờ kết luận.' }));
    expect(await book(stopped)).toBe('settled');
    const paid = await open(stopped, leader);
    expect(paid).toMatchObject({ state: { business: 8, finance: 'paid' }, allowed: ['resume'] });
    expect(done(await steps.act(ResumeDossier, leader, paid))).toMatchObject({ state: { business: 4, finance: 'paid' } });
    const lapsed = await steps.act(WithdrawDossier, citizen, await owing());
    expect(await book(lapsed.body as unknown as Ref)).toBe('unbooked');
  });
});

describe('what other systems got wrong', () => {
  it('opencps#415, #358: once paid, nothing is left to pay for anybody', async () => {
    const paid = done(await record(await owing()));
    expect((await mine(paid)).payments.map(({ state }) => state)).toEqual(['paid']);
    for (const who of [clerk, caseOfficer, leader]) expect((await open(paid, who)).allowed).not.toEqual(expect.arrayContaining(['record-payment']));
    expect((await record(paid)).body).toMatchObject({ status: 409, code: 'state-conflict', allowed: [] });
  });

  it('opencps#418, opencps-v2#745: a payment can be confirmed, after a refused attempt and with a lost answer too', async () => {
    const asked = await owing();
    expect((await record(asked, { amount: 1 })).status).toBe(422);
    const body = { amount: 58_000, paidOn: '2026-12-01', receipts };
    const [first, again] = [await steps.act(RecordPayment, clerk, asked, body, 'confirm-once-0001'), await steps.act(RecordPayment, clerk, asked, body, 'confirm-once-0001')];
    expect([first.status, again.status, again.body['revision']]).toEqual([200, 200, first.body['revision']]);
    expect(again.body).toMatchObject({ state: { business: 4, finance: 'paid' } });
  });

  it('opencps#980: two payments under one number of the gateway, or receipts of one number, drop no dossier', async () => {
    const [one, other] = [await owing(), await owing()];
    expect([await book(one), await book(other)]).toEqual(['settled', 'settled']);
    for (const each of [one, other]) expect(await open(each)).toMatchObject({ state: { business: 4, finance: 'paid' } });
    const [third, fourth] = [await owing(), await owing()];
    for (const each of [third, fourth]) expect(done(await record(each)).state).toMatchObject({ business: 4, finance: 'paid' });
  });
});
