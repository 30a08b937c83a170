import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { FileAtCounter } from '../../shared/contracts/counter-filing.ts';
import { GetQueue } from '../../shared/contracts/desk-queues.ts';
import { AnswerSupplement, GetMyDossier, ListMyDossiers, OpenDossier, RequestSupplement, TrackDossier, WithdrawDossier } from '../../shared/contracts/procedure-submission.ts';
import { DeskDossierView } from '../../shared/contracts/dossier.ts';
import type { ProcedureView } from '../../shared/contracts/procedure.ts';
import type { Actor } from '../../shared/runtime/actor.ts';
import { tables } from '../../shared/tables/table-spec.ts';
import { receiptContent } from '../../functions/procedure-submission/form-content.ts';
import { createTable, type TestTable } from '../support/table.ts';
import { apiOn, checkedUpload, depsOn, type Answered, type Api } from './support/desk.ts';
import { agencyCode, answers, caseOfficer, citizen, clerk, otherAgencyCode, otherCitizen, procedure, strangerClerk } from './support/dossiers.ts';
import { done, nobody, stepsOn } from './support/steps.ts';

const [onlyCase] = procedure.cases;
if (onlyCase === undefined) throw new Error('no case');
const atDesk: ProcedureView = { ...procedure, acceptsOnline: true, cases: [{ ...onlyCase, channels: [...onlyCase.channels, { channel: 'direct', term: { parts: [{ amount: 5, unit: 'WORKING_DAY' }] }, fee: { kind: 'free' }, reading: 'stated' }] }] };

let store: TestTable;
let call: Api;
beforeAll(async () => { store = await createTable(tables['procedure-submission'], inject('endpoint')); call = apiOn({ ...depsOn(store.table), procedures: { current: () => Promise.resolve(atDesk), version: () => Promise.resolve(atDesk) } }); });
afterAll(() => store.drop());

const applicant = { name: 'Người Nộp Tại Quầy', identity: { kind: 'citizen-id', number: '093000000001' }, phone: '0900 000 002' };
const filing = (changes: Record<string, unknown> = {}) => ({
  procedure: procedure.code, case: 'thong-thuong', agency: agencyCode, answers, attachments: [], applicant, identityChecked: true, consentGiven: true,
  components: [{ paperId: 'giay-chung-sinh', original: 1, copy: 2, electronic: 0 }], ...changes,
});
const fileHere = (changes: Record<string, unknown> = {}, who: Actor = clerk, key?: string, agency = agencyCode): Promise<Answered> =>
  call(FileAtCounter, who, { params: { agencyCode: agency }, body: filing(changes), ...(key === undefined ? {} : { key }) });
const filed = (answer: Answered): DeskDossierView => { expect(answer.status, JSON.stringify(answer.body)).toBe(201); return DeskDossierView.parse(answer.body); };

describe('filed at the desk', () => {
  it('is accepted at once, under the clerk’s name, with papers counted on its receipt', async () => {
    const dossier = filed(await fileHere());
    expect(dossier).toMatchObject({
      channel: 'direct', state: { business: 2 }, number: expect.stringMatching(/^000\.01\.19\.H30-261120-/) as string, dueAt: '2026-11-30T10:00:00.000Z',
      applicant: { name: applicant.name, phone: '0900000002', nationalId: '093000000001', identity: applicant.identity },
      components: [{ paperId: 'giay-chung-sinh', original: 1, copy: 2, electronic: 0 }], helpedAt: { code: agencyCode },
    });
    expect(dossier.history.map(({ act, by, name }) => [act, by.kind, by.role, name])).toEqual([['submit', 'officer', 'one-stop-clerk', clerk.name], ['accept', 'officer', 'one-stop-clerk', clerk.name]]);
    const record = await depsOn(store.table).dossiers.load(dossier.dossierId);
    if (record === undefined) throw new Error('not written');
    expect(receiptContent(record, 'https://example.vn', { papers: new Map([['giay-chung-sinh', 'Giấy chứng sinh']]) }).papers).toEqual(['Giấy chứng sinh (01 bản chính, 02 bản sao)']);
    const tracked = await call(TrackDossier, nobody, { params: { trackingCode: dossier.trackingCode } });
    expect(JSON.stringify(tracked.body)).not.toMatch(new RegExp(`${applicant.name}|${applicant.identity.number}|${clerk.name}`));
  });

  it('with scans of the clerk, once, however often the request is sent', async () => {
    const uploadId = await checkedUpload(store.table, clerk);
    const scanned = { attachments: [{ paperId: 'giay-chung-sinh', uploadId }], components: [] };
    const answersOf = await Promise.all(Array.from({ length: 5 }, () => fileHere(scanned, clerk, 'one-key-at-the-desk')));
    const last = await fileHere(scanned, clerk, 'one-key-at-the-desk');
    const dossiers = [...answersOf.filter(({ status }) => status === 201), last].map(filed);
    expect(new Set(dossiers.map(({ dossierId, number }) => `${dossierId} ${number}`)).size).toBe(1);
    expect(dossiers.at(-1)?.state.business).toBe(2);
  });

  it('waits at the agency that receives it, when that is another', async () => {
    const dossier = filed(await fileHere({ agency: otherAgencyCode }));
    expect(dossier).toMatchObject({ state: { business: 1 }, agency: { code: otherAgencyCode }, helpedAt: { code: agencyCode }, allowed: [] });
    expect((await call(OpenDossier, clerk, { params: { dossierId: dossier.dossierId } })).body.code).toBe('not-found');
    const { items } = (await call(GetQueue, strangerClerk, { params: { agencyCode: otherAgencyCode, queue: 'to-accept' } })).body as unknown as { items: { dossierId: string }[] };
    expect(items.map(({ dossierId }) => dossierId)).toContain(dossier.dossierId);
  });
});

