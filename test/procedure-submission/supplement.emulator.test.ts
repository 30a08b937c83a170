import { describe, expect, it } from 'vitest';
import { AnswerSupplement, FinishDossier, GetMyDossier, GetMyFile, OpenDossier, RequestSupplement, TakeDossier, TrackDossier, VerifyHistory, WithdrawDossier } from '../../shared/contracts/procedure-submission.ts';
import { DossierView, type DeskDossierView } from '../../shared/contracts/dossier.ts';
import { checkedUpload, type Answered } from './support/desk.ts';
import { caseOfficer, citizen, clerk, leader, otherCitizen } from './support/dossiers.ts';
import { deskScene } from './support/scene.ts';
import { done, nobody } from './support/steps.ts';

const { at, call, queue, steps, store } = deskScene();

const own = (answer: Answered): DossierView => {
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return DossierView.parse(answer.body);
};
const asking = { reason: 'Bản chụp mờ, không đọc được số.', items: [{ kind: 'file', what: 'Giấy chứng sinh chụp rõ' }, { kind: 'text', what: 'Nơi sinh của trẻ' }] };
const upload = () => checkedUpload(store().table, citizen, { expiresAt: 2_000_000_000 });
const ask = async (dossier: { dossierId: string; revision: number }, who = caseOfficer) => done(await steps.act(RequestSupplement, who, dossier, asking));
const answer = async (dossier: { dossierId: string; revision: number }, uploadId?: string) =>
  own(await steps.act(AnswerSupplement, citizen, dossier, { items: [{ itemId: 'muc-1', uploadIds: [uploadId ?? await upload()] }, { itemId: 'muc-2', text: 'Bệnh viện Đa khoa tỉnh' }] }));

/** Received on Friday 20 November at nine: five working days end on Monday the 30th at five. */
const taken = async (): Promise<DeskDossierView> => {
  at('11-20');
  const accepted = await steps.accept(await steps.file());
  expect(accepted.dueAt).toBe('2026-11-30T10:00:00.000Z');
  return done(await steps.act(TakeDossier, caseOfficer, accepted));
};

describe('a supplement', () => {
  it('is asked for item by item, waits in its own queue without a date, and is answered with files and words', async () => {
    const before = await taken();
    at('11-23', '15:00');
    const asked = await ask(before);
    expect(asked).toMatchObject({ state: { business: 5 }, reason: asking.reason, allowed: [], supplements: [{ round: 1, reason: asking.reason, items: [{ itemId: 'muc-1', kind: 'file' }, { itemId: 'muc-2', kind: 'text' }] }] });
    expect(asked.dueAt).toBeUndefined();
    expect(asked.punctuality).toBeUndefined();
    expect((await queue('processing')).items.map((row) => row.dossierId)).not.toContain(before.dossierId);
    expect((await queue('paused')).items).toContainEqual(expect.objectContaining({ dossierId: before.dossierId, status: 5 }));
    const mine = own(await call(GetMyDossier, citizen, { params: { dossierId: before.dossierId } }));
    expect(mine.ownActs).toEqual(['answer-supplement', 'withdraw']);

    // Monday 23rd is used; the 24th is a day off and passes while the clock stands
    at('12-01', '10:00');
    const uploadId = await upload();
    const answered = await answer(mine, uploadId);
    expect(answered).toMatchObject({ state: { business: 4 }, ownActs: ['withdraw'], pauses: [{ pausedAt: '2026-11-23T08:00:00.000Z', resumedAt: '2026-12-01T03:00:00.000Z' }] });
    expect(answered.reason).toBeUndefined();
    // four of five working days are left, counted from the day after the answer
    expect(answered.dueAt).toBe('2026-12-07T10:00:00.000Z');
    expect(answered.supplements[0]).toMatchObject({ answeredAt: '2026-12-01T03:00:00.000Z', items: [{ files: [{ uploadId }] }, { text: 'Bệnh viện Đa khoa tỉnh' }] });
    expect((await queue('paused')).items.map((row) => row.dossierId)).not.toContain(before.dossierId);
    expect((await queue('processing')).items.map((row) => row.dossierId)).toContain(before.dossierId);
    expect((await call(GetMyFile, citizen, { params: { dossierId: before.dossierId, fileId: uploadId } })).body).toMatchObject({ url: `http://files.test/files/${uploadId}` });

    const tracked = (await call(TrackDossier, nobody, { params: { trackingCode: before.trackingCode } })).body;
    expect(tracked).toMatchObject({ dueAt: '2026-12-07T10:00:00.000Z', punctuality: { verdict: 'running', workingDays: 4 } });
    expect(JSON.stringify(tracked)).not.toMatch(/mờ|Nơi sinh|Bệnh viện/);
    expect((await call(VerifyHistory, nobody, { params: { trackingCode: before.trackingCode } })).body).toMatchObject({ holds: true });
    const told = (await store().rows()).filter((row) => String(row['detailType']).startsWith('dossier.supplement')).map((row) => (JSON.parse(String(row['detail'])) as { data: object }).data);
    expect(told).toContainEqual(expect.objectContaining({ dossierId: before.dossierId, round: 1, revision: 3 }));
    expect(told).toContainEqual(expect.objectContaining({ dossierId: before.dossierId, round: 1, dueAt: '2026-12-07T10:00:00.000Z' }));
    expect(JSON.stringify(told)).not.toMatch(/mờ|Nơi sinh|Bệnh viện/);
  });

  it('asked for before acceptance starts no clock, and the dossier comes back to the desk that asked', async () => {
    at('11-20');
    const filed = await steps.file();
    const asked = await ask(filed, clerk);
    expect(asked).toMatchObject({ state: { business: 5 } });
    expect(asked.pauses).toBeUndefined();
    at('11-25');
    const answered = await answer(asked);
    expect(answered.state.business).toBe(1);
    expect((await steps.accept(answered)).dueAt).toBe('2026-12-02T10:00:00.000Z');
  });

  it('asked for by the clerk after acceptance comes back to status 2', async () => {
    at('11-20');
    const asked = await ask(await steps.accept(await steps.file()), clerk);
    at('11-23');
    expect((await answer(asked)).state.business).toBe(2);
  });

  it('ends with a withdrawal as well', async () => {
    const asked = await ask(await taken());
    const withdrawn = own(await steps.act(WithdrawDossier, citizen, asked));
    expect(withdrawn).toMatchObject({ state: { business: 7 }, ownActs: [] });
    expect((await queue('paused')).items.map((row) => row.dossierId)).not.toContain(asked.dossierId);
  });
});

