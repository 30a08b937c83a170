import { randomUUID } from 'node:crypto';
import { describe, expect, inject, test } from 'vitest';
import agencies from '../../infra/local/seed/agencies.json' with { type: 'json' };
import calendar from '../../infra/local/seed/calendar.json' with { type: 'json' };
import { localPassword, seedAccounts } from '../../infra/local/seed/accounts.ts';
import procedures from '../../infra/local/seed/procedures.json' with { type: 'json' };
import { seedProvince } from '../../infra/local/seed/seed-province.ts';
import { signIn } from '../../infra/local/seed/sign-in.ts';
import { PromiseView } from '../../shared/contracts/catalogue.ts';
import { CatalogueFile } from '../../shared/contracts/catalogue-work.ts';
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
      const { version, publishedAt: _at, next: _next, ...served } = ProcedureView.parse(await read(`/api/procedures/${code}`));
      // somebody has published a later version since
      if (version > 1) continue;
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
  const who = (username: string) => signIn({ siteUrl: site, realm: 'province', username, password: localPassword });
  const code = '2.000884';
  const key = () => ({ 'idempotency-key': randomUUID() });
  const at = (act: string) => `/api/catalogue/procedures/${code}${act}`;

  test('written by one, published by another, it waits for its day, and the page announces it', async () => {
    const [editor, reviewer] = await Promise.all([who('bientap.thutuc'), who('thamdinh.thutuc')]);
    const file = CatalogueFile.parse(await (await editor.send('GET', at(''))).json());
    const { code: _, version: _version, publishedAt: _at, next: _next, ...edition } = file.latest ?? expect.fail('it is published');
    // each version begins after the last, on whichever province this runs again
    const effectiveFrom = new Date(Math.max(Date.parse(edition.effectiveFrom), Date.now()) + 2 * 86_400_000).toISOString().slice(0, 10);
    const renamed = { ...edition, effectiveFrom, name: { ...edition.name, en: `Certification of signatures, from ${effectiveFrom}` } };
    const saved = CatalogueFile.parse(await (await editor.send('PUT', at('/draft'), { revision: file.revision, content: renamed }, key())).json());
    const stale = await editor.send('PUT', at('/draft'), { revision: file.revision, content: edition }, key());
    expect(await stale.json()).toMatchObject({ code: 'draft-changed', status: 409 });
    const sent = CatalogueFile.parse(await (await editor.send('POST', at('/submit'), { revision: saved.revision }, key())).json());
    expect(await (await editor.send('POST', at('/publish'), { revision: sent.revision, effectiveFrom }, key())).json()).toMatchObject({ code: 'not-allowed', status: 403 });
    const done = CatalogueFile.parse(await (await reviewer.send('POST', at('/publish'), { revision: sent.revision, effectiveFrom }, key())).json());
    expect(done).toMatchObject({ holds: true });
    expect(done.versions.at(-1)).toMatchObject({ effectiveFrom, state: 'waiting' });
    expect(ProcedureView.parse(await read(`/api/procedures/${code}`))).toMatchObject({ version: 1, name: procedures.find((one) => one.code === code)?.draft.name });
    const [year, month, day] = (done.versions.find(({ state }) => state === 'waiting')?.effectiveFrom ?? '').split('-');
    const page = async () => (await (await fetch(new URL(`/thu-tuc/${code}`, site))).text()).includes(`Từ ${day}/${month}/${year} thủ tục này thay đổi`);
    await expect.poll(page, { timeout: 15_000, interval: 100 }).toBe(true);
  });
  test('from another site is refused, signed in or not', async () => {
    const session = await who('bientap.thutuc');
    const body = { revision: 0, content: {} };
    expect(await (await session.send('PUT', at('/draft'), body, { ...key(), origin: 'http://localhost:9999' })).json()).toMatchObject({ code: 'origin-refused', status: 403 });
    const signedOut = await fetch(new URL(at('/draft'), site), { method: 'PUT', headers: { ...key(), origin: site, 'content-type': 'application/json' }, body: JSON.stringify(body) });
    expect(await signedOut.json()).toMatchObject({ code: 'signed-out', status: 401 });
  });
});
