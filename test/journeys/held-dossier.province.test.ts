import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { beforeAll, expect, inject, test } from 'vitest';
import type { DossierView, TrackingView } from '../../shared/contracts/dossier.ts';
import { newId } from '../../shared/kernel/ids.ts';
import { localDate } from '../../shared/kernel/vietnam-time.ts';
import { PaymentSettledV1 } from '../../events/lgsp-connectors/payment-settled.v1.ts';
import { clientOptions } from '../../infra/local/local-aws.ts';
import { newEvent } from '../../shared/runtime/outbox.ts';
import type { Session } from '../../infra/local/seed/sign-in.ts';
import { act, checkedUpload, eventually, fileBirth, firstWard, key, person } from '../support/people.ts';

let citizen: Session, clerk: Session, leader: Session;
beforeAll(async () => {
  [citizen, clerk, leader] = await Promise.all(['congdan01', 'motcua.vithanh1', 'lanhdao.vithanh1'].map(person)) as [Session, Session, Session];
});

const mine = async (id: string): Promise<DossierView> => await (await citizen.send('GET', `/api/dossiers/${id}`)).json() as DossierView;
const own = async (id: string, name: string, body: Record<string, unknown> = {}): Promise<{ status: number; body: DossierView & { code?: string } }> => {
  const { revision } = await mine(id);
  const answer = await citizen.send('POST', `/api/dossiers/${id}/${name}`, { revision, ...body }, key());
  return { status: answer.status, body: await answer.json() as DossierView };
};
const tracked = async ({ trackingCode }: DossierView): Promise<TrackingView> => await (await fetch(new URL(`/api/track/${trackingCode}`, inject('site')))).json() as TrackingView;
const waiting = async (queue: string): Promise<string[]> =>
  (await (await clerk.send('GET', `/api/desk/agencies/${firstWard}/queues/${queue}?limit=100`)).json() as { items: { dossierId: string }[] }).items.map(({ dossierId }) => dossierId);

test('what is missing is asked for item by item; the clock stands, then goes on; half an answer is told what is missing', async () => {
  const filed = await fileBirth(citizen);
  await act(clerk, filed.dossierId, 'accept');
  const asked = await act(clerk, filed.dossierId, 'request-supplement', { reason: 'Giấy chứng sinh mờ', items: [{ kind: 'file', what: 'Bản chụp rõ' }, { kind: 'text', what: 'Nơi sinh' }] });
  expect(asked.body.state.business).toBe(5);
  expect((await tracked(filed)).dueAt, 'no date is promised while the clock stands').toBeUndefined();
  expect(await waiting('paused')).toContain(filed.dossierId);

  const [first, second] = (await mine(filed.dossierId)).supplements.at(-1)?.items ?? [];
  const half = await own(filed.dossierId, 'answer-supplement', { items: [{ itemId: second?.itemId, text: 'Bệnh viện Đa khoa tỉnh Hậu Giang' }] });
  expect([half.status, half.body.code]).toEqual([422, 'supplement-incomplete']);
  const whole = await own(filed.dossierId, 'answer-supplement', {
    items: [{ itemId: first?.itemId, uploadIds: [await checkedUpload(citizen)] }, { itemId: second?.itemId, text: 'Bệnh viện Đa khoa tỉnh Hậu Giang' }],
  });
  expect([whole.status, whole.body.state.business]).toEqual([200, 2]);
  expect(whole.body.dueAt).toBeDefined();
  expect(await waiting('to-take')).toContain(filed.dossierId);
});

test('a leader stops a dossier with a reason, and it goes on; the applicant may take it back until there is a result', async () => {
  const filed = await fileBirth(citizen);
  await act(clerk, filed.dossierId, 'accept');
  expect((await act(leader, filed.dossierId, 'stop', { reason: ' ' })).status).toBe(422);
  expect((await act(leader, filed.dossierId, 'stop', { reason: 'Chờ cơ quan điều tra' })).body.state.business).toBe(8);
  expect((await act(leader, filed.dossierId, 'resume')).body.state.business).toBe(2);
  const back = await own(filed.dossierId, 'withdraw');
  expect([back.status, back.body.state.business]).toEqual([200, 7]);
  expect(await waiting('to-take')).not.toContain(filed.dossierId);
  expect((await act(clerk, filed.dossierId, 'accept')).status).toBe(409);
  expect((await tracked(filed)).steps.map(({ status }) => status)).toEqual([1, 2, 8, 2, 7]);
});

