import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { GetQueue } from '../../shared/contracts/desk-queues.ts';
import { AcceptDossier, FinishDossier, GetDeskFile, GetMyDossier, GetMyFile, HandOverResult, ListMyDossiers, OpenDossier, RefuseDossier, SubmitDossier, TakeDossier, TrackDossier, VerifyHistory } from '../../shared/contracts/procedure-submission.ts';
import type { DossierView } from '../../shared/contracts/dossier.ts';
import type { Actor, Officer } from '../../shared/runtime/actor.ts';
import { tables } from '../../shared/tables/table-spec.ts';
import { createTable, type TestTable } from '../support/table.ts';
import { apiOn, checkedUpload, depsOn, draftWith, type Api } from './support/desk.ts';
import { agencyCode, answers, caseOfficer, citizen, clerk, leader, now, otherAgencyCode, otherCitizen, secondClerk, strangerClerk } from './support/dossiers.ts';
import { done, filing, nobody, stepsOn } from './support/steps.ts';

let store: TestTable;
let call: Api;
let file: ReturnType<typeof stepsOn>['file'];
let act: ReturnType<typeof stepsOn>['act'];

const queue = async (name: string, who: Actor = clerk, agency = agencyCode, query: Record<string, string> = {}) =>
  (await call(GetQueue, who, { params: { agencyCode: agency, queue: name }, query })).body as unknown as { items: { dossierId: string }[]; counts: Record<string, number>; cursor?: string };

beforeAll(async () => { store = await createTable(tables['procedure-submission'], inject('endpoint')); call = apiOn(depsOn(store.table)); ({ file, act } = stepsOn(call, store.table)); });
afterAll(() => store.drop());

describe('a dossier', () => {
  it('walks from filing to hand-over, and every queue follows at once', async () => {
    const filed = await file();
    expect(filed).toMatchObject({ state: { business: 1 }, revision: 0, trackingCode: expect.stringMatching(/^HG-/) as string });
    expect((await queue('to-accept')).items.map((row) => row.dossierId)).toContain(filed.dossierId);

    const accepted = done(await act(AcceptDossier, clerk, filed));
    expect(accepted).toMatchObject({ state: { business: 2 }, number: expect.stringMatching(/^000\.01\.19\.H30-261120-\d{4}$/) as string, allowed: ['request-supplement', 'request-payment'] });
    // five working days from Friday 20 November, with Tuesday the 24th off
    expect(accepted.dueAt).toBe('2026-11-30T10:00:00.000Z');
    expect((await queue('to-accept')).items.map((row) => row.dossierId)).not.toContain(filed.dossierId);
    expect((await queue('to-take', caseOfficer)).items[0]).toMatchObject({ dossierId: filed.dossierId, number: accepted.number, dueAt: accepted.dueAt });

    const taken = done(await act(TakeDossier, caseOfficer, accepted));
    expect(taken).toMatchObject({ state: { business: 4 }, officer: { name: caseOfficer.name }, allowed: ['finish', 'request-supplement', 'request-payment'] });
    const resultUploadId = await checkedUpload(store.table, caseOfficer);
    const finished = done(await act(FinishDossier, caseOfficer, taken, { resultUploadId }));
    expect(finished).toMatchObject({ state: { business: 9, delivery: 'waiting' }, punctuality: { verdict: 'early', workingDays: 5 }, documents: [{ kind: 'result', documentId: resultUploadId }] });
    const over = done(await act(HandOverResult, clerk, finished));
    expect(over).toMatchObject({ state: { business: 10, delivery: 'handed-over' }, allowed: [] });
    expect(over.history.map((entry) => entry.act)).toEqual(['submit', 'accept', 'take', 'finish', 'hand-over']);

    const tracked = await call(TrackDossier, nobody, { params: { trackingCode: filed.trackingCode.toLowerCase() } });
    expect(tracked.body).toMatchObject({ number: accepted.number, punctuality: { verdict: 'early' } });
    expect(JSON.stringify(tracked.body)).not.toMatch(new RegExp(`${citizen.name}|${citizen.subject}|${clerk.name}|093000000001|0900`));
    const history = await call(VerifyHistory, nobody, { params: { trackingCode: filed.trackingCode } });
    expect(history.body).toMatchObject({ holds: true });
    expect(JSON.stringify(history.body)).not.toMatch(new RegExp(`${citizen.name}|${clerk.name}|${clerk.personId}`));

    const link = await call(GetMyFile, citizen, { params: { dossierId: filed.dossierId, fileId: resultUploadId } });
    expect(link.body).toMatchObject({ url: `http://files.test/files/${resultUploadId}`, expiresAt: new Date(now.getTime() + 60_000).toISOString() });
  });

  it('shows both names where somebody acts for the holder of a post, under the seal and not to the public', async () => {
    const { posts: [post] } = clerk;
    if (post === undefined) throw new Error('no post');
    const { posts: own } = caseOfficer;
    const delegate: Officer = { ...caseOfficer, posts: [...own, { ...post, to: '2026-11-30', actingFor: { person: clerk.personId, name: clerk.name } }] };
    const filed = await file();
    const accepted = done(await act(AcceptDossier, delegate, filed));
    expect(accepted.history.map(({ name, onBehalfOf, by }) => ({ name, onBehalfOf, role: by.role })).at(-1)).toEqual({ name: caseOfficer.name, onBehalfOf: clerk.name, role: 'one-stop-clerk' });
    const taken = done(await act(TakeDossier, delegate, accepted));
    expect(taken.history.at(-1)).not.toHaveProperty('onBehalfOf');
    const history = await call(VerifyHistory, nobody, { params: { trackingCode: filed.trackingCode } });
    expect(history.body).toMatchObject({ holds: true });
    expect(JSON.stringify(history.body)).not.toContain(clerk.name);

    const late: Officer = { ...delegate, posts: own, ended: [{ ...post, to: '2026-11-19', actingFor: { person: clerk.personId, name: clerk.name } }] };
    expect((await act(AcceptDossier, late, await file())).body.code).toBe('delegation-expired');
  });

  it('is refused with a reason, and never without', async () => {
    const filed = await file();
    for (const wrong of [{ reason: '' }, { reason: '   ' }, {}]) expect((await act(RefuseDossier, clerk, filed, wrong)).body.code).toBe('reason-missing');
    const refused = done(await act(RefuseDossier, clerk, filed, { reason: 'Thiếu bản chính giấy chứng sinh.' }));
    expect(refused).toMatchObject({ state: { business: 3 }, reason: 'Thiếu bản chính giấy chứng sinh.' });
    expect((await call(GetMyDossier, citizen, { params: { dossierId: filed.dossierId } })).body['reason']).toBe('Thiếu bản chính giấy chứng sinh.');
    expect((await act(AcceptDossier, clerk, refused)).body).toMatchObject({ code: 'state-conflict', allowed: [] });
  });
});

