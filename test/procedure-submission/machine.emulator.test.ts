import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { GetQueue } from '../../shared/contracts/desk-queues.ts';
import { ConfirmDossier, FetchDossier, FetchDossierFile, ListAgencyChanges, machineRoutes, ReportProgress, ReportResult } from '../../shared/contracts/machine.ts';
import { AcceptDossier, OpenDossier, RequestSupplement, TakeDossier, VerifyHistory } from '../../shared/contracts/procedure-submission.ts';
import type { DossierView } from '../../shared/contracts/dossier.ts';
import type { Route } from '../../shared/contracts/route.ts';
import type { Actor } from '../../shared/runtime/actor.ts';
import { tables } from '../../shared/tables/table-spec.ts';
import { createTable, type TestTable } from '../support/table.ts';
import { apiOn, checkedUpload, depsOn, type Answered, type Api } from './support/desk.ts';
import { agencyCode, caseOfficer, clerk, now, otherAgencyCode } from './support/dossiers.ts';
import { masked } from './support/masked.ts';
import { done, nobody, stepsOn } from './support/steps.ts';

const machine = (agency: string, scopes = ['dossiers/read', 'dossiers/write']): Actor => ({ kind: 'machine', clientId: `he-thong-${agency}`, scopes: [...scopes, `agency/${agency}`], agency });
const own = machine(agencyCode);
const other = machine(otherAgencyCode);

let store: TestTable;
let call: Api;
let at = now;
beforeAll(async () => { store = await createTable(tables['procedure-submission'], inject('endpoint')); call = apiOn(depsOn(store.table), () => at); });
afterAll(() => store.drop());

type Change = { dossierId: string; revision: number; status: number };
type Listed = { items: Change[]; cursor: string };
const changes = async (who: Actor, since?: string, agency = agencyCode): Promise<Listed> => (await call(ListAgencyChanges, who, { params: { agencyCode: agency }, query: since === undefined ? {} : { since } })).body as unknown as Listed;
const accepted = async (): Promise<DossierView> => { const { file, act } = stepsOn(call, store.table); return done(await act(AcceptDossier, clerk, await file())); };
const send = (route: Route, who: Actor, dossierId: string, body: Record<string, unknown>, key?: string): Promise<Answered> => call(route, who, { params: { dossierId }, body, ...(key === undefined ? {} : { key }) });

it('the examples of the document are what happens, one after the other', async () => {
  const { dossierId, attachments } = await accepted();
  at = new Date(now.getTime() + 60_000);
  const listed = await changes(own);
  at = now;
  const filesOf = { params: { dossierId, fileId: attachments[0]?.uploadId ?? '' } };
  const uploads: string[] = [];
  const answers = new Map<string, Answered>([['listAgencyChanges', { status: 200, took: { total: 0, aws: 0 }, body: { ...listed, items: listed.items.slice(-1) } as never }], ['fetchDossierFile', await call(FetchDossierFile, own, filesOf)]]);
  for (const route of machineRoutes as readonly Route[]) {
    const { example } = route;
    if (example === undefined) throw new Error(`${route.name} shows no example`);
    if (!answers.has(route.name)) {
      // the upload of an example is nobody's: the test brings its own
      if (route === (ReportResult as Route)) uploads.push(await checkedUpload(store.table, own));
      const body = route.method === 'GET' ? undefined : { ...example.body as object, ...(uploads[0] === undefined ? {} : { resultUploadId: uploads[0] }) };
      answers.set(route.name, await call(route, own, { params: { dossierId }, ...(body === undefined ? {} : { body }) }));
    }
    expect(masked(answers.get(route.name)?.body), route.name).toEqual(masked(example.answer));
  }
  const history = await call(OpenDossier, caseOfficer, { params: { dossierId } });
  expect((history.body['history'] as { act: string; by: { kind: string }; reason?: string }[]).map(({ act, by, reason }) => [act, by.kind, reason])).toEqual([
    ['submit', 'citizen', undefined], ['accept', 'officer', undefined], ['take', 'system', undefined], ['report-progress', 'system', 'Đã thẩm định, chờ ký.'], ['finish', 'system', undefined],
  ]);
  expect((await call(VerifyHistory, nobody, { params: { trackingCode: String(history.body['trackingCode']) } })).body).toMatchObject({ holds: true });
});

