import { describe, expect, test } from 'vitest';
import { appointPerson } from '../../functions/directory/appoint-person.ts';
import { claimsOf } from '../../functions/directory/claims-of.ts';
import { delegatePost, revokeDelegation } from '../../functions/directory/delegate-post.ts';
import { registerAgencies } from '../../functions/directory/register-agencies.ts';
import { personOf } from '../../functions/identity/session.ts';
import type { Post } from '../../shared/contracts/access.ts';
import { AcceptDossier } from '../../shared/contracts/procedure-submission.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import { postFor, requireAccess, type Officer } from '../../shared/runtime/actor.ts';
import { inMemoryDirectory } from './in-memory.ts';

const now = new Date('2026-11-22T02:00:00Z');
const on = (day: string): Date => new Date(`${day}T02:00:00Z`);
const causeAt = (at: Date) => ({ actor: 'officer' as const, correlationId: 'cor_01K9M3Z5T8Q2W4E6R8Y0P1S3D5', causationId: 'cor_01K9M3Z5T8Q2W4E6R8Y0P1S3D5', now: at });
const cause = causeAt(now);
const ward = 'H30';
const clerk: Post = { agency: ward, role: 'one-stop-clerk', from: '2020-10-02', to: '2026-12-31' };
const officer: Post = { agency: ward, role: 'case-officer', from: '2020-10-02' };

let key = 0;
const directory = async () => {
  const all = inMemoryDirectory();
  await registerAgencies(all)({ agencies: [{ code: ward, name: 'UBND', level: 'province', codeStatus: 'official', aliases: [], source: 'x' }], by: 'x' }, cause);
  const appoint = appointPerson(all);
  await appoint({ username: 'motcua', name: 'Cán bộ một cửa', posts: [clerk], by: 'x' }, cause);
  await appoint({ username: 'chuyenvien', name: 'Chuyên viên', posts: [officer], by: 'x' }, cause);
  await appoint({ username: 'lanhdao', name: 'Lãnh đạo', posts: [{ ...officer, role: 'leader' }], by: 'x' }, cause);
  all.events.length = 0;
  const wish = { holder: 'motcua', delegate: 'chuyenvien', agency: ward, role: 'one-stop-clerk' as const, from: '2026-11-23', to: '2026-11-27', reason: 'Nghỉ phép', by: 'motcua' };
  const delegate = (change: Partial<Omit<typeof wish, 'role'>> & { role?: Post['role'] } = {}) => delegatePost(all)({ ...wish, ...change, requestKey: { id: `k${key++}`, fingerprint: 'f' } }, cause);
  return { ...all, appoint, delegate, revoke: revokeDelegation(all) };
};
const problemOf = async (work: Promise<unknown>) => {
  const error = await work.then(() => undefined, (thrown: unknown) => thrown);
  return error instanceof DomainError ? [error.code, ...error.pointers ?? []].join(' ') : error;
};

/** The officer as the authoriser makes one of a token issued at `issued` and used at `used`. */
const signedIn = async (all: Parameters<typeof claimsOf>[0], issued: Date, used: Date): Promise<Officer> => {
  const claims = { sub: 's', token_use: 'access', client_id: 'c', username: 'chuyenvien', iat: issued.getTime() / 1000, ...await claimsOf(all)('chuyenvien', issued) };
  return personOf({ realm: 'province', claims } as unknown as Parameters<typeof personOf>[0], { province: 'c', national: 'n' }, used) as Officer;
};
const code = (work: () => unknown): string | undefined => { try { work(); return undefined; } catch (error) { return (error as DomainError).code; } };

describe('what can be delegated', () => {
  test.each([
    ['a post held, for days on which it is held', {}, undefined],
    ['to its last day', { to: '2026-12-31' }, undefined],
    ['but not beyond it', { to: '2027-01-01' }, 'delegation-wider /body/to'],
    ['not a post of another', { role: 'leader' }, 'delegation-wider /body/role'],
    ['not from yesterday', { from: '2026-11-21' }, 'delegation-dates /body/from'],
    ['not to a day before its first', { to: '2026-11-22' }, 'delegation-dates /body/to'],
    ['not to oneself', { delegate: 'motcua' }, 'delegation-to-self /body/delegate'],
    ['not to nobody', { delegate: 'nobody' }, 'person-unknown /body/delegate'],
    ['not of nobody', { holder: 'nobody' }, 'person-unknown /body/holder'],
  ] as const)('%s', async (_, change, problem) => expect(await problemOf((await directory()).delegate(change))).toBe(problem));

  test('no post goes on from hand to hand, nor to two at a time; after the first ends it may', async () => {
    const { delegate } = await directory();
    await delegate();
    expect(await problemOf(delegate({ holder: 'chuyenvien', delegate: 'lanhdao' }))).toBe('delegation-chain /body/role');
    expect(await problemOf(delegate({ delegate: 'lanhdao', from: '2026-11-27', to: '2026-11-30' }))).toBe('delegation-overlaps /body/from');
    expect(await problemOf(delegate({ delegate: 'lanhdao', from: '2026-11-28', to: '2026-11-30' }))).toBeUndefined();
  });
});

