import { beforeAll, describe, expect, test } from 'vitest';
import { appointPerson } from '../../functions/directory/appoint-person.ts';
import { delegatePost, revokeDelegation } from '../../functions/directory/delegate-post.ts';
import { peopleHandlers } from '../../functions/directory/people-handlers.ts';
import { registerAgencies } from '../../functions/directory/register-agencies.ts';
import type { Post, Role } from '../../shared/contracts/access.ts';
import { actorContext, type Officer } from '../../shared/runtime/actor.ts';
import { httpApi } from '../../shared/runtime/http.ts';
import { inMemoryDirectory } from './in-memory.ts';

const now = new Date('2026-11-22T02:00:00Z');
const cause = { actor: 'officer' as const, correlationId: 'cor_01K9M3Z5T8Q2W4E6R8Y0P1S3D5', causationId: 'cor_01K9M3Z5T8Q2W4E6R8Y0P1S3D5', now };
const post = (role: Role, more: Partial<Post> = {}): Post => ({ agency: 'H30', role, from: '2020-10-02', ...more });
const officer = (username: string, role: Role, more: Partial<Post> = {}): Officer => ({ kind: 'officer', subject: username, personId: 'per_01K9M3Z5T8Q2W4E6R8Y0P1S3D5', username, name: username, posts: [post(role, more)] });
const [clerk, colleague, administrator, former] = [officer('motcua', 'one-stop-clerk'), officer('chuyenvien', 'case-officer'), officer('quantri', 'directory-administrator'), officer('quantri-cu', 'directory-administrator', { to: '2026-11-21' })];

let keys = 0;
const directory = async () => {
  const all = inMemoryDirectory();
  await registerAgencies(all)({ agencies: [{ code: 'H30', name: 'UBND', level: 'province', codeStatus: 'official', aliases: [], source: 'x' }], by: 'x' }, cause);
  for (const { username, posts } of [clerk, colleague, administrator]) await appointPerson(all)({ username, name: username, posts: posts as Post[], by: 'x' }, cause);
  const api = httpApi(peopleHandlers({ ...all, appointPerson: appointPerson(all), delegatePost: delegatePost(all), revokeDelegation: revokeDelegation(all) } as unknown as Parameters<typeof peopleHandlers>[0]), () => now);
  return async (actor: Officer, method: 'GET' | 'POST', path: string, { body, query = '' }: { body?: unknown; query?: string } = {}) => {
    const delegationId = /delegations\/([^/]+)/.exec(path)?.[1];
    const answer = await api({
      version: '2.0', rawQueryString: query, headers: { origin: String(process.env['SITE_ORIGIN']), 'content-type': 'application/json', 'idempotency-key': `key-of-a-test-${++keys}` },
      ...(delegationId === undefined ? {} : { pathParameters: { delegationId } }), ...(body === undefined ? {} : { body: JSON.stringify(body) }), requestContext: { http: { method, path: `/api${path}` }, authorizer: { lambda: actorContext(actor) } },
    });
    const parsed = JSON.parse(answer.body ?? '{}') as { code?: string; delegationId?: string; items?: { holder: { username: string } }[] };
    return { status: answer.statusCode, ...parsed };
  };
};
const wish = { delegate: 'chuyenvien', agency: 'H30', role: 'one-stop-clerk', from: '2026-11-23', to: '2026-11-27', reason: 'Nghỉ phép' };

beforeAll(() => { process.env['SITE_ORIGIN'] ??= 'http://localhost:8080'; });

describe('whose post is delegated, and by whom', () => {
  test.each([
    ['an officer her own', clerk, {}, 201, undefined], ['an officer her own, by name', clerk, { holder: 'motcua' }, 201, undefined],
    ['a colleague another’s', colleague, { holder: 'motcua', delegate: 'quantri' }, 403, 'not-allowed'],
    ['an administrator anybody’s', administrator, { holder: 'motcua' }, 201, undefined],
    ['one who was an administrator until yesterday', former, { holder: 'motcua' }, 403, 'not-allowed'],
  ] as const)('%s', async (_, actor, more, status, code) => {
    const answer = await (await directory())(actor, 'POST', '/directory/delegations', { body: { ...wish, ...more } });
    expect([answer.status, answer.code], JSON.stringify(answer)).toEqual([status, code]);
  });
  test('all delegations are listed for administrators, the own for everybody', async () => {
    const call = await directory();
    await call(clerk, 'POST', '/directory/delegations', { body: wish });
    expect((await call(administrator, 'GET', '/directory/delegations', { query: 'scope=all' })).items).toMatchObject([{ holder: { username: 'motcua' } }]);
    expect((await call(colleague, 'GET', '/directory/delegations', { query: 'scope=all' })).code).toBe('not-allowed');
    expect((await call(colleague, 'GET', '/directory/delegations')).items).toHaveLength(1);
    expect((await call(administrator, 'GET', '/directory/delegations')).items).toEqual([]);
  });
  test('it is ended by its holder or an administrator; to anybody else it does not exist', async () => {
    const call = await directory();
    const { delegationId = '' } = await call(clerk, 'POST', '/directory/delegations', { body: wish });
    expect((await call(colleague, 'POST', `/directory/delegations/${delegationId}/revoke`)).code).toBe('not-found');
    expect((await call(administrator, 'POST', `/directory/delegations/${delegationId}/revoke`)).status).toBe(200);
  });
});
