import { describe, expect, inject, test } from 'vitest';
import agencies from '../../infra/local/seed/agencies.json' with { type: 'json' };
import calendar from '../../infra/local/seed/calendar.json' with { type: 'json' };
import { localPassword, seedAccounts } from '../../infra/local/seed/accounts.ts';
import procedures from '../../infra/local/seed/procedures.json' with { type: 'json' };
import { seedProvince } from '../../infra/local/seed/seed-province.ts';
import { signIn } from '../../infra/local/seed/sign-in.ts';
import { PromiseView } from '../../shared/contracts/catalogue.ts';
import { SessionView } from '../../shared/contracts/identity.ts';
import { ProcedureView } from '../../shared/contracts/procedure.ts';

const site = inject('site');
const read = async (path: string): Promise<unknown> => {
  const answer = await fetch(new URL(path, site));
  expect(answer.status, path).toBe(200);
  return answer.json();
};
const itemsAt = async <T>(path: string): Promise<T[]> => ((await read(path)) as { items: T[] }).items;
const byCode = (a: { code: string }, b: { code: string }): number => (a.code < b.code ? -1 : 1);

describe('the seeded province', () => {
  test('serves every agency and the calendar as they are in the seed', async () => {
    expect((await itemsAt<{ code: string }>('/api/agencies')).toSorted(byCode)).toEqual(agencies.toSorted(byCode));
    expect(await read('/api/calendar')).toEqual(calendar);
  });
  test('serves every procedure as it is in the seed', async () => {
    expect(await itemsAt('/api/procedures')).toHaveLength(80);
    for (const { code, draft } of procedures) {
      const { version: _, publishedAt: _at, ...served } = ProcedureView.parse(await read(`/api/procedures/${code}`));
      expect(served).toEqual({ ...draft, code, status: 'open' });
    }
  });
  test('promises a date before anyone signs in', async () => {
    const promise = PromiseView.parse(await read('/api/procedures/1.001193/promise?case=dung-han&channel=online&at=2026-11-23T15:00:00%2B07:00'));
    expect(promise.dueAt).toBe('2026-11-25T10:00:00.000Z');
    expect(promise.calendar.map(({ date, reason }) => [date, reason])).toEqual([['2026-11-23', 'cut-off'], ['2026-11-24', 'holiday']]);
  });
  test('lets everybody in it names, each with the posts of the seed', async () => {
    for (const { username, realm, who, posts } of seedAccounts) {
      const session = await signIn({ siteUrl: site, realm, username, password: localPassword });
      const view = SessionView.parse(await (await session.send('GET', '/api/auth/me')).json());
      expect(view).toMatchObject({ kind: realm === 'national' ? 'citizen' : 'officer', name: who });
      if (view.kind === 'officer') expect(view.posts.map(({ agency, role }) => [agency, role])).toEqual(posts.map(({ agency, role }) => [agency, role]));
    }
  });
  test('turns a wrong password away', async () => {
    await expect(signIn({ siteUrl: site, realm: 'province', username: 'motcua.vithanh1', password: 'Hau-Giang-2021' })).rejects.toThrow('could not sign in');
  });
  test('is left as it is by a second seeding', async () => {
    const before = await itemsAt('/api/procedures');
    const { note, accounts } = await seedProvince({ siteUrl: site, endpoint: inject('endpoint'), outputs: inject('outputs') });
    expect(note).toBe('102 agencies and 80 procedures were there');
    expect(accounts).toHaveLength(seedAccounts.length);
    expect(await itemsAt('/api/procedures')).toEqual(before);
  });
});

describe('publishing again', () => {
  const editor = () => signIn({ siteUrl: site, realm: 'province', username: 'bientap.thutuc', password: localPassword });
  const published = async (code: string) => ProcedureView.parse(await read(`/api/procedures/${code}`));

  test('a change makes a version, and its page follows', async () => {
    const session = await editor();
    const { version, code: _, publishedAt: _at, status: _status, ...draft } = await published('2.000884');
    const renamed = { ...draft, name: { ...draft.name, en: `Certification of signatures, revised ${version}` } };
    const answer = await session.send('PUT', '/api/catalogue/procedures/2.000884', { draft: renamed, replacesVersion: version });
    expect(answer.status).toBe(200);
    const seen = async () => (await (await fetch(new URL('/en/thu-tuc/2.000884', site))).text()).includes(renamed.name.en);
    await expect.poll(seen, { timeout: 15_000, interval: 100 }).toBe(true);
    expect((await published('2.000884')).version).toBe(version + 1);
    const stale = await session.send('PUT', '/api/catalogue/procedures/2.000884', { draft, replacesVersion: version });
    expect(await stale.json()).toMatchObject({ code: 'version-not-newer', status: 409 });
    expect((await session.send('PUT', '/api/catalogue/procedures/2.000884', { draft, replacesVersion: version + 1 })).status).toBe(200);
  });
  test('from another site is refused, signed in or not', async () => {
    const session = await editor();
    const { version, code: _, publishedAt: _at, status: _status, ...draft } = await published('2.000884');
    const elsewhere = await session.send('PUT', '/api/catalogue/procedures/2.000884', { draft, replacesVersion: version }, { origin: 'http://localhost:9999' });
    expect(await elsewhere.json()).toMatchObject({ code: 'origin-refused', status: 403 });
    const signedOut = await fetch(new URL('/api/catalogue/procedures/2.000884', site), { method: 'PUT', headers: { origin: site, 'content-type': 'application/json' }, body: JSON.stringify({ draft, replacesVersion: version }) });
    expect(await signedOut.json()).toMatchObject({ code: 'signed-out', status: 401 });
  });
});
