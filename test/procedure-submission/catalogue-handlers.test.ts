import { beforeAll, describe, expect, test } from 'vitest';
import { catalogueHandlers } from '../../functions/procedure-submission/catalogue-handlers.ts';
import { catalogueWorkHandlers } from '../../functions/procedure-submission/catalogue-work-handlers.ts';
import type { Post, Role } from '../../shared/contracts/access.ts';
import type { ProblemBody } from '../../shared/contracts/problems.ts';
import { httpApi } from '../../shared/runtime/http.ts';
import { actorContext, type Actor } from '../../shared/runtime/actor.ts';
import { largestProcedure } from '../bench/catalogue-bounds.ts';
import { catalogueInMemory, draftOf, seedCalendar, viewOf } from './catalogue-fixtures.ts';

let keys = 0;
const site = 'http://localhost:8080';
const now = new Date('2026-11-16T02:00:00Z');
const nobody: Actor = { kind: 'nobody', why: 'signed-out' };
const officer = (role: Role): Actor => {
  const post: Post = { agency: 'H30', role, from: '2020-10-02' };
  return { kind: 'officer', subject: 's', personId: 'per_01K9M3Z5T8Q2W4E6R8Y0P1S3D5', username: 'bientap.thutuc', name: 'Biên tập thủ tục', posts: [post] };
};

beforeAll(() => { process.env['SITE_ORIGIN'] = site; });

const province = (...codes: string[]) => {
  const procedures = catalogueInMemory(...codes.map(viewOf));
  const api = httpApi([...catalogueHandlers({ procedures, directory: { calendar: async () => seedCalendar } }), ...catalogueWorkHandlers({ procedures, works: procedures.works })], () => now);
  const ask = async (method: 'GET' | 'PUT' | 'POST', path: string, { actor = nobody, body, query = '' }: { actor?: Actor; body?: unknown; query?: string } = {}) => {
    const procedureCode = /procedures\/([^/]+)/.exec(path)?.[1];
    const version = /versions\/([^/]+)/.exec(path)?.[1];
    const answer = await api({
      version: '2.0', rawQueryString: query, headers: { origin: site, 'content-type': 'application/json', 'idempotency-key': `key-${++keys}-of-this-test` }, pathParameters: { ...(procedureCode === undefined ? {} : { procedureCode }), ...(version === undefined ? {} : { version }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }), requestContext: { http: { method, path }, authorizer: { lambda: actorContext(actor) } },
    });
    return { status: answer.statusCode, body: JSON.parse(answer.body ?? 'null') as Record<string, unknown> & Partial<ProblemBody> };
  };
  return { ask, procedures };
};

