import { describe, expect, it } from 'vitest';
import { AnswerSupplement, GetMyDossier, RequestSupplement, ResumeDossier, StopDossier, TrackDossier, VerifyHistory, WithdrawDossier } from '../../shared/contracts/procedure-submission.ts';
import { caseOfficer, citizen, leader } from './support/dossiers.ts';
import { deskScene } from './support/scene.ts';
import { done, nobody } from './support/steps.ts';

const { at, call, queue, steps, taken, store } = deskScene();

/** `11-25T10:00` of Việt Nam, as it is stored. */
const stored = (local: string): string => new Date(`2026-${local}:00+07:00`).toISOString();

const reason = 'Chờ kết luận của cơ quan điều tra.';
const stop = async (dossier: { dossierId: string; revision: number }) => done(await steps.act(StopDossier, leader, dossier, { reason }));
const resume = async (dossier: { dossierId: string; revision: number }) => done(await steps.act(ResumeDossier, leader, dossier));

describe('a stop', () => {
  it('says why, keeps the clock where it is, and the dossier goes on with what was left', async () => {
    const before = await taken();
    at('11-25', '10:00');
    const stopped = await stop(before);
    expect(stopped).toMatchObject({ state: { business: 8 }, reason, allowed: ['resume'], pauses: [{ pausedAt: '2026-11-25T03:00:00.000Z' }] });
    expect(stopped.dueAt).toBeUndefined();
    expect((await queue('paused')).items).toContainEqual(expect.objectContaining({ dossierId: before.dossierId, status: 8 }));
    expect((await call(GetMyDossier, citizen, { params: { dossierId: before.dossierId } })).body).toMatchObject({ reason, ownActs: ['withdraw'] });
    expect(JSON.stringify((await call(TrackDossier, nobody, { params: { trackingCode: before.trackingCode } })).body)).not.toContain('điều tra');

    at('12-09', '14:00');
    const resumed = await resume(stopped);
    expect(resumed).toMatchObject({ state: { business: 4 }, officer: { name: caseOfficer.name } });
    // Monday 23rd and Wednesday 25th are used: three days are left from Wednesday 9 December
    expect(resumed.dueAt).toBe('2026-12-14T10:00:00.000Z');
    expect(resumed.reason).toBeUndefined();
    expect((await queue('processing')).items.map((row) => row.dossierId)).toContain(before.dossierId);
    expect((await call(VerifyHistory, nobody, { params: { trackingCode: before.trackingCode } })).body).toMatchObject({ holds: true });
    const told = (await store().rows()).filter((row) => /^dossier\.(stopped|resumed)/.test(String(row['detailType']))).map((row) => (JSON.parse(String(row['detail'])) as { data: object }).data);
    expect(told).toContainEqual(expect.objectContaining({ dossierId: before.dossierId, revision: 3, stoppedAt: stored('11-25T10:00') }));
    expect(told).toContainEqual(expect.objectContaining({ dossierId: before.dossierId, toStatus: 4, dueAt: '2026-12-14T10:00:00.000Z' }));
  });

  it('of a dossier that waits for its applicant is one pause, stays in its queue, and is asked for anew afterwards', async () => {
    const before = await taken();
    at('11-23');
    const asked = done(await steps.act(RequestSupplement, caseOfficer, before, { reason: 'Chưa đủ.', items: [{ kind: 'text', what: 'Nơi sinh' }] }));
    const { counts } = await queue('paused');
    at('11-27');
    const stopped = await stop(asked);
    expect(stopped.pauses).toEqual([{ pausedAt: '2026-11-23T02:00:00.000Z' }]);
    expect((await queue('paused')).counts).toEqual(counts);
    expect((await queue('paused')).items.filter((row) => row.dossierId === before.dossierId)).toMatchObject([{ status: 8 }]);
    expect((await steps.act(AnswerSupplement, citizen, stopped, { items: [{ itemId: 'muc-1', text: 'x' }] })).body).toMatchObject({ code: 'state-conflict', allowed: ['withdraw'] });
    at('12-01');
    const resumed = await resume(stopped);
    expect(resumed).toMatchObject({ state: { business: 4 }, dueAt: '2026-12-07T10:00:00.000Z' });
    const again = done(await steps.act(RequestSupplement, caseOfficer, resumed, { reason: 'Vẫn chưa đủ.', items: [{ kind: 'text', what: 'Nơi sinh' }] }));
    const answered = await steps.act(AnswerSupplement, citizen, again, { items: [{ itemId: 'muc-1', text: 'Bệnh viện' }] });
    expect(answered.body).toMatchObject({ state: { business: 4 }, supplements: [{ round: 1 }, { round: 2, answeredAt: stored('12-01T09:00') }] });
  });

  it('of an accepted dossier gives it back to status 2, and its applicant may still take it back', async () => {
    at('11-20');
    const stopped = await stop(await steps.accept(await steps.file()));
    expect((await resume(stopped)).state.business).toBe(2);
    const other = await stop(await steps.accept(await steps.file()));
    expect((await steps.act(WithdrawDossier, citizen, other)).body).toMatchObject({ state: { business: 7 } });
    expect((await queue('paused')).items.map((row) => row.dossierId)).not.toContain(other.dossierId);
  });

  it('is refused without a reason, before acceptance, twice, and from anybody but a leader', async () => {
    const before = await taken();
    expect((await steps.act(StopDossier, leader, before, { reason: ' ' })).body).toMatchObject({ code: 'reason-missing', errors: [{ pointer: '/body/reason' }] });
    expect((await steps.act(StopDossier, caseOfficer, before, { reason })).status).toBe(403);
    expect((await steps.act(StopDossier, leader, await steps.file(), { reason })).body).toMatchObject({ code: 'state-conflict', allowed: [] });
    expect((await steps.act(ResumeDossier, leader, before)).body).toMatchObject({ code: 'state-conflict', allowed: ['stop', 'extend', 'transfer', 'recompute'] });
    const stopped = await stop(before);
    expect((await steps.act(StopDossier, leader, stopped, { reason })).body).toMatchObject({ code: 'state-conflict', allowed: ['resume'] });
  });
});
