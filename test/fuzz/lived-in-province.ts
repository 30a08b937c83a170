import { randomUUID } from 'node:crypto';
import { S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { vi } from 'vitest';
import { directoryCopy } from '../../shared/runtime/directory-copy/directory-copy.ts';
import { uploadKey } from '../../functions/procedure-submission/dossier.keys.ts';
import { dossierRepository } from '../../functions/procedure-submission/dossier.repository.ts';
import { issueDocument } from '../../functions/procedure-submission/issue-document.ts';
import { issuedForms } from '../../functions/procedure-submission/issued-form.repository.ts';
import agencies from '../../infra/local/seed/agencies.json' with { type: 'json' };
import calendar from '../../infra/local/seed/calendar.json' with { type: 'json' };
import procedures from '../../infra/local/seed/procedures.json' with { type: 'json' };
import { type HttpWorkflow, routesByWorkflow } from '../../shared/contracts/all-routes.ts';
import type { Role } from '../../shared/contracts/access.ts';
import { BookSlot, SetDeskPlan } from '../../shared/contracts/booking.ts';
import { CallNext, IssueTicket } from '../../shared/contracts/ticket.ts';
import { PublishDraft, SaveDraft, SubmitDraft } from '../../shared/contracts/catalogue-work.ts';
import { ProcedureDraft } from '../../shared/contracts/procedure.ts';
import { toNational } from '../../shared/contracts/to-national.ts';
import { AppointPerson, PublishCalendar, RegisterAgencies } from '../../shared/contracts/directory.ts';
import { SignIn } from '../../shared/contracts/identity.ts';
import { RequestPayment } from '../../shared/contracts/matter-routes.ts';
import { AcceptDossier, AnswerSupplement, ExtendDossier, FinishDossier, HandOverResult, RequestSupplement, StopDossier, SubmitDossier, TakeDossier, WithdrawDossier } from '../../shared/contracts/procedure-submission.ts';
import type { Route } from '../../shared/contracts/route.ts';
import { newId } from '../../shared/kernel/ids.ts';
import { CalendarSpec } from '../../shared/kernel/working-time/calendar.ts';
import { type Actor, callerOf, type Officer } from '../../shared/runtime/actor.ts';
import type { HttpEvent } from '../../shared/runtime/http-request.ts';
import { put } from '../../shared/runtime/transaction.ts';
import { citizenToken, jwksOf, keys, officerClaims, officerToken, realms, signed } from '../identity/issued-tokens.ts';
import { httpEvent, jsonHeaders, siteOrigin } from '../runtime/events.ts';
import { firstWard } from '../support/birth-registration.ts';
import { memoryDynamo } from '../support/memory/memory-dynamo.ts';
import { reportsOfEveryState } from './lived-in-feedback.ts';
import type { Known } from './values.ts';

type Answer = { readonly statusCode: number; readonly body?: string; readonly headers: Readonly<Record<string, string>> };
type Handler = (event: HttpEvent) => Promise<Answer>;

const citizen: Actor = { kind: 'citizen', subject: 'citizen-1', name: 'Công dân 01', email: 'congdan01@example.vn' };
const machine: Extract<Actor, { kind: 'machine' }> = { kind: 'machine', clientId: 'machine-1', scopes: [], agency: firstWard };
/** Holds a role in the province's committee and in a ward, so that requests about either come through. */
const officerAs = (role: Role): Officer => ({
  kind: 'officer', subject: `officer-${role}`, personId: role === 'catalogue-reviewer' ? 'per_01K9M3Z5T8Q2W4E6R8Y0P1S3D6' : 'per_01K9M3Z5T8Q2W4E6R8Y0P1S3D5', username: 'can.bo', name: 'Cán bộ', posts: ['H30', 'H30.01', firstWard].map((agency) => ({ agency, role, from: '2020-10-02' })),
});
/** Someone the contract of a route lets through. */
export const allowed = ({ access: [way] }: Route): Actor => {
  if (way.kind === 'officer') return officerAs(way.roles[0] as Role);
  return way.kind === 'machine' ? { ...machine, scopes: [way.scope] } : citizen;
};

const secondWard = 'H30.19.02';
const tableOf = (workflow: string): string => `memory-${workflow}`;
/** Five working days, so that a promise can still be moved. */
const procedureCode = '1.004884';
const paperId = 'giay-to-nhan-than';
const answers = { 'applicant-name': 'Công dân 01', 'applicant-national-id': '093000000001', 'applicant-address': 'Khu vực 3, phường I', 'applicant-phone': '0900000001', 'request-content': 'Xin đăng ký lại.' };
const draftWith = (uploadId: string) => ({ case: 'khong-xac-minh', channel: 'online', agency: firstWard, answers, attachments: [{ paperId, uploadId }] });

/** The functions themselves, as they are deployed: `api.ts` with its own `deps.ts`. */
const load: Readonly<Record<HttpWorkflow, () => Promise<{ handler: unknown }>>> = {
  identity: () => import('../../functions/identity/api.ts'), directory: () => import('../../functions/directory/api.ts'),
  'procedure-submission': () => import('../../functions/procedure-submission/api.ts'),
  'feedback-classification': () => import('../../functions/feedback-classification/api.ts'),
};

/** The identity provider of both realms: one code is good, the rest is refused or answered with nonsense. */
const provider = (nonce: () => string) => async (url: string | URL, { body }: RequestInit = {}): Promise<Response> => {
  const address = String(url);
  if (address.endsWith('jwks.json')) return Response.json(jwksOf(address.includes('national') ? 'national-1' : 'province-1', keys[address.includes('national') ? 'national' : 'province'].publicKey));
  const form = new URLSearchParams(typeof body === 'string' ? body : '');
  if (!/^(good-code|good-refresh)$/.test(form.get('code') ?? form.get('refresh_token') ?? '')) return new Response('<html>', { status: 400 });
  const officerId = signed({ alg: 'RS256', kid: 'province-1' }, { ...officerClaims(), token_use: 'id', aud: realms.province.clientId, client_id: undefined, nonce: nonce() }, keys.province.privateKey);
  const national = address.includes('national');
  return Response.json({ access_token: officerToken(), id_token: national ? citizenToken({ nonce: nonce() }) : officerId, refresh_token: 'good-refresh' });
};

/** A province with people, procedures and dossiers of every status, on tables in memory; nothing of its own code is replaced. */
export const livedInProvince = async () => {
  const memory = memoryDynamo();
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-20T02:00:00Z') });
  vi.spyOn(DynamoDBDocumentClient, 'from').mockReturnValue(memory.client);
  // nothing was stored yet: no model published, no file printed
  vi.spyOn(S3Client.prototype, 'send').mockRejectedValue(new S3ServiceException({ name: 'NotFound', $fault: 'client', $metadata: { httpStatusCode: 404 } }) as never);
  let nonce = '';
  vi.stubGlobal('fetch', provider(() => nonce));
  for (const [name, value] of Object.entries({
    AWS_REGION: 'ap-southeast-1', AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test', STAGE: 'test', SITE_ORIGIN: siteOrigin, UPLOADS_BUCKET: 'uploads', MODELS_BUCKET: 'models', DOCUMENTS_BUCKET: 'documents', REALMS: JSON.stringify(realms),
  })) vi.stubEnv(name, value);
  const handlers = new Map<Route, Handler>();
  for (const [workflow, routes] of Object.entries(routesByWorkflow) as [HttpWorkflow, readonly Route[]][]) {
    vi.stubEnv('TABLE_NAME', tableOf(workflow));
    const { handler } = await load[workflow]();
    for (const route of routes) handlers.set(route, handler as Handler);
  }
  const handle = (route: Route, event: HttpEvent): Promise<Answer> => handlers.get(route)?.(event) ?? Promise.reject(new Error(`nobody serves ${route.name}`));

  const ask = async (route: Route, params: Record<string, string>, body?: unknown, query = ''): Promise<Record<string, unknown>> => {
    const path = `/api${route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '')}`;
    const answer = await handle(route, { ...httpEvent({ method: route.method, path, query, headers: { ...jsonHeaders, 'idempotency-key': randomUUID() }, body: JSON.stringify(body), actor: allowed(route) }), pathParameters: params });
    if (answer.statusCode >= 400) throw new Error(`${route.name}: ${answer.body}`);
    return { ...JSON.parse(answer.body ?? '{}') as Record<string, unknown>, ...answer };
  };

  const dossiers = memory.table(tableOf('procedure-submission'));
  const upload = async (owner: Actor): Promise<string> => {
    const uploadId = newId('upl', new Date());
    await dossiers.write(put({ ...uploadKey(uploadId), uploadId, owner: callerOf(owner), fileName: 'giấy chứng sinh.pdf', contentType: 'application/pdf', size: 1000, checksum: `${'A'.repeat(43)}=`, state: 'checked', requestedAt: new Date().toISOString() }));
    return uploadId;
  };

  const feedbackTable = memory.table(tableOf('feedback-classification'));
  await ask(RegisterAgencies, {}, { agencies: agencies.slice(0, 25) });
  await ask(RegisterAgencies, {}, { agencies: agencies.filter(({ code }) => code.startsWith('H30.19.')).slice(0, 25) });
  await ask(PublishCalendar, {}, calendar);
  await ask(AppointPerson, { username: 'motcua.vithanh1' }, { name: 'Cán bộ một cửa', posts: officerAs('one-stop-clerk').posts });
  const copy = directoryCopy(dossiers);
  await copy.keepCalendar(1, CalendarSpec.parse(calendar));
  await copy.keepAgency(1, { code: firstWard, name: 'Ủy ban nhân dân Phường I', level: 'commune', validFrom: '2020-01-01' });
  await copy.keepAgency(1, { code: secondWard, name: 'Ủy ban nhân dân Phường III', level: 'commune', validFrom: '2020-01-01' });
  const drafts = [...procedures.slice(0, 2), ...procedures.filter(({ code }) => code === procedureCode)];
  const editions = drafts.map(({ code, draft }) => ({ code, content: { ...ProcedureDraft.parse(draft), status: 'open' as const } }));
  for (const { code, content } of editions) {
    await ask(SaveDraft, { procedureCode: code }, { revision: 0, content });
    await ask(SubmitDraft, { procedureCode: code }, { revision: 1 });
    await ask(PublishDraft, { procedureCode: code }, { revision: 2, effectiveFrom: content.effectiveFrom });
  }
  // one procedure has a draft, another one in review
  const later = editions.map(({ code, content }) => ({ code, content: { ...content, acceptsOnline: !content.acceptsOnline, effectiveFrom: '2027-01-01' } }));
  const [drafted, reviewed] = later as [(typeof later)[number], (typeof later)[number]];
  for (const { code, content } of [drafted, reviewed]) await ask(SaveDraft, { procedureCode: code }, { revision: 3, content });
  await ask(SubmitDraft, { procedureCode: reviewed.code }, { revision: 4 });
  const catalogue: Known[] = [[drafted, 4], [reviewed, 5]].map(([one, revision]) => {
    const { code, content } = one as typeof drafted;
    return { procedureCode: [code], revision: [revision], content: [content, { name: {} }], effectiveFrom: ['2027-01-01', '2027-06-01'], comment: ['Thiếu căn cứ.'], procedures: [[toNational(code, content, '')], [toNational('2.999999', content, '')]], version: [1], after: [code] };
  });

  const plan = {
    effectiveFrom: '2026-11-20', counters: [{ id: 'quay-1', name: 'Quầy 1', fields: [], perHalfHour: 4 }], openDays: 14, leadMinutes: 60, walkInPercent: 0, openPerPerson: 5, graceMinutes: 15, noShowMinutes: 5, serviceMinutes: 10,
  };
  await ask(SetDeskPlan, { agencyCode: firstWard }, plan);
  const bookings = await Promise.all(['07:00', '08:00', '08:30'].map((time) => ask(BookSlot, { agencyCode: firstWard }, { day: '2026-11-23', time })));

  const today = await ask(BookSlot, { agencyCode: firstWard }, { day: '2026-11-20', time: '15:00' });
  for (const body of [{}, {}, { bookingCode: today['code'] }]) await ask(IssueTicket, { agencyCode: firstWard }, body);
  await ask(CallNext, { agencyCode: firstWard, counterId: 'quay-1' });

  const steps = {
    accept: [AcceptDossier, {}], take: [TakeDossier, {}], 'hand-over': [HandOverResult, {}], stop: [StopDossier, { reason: 'Chờ kết luận.' }], withdraw: [WithdrawDossier, {}],
    supplement: [RequestSupplement, { reason: 'Bản chụp mờ.', items: [{ kind: 'text', what: 'Nơi sinh' }] }],
    answer: [AnswerSupplement, { items: [{ itemId: 'muc-1', text: 'Vị Thanh' }] }],
    extend: [ExtendDossier, { reason: 'Phải xác minh.', newDate: '2026-12-04' }],
    pay: [RequestPayment, { reason: 'Phí theo quy định.', items: [{ kind: 'fee', name: 'Phí', amount: 50_000 }] }],
    finish: [FinishDossier, {}],
  } as const satisfies Record<string, readonly [Route, object]>;
  const lives: readonly (readonly (keyof typeof steps)[])[] = [
    [], [], ['accept'], ['accept', 'take'], ['accept', 'take', 'extend'], ['accept', 'take', 'finish'], ['accept', 'take', 'finish', 'hand-over'], ['supplement'], ['accept', 'supplement'], ['accept', 'supplement', 'answer'], ['accept', 'stop'], ['accept', 'pay'], ['withdraw'],
  ];
  const uploadIds = await Promise.all([citizen, citizen, officerAs('one-stop-clerk'), officerAs('case-officer'), officerAs('leader'), machine].map(upload));
  const common: Known = {
    uploadId: uploadIds, resultUploadId: uploadIds, uploadIds: [[uploadIds[0]], []], agency: [firstWard, secondWard], agencyCode: [firstWard, 'H30'], procedureCode: [procedureCode], case: ['khong-xac-minh'], paperId: [paperId],
    itemId: ['muc-1'], answers: [answers], attachments: [[{ paperId, uploadId: uploadIds[0] }], [{ paperId, uploadId: uploadIds[2] }]], username: ['motcua.vithanh1'], agencies: [agencies.slice(0, 2)], week: [calendar.week], days: [calendar.days.slice(0, 3), []], newDate: ['2026-12-04', '2026-12-11'],
    amount: [50_000], paidOn: ['2026-11-20'], receipts: [[{ kind: 'fee', number: '0001' }]], delegate: ['motcua.vithanh1'], from: ['2026-11-25'], to: ['2026-11-27'],
    applicant: [{ name: 'Công dân 01', identity: { kind: 'citizen-id', number: '093000000001' } }], identityChecked: [true], consentGiven: [true], components: [[]], procedure: [procedureCode],
    number: ['1', '2', '3'], counterId: ['quay-1'], act: ['serve', 'put-back', 'miss', 'finish', 'take', 'hand-over'],
    bookingCode: bookings.map(({ code }) => code), day: ['2026-11-23', '2026-11-25'], time: ['07:00', '09:00', '13:30'], phone: ['0900000001'], effectiveFrom: ['2026-11-20', '2026-12-01'], counters: [plan.counters], preview: ['yes', 'no'],
    return: ['/', '/ho-so-cua-toi/'], contentType: ['application/pdf'], size: [1000], checksum: [`${'A'.repeat(43)}=`],
  };
  const nowhere = { documents: { put: () => Promise.resolve() }, render: () => Promise.resolve(new Uint8Array()), procedures: { version: () => Promise.resolve(undefined) } };
  const issue = issueDocument({ ...nowhere, dossiers: dossierRepository(dossiers), forms: issuedForms(dossiers), siteOrigin });
  const scenes: Known[] = [];
  for (const life of lives) {
    const filed = await ask(SubmitDossier, { procedureCode }, draftWith(await upload(citizen)));
    const [dossierId, paper] = [String(filed['dossierId']), (filed['attachments'] as { uploadId: string }[])[0]?.uploadId];
    for (const [revision, name] of life.entries()) {
      const [route, more] = steps[name];
      await ask(route, { dossierId }, { revision, ...more, ...(name === 'finish' ? { resultUploadId: await upload(officerAs('case-officer')) } : {}) });
    }
    if (life.includes('accept')) await issue(dossierId, { kind: 'receipt' });
    scenes.push({ ...common, dossierId: [dossierId], revision: [life.length], trackingCode: [filed['trackingCode']], fileId: [paper, 'receipt'], documentId: ['receipt'] });
  }
  const feedbackScenes = await reportsOfEveryState({ table: feedbackTable, ask, owners: [citizen, officerAs('field-officer')].map(callerOf), common });
  const { headers, cookies } = await ask(SignIn, { realm: 'national' }, undefined, 'return=/') as unknown as Answer & { cookies: string[] };
  const begun = new URL(headers['location'] ?? '').searchParams;
  nonce = begun.get('nonce') ?? '';
  return { memory, handle, feedbackScenes, scenes: [...scenes, ...catalogue.flatMap((one) => [1, 2, 3].map(() => ({ ...common, ...one })))], begun, attemptCookie: (cookies[0] ?? '').split(';')[0] ?? '' };
};