describe('the applicant who signs in later', () => {
  it('finds it by the same citizen identity number, and acts on it; nobody else does', async () => {
    const dossier = filed(await fileHere());
    const own = await stepsOn(call, store.table).file(citizen);
    const listed = async (who: Actor): Promise<string[]> => ((await call(ListMyDossiers, who)).body as unknown as { items: { dossierId: string }[] }).items.map(({ dossierId }) => dossierId);
    expect(await listed(citizen)).toEqual(expect.arrayContaining([own.dossierId, dossier.dossierId]));
    expect((await call(GetMyDossier, citizen, { params: { dossierId: dossier.dossierId } })).body).toMatchObject({ components: dossier.components });
    const impostor: Actor = { kind: 'citizen', subject: 'cong-dan-ba', name: applicant.name, nationalId: '093000000009' };
    for (const who of [otherCitizen, impostor]) {
      expect(await listed(who)).not.toContain(dossier.dossierId);
      expect((await call(GetMyDossier, who, { params: { dossierId: dossier.dossierId } })).body.code).toBe('not-found');
      expect((await call(WithdrawDossier, who, { params: { dossierId: dossier.dossierId }, body: { revision: 1 } })).body.code).toBe('not-found');
    }
    const asked = done(await call(RequestSupplement, clerk, { params: { dossierId: dossier.dossierId }, body: { revision: 1, reason: 'Thiếu', items: [{ kind: 'text', what: 'Nơi sinh' }] } }));
    const answered = await call(AnswerSupplement, citizen, { params: { dossierId: dossier.dossierId }, body: { revision: asked.revision, items: [{ itemId: 'muc-1', text: 'Vị Thanh' }] } });
    expect([answered.status, (answered.body['state'] as { business: number }).business]).toEqual([200, 2]);
  });

  it('does not find what was filed with a passport of the same figures', async () => {
    const dossier = filed(await fileHere({ applicant: { ...applicant, identity: { kind: 'passport', number: '093000000001' } } }));
    expect((await call(GetMyDossier, citizen, { params: { dossierId: dossier.dossierId } })).body.code).toBe('not-found');
  });
});

describe('what is wrong is said where it is wrong', () => {
  it.each([
    [{ identityChecked: false }, 'identity-not-checked', ['/body/identityChecked']], [{ consentGiven: false }, 'consent-missing', ['/body/consentGiven']],
    [{ applicant: { ...applicant, identity: { kind: 'citizen-id', number: '09300000000' } } }, 'request-invalid', ['/body/applicant/identity/number']],
    [{ applicant: { ...applicant, identity: { kind: 'passport', number: 'b1' } } }, 'request-invalid', ['/body/applicant/identity/number']],
    [{ applicant: { ...applicant, phone: '12' } }, 'request-invalid', ['/body/applicant/phone']], [{ applicant: { ...applicant, name: ' ' } }, 'request-invalid', ['/body/applicant/name']],
    [{ components: [] }, 'component-missing', ['/body/attachments/giay-chung-sinh']], [{ components: [{ paperId: 'giay-chung-sinh', original: 0, copy: 0, electronic: 0 }] }, 'component-missing', ['/body/attachments/giay-chung-sinh']],
    [{ components: [{ paperId: 'giay-chung-sinh', original: -1, copy: 0, electronic: 0 }] }, 'request-invalid', ['/body/components/0/original']], [{ components: [{ paperId: 'khac', original: 1, copy: 0, electronic: 0 }] }, 'request-invalid', ['/body/components/0/paperId']],
    [{ agency: 'H30.01' }, 'agency-not-competent', ['/body/agency']], [{ answers: {} }, 'answers-invalid', ['/body/answers/ho-ten', '/body/answers/ngay-sinh']],
  ])('%j', async (changes, code, pointers) => {
    const { body } = await fileHere(changes);
    expect([body.code, body.errors?.map(({ pointer }) => pointer)]).toEqual([code, pointers]);
  });

  it('only a clerk files, at a desk of her own, with scans of her own', async () => {
    expect((await fileHere({}, caseOfficer)).status).toBe(403);
    expect((await fileHere({}, clerk, undefined, otherAgencyCode)).body.code).toBe('not-found');
    expect((await fileHere({ attachments: [{ paperId: 'giay-chung-sinh', uploadId: await checkedUpload(store.table, citizen) }] })).body.code).toBe('upload-unknown');
  });
});