describe('what a delegation gives', () => {
  test('the post with its holder’s name in the token, on its days and no others', async () => {
    const all = await directory();
    await all.delegate();
    expect((await claimsOf(all)('chuyenvien', now)).posts).toEqual([officer, { agency: ward, role: 'one-stop-clerk', from: '2026-11-23', to: '2026-11-27', actingFor: { person: expect.stringMatching(/^per_/) as string, name: 'Cán bộ một cửa' } }]);
    const asked = async (day: string) => { const actor = await signedIn(all, now, on(day)); return code(() => { requireAccess(AcceptDossier.access, actor, on(day)); postFor(actor, ward, ['one-stop-clerk'], on(day)); }); };
    expect([await asked('2026-11-22'), await asked('2026-11-23'), await asked('2026-11-27'), await asked('2026-11-28')]).toEqual(['not-allowed', undefined, undefined, 'delegation-expired']);
  });
  test('an own post goes before one exercised for another', async () => {
    const all = await directory();
    await all.appoint({ username: 'chuyenvien', name: 'Chuyên viên', posts: [officer, clerk], by: 'x' }, cause);
    await all.delegate();
    expect(postFor(await signedIn(all, on('2026-11-24'), on('2026-11-24')), ward, ['one-stop-clerk'], on('2026-11-24')).actingFor).toBeUndefined();
  });
  test('nothing to somebody who holds no post but one that ended', async () => {
    const all = await directory();
    await all.delegate();
    await all.appoint({ username: 'chuyenvien', name: 'Chuyên viên', posts: [], by: 'x' }, cause);
    expect((await claimsOf(all)('chuyenvien', now)).posts).toHaveLength(1);
    await expect(claimsOf(all)('chuyenvien', on('2026-11-28'))).rejects.toThrow('no post');
  });
  test('a token issued while it stood allows nothing in another agency, and says so as if nothing were there', async () => {
    const all = await directory();
    await all.delegate();
    expect(code(() => postFor({ ...{} as Officer, kind: 'officer', posts: [], ended: [{ ...clerk, to: '2026-11-01' }] }, 'H30.01', ['one-stop-clerk'], now))).toBe('not-found');
  });
});

describe('how a delegation ends', () => {
  test('revoked: the sessions of the delegate are renewed, the new token says why it is refused', async () => {
    const all = await directory();
    const { delegationId, delegate } = await all.delegate({ from: '2026-11-22' });
    const at = on('2026-11-24');
    const one = await all.revoke({ delegationId, by: 'motcua', holder: 'motcua' }, causeAt(at));
    expect(await all.revoke({ delegationId, by: 'quantri' }, causeAt(on('2026-11-25')))).toEqual(one);
    expect(all.events.map(({ detail }) => detail.data)).toEqual([{ personId: delegate.personId, notBefore: now.toISOString() }, { personId: delegate.personId, notBefore: at.toISOString() }]);
    const actor = await signedIn(all, at, at);
    expect(code(() => requireAccess(AcceptDossier.access, actor, at))).toBe('delegation-expired');
    expect((await claimsOf(all)('chuyenvien', on('2026-12-10'))).posts).toEqual([officer]);
  });
  test('revoked before it began it leaves nothing behind', async () => {
    const all = await directory();
    const { delegationId } = await all.delegate();
    await all.revoke({ delegationId, by: 'motcua' }, cause);
    expect((await claimsOf(all)('chuyenvien', now)).posts).toEqual([officer]);
  });
  test('another’s delegation looks like one that does not exist', async () => {
    const { delegate, revoke } = await directory();
    const { delegationId } = await delegate();
    expect(await problemOf(revoke({ delegationId, by: 'lanhdao', holder: 'lanhdao' }, cause))).toBe('not-found');
    expect(await problemOf(revoke({ delegationId: 'dlg_0', by: 'lanhdao' }, cause))).toBe('not-found');
  });
  test('with the post it is of, or when that post is cut short; another post of the holder leaves it alone', async () => {
    const all = await directory();
    const { delegate: { personId } } = await all.delegate();
    const revokedAt = async () => (await all.delegations.givenBy('motcua')).map((one) => one.revokedAt);
    await all.appoint({ username: 'motcua', name: 'Cán bộ một cửa', posts: [clerk, { ...clerk, role: 'leader' }], by: 'x' }, cause);
    expect(await revokedAt()).toEqual([undefined]);
    all.events.length = 0;
    await all.appoint({ username: 'motcua', name: 'Cán bộ một cửa', posts: [{ ...clerk, to: '2026-11-26' }], by: 'x' }, cause);
    expect(await revokedAt()).toEqual([now.toISOString()]);
    expect(all.events.map(({ detail }) => (detail.data as { personId: string }).personId)).toContain(personId);
  });
});
