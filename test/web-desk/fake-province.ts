import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import type { SessionView } from '../../shared/contracts/identity.ts';
import { problems } from '../../shared/contracts/problems.ts';
import type { ProblemCode } from '../../shared/contracts/problems.ts';
import type { DeskDossierView, Queue, QueueRow } from '../../shared/contracts/dossier.ts';
import type { WarningRow } from '../../shared/contracts/dossier-steps.ts';
import { passedOnPage, registerPage, sheetFor } from './fake-forms.ts';
import { someBoard } from './fake-board.ts';
import { agencies, moved, procedures as procedureList, procedureView, rowOf, someDossiers } from './fake-dossiers.ts';

const builtSite = join(import.meta.dirname, '../../web/dist');
const types: Record<string, string> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.woff2': 'font/woff2', '.json': 'application/json' };

type Answer = { status: number; body: unknown; type?: string };

export type FakeProvince = {
  readonly origin: string;
  session: SessionView;
  readonly dossiers: DeskDossierView[];
  readonly warnings: WarningRow[];
  /** answers the next writes with a problem, once each */
  readonly failures: ProblemCode[];
  readonly tiles: Map<string, unknown>;
  /** answers what a test serves by the province's own code; undefined leaves it to the pretended answers */
  served?: (asked: { method: string; path: string; query: string; headers: Readonly<Record<string, string | undefined>>; body: string }) => Promise<Answer | undefined>;
  readonly asked: { readonly line: string; readonly key: string | undefined; readonly body: unknown }[];
  readonly close: () => Promise<void>;
};

const ok = (body: unknown, status = 200): Answer => ({ status, body });
const problem = (code: ProblemCode): Answer => ({ status: problems[code].status, type: 'application/problem+json', body: { type: `urn:haugiang:problem:${code}`, code, title: problems[code].vi, titleEn: problems[code].en, status: problems[code].status, correlationId: 'cor_01K9M3Z5T8Q2W4E6R8Y0P1S3D5' } });

const queueByStatus: Record<number, Queue> = { 1: 'to-accept', 2: 'to-take', 4: 'processing', 5: 'paused', 8: 'paused', 9: 'to-hand-over' };
const queueOf = (view: DeskDossierView): Queue | undefined => queueByStatus[view.state.business];

const running = (view: DeskDossierView): boolean => ['to-take', 'processing'].includes(queueOf(view) ?? '') && view.dueAt !== undefined;
const isLate = (view: DeskDossierView): boolean => running(view) && Date.parse(view.dueAt ?? '') < Date.now();
const lists: Readonly<Record<Queue, (view: DeskDossierView) => boolean>> = {
  ...(Object.fromEntries(Object.values(queueByStatus).map((queue) => [queue, (view: DeskDossierView) => queueOf(view) === queue])) as Record<Queue, (view: DeskDossierView) => boolean>),
  mine: (view) => queueOf(view) === 'processing' && Number(view.trackingCode.slice(-1)) % 5 === 0,
  'due-soon': (view) => running(view) && !isLate(view) && Date.parse(view.dueAt ?? '') < Date.now() + 48 * 3_600_000, overdue: isLate,
};
const countsIn = (province: FakeProvince, agency: string): Record<string, number> =>
  Object.fromEntries(Object.entries(lists).map(([queue, holds]) => [queue, province.dossiers.filter((view) => view.agency.code === agency && holds(view)).length]));

const ranges: readonly string[] = ['due-soon', 'overdue'];
const countsAt = (province: FakeProvince, agency: string, due: boolean): Record<string, number> => Object.fromEntries(Object.entries(countsIn(province, agency)).filter(([queue]) => ranges.includes(queue) === due));