test('what is owed is paid at the counter, the date is reckoned anew by nobody but a leader, the result is corrected', async () => {
  const officer = await person('chuyenvien.vithanh1');
  const filed = await fileBirth(citizen);
  await act(clerk, filed.dossierId, 'accept');
  const { dueAt } = await tracked(filed);
  const items = [{ kind: 'charge', name: 'Lệ phí hộ tịch', amount: 8000 }];
  expect((await act(clerk, filed.dossierId, 'request-payment', { reason: 'Chưa nộp', items: [{ ...items[0], amount: -8000 }] })).status).toBe(400);
  const asked = await act(clerk, filed.dossierId, 'request-payment', { reason: 'Chưa nộp', items });
  expect([asked.body.state.business, asked.body.state.finance]).toEqual([6, 'due']);
  const paid = await act(clerk, filed.dossierId, 'record-payment', { amount: 8000, paidOn: localDate(new Date()), receipts: [{ kind: 'charge', number: '0000456' }] });
  expect([paid.body.state.business, paid.body.state.finance, paid.body.dueAt]).toEqual([2, 'paid', dueAt]);
  const receipts = await eventually(() => mine(filed.dossierId), ({ documents }) => documents.some(({ kind }) => kind === 'payment-receipt'));
  expect(receipts.documents.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['payment', 'payment-receipt']));

  const preview = await (await leader.send('GET', `/api/desk/dossiers/${filed.dossierId}/recompute?by=calendar`)).json() as { dueAt: string; changes: boolean };
  expect(preview).toMatchObject({ dueAt, changes: false });
  expect((await act(leader, filed.dossierId, 'recompute', { reason: 'Thử', by: 'calendar', dueAt })).status).toBe(409);

  await act(officer, filed.dossierId, 'take');
  await act(officer, filed.dossierId, 'finish', { resultUploadId: await checkedUpload(officer) });
  const corrected = await act(leader, filed.dossierId, 'correct-result', { reason: 'Sai năm sinh', resultUploadId: await checkedUpload(leader) });
  expect(corrected.body).toMatchObject({ state: { business: 9 }, corrections: [{ version: 2 }] });
  expect((await mine(filed.dossierId)).documents.filter(({ kind, replacedAt }) => kind === 'result' && replacedAt === undefined)).toHaveLength(1);
});

test('money a payment gateway tells of on the bus pays the dossier, once however often it is told', async () => {
  const filed = await fileBirth(citizen);
  await act(clerk, filed.dossierId, 'accept');
  await act(clerk, filed.dossierId, 'request-payment', { reason: 'Chưa nộp', items: [{ kind: 'fee', name: 'Phí trích lục', amount: 8000 }] });
  const { detail } = newEvent(PaymentSettledV1, { dossierId: filed.dossierId, obligation: 1, reference: 'NH-0001', amount: 8000, paidAt: new Date().toISOString() }, { actor: 'machine', correlationId: newId('cor', new Date()), causationId: newId('evt', new Date()), now: new Date() });
  const bus = new EventBridgeClient(clientOptions(inject('endpoint')));
  const entry = { EventBusName: 'haugiang-local', Source: PaymentSettledV1.source, DetailType: PaymentSettledV1.detailType, Detail: JSON.stringify(detail) };
  for (const _ of [1, 2]) expect((await bus.send(new PutEventsCommand({ Entries: [entry] }))).FailedEntryCount).toBe(0);
  const paid = await eventually(() => mine(filed.dossierId), ({ state }) => state.finance === 'paid');
  expect(paid).toMatchObject({ state: { business: 2, finance: 'paid' }, payments: [{ state: 'paid', unbooked: [], settlement: { method: 'gateway', receipts: [{ kind: 'fee', number: 'NH-0001' }] } }] });
});
