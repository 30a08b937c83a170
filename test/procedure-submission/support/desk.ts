import { compileCalendar } from '../../../shared/kernel/working-time/calendar.ts';
import { officeWeek } from '../../../shared/kernel/working-time/office-week.ts';
import { newId } from '../../../shared/kernel/ids.ts';
import type { ProcedureView } from '../../../shared/contracts/procedure.ts';
import type { ProblemBody } from '../../../shared/contracts/problems.ts';
import type { Route } from '../../../shared/contracts/route.ts';
import { actorContext, callerOf, type Actor } from '../../../shared/runtime/actor.ts';
import type { Table } from '../../../shared/runtime/dynamo.ts';
import { httpApi } from '../../../shared/runtime/http.ts';
import type { HttpEvent } from '../../../shared/runtime/http-request.ts';
import { put } from '../../../shared/runtime/transaction.ts';
import { changeFeed } from '../../../functions/procedure-submission/change-feed.repository.ts';
import { machineHandlers } from '../../../functions/procedure-submission/machine-handlers.ts';
import { citizenHandlers } from '../../../functions/procedure-submission/citizen-handlers.ts';
import { deskHandlers } from '../../../functions/procedure-submission/desk-handlers.ts';
import type { DossierDeps } from '../../../functions/procedure-submission/dossier-deps.ts';
import { uploadKey } from '../../../functions/procedure-submission/dossier.keys.ts';
import { dossierRepository } from '../../../functions/procedure-submission/dossier.repository.ts';
import { issuedForms } from '../../../functions/procedure-submission/issued-form.repository.ts';
import { passedOnRepository } from '../../../functions/procedure-submission/passed-on.repository.ts';
import { registerPrints } from '../../../functions/procedure-submission/register-print.repository.ts';
import { numberingHandlers } from '../../../functions/procedure-submission/numbering-handlers.ts';
import { numberingRepository } from '../../../functions/procedure-submission/numbering.repository.ts';
import { registerRepository } from '../../../functions/procedure-submission/register.repository.ts';
import { reminderRepository } from '../../../functions/procedure-submission/reminder.repository.ts';
import { queueHandlers } from '../../../functions/procedure-submission/queue-handlers.ts';
import { queueRepository } from '../../../functions/procedure-submission/queue.repository.ts';
import { publicHandlers } from '../../../functions/procedure-submission/public-handlers.ts';
import type { Directory } from '../../../functions/procedure-submission/ports.ts';
import type { Upload } from '../../../shared/runtime/uploads/upload.ts';
import { uploadRepository } from '../../../shared/runtime/uploads/upload.repository.ts';
import { agencyCode, answers, now, otherAgencyCode, procedure } from './dossiers.ts';

export const siteOrigin = 'https://dichvucong.haugiang.example';
// files of one thread share it: what a run says already stays
process.env['SITE_ORIGIN'] ??= siteOrigin;

const calendar = { ...compileCalendar({ week: officeWeek, days: [{ date: '2026-11-24', kind: 'OFF', name: { vi: 'Ngày Văn hóa Việt Nam', en: 'Culture day' }, source: 'test', confirmed: true }] }) };
const agencies = new Map([[agencyCode, 'Ủy ban nhân dân Phường I'], [otherAgencyCode, 'Ủy ban nhân dân Phường III']]);
export const directory: Directory = {
  calendar: () => Promise.resolve(calendar), calendarInForce: () => Promise.resolve({ version: 1, calendar }),
  agency: (code) => { const name = agencies.get(code); return Promise.resolve(name === undefined ? undefined : { code, name, level: 'commune' as const }); },
};

export const depsOn = (table: Table, published: ProcedureView = procedure): DossierDeps => ({
  dossiers: dossierRepository(table), queues: queueRepository(table), feed: changeFeed(table), uploads: uploadRepository(table), directory,
  procedures: { current: (code) => Promise.resolve(code === published.code ? published : undefined), version: (code) => Promise.resolve(code === published.code ? published : undefined) },
  reminders: reminderRepository(table), register: registerRepository(table), numbering: numberingRepository(table), prints: registerPrints(table), passedOn: passedOnRepository(table), forms: issuedForms(table),
  places: { post: () => Promise.resolve({ url: 'http://uploads.test', fields: {} }) },
  links: { linkTo: ({ key }) => Promise.resolve(`http://files.test/${key}`) },
});

export type Answered = { readonly status: number; /** milliseconds: all of it, and what of it was AWS */ readonly took: { total: number; aws: number }; readonly body: Record<string, unknown> & Partial<ProblemBody> };
export type Asking = { readonly params?: Record<string, string>; readonly query?: Record<string, string>; readonly body?: unknown; readonly key?: string };

/** A request as API Gateway hands it over. */
export const eventOf = (route: Route, actor: Actor, { params = {}, query = {}, body, key = newId('key', now) }: Asking = {}): HttpEvent => {
  const path = `/api${route.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))}`;
  return {
    version: '2.0', rawPath: path,
    rawQueryString: new URLSearchParams(query).toString(), pathParameters: params, ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    headers: { origin: process.env['SITE_ORIGIN'] ?? '', 'content-type': 'application/json', 'idempotency-key': key },
    requestContext: { http: { method: route.method, path }, authorizer: { lambda: actorContext(actor) } },
  } as HttpEvent;
};

/** The routes of dossiers as API Gateway calls them, at a time of the test's choosing. */
export const apiOn = (deps: DossierDeps, clock: () => Date = () => now) => {
  const handler = httpApi([...citizenHandlers(deps), ...publicHandlers(deps), ...deskHandlers(deps), ...queueHandlers(deps), ...machineHandlers(deps), ...numberingHandlers(deps)], clock);
  return async (route: Route, actor: Actor, asking: Asking = {}): Promise<Answered> => {
    const answer = await handler(eventOf(route, actor, asking));
    const [total = NaN, aws = NaN] = [...(answer.headers['server-timing'] ?? '').matchAll(/dur=([\d.]+)/g)].map(([, ms]) => Number(ms));
    return { status: answer.statusCode, took: { total, aws }, body: JSON.parse(answer.body ?? '{}') as Answered['body'] };
  };
};
export type Api = ReturnType<typeof apiOn>;

/** A file that was uploaded and checked. */
export const checkedUpload = async (table: Table, owner: Actor, changes: Partial<Upload> = {}): Promise<string> => {
  const uploadId = newId('upl', now);
  const upload: Upload = {
    uploadId, owner: callerOf(owner), fileName: 'giấy chứng sinh.pdf', contentType: 'application/pdf', size: 1000, checksum: `${'A'.repeat(43)}=`,
    state: 'checked', requestedAt: now.toISOString(), expiresAt: Math.floor(now.getTime() / 1000) + 3600, ...changes,
  };
  await table.write(put({ ...uploadKey(uploadId), ...upload }));
  return uploadId;
};

export const draftWith = (uploadId: string, changes: Record<string, unknown> = {}) =>
  ({ case: 'thong-thuong', channel: 'online', agency: agencyCode, answers, attachments: [{ paperId: 'giay-chung-sinh', uploadId }], ...changes });
