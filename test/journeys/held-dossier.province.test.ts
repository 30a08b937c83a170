import { beforeAll, expect, inject, test } from 'vitest';
import type { DossierView, TrackingView } from '../../shared/contracts/dossier.ts';
import type { Session } from '../../infra/local/seed/sign-in.ts';
import { act, checkedUpload, fileBirth, firstWard, key, person } from '../support/people.ts';

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