describe('what other systems got wrong', () => {
  it('the clock goes on after a supplement and does not start again: a day before the end leaves a day', async () => {
    const before = await taken();
    at('11-27', '16:00');
    const asked = await ask(before);
    at('12-14', '08:00');
    expect((await answer(asked)).dueAt).toBe('2026-12-15T10:00:00.000Z');
  });

  it('four rounds make nothing overdue: what the applicant took does not count, what the agency took does, and the officer finishes on time', async () => {
    let dossier: { dossierId: string; revision: number } = await taken();
    const dues: (string | undefined)[] = [];
    for (const [askOn, answerOn] of [['11-23', '12-01'], ['12-02', '12-14'], ['12-15', '12-21'], ['12-22', '12-28']] as const) {
      at(askOn);
      const asked = await ask(dossier);
      at(answerOn, '08:00');
      const open = (await call(OpenDossier, clerk, { params: { dossierId: asked.dossierId } })).body as unknown as DeskDossierView;
      expect(open.punctuality, 'nobody is late while the applicant has the word').toBeUndefined();
      const answered = await answer(asked);
      expect(answered.punctuality?.verdict).toBe('running');
      dues.push(answered.dueAt);
      dossier = answered;
    }
    // one of five working days is used before each request: four, three, two, one are left
    expect(dues).toEqual(['2026-12-07T10:00:00.000Z', '2026-12-17T10:00:00.000Z', '2026-12-23T10:00:00.000Z', '2026-12-29T10:00:00.000Z']);
    at('12-29', '16:59');
    const finished = done(await steps.act(FinishDossier, caseOfficer, dossier, { resultUploadId: await checkedUpload(store().table, caseOfficer, { expiresAt: 2_000_000_000 }) }));
    expect(finished).toMatchObject({ punctuality: { verdict: 'on-time' }, supplements: [{ round: 1 }, { round: 2 }, { round: 3 }, { round: 4 }] });
  });

  it('a dossier late before it was paused stays late, and grows no later while the applicant has the word', async () => {
    const before = await taken();
    at('12-02');
    const asked = await ask(before);
    expect(asked).toMatchObject({ dueAt: '2026-11-30T10:00:00.000Z', punctuality: { verdict: 'overdue', workingDays: 2 } });
    at('12-16');
    expect((await call(OpenDossier, clerk, { params: { dossierId: asked.dossierId } })).body).toMatchObject({ punctuality: { verdict: 'overdue', workingDays: 2 } });
    expect((await answer(asked)).dueAt).toBe('2026-11-30T10:00:00.000Z');
  });
});