const queueAnswer = (province: FakeProvince, [, agency = '', queue = '']: RegExpMatchArray, search: URLSearchParams): Answer => {
  const [procedure, channel, dueFrom, dueTo] = ['procedure', 'channel', 'dueFrom', 'dueTo'].map((name) => search.get(name));
  const rows: QueueRow[] = province.dossiers.filter((view) => view.agency.code === agency && lists[queue as Queue](view)).map(rowOf)
    .filter((row) => (procedure === null || row.procedure.code === procedure) && (channel === null || row.channel === channel) && (dueFrom === null || (row.dueAt ?? '') >= String(dueFrom)) && (dueTo === null || (row.dueAt ?? '') <= `${dueTo}~`))
    .toSorted((a, b) => ((a.dueAt ?? '') < (b.dueAt ?? '') ? -1 : 1));
  const from = Number(search.get('cursor') ?? 0);
  const to = from + Number(search.get('limit') ?? 50);
  return ok({ items: rows.slice(from, to), counts: countsAt(province, agency, false), ...(to < rows.length ? { cursor: String(to) } : {}) });
};

const act = (province: FakeProvince, [, dossierId = '', name = '']: RegExpMatchArray, body: { revision: number; reason?: string }): Answer => {
  const at = province.dossiers.findIndex((view) => view.dossierId === dossierId);
  const view = province.dossiers[at];
  if (view === undefined) return problem('not-found');
  if (view.revision !== body.revision) return problem('changed-meanwhile');
  const after = moved(view, name as DeskDossierView['allowed'][number], body.reason);
  province.dossiers[at] = after;
  return ok(after);
};

