import { beforeAll, describe, expect, test } from 'vitest';
import { catalogueHandlers } from '../../functions/procedure-submission/catalogue-handlers.ts';
import type { Post, Role } from '../../shared/contracts/access.ts';
import type { ProblemBody } from '../../shared/contracts/problems.ts';
import { httpApi } from '../../shared/runtime/http.ts';
import { actorContext, type Actor } from '../../shared/runtime/actor.ts';
import { catalogueInMemory, draftOf, seedCalendar, viewOf } from './catalogue-fixtures.ts';

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
  const api = httpApi(catalogueHandlers({ procedures, directory: { calendar: async () => seedCalendar } }), () => now);
  const ask = async (method: 'GET' | 'PUT', path: string, { actor = nobody, body, query = '' }: { actor?: Actor; body?: unknown; query?: string } = {}) => {
    const procedureCode = /procedures\/([^/]+)/.exec(path)?.[1];
    const answer = await api({
      version: '2.0', rawQueryString: query, headers: { origin: site, 'content-type': 'application/json' }, pathParameters: procedureCode === undefined ? {} : { procedureCode },
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
  test('a catalogue editor publishes; nobody else does', async () => {
    const { ask, procedures } = province();
    const body = { draft: draftOf('1.001193'), replacesVersion: 0 };
    for (const [actor, status] of [[nobody, 401], [officer('leader'), 403], [officer('directory-administrator'), 403]] as const) {
      expect((await ask('PUT', '/api/catalogue/procedures/1.001193', { actor, body })).status).toBe(status);
    }
    expect(procedures.told).toEqual([]);
    expect(await ask('PUT', '/api/catalogue/procedures/1.001193', { actor: officer('catalogue-editor'), body })).toMatchObject({ status: 200, body: { version: 1, status: 'open' } });
    expect(procedures.told).toHaveLength(1);
  });
  test('what cannot be published is pointed at', async () => {
    const { ask } = province('1.001193');
    const draft = draftOf('1.001193');
    const actor = officer('catalogue-editor');
    expect(await ask('PUT', '/api/catalogue/procedures/1.001193', { actor, body: { draft: { ...draft, acceptsOnline: false }, replacesVersion: 0 } })).toMatchObject({ status: 409, body: { code: 'version-not-newer', errors: [{ pointer: '/body/replacesVersion' }] } });
    expect(await ask('PUT', '/api/catalogue/procedures/1.001193', { actor, body: { draft: { ...draft, cases: [...draft.cases, ...draft.cases] }, replacesVersion: 1 } })).toMatchObject({ status: 400, body: { code: 'request-invalid', errors: [{ pointer: '/body/draft/cases/4/id' }] } });
    expect(await ask('PUT', '/api/catalogue/procedures/1.001193', { actor, body: { draft: { ...draft, level: 'ward' }, replacesVersion: 1 } })).toMatchObject({ status: 400, body: { errors: [{ pointer: '/body/draft/level' }] } });
  });
});