describe('the list of changes', () => {
  it('gives everything once from cursor to cursor, in order, and nothing that may still be overtaken', async () => {
    at = new Date('2026-11-20T02:10:00Z');
    const before = await changes(own);
    const one = await accepted();
    expect((await changes(own, before.cursor)).items).toEqual([]);
    at = new Date('2026-11-20T02:10:31Z');
    const first = await changes(own, before.cursor);
    expect(first.items.map(({ dossierId, revision, status }) => [dossierId, revision, status])).toEqual([[one.dossierId, 0, 1], [one.dossierId, 1, 2]]);
    expect(await changes(own, first.cursor)).toEqual({ items: [], cursor: first.cursor });
    done(await call(TakeDossier, caseOfficer, { params: { dossierId: one.dossierId }, body: { revision: 1 } }));
    at = new Date('2026-11-20T02:12:00Z');
    const second = await changes(own, first.cursor);
    expect(second.items.map(({ revision, status }) => [revision, status])).toEqual([[2, 4]]);
    expect((await changes(other, undefined, otherAgencyCode)).items).toEqual([]);
    at = now;
  });
});

describe('the same rules as at the desk', () => {
  it('once, over the revision seen, in the right status', async () => {
    const { dossierId } = await accepted();
    const both = await Promise.all([send(ConfirmDossier, own, dossierId, { revision: 1 }, 'confirm-it-once'), send(ConfirmDossier, own, dossierId, { revision: 1 }, 'confirm-it-once')]);
    expect(both.map(({ status, body }) => [status, body['revision']])).toEqual([[200, 2], [200, 2]]);
    expect((await send(ConfirmDossier, own, dossierId, { revision: 2 }, 'confirm-it-once')).body.code).toBe('idempotency-key-reused');
    expect((await send(ConfirmDossier, own, dossierId, { revision: 1 })).body.code).toBe('changed-meanwhile');
    expect((await send(ConfirmDossier, own, dossierId, { revision: 2 })).body.code).toBe('state-conflict');
    expect((await send(ReportProgress, own, dossierId, { revision: 2, note: ' ' })).body.code).toBe('request-invalid');
    const { items } = (await call(GetQueue, caseOfficer, { params: { agencyCode, queue: 'processing' } })).body as unknown as { items: { dossierId: string; officer: { name: string } }[] };
    expect(items.find((row) => row.dossierId === dossierId)?.officer.name).toContain('he-thong-H30.19.01');
    done(await call(RequestSupplement, caseOfficer, { params: { dossierId }, body: { revision: 2, reason: 'Thiếu', items: [{ kind: 'text', what: 'Nơi sinh' }] } }));
    expect((await send(ReportProgress, own, dossierId, { revision: 3, note: 'Chờ' })).body.code).toBe('state-conflict');
  });

  it('a result is a file of its own upload, checked before', async () => {
    const { dossierId } = await accepted();
    expect((await send(ConfirmDossier, own, dossierId, { revision: 1 })).status).toBe(200);
    expect((await send(ReportResult, own, dossierId, { revision: 2, resultUploadId: await checkedUpload(store.table, caseOfficer) })).body.code).toBe('upload-unknown');
    expect((await send(ReportResult, own, dossierId, { revision: 2, resultUploadId: await checkedUpload(store.table, own, { state: 'waiting' }) })).body.code).toBe('upload-not-checked');
  });

  it('another agency’s dossiers do not exist, and a scope that is missing is missed', async () => {
    const { dossierId, attachments } = await accepted();
    for (const route of [FetchDossier, FetchDossierFile]) expect((await call(route, other, { params: { dossierId, fileId: attachments[0]?.uploadId ?? '' } })).body.code).toBe('not-found');
    expect((await send(ConfirmDossier, other, dossierId, { revision: 1 })).body.code).toBe('not-found');
    expect((await call(ListAgencyChanges, other, { params: { agencyCode } })).body.code).toBe('not-found');
    expect((await send(ConfirmDossier, machine(agencyCode, ['dossiers/read']), dossierId, { revision: 1 })).status).toBe(403);
    expect((await call(FetchDossier, caseOfficer, { params: { dossierId } })).status).toBe(403);
    expect((await call(TakeDossier, own, { params: { dossierId }, body: { revision: 1 } })).status).toBe(403);
  });
});
