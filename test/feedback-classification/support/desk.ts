import { deskHandlers } from '../../../functions/feedback-classification/desk-handlers.ts';
import { apiKeyRepository } from '../../../functions/feedback-classification/api-key.repository.ts';
import { classifierHandlers } from '../../../functions/feedback-classification/classifier-handlers.ts';
import { classifierRepository } from '../../../functions/feedback-classification/classifier.repository.ts';
import { catalogue } from '../../../functions/feedback-classification/catalogue.ts';
import { countRepository } from '../../../functions/feedback-classification/count.repository.ts';
import { feedbackRepository } from '../../../functions/feedback-classification/feedback.repository.ts';
import { inboundRepository } from '../../../functions/feedback-classification/inbound.repository.ts';
import { limitRepository } from '../../../functions/feedback-classification/limits.repository.ts';
import { ruleHandlers } from '../../../functions/feedback-classification/rule-handlers.ts';
import type { ModelInUse } from '../../../functions/feedback-classification/published-classifier.ts';
import { rulesRepository } from '../../../functions/feedback-classification/rules.repository.ts';
import type { FeedbackDeps } from '../../../functions/feedback-classification/ports.ts';
import { publicHandlers } from '../../../functions/feedback-classification/public-handlers.ts';
import { officerRepository } from '../../../functions/feedback-classification/officers.repository.ts';
import { queueRepository } from '../../../functions/feedback-classification/queue.repository.ts';
import { registerRepository } from '../../../functions/feedback-classification/register.repository.ts';
import type { DeskFeedbackView, MediaType, Receipt, Suggestion } from '../../../shared/contracts/feedback-shapes.ts';
import { ReportFeedback } from '../../../shared/contracts/feedback.ts';
import { OpenFeedback } from '../../../shared/contracts/feedback-desk.ts';
import { trackingKey } from '../../../functions/feedback-classification/feedback.keys.ts';
import type { Role } from '../../../shared/contracts/access.ts';
import type { Route } from '../../../shared/contracts/route.ts';
import { newId } from '../../../shared/kernel/ids.ts';
import { compileCalendar } from '../../../shared/kernel/working-time/calendar.ts';
import { officeWeek } from '../../../shared/kernel/working-time/office-week.ts';
import type { Actor, Citizen, Officer } from '../../../shared/runtime/actor.ts';
import type { Directory } from '../../../shared/runtime/directory-copy/directory-ports.ts';
import type { Table } from '../../../shared/runtime/dynamo.ts';
import { httpApi } from '../../../shared/runtime/http.ts';
import { put } from '../../../shared/runtime/transaction.ts';
import { uploadKey } from '../../../shared/runtime/uploads/upload.keys.ts';
import type { Upload } from '../../../shared/runtime/uploads/upload.ts';
import { subscriptionRepository } from '../../../functions/feedback-classification/subscription.repository.ts';
import { uploadRepository } from '../../../shared/runtime/uploads/upload.repository.ts';
import { memoryDynamo } from '../../support/memory/memory-dynamo.ts';
import { eventOf, type Answered, type Asking } from '../../procedure-submission/support/desk.ts';

/** A Monday morning in Việt Nam, an hour after the office opened. */
export const monday = new Date('2026-11-23T01:00:00Z');
export const office = 'H30.01';
export const ward = 'H30.19.01';
export const otherWard = 'H30.19.02';

const calendar = compileCalendar({ week: officeWeek, days: [{ date: '2026-11-24', kind: 'OFF', name: { vi: 'Ngày Văn hóa Việt Nam', en: 'Culture day' }, source: 'test', confirmed: true }] });
const names = new Map([[office, 'Văn phòng UBND tỉnh'], [ward, 'UBND phường I'], [otherWard, 'UBND phường III'], ['H30.08', 'Sở Giao thông vận tải'], ['H30.17', 'Sở Công Thương']]);
export const directory: Directory = {
  calendar: () => Promise.resolve(calendar), calendarInForce: () => Promise.resolve({ version: 1, calendar }),
  agency: (code) => { const name = names.get(code); return Promise.resolve(name === undefined ? undefined : { code, name, level: 'department' as const }); },
};

export const nobody: Actor = { kind: 'nobody', why: 'signed-out' };
export const citizen: Citizen = { kind: 'citizen', subject: 'citizen-1', name: 'Công dân 01', email: 'cong-dan-01@example.vn' };
const people = { next: 0 };
export const personId = (): string => `per_01K9M3Z5T8Q2W4E6R8Y0P1S3${String(people.next++).padStart(2, '0')}`;
const officer = (role: Role, agency: string): Officer => ({ kind: 'officer', subject: `${role}-${agency}`, personId: personId(), username: role, name: `Cán bộ ${role} ${agency}`, posts: [{ agency, role, from: '2020-01-01' }] });
export const dispatcher = officer('dispatcher', office);
export const moderator = officer('moderator', office);
export const operator = officer('hotline-operator', office);
export const fieldOfficer = officer('field-officer', ward);
export const leader = officer('leader', ward);
export const otherFieldOfficer = officer('field-officer', otherWard);

export const suggestion: Suggestion = { category: 'waste', confidence: 0.9, abstained: false, alternatives: [], urgency: 'normal', outOfScope: null, because: ['rác'] };