describe('a supplement that is wrong', () => {
  it('as a request: no reason, nothing asked for, a round still open, a role that may not', async () => {
    const before = await taken();
    expect((await steps.act(RequestSupplement, caseOfficer, before, { ...asking, reason: ' ' })).body).toMatchObject({ code: 'reason-missing', errors: [{ pointer: '/body/reason' }] });
    expect((await steps.act(RequestSupplement, caseOfficer, before, { ...asking, items: [] })).body).toMatchObject({ code: 'request-invalid', errors: [{ pointer: '/body/items' }] });
    expect((await steps.act(RequestSupplement, caseOfficer, before, { ...asking, items: [{ kind: 'file', what: '' }] })).body).toMatchObject({ errors: [{ pointer: '/body/items/0/what', code: 'text.empty' }] });
    expect((await steps.act(RequestSupplement, leader, before, asking)).status).toBe(403);
    expect((await steps.act(RequestSupplement, clerk, before, asking)).body.code).toBe('state-conflict');
    const asked = await ask(before);
    expect((await steps.act(RequestSupplement, caseOfficer, asked, asking)).body).toMatchObject({ code: 'state-conflict', allowed: [] });
  });

  it('as an answer: an item missing, unknown or twice, a file of somebody else, unchecked, or twice', async () => {
    const asked = await ask(await taken());
    const send = async (items: unknown[]) => (await steps.act(AnswerSupplement, citizen, asked, { items })).body;
    const [file, text] = [{ itemId: 'muc-1', uploadIds: [await upload()] }, { itemId: 'muc-2', text: 'x' }];
    expect(await send([])).toMatchObject({ status: 422, code: 'supplement-incomplete', errors: [{ pointer: '/body/items/muc-1' }, { pointer: '/body/items/muc-2' }] });
    expect(await send([{ itemId: 'muc-1', text: 'không có tệp' }, text])).toMatchObject({ code: 'supplement-incomplete', errors: [{ pointer: '/body/items/muc-1' }] });
    expect(await send([file, text, { itemId: 'muc-9', text: 'x' }])).toMatchObject({ code: 'request-invalid', errors: [{ pointer: '/body/items/2/itemId' }] });
    expect(await send([file, text, text])).toMatchObject({ code: 'request-invalid', errors: [{ pointer: '/body/items/2/itemId' }] });
    expect(await send([{ itemId: 'muc-1', uploadIds: [await checkedUpload(store().table, otherCitizen)] }, text])).toMatchObject({ code: 'upload-unknown', errors: [{ pointer: '/body/items/0/uploadIds/0' }] });
    expect(await send([{ itemId: 'muc-1', uploadIds: [await checkedUpload(store().table, citizen, { state: 'waiting', expiresAt: 2_000_000_000 })] }, text])).toMatchObject({ code: 'upload-not-checked' });
    expect(await send([{ ...file, uploadIds: [file.uploadIds[0], file.uploadIds[0]] }, text])).toMatchObject({ code: 'upload-reused', errors: [{ pointer: '/body/items/0/uploadIds/1' }] });
    expect((await steps.act(AnswerSupplement, otherCitizen, asked, { items: [file, text] })).body.code).toBe('not-found');
    // none of it changed anything
    expect((await answer(asked, file.uploadIds[0])).revision).toBe(asked.revision + 1);
  });

  it('answered twice at once under one key is answered once, under two keys one is told', async () => {
    const asked = await ask(await taken());
    const items = [{ itemId: 'muc-1', uploadIds: [await upload()] }, { itemId: 'muc-2', text: 'x' }];
    const twice = await Promise.all([1, 2].map(() => steps.act(AnswerSupplement, citizen, asked, { items }, 'answer-it-once')));
    expect(twice.map((one) => own(one).revision)).toEqual([asked.revision + 1, asked.revision + 1]);
    const again = await ask(own(twice[0] as Answered));
    const both = await Promise.all([1, 2].map(async () => steps.act(AnswerSupplement, citizen, again, { items: [{ itemId: 'muc-1', uploadIds: [await upload()] }, { itemId: 'muc-2', text: 'x' }] })));
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  });
});