describe('the catalogue over HTTP', () => {
  test('anyone lists and reads', async () => {
    const { ask } = province('1.001193', '1.000894');
    expect((await ask('GET', '/api/procedures')).body['items']).toHaveLength(2);
    expect(await ask('GET', '/api/procedures/1.001193')).toMatchObject({ status: 200, body: { code: '1.001193', version: 1, structure: 'by-case' } });
    expect(await ask('GET', '/api/procedures/2.999999')).toMatchObject({ status: 404, body: { code: 'procedure-unknown' } });
    expect(await ask('GET', '/api/procedures/khai-sinh')).toMatchObject({ status: 400, body: { code: 'request-invalid' } });
  });
  test('anyone asks when the result is promised, now or at an instant with its zone', async () => {
    const { ask } = province('1.001193');
    expect(await ask('GET', '/api/procedures/1.001193/promise', { query: 'case=dung-han&channel=online' })).toMatchObject({ status: 200, body: { dueAt: '2026-11-16T10:00:00.000Z' } });
    expect(await ask('GET', '/api/procedures/1.001193/promise', { query: `case=dung-han&channel=online&at=${encodeURIComponent('2026-11-20T15:30:00+07:00')}` }))
      .toMatchObject({ status: 200, body: { dueAt: '2026-11-23T10:00:00.000Z' } });
    expect(await ask('GET', '/api/procedures/1.001193/promise', { query: 'case=dung-han&channel=online&at=2026-11-20T15:30:00' })).toMatchObject({ status: 400, body: { code: 'request-invalid', errors: [{ pointer: '/query/at' }] } });
    expect(await ask('GET', '/api/procedures/1.001193/promise', { query: 'case=dung-han&channel=bo-cau' })).toMatchObject({ status: 400, body: { errors: [{ pointer: '/query/channel' }] } });
    expect(await ask('GET', '/api/procedures/1.001193/promise', { query: 'case=khac&channel=online' })).toMatchObject({ status: 422, body: { code: 'case-unknown' } });
  });
  test('an editor writes and sends to review, a reviewer publishes; nobody else does, and nobody does both', async () => {
    const { ask, procedures } = province();
    const content = { ...draftOf('1.001193'), status: 'open' };
    const at = '/api/catalogue/procedures/1.001193';
    const body = { revision: 0, content };
    for (const [actor, status] of [[nobody, 401], [officer('leader'), 403], [officer('directory-administrator'), 403], [officer('catalogue-reviewer'), 403]] as const) {
      expect((await ask('PUT', `${at}/draft`, { actor, body })).status).toBe(status);
    }
    const [editor, reviewer] = [officer('catalogue-editor'), { ...officer('catalogue-reviewer'), personId: 'per_01K9M3Z5T8Q2W4E6R8Y0P1S3D6' }] as const;
    expect(await ask('PUT', `${at}/draft`, { actor: editor, body })).toMatchObject({ status: 200, body: { revision: 1, work: { state: 'draft', faults: [] }, allowed: ['save', 'submit', 'discard', 'comment'] } });
    expect(await ask('POST', `${at}/submit`, { actor: editor, body: { revision: 1 } })).toMatchObject({ status: 200, body: { revision: 2, work: { state: 'in-review' } } });
    expect((await ask('POST', `${at}/publish`, { actor: editor, body: { revision: 2, effectiveFrom: '2025-01-01' } })).status).toBe(403);
    expect(procedures.told).toEqual([]);
    expect(await ask('POST', `${at}/publish`, { actor: reviewer, body: { revision: 2, effectiveFrom: '2025-01-01' } })).toMatchObject({ status: 200, body: { revision: 3, versions: [{ version: 1, state: 'in-force' }], holds: true } });
    expect(procedures.told).toHaveLength(1);
    expect(await ask('GET', '/api/procedures/1.001193/versions/1')).toMatchObject({ status: 200, body: { version: 1 } });
    expect(await ask('GET', '/api/procedures/1.001193/versions/2')).toMatchObject({ status: 404, body: { code: 'procedure-unknown' } });
  });
  test('what cannot be published is pointed at', async () => {
    const { ask } = province('1.001193');
    const content = { ...draftOf('1.001193'), status: 'open' };
    const at = '/api/catalogue/procedures/1.001193';
    const actor = officer('catalogue-editor');
    expect(await ask('PUT', `${at}/draft`, { actor, body: { revision: 4, content } })).toMatchObject({ status: 409, body: { code: 'draft-changed' } });
    expect(await ask('PUT', `${at}/draft`, { actor, body: { revision: 0, content: { ...content, level: 'ward', cases: [...content.cases, ...content.cases] } } })).toMatchObject({ status: 200, body: { work: { faults: [{ pointer: '/level', code: 'field.not-listed' }] } } });
    expect(await ask('POST', `${at}/submit`, { actor, body: { revision: 1 } })).toMatchObject({ status: 422, body: { code: 'draft-incomplete', errors: [{ pointer: '/content/level' }] } });
    expect(await ask('PUT', `${at}/draft`, { actor, body: { revision: 1, content: [] } })).toMatchObject({ status: 400, body: { code: 'request-invalid', errors: [{ pointer: '/body/content' }] } });
  });
  test('a draft of 30 cases of 70 papers is taken; a body beyond a megabyte is not', async () => {
    const { ask } = province();
    const actor = officer('catalogue-editor');
    const { code, version: _version, publishedAt: _at, ...content } = largestProcedure(30, 70);
    expect(JSON.stringify(content).length).toBeGreaterThan(256 * 1024);
    expect(await ask('PUT', `/api/catalogue/procedures/${code}/draft`, { actor, body: { revision: 0, content } })).toMatchObject({ status: 200, body: { work: { faults: [] } } });
    expect(await ask('PUT', `/api/catalogue/procedures/${code}/draft`, { actor, body: { revision: 1, content: { x: 'x'.repeat(1_000_001) } } })).toMatchObject({ status: 413 });
  });
  test('an import tells of each procedure what became of it; the export gives the catalogue back', async () => {
    const { ask } = province('1.001193');
    const actor = officer('catalogue-editor');
    const { items } = (await ask('GET', '/api/catalogue/export', { actor })).body as unknown as { items: Record<string, unknown>[] };
    expect(items).toMatchObject([{ MATTHC: '1.001193', MACOQUANCONGBO: '000.00.00.H30' }]);
    expect(await ask('POST', '/api/catalogue/imports', { actor, body: { procedures: [...items, { MATTHC: 'x' }] } })).toMatchObject({ status: 200, body: { items: [{ outcome: 'unchanged' }, { outcome: 'refused', refused: [{ path: 'MATTHC', code: 'procedure-code.malformed' }, { path: 'TENTTHC' }, { path: 'TRANGTHAI' }] }] } });
    expect(await ask('POST', '/api/catalogue/imports', { actor, body: { procedures: [] } })).toMatchObject({ status: 400 });
  });
});