export const inUse: ModelInUse = { version: 'fd12e6d4'.repeat(8), shipped: true, header: { corpus: { sha256: '', authored: '', texts: 6761, corrections: 0 }, heldOut: { accuracy: 0.86, coverage: 0.781, covered: 0.944 } } };

export const depsOn = (table: Table, changes: Partial<FeedbackDeps> = {}): FeedbackDeps => ({
  feedback: feedbackRepository(table, office), queues: queueRepository(table), officers: officerRepository(table), register: registerRepository(table), map: countRepository(table), uploads: uploadRepository<MediaType>(table), directory, catalogue,
  places: { post: () => Promise.resolve({ url: 'http://uploads.test', fields: {} }) }, links: { linkTo: ({ key }) => Promise.resolve(`http://files.test/${key}`) },
  suggest: () => suggestion, model: () => Promise.resolve(inUse), ruleBook: rulesRepository(table), limits: limitRepository(table), keys: apiKeyRepository(table), subscriptions: subscriptionRepository(table), inbound: inboundRepository(table), classifier: classifierRepository(table), siteOrigin: 'http://localhost:8080', ...changes,
});

/** With how long it took, and what of that was the table's. */
export const timedApiOn = (deps: FeedbackDeps, clock: () => Date = () => monday) => {
  const handler = httpApi([...publicHandlers(deps), ...deskHandlers(deps), ...ruleHandlers(deps), ...classifierHandlers(deps)], clock);
  return async (route: Route, actor: Actor, asking: Asking = {}): Promise<Answered> => {
    const answer = await handler(eventOf(route, actor, asking));
    const [total = NaN, aws = NaN] = [...(answer.headers['server-timing'] ?? '').matchAll(/dur=([\d.]+)/g)].map(([, ms]) => Number(ms));
    return { status: answer.statusCode, took: { total, aws }, body: JSON.parse(answer.body ?? '{}') as Answered['body'] };
  };
};
export const apiOn = (deps: FeedbackDeps, clock?: () => Date) => {
  const call = timedApiOn(deps, clock);
  return async (...asked: Parameters<typeof call>): Promise<Pick<Answered, 'status' | 'body'>> => {
    const { status, body } = await call(...asked);
    return { status, body };
  };
};
export type Api = ReturnType<typeof apiOn>;

export const device = 'thiet-bi-0000000001';
/** In Phường Vị Thanh, a commune of the map that the ward answers for. */
export const inWard = { lat: 9.76071, long: 105.45679 };
export const draft = (changes: Record<string, unknown> = {}): Record<string, unknown> => ({ text: 'Rác đổ đầy lề đường trước chợ, bốc mùi mấy ngày nay.', place: { ...inWard, words: 'trước chợ' }, device, ...changes });

/** A photo that was uploaded and checked. */
export const photo = async (table: Table, owner: string, changes: Partial<Upload<MediaType>> = {}): Promise<string> => {
  const uploadId = newId('upl', monday);
  await table.write(put({ ...uploadKey(uploadId), uploadId, owner, fileName: 'anh.jpg', contentType: 'image/jpeg', size: 1000, checksum: `${'A'.repeat(43)}=`, state: 'checked', requestedAt: monday.toISOString(), ...changes }));
  return uploadId;
};

/** Sends reports and acts on them as the pages do: over the revision seen last, each act once. */
export const deskOf = (table: Table, call: Api) => {
  const idOf = async (trackingCode: string): Promise<string> => String((await table.get(trackingKey(trackingCode)))?.['feedbackId']);
  const open = async (feedbackId: string, who: Officer = dispatcher): Promise<DeskFeedbackView> => (await call(OpenFeedback, who, { params: { feedbackId } })).body as unknown as DeskFeedbackView;
  const report = async (changes: Record<string, unknown> = {}, who: Actor = nobody): Promise<Receipt & { feedbackId: string }> => {
    const { status, body } = await call(ReportFeedback, who, { body: draft(changes) });
    if (status !== 201) throw new Error(JSON.stringify(body));
    const receipt = body as unknown as Receipt;
    return { ...receipt, feedbackId: await idOf(receipt.trackingCode) };
  };
  const tryAct = async (route: Route, who: Officer, feedbackId: string, body: Record<string, unknown> = {}) => {
    const seen = await open(feedbackId, who);
    return call(route, who, { params: { feedbackId }, body: { revision: seen.revision, ...body } });
  };
  const act = async (route: Route, who: Officer, feedbackId: string, body: Record<string, unknown> = {}): Promise<DeskFeedbackView> => {
    const answer = await tryAct(route, who, feedbackId, body);
    if (answer.status !== 200) throw new Error(`${route.name}: ${JSON.stringify(answer.body)}`);
    return answer.body as unknown as DeskFeedbackView;
  };
  return { open, report, act, tryAct, idOf };
};

/** An empty table with the workflow on it, and who acts there. */
export const sceneOn = (clock: () => Date) => {
  const memory = memoryDynamo(), table = memory.table('feedback'), call = apiOn(depsOn(table), clock);
  return { memory, table, call, desk: deskOf(table, call) };
};
