import { describe, expect, it } from 'vitest';
import { AnswerSupplement, ExtendDossier, FinishDossier, GetMyDossier, OpenDossier, RequestSupplement, SubmitDossier, TrackDossier, VerifyHistory } from '../../shared/contracts/procedure-submission.ts';
import type { DeskDossierView } from '../../shared/contracts/dossier.ts';
import { checkedUpload, draftWith } from './support/desk.ts';
import { caseOfficer, citizen, leader } from './support/dossiers.ts';
import { deskScene } from './support/scene.ts';
import { done, filing, nobody } from './support/steps.ts';

const { at, call, queue, steps, taken, store } = deskScene();

const reason = 'Phải xác minh tại nơi sinh.';
const extend = (dossier: { dossierId: string; revision: number }, newDate: string, who = leader) => steps.act(ExtendDossier, who, dossier, { reason, newDate });

describe('an extension', () => {
  it('promises a later day with an apology, keeps the status, and the result is judged against the new date', async () => {
    const before = await taken();
    const { counts } = await queue('processing');
    at('11-27');
    const extended = done(await extend(before, '2026-12-04'));
    expect(extended).toMatchObject({
      state: { business: 4 }, dueAt: '2026-12-04T10:00:00.000Z', punctuality: { verdict: 'running' },
      extension: { previousDueAt: '2026-11-30T10:00:00.000Z', dueAt: '2026-12-04T10:00:00.000Z', reason },
    });
    expect(extended.steps.map(({ status }) => status)).toEqual([1, 2, 4]);
    expect((await queue('processing')).counts).toEqual(counts);
    expect((await queue('processing')).items.filter((row) => row.dossierId === before.dossierId)).toMatchObject([{ dueAt: '2026-12-04T10:00:00.000Z' }]);
    expect((await call(GetMyDossier, citizen, { params: { dossierId: before.dossierId } })).body).toMatchObject({ extension: { reason } });
    const tracked = (await call(TrackDossier, nobody, { params: { trackingCode: before.trackingCode } })).body;
    expect(tracked).toMatchObject({ dueAt: '2026-12-04T10:00:00.000Z' });
    expect(JSON.stringify(tracked)).not.toContain('xác minh');
    expect((await call(VerifyHistory, nobody, { params: { trackingCode: before.trackingCode } })).body).toMatchObject({ holds: true });
    const told = (await store().rows()).filter((row) => row['detailType'] === 'dossier.extended.v1').map((row) => (JSON.parse(String(row['detail'])) as { data: object }).data);
    expect(told).toContainEqual(expect.objectContaining({ dossierId: before.dossierId, revision: 3, previousDueAt: '2026-11-30T10:00:00.000Z', dueAt: '2026-12-04T10:00:00.000Z' }));
    at('12-04', '16:00');
    const finished = done(await steps.act(FinishDossier, caseOfficer, extended, { resultUploadId: await checkedUpload(store().table, caseOfficer, { expiresAt: 2_000_000_000 }) }));
    expect(finished.punctuality).toMatchObject({ verdict: 'on-time' });
  });

  it('moves with a pause that comes after it, as the first promise would have', async () => {
    const before = await taken();
    const extended = done(await extend(before, '2026-12-04'));
    at('12-02');
    const asked = done(await steps.act(RequestSupplement, caseOfficer, extended, { reason: 'Chưa đủ.', items: [{ kind: 'text', what: 'Nơi sinh' }] }));
    expect(asked.dueAt).toBeUndefined();
    at('12-14');
    // Thursday and Friday were left
    expect((await steps.act(AnswerSupplement, citizen, asked, { items: [{ itemId: 'muc-1', text: 'x' }] })).body).toMatchObject({ dueAt: '2026-12-16T10:00:00.000Z' });
  });

  it('happens at most once, and is not offered again', async () => {
    const extended = done(await extend(await taken(), '2026-12-04'));
    expect((await call(OpenDossier, leader, { params: { dossierId: extended.dossierId } })).body).toMatchObject({ allowed: ['stop', 'transfer', 'recompute'] });
    expect((await extend(extended, '2026-12-11')).body).toMatchObject({ status: 409, code: 'extended-already' });
  });

  it('comes at the latest the day before the term ends', async () => {
    const [early, late] = [await taken(), await taken()];
    at('11-29', '23:00');
    expect((await extend(early, '2026-12-04')).status).toBe(200);
    at('11-30', '00:30');
    expect((await extend(late, '2026-12-04')).body).toMatchObject({ status: 409, code: 'extension-too-late' });
  });

  it.each([
    ['the day already promised', '2026-11-30', 'new-date-not-later'], ['an earlier day', '2026-11-23', 'new-date-not-later'], ['a Saturday', '2026-12-05', 'new-date-not-working-day'],
  ])('to %s is refused where it was entered', async (_, newDate, code) => {
    expect((await extend(await taken(), newDate)).body).toMatchObject({ status: 422, code, errors: [{ pointer: '/body/newDate' }] });
  });

  it('without a reason, to no day at all, from anybody but a leader, before acceptance, or of a term in words only is refused', async () => {
    const before = await taken();
    expect((await steps.act(ExtendDossier, leader, before, { reason: '', newDate: '2026-12-04' })).body).toMatchObject({ code: 'reason-missing', errors: [{ pointer: '/body/reason' }] });
    for (const newDate of ['2026-02-30', '4/12/2026', '']) expect((await extend(before, newDate)).body).toMatchObject({ code: 'request-invalid', errors: [{ pointer: '/body/newDate' }] });
    expect((await extend(before, '2026-12-04', caseOfficer)).status).toBe(403);
    expect((await extend(await steps.file(), '2026-12-04')).body.code).toBe('state-conflict');
    const post = await call(SubmitDossier, citizen, { ...filing, body: draftWith(await checkedUpload(store().table, citizen), { channel: 'post' }) });
    const inWords = await steps.accept(post.body as unknown as DeskDossierView);
    expect((await call(OpenDossier, leader, { params: { dossierId: inWords.dossierId } })).body).toMatchObject({ allowed: ['stop', 'transfer', 'recompute'] });
    expect((await extend(inWords, '2026-12-04')).body.code).toBe('no-promised-date');
  });
});
