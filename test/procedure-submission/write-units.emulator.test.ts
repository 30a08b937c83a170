import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { AcceptDossier, AnswerSupplement, ExtendDossier, FinishDossier, HandOverResult, RefuseDossier, RequestSupplement, ResumeDossier, StopDossier, SubmitDossier, TakeDossier, WithdrawDossier } from '../../shared/contracts/procedure-submission.ts';
import { RecordPayment, RequestPayment } from '../../shared/contracts/matter-routes.ts';
import { localDate } from '../../shared/kernel/vietnam-time.ts';
import { openTable } from '../../shared/runtime/dynamo.ts';
import type { Route } from '../../shared/contracts/route.ts';
import { tables } from '../../shared/tables/table-spec.ts';
import { createTable, type TestTable } from '../support/table.ts';
import { apiOn, checkedUpload, depsOn, draftWith, type Answered } from './support/desk.ts';
import { caseOfficer, citizen, clerk, leader, now } from './support/dossiers.ts';
import { filing } from './support/steps.ts';
import { metered } from './support/write-units.ts';

let store: TestTable;
beforeAll(async () => { store = await createTable(tables['procedure-submission'], inject('endpoint')); });
afterAll(() => store.drop());

it('a dossier costs the write units its table of rows says', async () => {
  const meter = metered(store.client);
  const call = apiOn(depsOn(openTable(store.table.name, meter.client)));
  const units: Record<string, number> = {};
  const step = async (name: string, ask: () => Promise<Answered>): Promise<Answered> => {
    const before = meter.units();
    const answer = await ask();
    expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
    units[name] = meter.units() - before;
    return answer;
  };
  const file = async () => {
    const uploadId = await checkedUpload(store.table, citizen);
    return call(SubmitDossier, citizen, { ...filing, body: draftWith(uploadId) });
  };
  const refusedId = String((await file()).body['dossierId']);
  const withdrawnId = String((await file()).body['dossierId']);
  const dossierId = String((await step('submit, one paper', file)).body['dossierId']);
  const resultUploadId = await checkedUpload(store.table, caseOfficer);
  const act = (route: Route, who: typeof clerk, id: string, body: Record<string, unknown>) => () => call(route, who, { params: { dossierId: id }, body });
  await step('refuse', act(RefuseDossier, clerk, refusedId, { revision: 0, reason: 'Thiếu giấy tờ.' }));
  await step('withdraw', () => call(WithdrawDossier, citizen, { params: { dossierId: withdrawnId }, body: { revision: 0 } }));
  await step('accept', act(AcceptDossier, clerk, dossierId, { revision: 0 }));
  await step('take', act(TakeDossier, caseOfficer, dossierId, { revision: 1 }));
  await step('ask for more', act(RequestSupplement, caseOfficer, dossierId, { revision: 2, reason: 'Bản chụp mờ.', items: [{ kind: 'file', what: 'Giấy chứng sinh chụp rõ' }] }));
  const uploadId = await checkedUpload(store.table, citizen);
  await step('answer, one file', () => call(AnswerSupplement, citizen, { params: { dossierId }, body: { revision: 3, items: [{ itemId: 'muc-1', uploadIds: [uploadId] }] } }));
  await step('finish', act(FinishDossier, caseOfficer, dossierId, { revision: 4, resultUploadId }));
  await step('hand over', act(HandOverResult, clerk, dossierId, { revision: 5 }));
  const stoppedId = String((await file()).body['dossierId']);
  await call(AcceptDossier, clerk, { params: { dossierId: stoppedId }, body: { revision: 0 } });
  await step('stop', act(StopDossier, leader, stoppedId, { revision: 1, reason: 'Chờ kết luận.' }));
  await step('resume', act(ResumeDossier, leader, stoppedId, { revision: 2 }));
  await step('extend', act(ExtendDossier, leader, stoppedId, { revision: 3, reason: 'Phải xác minh.', newDate: '2026-12-04' }));
  const { revision } = (await step('ask for payment', act(RequestPayment, clerk, stoppedId, { revision: 4, reason: 'Chưa nộp.', items: [{ kind: 'fee', name: 'Phí', amount: 8000 }] }))).body as { revision: number };
  await step('take payment', act(RecordPayment, clerk, stoppedId, { revision, amount: 8000, paidOn: localDate(now), receipts: [{ kind: 'fee', number: '0000123' }] }));
  process.stdout.write(`write units: ${Object.entries(units).map(([name, count]) => `${name} ${count}`).join(', ')}\n`);
  // FILED of this short filing stays within one KiB
  expect(units).toEqual({ 'submit, one paper': 24, refuse: 14, withdraw: 14, accept: 23, take: 20, 'ask for more': 24, 'answer, one file': 26, finish: 24, 'hand over': 14, stop: 16, resume: 18, extend: 14, 'ask for payment': 18, 'take payment': 22 });
});
