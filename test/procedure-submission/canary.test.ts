import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Actor, Citizen } from '../../shared/runtime/actor.ts';
import { CorrectResult, ExemptPayment, RecordPayment, RequestPayment, TransferDossier } from '../../shared/contracts/matter-routes.ts';
import { AcceptDossier, AnswerSupplement, ExtendDossier, FinishDossier, HandOverResult, OpenDossier, RefuseDossier, RequestSupplement, ResumeDossier, StopDossier, SubmitDossier, TakeDossier, TrackDossier, VerifyHistory, WithdrawDossier } from '../../shared/contracts/procedure-submission.ts';
import type { Route } from '../../shared/contracts/route.ts';
import { logger } from '../../shared/runtime/logger.ts';
import { memoryDynamo } from '../support/memory/memory-dynamo.ts';
import { apiOn, checkedUpload, depsOn, draftWith } from './support/desk.ts';
import { caseOfficer, citizen, clerk, leader, now, otherAgencyCode } from './support/dossiers.ts';
import { filing, nobody } from './support/steps.ts';

/** Words that belong to people and must stay where only they and their officers read them. */
const canary = 'Hoàng Yến';
const digits = '0987654321';
const who: Citizen = { ...citizen, name: `${canary} Người Nộp`, email: 'hoang-yen@example.vn', nationalId: '093187654321' };
const ofCitizen = new RegExp([canary, digits, '093187654321', 'hoang-yen', who.name].join('|'), 'i');
const personal = new RegExp([ofCitizen.source, ...[clerk, caseOfficer, leader].flatMap(({ name, username }) => [name, username])].join('|'), 'i');
const reason = `${canary} ở nhà số ${digits}`;

type Seen = { dossierId: string; revision: number; trackingCode: string };
const memory = memoryDynamo();
const table = memory.table('canary');
const call = apiOn(depsOn(table), () => now);
const lines: unknown[] = [];
const open = async (dossierId: string): Promise<Seen> => (await call(OpenDossier, clerk, { params: { dossierId } })).body as unknown as Seen;
const act = async (route: Route, actor: Actor, dossier: Seen, more: object = {}): Promise<Seen> => {
  const answer = await call(route, actor, { params: { dossierId: dossier.dossierId }, body: { revision: (await open(dossier.dossierId)).revision, ...more } });
  expect(answer.status, `${route.name} ${JSON.stringify(answer.body)}`).toBe(200);
  return dossier;
};
const file = async (): Promise<Seen> => {
  const answers = { 'ho-ten': `${canary} Em`, 'ngay-sinh': '2026-11-01', 'dien-thoai': digits, thu: 'hoang-yen@example.vn', 'ghi-chu': reason, 'so-dinh-danh': '093187654321' };
  const answer = await call(SubmitDossier, who, { ...filing, body: draftWith(await checkedUpload(table, who, { fileName: `${canary}.pdf` }), { answers }) });
  expect(answer.status).toBe(201);
  return answer.body as unknown as Seen;
};
const result = async (): Promise<object> => ({ resultUploadId: await checkedUpload(table, caseOfficer, { fileName: `${canary}.pdf` }) });

let whole: Seen;
beforeAll(async () => {
  for (const level of ['info', 'warn', 'error', 'debug'] as const) vi.spyOn(logger, level).mockImplementation((...line) => { lines.push(line); });
  const items = [{ kind: 'text', what: reason }];
  whole = await act(TakeDossier, caseOfficer, await act(AcceptDossier, clerk, await act(AnswerSupplement, who, await act(RequestSupplement, clerk, await file(), { reason, items }), { items: [{ itemId: 'muc-1', text: reason }] })));
  for (const settle of [() => act(RecordPayment, clerk, whole, { amount: 1000, paidOn: '2026-11-20', receipts: [{ kind: 'fee', number: digits }] }), () => act(ExemptPayment, leader, whole, { reason })]) {
    await act(RequestPayment, caseOfficer, whole, { reason, items: [{ kind: 'fee', name: reason, amount: 1000 }] });
    await settle();
  }
  await act(StopDossier, leader, whole, { reason });
  await act(ResumeDossier, leader, whole);
  await act(ExtendDossier, leader, whole, { reason, newDate: '2026-12-15' });
  await act(FinishDossier, caseOfficer, whole, await result());
  await act(CorrectResult, leader, whole, { reason, resultUploadId: await checkedUpload(table, leader) });
  await act(HandOverResult, clerk, whole);
  await act(RefuseDossier, clerk, await file(), { reason });
  await act(WithdrawDossier, who, await file(), { reason });
  await act(TransferDossier, leader, await act(AcceptDossier, clerk, await file()), { reason, agency: otherAgencyCode });
  // what is refused is logged as well
  await call(RefuseDossier, clerk, { params: { dossierId: whole.dossierId }, body: { revision: 99, reason } });
  await call(SubmitDossier, who, { ...filing, body: { [canary]: digits, answers: { [canary]: reason } } });
});
afterEach(() => { vi.restoreAllMocks(); });

describe('what belongs to people stays with them', () => {
  test('no event carries it', () => {
    const events = memory.rows('canary').filter(({ entity }) => entity === 'outbox');
    expect(new Set(events.map((row) => row['detailType'])).size).toBeGreaterThanOrEqual(15);
    expect(events.filter((row) => personal.test(JSON.stringify(row))).map((row) => row['detailType'])).toEqual([]);
  });
  test('no line of the log carries it, whether the request was done or refused', () => {
    expect(lines.length).toBeGreaterThan(40);
    expect(lines.filter((line) => personal.test(JSON.stringify(line)))).toEqual([]);
  });
  test('nobody sees it who tracks a dossier or checks its history', async () => {
    for (const route of [TrackDossier, VerifyHistory]) {
      const answer = await call(route, nobody, { params: { trackingCode: whole.trackingCode } });
      expect(answer.status).toBe(200);
      expect(JSON.stringify(answer.body)).not.toMatch(personal);
    }
  });
  test('no key of a row is made of what belongs to a citizen: keys are read by whoever watches the table', () => {
    const keys = memory.rows('canary').map((row) => Object.entries(row).filter(([name]) => /(pk|sk)$/i.test(name)).map(([, value]) => String(value)).join(' '));
    expect(keys.filter((key) => ofCitizen.test(key))).toEqual([]);
  });
  test('the agency reads it: the canary was there', async () => {
    expect(JSON.stringify((await call(OpenDossier, clerk, { params: { dossierId: whole.dossierId } })).body)).toMatch(personal);
    expect(memory.rows('canary').some((row) => personal.test(JSON.stringify(row)))).toBe(true);
  });
});
