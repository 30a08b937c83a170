import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { DossierView } from '../../shared/contracts/dossier.ts';
import { GetQueue } from '../../shared/contracts/desk-queues.ts';
import { ListMyDossiers, SubmitDossier, TrackDossier } from '../../shared/contracts/procedure-submission.ts';
import { tables } from '../../shared/tables/table-spec.ts';
import { createTable, type TestTable } from '../support/table.ts';
import { apiOn, checkedUpload, depsOn, draftWith, type Api } from './support/desk.ts';
import { agencyCode, answers, citizen, clerk, otherCitizen, procedure } from './support/dossiers.ts';
import { filing, nobody } from './support/steps.ts';

let store: TestTable;
let call: Api;
beforeAll(async () => { store = await createTable(tables['procedure-submission'], inject('endpoint')); call = apiOn(depsOn(store.table)); });
afterAll(() => store.drop());

describe('what bad filings get', () => {
  const cases: [string, string, Record<string, unknown>, string?][] = [
    ['an unknown case', 'case-unknown', { case: 'khong-co' }, '/body/case'],
    ['a channel the case does not offer', 'channel-not-offered', { channel: 'direct' }, '/body/channel'],
    ['an agency that does not receive it', 'agency-not-competent', { agency: 'H30' }, '/body/agency'],
    ['an agency that does not exist', 'agency-not-competent', { agency: 'H30.99' }, '/body/agency'],
    ['a missing answer', 'answers-invalid', { answers: { 'ho-ten': 'A' } }, '/body/answers/ngay-sinh'],
    ['a day that does not exist', 'answers-invalid', { answers: { ...answers, 'ngay-sinh': '2026-02-30' } }, '/body/answers/ngay-sinh'],
    ['a choice that is none', 'answers-invalid', { answers: { ...answers, 'gioi-tinh': 'khac' } }, '/body/answers/gioi-tinh'],
    ['a number that is none', 'answers-invalid', { answers: { ...answers, 'can-nang': '1e309' } }, '/body/answers/can-nang'],
    ['an identity number of ten digits', 'answers-invalid', { answers: { ...answers, 'so-dinh-danh': '0123456789' } }, '/body/answers/so-dinh-danh'],
    ['a telephone number that is none', 'answers-invalid', { answers: { ...answers, 'dien-thoai': '113' } }, '/body/answers/dien-thoai'],
    ['an address that is none', 'answers-invalid', { answers: { ...answers, thu: 'a@b' } }, '/body/answers/thu'],
    ['an answer too long for its question', 'answers-invalid', { answers: { ...answers, 'ho-ten': 'A'.repeat(121) } }, '/body/answers/ho-ten'],
    ['an answer nobody asked', 'answers-invalid', { answers: { ...answers, them: 'x' } }, '/body/answers/them'],
    ['a missing paper', 'component-missing', { attachments: [] }, '/body/attachments/giay-chung-sinh'],
    ['NUL in an answer', 'request-invalid', { answers: { ...answers, 'ho-ten': 'A\u0000B' } }, '/body/answers/ho-ten'],
    ['bidirectional controls', 'request-invalid', { answers: { ...answers, 'ho-ten': 'A\u202eB' } }, '/body/answers/ho-ten'],
    ['64 KB in an answer', 'request-invalid', { answers: { ...answers, 'ho-ten': 'a'.repeat(65_536) } }, '/body/answers/ho-ten'],
  ];
  it.each(cases)('%s: %s', async (_, code, changes, pointer) => {
    const answer = await call(SubmitDossier, citizen, { ...filing, body: draftWith(await checkedUpload(store.table, citizen), changes) });
    expect(answer.body).toMatchObject({ code, errors: [{ pointer }] });
    expect(answer.body.errors?.[0]?.vi).toBeTruthy();
    expect(answer.status).toBeLessThan(500);
  });
  it('names what is wrong beside each answer', async () => {
    const answer = await call(SubmitDossier, citizen, { ...filing, body: draftWith(await checkedUpload(store.table, citizen), { answers: { 'ho-ten': 'A', 'dien-thoai': '1' } }) });
    expect(answer.body.errors?.map(({ code }) => code)).toEqual(['field.missing', 'answer.phone']);
  });
  it('text in NFD is kept as NFC', async () => {
    const answer = await call(SubmitDossier, citizen, { ...filing, body: draftWith(await checkedUpload(store.table, citizen), { answers: { ...answers, 'ho-ten': 'Trẻ Em Thử'.normalize('NFD') } }) });
    expect(DossierView.parse(answer.body).answers['ho-ten']).toBe('Trẻ Em Thử');
  });
  it('an unknown procedure', async () => {
    expect((await call(SubmitDossier, citizen, { params: { procedureCode: '1.999999' }, body: draftWith(await checkedUpload(store.table, citizen)) })).body.code).toBe('procedure-unknown');
  });
  it.each([
    ['closed', { status: 'closed' as const }, { code: 'procedure-not-open' }], ['not online', { acceptsOnline: false }, { code: 'procedure-not-open' }],
    ['replaced by another, which is named', { status: 'closed' as const, successor: '1.000894' }, { code: 'procedure-retired', successor: '1.000894' }],
  ])('a procedure that is %s', async (_, changes, problem) => {
    const deps = depsOn(store.table);
    const api = apiOn({ ...deps, procedures: { ...deps.procedures, current: () => Promise.resolve({ ...procedure, ...changes }) } });
    expect((await api(SubmitDossier, citizen, { ...filing, body: draftWith(await checkedUpload(store.table, citizen)) })).body).toMatchObject(problem);
  });
  it.each([
    ['of another citizen', otherCitizen, {}, 'upload-unknown'], ['not yet checked', citizen, { state: 'waiting' as const }, 'upload-not-checked'],
    ['refused', citizen, { state: 'refused' as const, problem: 'file-type-mismatch' }, 'upload-refused'], ['used before', citizen, { dossierId: 'dos_01K9M3Z5T8Q2W4E6R8Y0P1S3D5' }, 'upload-reused'],
    ['expired', citizen, { expiresAt: 1_000_000 }, 'upload-unknown'],
  ])('an upload %s', async (_, owner, changes, code) => {
    expect((await call(SubmitDossier, citizen, { ...filing, body: draftWith(await checkedUpload(store.table, owner, changes)) })).body).toMatchObject({ code, errors: [{ pointer: '/body/attachments/0/uploadId' }] });
  });
  it('a forged upload', async () => {
    expect((await call(SubmitDossier, citizen, { ...filing, body: draftWith('upl_01K9M3Z5T8Q2W4E6R8Y0P1S3D5') })).body.code).toBe('upload-unknown');
  });
  it('a code or cursor that is none', async () => {
    expect((await call(TrackDossier, nobody, { params: { trackingCode: 'HG-0000-0000-0000' } })).body.code).toBe('tracking-code-unknown');
    expect((await call(GetQueue, clerk, { params: { agencyCode, queue: 'to-accept' }, query: { cursor: 'kh%C3%B4ng' } })).body.code).toBe('request-invalid');
    expect((await call(ListMyDossiers, citizen, { query: { cursor: Buffer.from('REQUEST').toString('base64url') } })).body.code).toBe('request-invalid');
  });
});