describe('at the same time', () => {
  it('50 filings under one key make one dossier', async () => {
    const uploadId = await checkedUpload(store.table, citizen);
    const answersOf = await Promise.all(Array.from({ length: 50 }, () => call(SubmitDossier, citizen, { ...filing, body: draftWith(uploadId), key: 'one-key-for-fifty' })));
    expect(answersOf.map(({ status }) => status)).toEqual(Array.from({ length: 50 }, () => 201));
    expect(new Set(answersOf.map(({ body }) => body['dossierId'])).size).toBe(1);
    const again = await call(SubmitDossier, citizen, { ...filing, body: draftWith(uploadId, { answers: { ...answers, 'ho-ten': 'Khác' } }), key: 'one-key-for-fifty' });
    expect(again).toMatchObject({ status: 422, body: { code: 'idempotency-key-reused' } });
    // the key is the caller's own: another citizen's is another request
    const other = await call(SubmitDossier, otherCitizen, { ...filing, body: draftWith(await checkedUpload(store.table, otherCitizen)), key: 'one-key-for-fifty' });
    expect(other.status).toBe(201);
    expect(other.body['dossierId']).not.toBe(answersOf[0]?.body['dossierId']);
  });

  it('of two clerks one accepts, and the other learns what she may do instead', async () => {
    for (let round = 0; round < 10; round++) {
      const filed = await file();
      const both = await Promise.all([act(AcceptDossier, clerk, filed), act(AcceptDossier, secondClerk, filed)]);
      expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
      expect(both.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'changed-meanwhile', allowed: ['request-supplement', 'request-payment'] });
    }
  });

  it('the same acceptance again is answered, not done again', async () => {
    const filed = await file();
    const first = done(await act(AcceptDossier, clerk, filed, {}, 'accept-it-once'));
    const second = done(await act(AcceptDossier, clerk, filed, {}, 'accept-it-once'));
    expect(second).toMatchObject({ number: first.number, revision: 1 });
  });

  it('one upload goes into one of two dossiers', async () => {
    const uploadId = await checkedUpload(store.table, citizen);
    const both = await Promise.all([1, 2].map(() => call(SubmitDossier, citizen, { ...filing, body: draftWith(uploadId) })));
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 422]);
    expect(both.find(({ status }) => status === 422)?.body).toMatchObject({ code: 'upload-reused', errors: [{ pointer: '/body/attachments/0/uploadId' }] });
  });
});