const answer = (province: FakeProvince, method: string, url: URL, body: unknown): Answer => {
  const path = url.pathname.slice('/api'.length);
  const failure = method === 'POST' && !path.startsWith('/auth') ? province.failures.shift() : undefined;
  if (failure !== undefined) return problem(failure);
  const on = (pattern: RegExp): RegExpMatchArray | null => path.match(pattern);
  if (path === '/auth/me') return ok(province.session);
  if (path === '/auth/refresh') return problem('session-expired');
  if (path === '/auth/sign-out') { province.session = { kind: 'nobody' }; return ok({ location: '/ban-lam-viec/' }); }
  if (path === '/procedures') return ok({ items: procedureList.map((one) => ({ ...one, field: { vi: 'Hộ tịch', en: 'Civil status' } })) });
  if (path === '/agencies') return ok({ items: agencies });
  if (path === '/uploads') return ok({ uploadId: 'upl_01K9M3Z5T8Q2W4E6R8Y0P1S3D5', post: { url: '/fake-bucket', fields: {} }, expiresAt: new Date(Date.now() + 600_000).toISOString() }, 201);
  if (path.startsWith('/uploads/')) return ok({ uploadId: 'upl_01K9M3Z5T8Q2W4E6R8Y0P1S3D5', state: 'checked', fileName: 'ket-qua.pdf', contentType: 'application/pdf', size: 245_760 });
  const procedure = on(/^\/procedures\/([^/]+)$/);
  if (procedure !== null) return ok(procedureView(procedure[1] ?? ''));
  if (province.session.kind !== 'officer') return problem('signed-out');
  const queue = on(/^\/desk\/agencies\/([^/]+)\/queues\/([^/]+)$/);
  if (queue !== null) return queueAnswer(province, queue, url.searchParams);
  const counted = on(/^\/desk\/agencies\/([^/]+)\/(due-)?counts$/);
  if (counted !== null) return ok({ counts: countsAt(province, counted[1] ?? '', counted[2] !== undefined) });
  const board = on(/^\/desk\/agencies\/([^/]+)\/board$/);
  if (board !== null) return ok(someBoard(board[1] ?? ''));
  if (on(/^\/desk\/agencies\/[^/]+\/officers$/) !== null) return ok({ items: [{ officerId: 'chuyen-vien-01', name: 'Chuyên viên 01', processing: 130 }] });
  const sheetOf = on(/^\/desk\/dossiers\/([^/]+)\/control-sheet$/);
  const sheeted = province.dossiers.find(({ dossierId }) => dossierId === sheetOf?.[1]);
  if (sheeted !== undefined) return ok(sheetFor(sheeted));
  if (on(/^\/desk\/agencies\/[^/]+\/register\/[^/]+$/) !== null) return ok(registerPage(province.dossiers, url.searchParams.get('cursor')));
  if (on(/^\/desk\/agencies\/[^/]+\/register\/[^/]+\/prints$/) !== null) return ok({ printId: 'prt_01K9M3Z5T8Q2W4E6R8Y0P1S3D5', state: 'coming' }, 202);
  if (on(/^\/desk\/agencies\/[^/]+\/register\/prints\//) !== null) return ok({ printId: 'prt_01K9M3Z5T8Q2W4E6R8Y0P1S3D5', state: 'ready', rows: 130, url: '/fake-bucket', expiresAt: new Date(Date.now() + 60_000).toISOString() });
  if (on(/^\/desk\/agencies\/[^/]+\/passed-on$/) !== null) return ok(passedOnPage(province.dossiers, url.searchParams.get('cursor')));
  if (on(/^\/desk\/agencies\/[^/]+\/warnings$/) !== null) return ok({ items: province.warnings });
  const dossier = on(/^\/desk\/dossiers\/([^/]+)$/);
  const view = province.dossiers.find(({ dossierId }) => dossierId === dossier?.[1]);
  if (dossier !== null) return view === undefined ? problem('not-found') : ok(view);
  if (on(/^\/desk\/dossiers\/[^/]+\/files\//) !== null) return ok({ url: '/bieu-tuong.svg', expiresAt: new Date(Date.now() + 60_000).toISOString() });
  if (path === '/desk/bulk') {
    const { act: name, items } = body as { act: string; items: { dossierId: string; revision: number }[] };
    return ok({ results: items.map(({ dossierId, revision }) => {
      const { status, body: out } = act(province, ['', dossierId, name] as never, { revision });
      return status === 200 ? { dossierId, done: { revision: revision + 1, status: (out as DeskDossierView).state.business } } : { dossierId, problem: out };
    }) });
  }
  const written = on(/^\/desk\/dossiers\/([^/]+)\/([a-z-]+)$/);
  return written === null ? problem('not-found') : act(province, written, body as { revision: number });
};

/** The built site with an API that remembers what is done to it: the desk and the wall without a cloud. */
export const fakeProvince = async (session: SessionView, dist = builtSite): Promise<FakeProvince> => {
  const server = createServer((request, response) => {
    void (async () => {
      const url = new URL(request.url ?? '/', 'http://localhost');
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      if (url.pathname === '/fake-bucket') { response.writeHead(204).end(); return; }
      const tile = province.tiles.get(url.pathname);
      if (url.pathname.startsWith('/api/') || tile !== undefined) {
        const text = Buffer.concat(chunks).toString();
        const body: unknown = text === '' ? undefined : JSON.parse(text);
        if (tile === undefined) province.asked.push({ line: `${request.method} ${url.pathname}`, key: request.headers['idempotency-key'] as string | undefined, body });
        const asked = { method: request.method ?? 'GET', path: url.pathname, query: url.search.slice(1), headers: request.headers as Record<string, string | undefined>, body: text };
        const served = tile === undefined ? await province.served?.(asked) : undefined;
        const { status, body: out, type = 'application/json' } = served ?? (tile === undefined ? answer(province, request.method ?? 'GET', url, body) : ok(tile));
        response.writeHead(status, { 'content-type': type }).end(JSON.stringify(out));
        return;
      }
      const file = join(dist, url.pathname.endsWith('/') ? `${url.pathname}index.html` : url.pathname);
      const content = await readFile(file).catch(() => undefined);
      response.writeHead(content === undefined ? 404 : 200, {
        'content-type': types[extname(file)] ?? 'application/octet-stream', etag: createHash('sha1').update(file).digest('hex'),
        'content-security-policy': "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self'",
      }).end(content);
    })();
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const province: FakeProvince = {
    origin, session, dossiers: someDossiers(), warnings: [], failures: [], tiles: new Map(), asked: [],
    close: () => new Promise((resolve) => { server.closeAllConnections(); server.close(() => { resolve(); }); }),
  };
  return province;
};