describe('numbers', () => {
  it('run without a gap under 20 acceptances at once, and start again the next day of Việt Nam', async () => {
    let at = new Date('2026-11-25T02:00:00Z');
    const fresh = await createTable(tables['procedure-submission'], inject('endpoint'));
    const api = apiOn(depsOn(fresh.table), () => at);
    const ask = async (): Promise<DossierView> => (await api(SubmitDossier, citizen, { ...filing, body: draftWith(await checkedUpload(fresh.table, citizen, { expiresAt: 2_000_000_000 })) })).body as unknown as DossierView;
    const accept = async ({ dossierId }: DossierView): Promise<string> => String((await api(AcceptDossier, clerk, { params: { dossierId }, body: { revision: 0 } })).body['number']);
    const filed = await Promise.all(Array.from({ length: 20 }, ask));
    const numbers = await Promise.all(filed.map(accept));
    expect(numbers.toSorted()).toEqual(Array.from({ length: 20 }, (_, index) => `000.01.19.H30-261125-${String(index + 1).padStart(4, '0')}`));
    // 23:59 and 00:01 in Việt Nam, the same day in UTC
    at = new Date('2026-11-25T16:59:00Z');
    expect(await accept(await ask())).toBe('000.01.19.H30-261125-0021');
    at = new Date('2026-11-25T17:01:00Z');
    expect(await accept(await ask())).toBe('000.01.19.H30-261126-0001');
    await fresh.drop();
  });
});

describe('queues', () => {
  it('count what they list, in pages', async () => {
    const fresh = await createTable(tables['procedure-submission'], inject('endpoint'));
    const api = apiOn(depsOn(fresh.table));
    const filed = await Promise.all(Array.from({ length: 7 }, async () => (await api(SubmitDossier, citizen, { ...filing, body: draftWith(await checkedUpload(fresh.table, citizen)) })).body as unknown as DossierView));
    for (const { dossierId } of filed.slice(0, 2)) await api(AcceptDossier, clerk, { params: { dossierId }, body: { revision: 0 } });
    const page = async (cursor?: string) => (await api(GetQueue, leader, { params: { agencyCode, queue: 'to-accept' }, query: { limit: '2', ...(cursor === undefined ? {} : { cursor }) } })).body as { items: { dossierId: string }[]; cursor?: string; counts: unknown };
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const one = await page(cursor);
      expect(one.counts).toEqual({ 'to-accept': 5, 'to-take': 2, processing: 0, paused: 0, 'to-hand-over': 0, mine: 0 });
      seen.push(...one.items.map((row) => row.dossierId));
      cursor = one.cursor;
    } while (cursor !== undefined);
    expect(seen.toSorted()).toEqual(filed.slice(2).map(({ dossierId }) => dossierId).toSorted());
    await fresh.drop();
  });
});

describe('what is not yours', () => {
  let filed: DossierView;
  beforeEach(async () => { filed = await file(); });
  it('does not exist for another citizen', async () => {
    for (const route of [GetMyDossier, GetMyFile]) expect((await call(route, otherCitizen, { params: { dossierId: filed.dossierId, fileId: filed.attachments[0]?.uploadId ?? '' } })).body.code).toBe('not-found');
    expect(JSON.stringify((await call(ListMyDossiers, otherCitizen)).body)).not.toContain(filed.dossierId);
    expect(JSON.stringify((await call(ListMyDossiers, citizen)).body)).toContain(filed.dossierId);
  });
  it('does not exist for another agency', async () => {
    const params = { dossierId: filed.dossierId, fileId: filed.attachments[0]?.uploadId ?? '' };
    for (const route of [OpenDossier, GetDeskFile]) expect((await call(route, strangerClerk, { params })).body.code).toBe('not-found');
    for (const route of [AcceptDossier, RefuseDossier]) expect((await act(route, strangerClerk, filed, { reason: 'x' })).body.code).toBe('not-found');
    expect((await call(GetQueue, strangerClerk, { params: { agencyCode, queue: 'to-accept' } })).body.code).toBe('not-found');
    expect((await queue('to-accept', strangerClerk, otherAgencyCode)).items).toEqual([]);
  });
  it('is not worked on with another role, or with a post that ended', async () => {
    expect((await act(AcceptDossier, leader, filed)).status).toBe(403);
    expect((await act(AcceptDossier, caseOfficer, filed)).status).toBe(403);
    const former: Actor = { ...clerk, posts: [{ agency: agencyCode, role: 'one-stop-clerk', from: '2020-01-01', to: '2026-11-19' }] };
    expect((await act(AcceptDossier, former, filed)).status).toBe(403);
    // a clerk elsewhere who is only an officer here
    const both: Actor = { ...clerk, posts: [{ agency: otherAgencyCode, role: 'one-stop-clerk', from: '2020-01-01' }, { agency: agencyCode, role: 'case-officer', from: '2020-01-01' }] };
    expect((await act(AcceptDossier, both, filed)).body.code).toBe('not-found');
  });
});
