import { describe, expect, test } from 'vitest';
import { agencyNamed } from '../../functions/directory/agency.ts';
import { appointFirstAdministrator } from '../../functions/directory/appoint-first-administrator.ts';
import { appointPerson } from '../../functions/directory/appoint-person.ts';
import { claimsOf } from '../../functions/directory/claims-of.ts';
import { publishCalendar } from '../../functions/directory/publish-calendar.ts';
import { registerAgencies } from '../../functions/directory/register-agencies.ts';
import type { Post } from '../../shared/contracts/access.ts';
import type { Agency } from '../../shared/contracts/agency.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import type { CalendarSpec } from '../../shared/kernel/working-time/calendar.ts';
import { inMemoryDirectory } from './in-memory.ts';

const now = new Date('2026-11-22T02:00:00Z');
const cause = { actor: 'officer' as const, correlationId: 'cor_01K9M3Z5T8Q2W4E6R8Y0P1S3D5', causationId: 'cor_01K9M3Z5T8Q2W4E6R8Y0P1S3D5', now };
const by = 'officer:admin';
const province: Agency = { code: 'H30', name: 'UBND tỉnh Hậu Giang', level: 'province', codeStatus: 'official', aliases: [{ system: 'old-code', value: '000.00.00.H30' }], source: 'QĐ 1220/QĐ-UBND' };
const department: Agency = { code: 'H30.07', name: 'Sở Nội vụ', level: 'department', parent: 'H30', codeStatus: 'assumed', aliases: [], source: 'theo thứ tự' };
const eight = [{ from: '07:00', to: '11:00' }, { from: '13:00', to: '17:00' }];
const calendar: CalendarSpec = { week: { monday: eight, tuesday: eight, wednesday: eight, thursday: eight, friday: eight, saturday: [], sunday: [], makeup: eight }, days: [] };
const clerk: Post = { agency: 'H30', role: 'one-stop-clerk', from: '2020-10-02' };
const leader: Post = { agency: 'H30', role: 'leader', from: '2020-10-02' };
const problemOf = async (work: Promise<unknown>) => {
  const error = await work.then(() => undefined, (thrown: unknown) => thrown);
  return error instanceof DomainError ? { code: error.code, pointers: error.pointers } : error;
};

describe('registering agencies', () => {
  test('tells of new and changed ones with growing revisions; the same again changes nothing and tells nobody', async () => {
    const { agencies, events } = inMemoryDirectory();
    const register = registerAgencies({ agencies });
    expect(await register({ agencies: [province, department], by }, cause)).toEqual({ registered: 2, unchanged: 0 });
    expect(await register({ agencies: [structuredClone(department), province], by }, cause)).toEqual({ registered: 0, unchanged: 2 });
    expect(await register({ agencies: [province, { ...department, name: 'Sở Nội vụ tỉnh' }], by }, cause)).toEqual({ registered: 1, unchanged: 1 });
    expect(events.map(({ detail }) => detail.data)).toEqual([
      { agencyCode: 'H30', name: 'UBND tỉnh Hậu Giang', level: 'province', oldCode: '000.00.00.H30', revision: 1 },
      { agencyCode: 'H30.07', name: 'Sở Nội vụ', level: 'department', parent: 'H30', revision: 1 },
      { agencyCode: 'H30.07', name: 'Sở Nội vụ tỉnh', level: 'department', parent: 'H30', revision: 2 },
    ]);
  });
  test('a parent must be known or come along, and no agency is its own', async () => {
    const { agencies } = inMemoryDirectory();
    const register = registerAgencies({ agencies });
    expect(await problemOf(register({ agencies: [department], by }, cause))).toEqual({ code: 'agency-parent-unknown', pointers: ['/body/agencies/0/parent'] });
    expect(await problemOf(register({ agencies: [province, { ...department, parent: 'H30.07' }], by }, cause))).toEqual({ code: 'agency-cycle', pointers: ['/body/agencies/1/parent'] });
    await register({ agencies: [province], by }, cause);
    expect(await register({ agencies: [department], by }, cause)).toEqual({ registered: 1, unchanged: 0 });
  });
  const hundred = (): Agency[] => [province, ...Array.from({ length: 99 }, (_, i): Agency => ({ ...department, code: `H30.${i + 1}`, aliases: [] }))];
  test('what a transaction does not hold is written in several; one fault among a hundred refuses them all, with a line for each', async () => {
    const { agencies, events, changes } = inMemoryDirectory();
    const register = registerAgencies({ agencies });
    const faulty = hundred().map((agency) => (agency.code === 'H30.7' ? { ...agency, parent: 'H30.9' } : agency.code === 'H30.9' ? { ...agency, parent: 'H30.7' } : agency.code === 'H30.40' ? { ...agency, parent: 'H31' } : agency));
    const refused = await register({ agencies: faulty, by }, cause).catch((error: unknown) => error) as DomainError;
    expect({ code: refused.code, lines: refused.pointers?.map((pointer, i) => `${pointer} ${(refused.extra as { fieldCodes: string[] }).fieldCodes[i]}`) }).toEqual({
      code: 'agency-parent-unknown',
      lines: ['/body/agencies/40/parent agency-parent-unknown', '/body/agencies/7/parent agency-cycle', '/body/agencies/9/parent agency-cycle'],
    });
    expect(events).toEqual([]);
    expect(await problemOf(register({ agencies: [...hundred(), { ...department, code: 'H30.5' }], by }, cause))).toMatchObject({ code: 'agency-code-twice', pointers: ['/body/agencies/100/code'] });
    expect(await register({ agencies: hundred(), by }, cause)).toEqual({ registered: 100, unchanged: 0 });
    expect(events).toHaveLength(100);
    expect(changes).toEqual(Array.from({ length: 4 }, () => ({ by, at: now })));
  });
  test('an interruption between two transactions is made good by the same request', async () => {
    const { agencies, events } = inMemoryDirectory();
    let writes = 0;
    const failing = { ...agencies, register: async (...args: Parameters<typeof agencies.register>) => { if (++writes === 3) throw new Error('killed'); return agencies.register(...args); } };
    await expect(registerAgencies({ agencies: failing })({ agencies: hundred(), by }, cause)).rejects.toThrow('killed');
    expect(events).toHaveLength(60);
    expect(await registerAgencies({ agencies })({ agencies: hundred(), by }, cause)).toEqual({ registered: 40, unchanged: 60 });
    expect(events).toHaveLength(100);
  });
  test('a parent that ends before its children is refused where it was sent', async () => {
    const { agencies } = inMemoryDirectory();
    await registerAgencies({ agencies })({ agencies: [province, department], by }, cause);
    expect(await problemOf(registerAgencies({ agencies })({ agencies: [{ ...province, validTo: '2025-06-30' }], by }, cause))).toEqual({ code: 'agency-parent-not-in-force', pointers: ['/body/agencies/0'] });
  });
  test('former facts and successors go with the event', async () => {
    const { agencies, events } = inMemoryDirectory();
    const earlier = [{ name: 'Ban Tổ chức chính quyền', level: 'department' as const, parent: 'H30', validTo: '2020-12-31', source: 'x' }];
    await registerAgencies({ agencies })({ agencies: [province, { ...department, validFrom: '2021-01-01', earlier, successors: [{ code: 'H30', from: '2025-07-01' }] }], by }, cause);
    expect(events[1]?.detail.data).toMatchObject({ earlier: [{ name: 'Ban Tổ chức chính quyền', level: 'department', parent: 'H30', validTo: '2020-12-31' }], successors: [{ code: 'H30', from: '2025-07-01' }] });
  });
  test('a code of another list names who had it on that day', () => {
    const ward: Agency = { ...department, code: 'H30.19.02', aliases: [{ system: 'gso', value: '31321' }], validTo: '2025-06-30' };
    const merged: Agency = { ...department, code: 'H13.41', aliases: [{ system: 'gso', value: '31321' }], validFrom: '2025-07-01' };
    expect(['2025-06-30', '2025-07-01'].map((day) => agencyNamed([ward, merged], '31321', day)?.code)).toEqual(['H30.19.02', 'H13.41']);
    expect([agencyNamed([ward], '31321', '2026-01-01')?.code, agencyNamed([ward], 'H30.19.02', '2026-01-01')?.code, agencyNamed([ward], '9', '2026-01-01')]).toEqual(['H30.19.02', 'H30.19.02', undefined]);
  });
  test('the same code twice in one request is refused', async () => {
    const { agencies } = inMemoryDirectory();
    expect(await problemOf(registerAgencies({ agencies })({ agencies: [province, { ...province, name: 'x' }], by }, cause))).toEqual({ code: 'agency-code-twice', pointers: ['/body/agencies/1/code'] });
  });
  test('decides anew when someone else wrote meanwhile; endlessly is busy', async () => {
    const { agencies, clashes, events } = inMemoryDirectory();
    clashes.left = 2;
    expect(await registerAgencies({ agencies })({ agencies: [province], by }, cause)).toEqual({ registered: 1, unchanged: 0 });
    expect(events).toHaveLength(1);
    clashes.left = 99;
    expect(await problemOf(registerAgencies({ agencies })({ agencies: [department], by }, cause))).toMatchObject({ code: 'busy' });
  });
});

describe('publishing the calendar', () => {
  test('counts versions; the same content keeps its version and tells nobody', async () => {
    const { calendars, events } = inMemoryDirectory();
    const publish = publishCalendar({ calendars });
    const next = { ...calendar, days: [{ date: '2026-11-24', kind: 'OFF' as const, name: { vi: 'Ngày Văn hóa Việt Nam', en: 'Vietnamese Culture Day' }, source: 'NQ 28/2026/QH16', confirmed: true }] };
    expect([await publish({ calendar, preview: false }, cause), await publish({ calendar: structuredClone(calendar), preview: false }, cause), await publish({ calendar: next, preview: false }, cause), await publish({ calendar, preview: false }, cause)].map(({ version }) => version)).toEqual([1, 1, 2, 3]);
    expect(events.map(({ detail }) => (detail.data as { calendarVersion: number }).calendarVersion)).toEqual([1, 2, 3]);
  });
  test('a mistyped year is refused at its place', async () => {
    const { calendars } = inMemoryDirectory();
    const day = { date: '0026-11-24', kind: 'OFF' as const, name: { vi: 'x', en: 'x' }, source: 'x', confirmed: true };
    expect(await problemOf(publishCalendar({ calendars })({ calendar: { ...calendar, days: [day] }, preview: false }, cause))).toEqual({ code: 'request-invalid', pointers: ['/body/days/0/date'] });
  });
});

describe('appointing', () => {
  const directory = async () => {
    const all = inMemoryDirectory();
    await registerAgencies(all)({ agencies: [province], by }, cause);
    all.events.length = 0;
    all.changes.length = 0;
    const saying = (type: string) => () => all.events.filter(({ definition }) => definition.type === type).map(({ detail }) => detail.data);
    return { ...all, appoint: appointPerson(all), rights: saying('person.rights-changed'), posts: saying('posts.changed') };
  };
  const command = { username: 'motcua.vithanh1', name: 'Một cửa Phường I', by: 'officer:admin' };
  test('a new person has no session to end; changed posts end those opened before, with the same person id', async () => {
    const { appoint, events, rights, changes } = await directory();
    const first = await appoint({ ...command, posts: [clerk] }, cause);
    expect(first.personId).toMatch(/^per_/);
    expect(rights()).toEqual([]);
    const second = await appoint({ ...command, posts: [clerk, leader] }, cause);
    expect({ id: second.personId, revision: second.revision }).toEqual({ id: first.personId, revision: 2 });
    expect(rights()).toEqual([{ personId: first.personId, notBefore: now.toISOString() }]);
    expect(events).toHaveLength(3);
    expect(changes).toEqual([{ by: 'officer:admin', at: now }, { by: 'officer:admin', at: now }]);
  });
  test('the same posts in another order change nothing; another name ends no session', async () => {
    const { appoint, events, rights, changes } = await directory();
    await appoint({ ...command, posts: [clerk, leader] }, cause);
    events.length = 0;
    await appoint({ ...command, posts: [leader, clerk] }, cause);
    expect({ changes: changes.length, events: events.length }).toEqual({ changes: 1, events: 0 });
    await appoint({ ...command, name: 'Một cửa Phường I Vị Thanh', posts: [leader, clerk] }, cause);
    expect({ changes: changes.length, events: events.length, rights: rights() }).toEqual({ changes: 2, events: 0, rights: [] });
  });
  test('others are told all posts and the agencies left, with the revision, and never a name', async () => {
    const { appoint, posts } = await directory();
    const { personId } = await appoint({ ...command, posts: [{ ...clerk, to: '2026-12-31' }] }, cause);
    await appoint({ ...command, posts: [] }, cause);
    const { agency, ...held } = clerk;
    expect(posts()).toEqual([{ personId, revision: 1, posts: [{ agencyCode: agency, ...held, to: '2026-12-31' }], agenciesLeft: [] }, { personId, revision: 2, posts: [], agenciesLeft: [agency] }]);
    expect(JSON.stringify(posts())).not.toContain(command.name);
  });
  test('of who was appointed before there was such an event others are told with the next appointment, the same content included, once', async () => {
    const { appoint, posts, people } = await directory();
    const { told: _told, ...before } = await appoint({ ...command, posts: [clerk] }, cause);
    await people.appoint({ person: { ...before, revision: 2 }, change: { by, at: now }, ended: [] }, []);
    await appoint({ ...command, posts: [clerk] }, cause);
    await appoint({ ...command, posts: [clerk] }, cause);
    expect(posts()).toMatchObject([{ revision: 1 }, { revision: 3 }]);
  });
  test('an unknown agency and a reversed post are refused at their places', async () => {
    const { appoint } = await directory();
    expect(await problemOf(appoint({ ...command, posts: [clerk, { ...leader, agency: 'H31' }] }, cause))).toEqual({ code: 'agency-unknown', pointers: ['/body/posts/1/agency'] });
    expect(await problemOf(appoint({ ...command, posts: [{ ...clerk, to: '2020-01-01' }] }, cause))).toEqual({ code: 'request-invalid', pointers: ['/body/posts/0/to'] });
  });
  test('the same post twice on a day is refused at the later one; what stood side by side already can be revoked', async () => {
    const { appoint } = await directory();
    const [early, late]: [Post, Post] = [{ ...clerk, from: '2024-01-01', to: '2024-06-30' }, { ...clerk, from: '2024-06-30' }];
    expect(await problemOf(appoint({ ...command, posts: [early, leader, late] }, cause))).toEqual({ code: 'post-overlaps', pointers: ['/body/posts/2/from'] });
    const held = await appoint({ ...command, posts: [early, late], joined: true }, cause);
    expect(await problemOf(appoint({ ...command, posts: [...held.posts, { ...clerk, from: '2025-01-01' }] }, cause))).toEqual({ code: 'post-overlaps', pointers: ['/body/posts/2/from'] });
    expect((await appoint({ ...command, posts: [early, { ...late, to: '2026-11-21' }] }, cause)).posts).toHaveLength(2);
    expect((await appoint({ ...command, posts: [early, { ...late, from: '2024-07-01' }] }, cause)).posts).toHaveLength(2);
  });
  test('the first administrator is appointed once', async () => {
    const all = inMemoryDirectory();
    const first = appointFirstAdministrator(all);
    expect(await first({ username: 'quantri.danhba', name: 'Quản trị danh bạ', agency: 'H30' }, now)).toEqual({ appointed: true });
    expect(await first({ username: 'other', name: 'Khác', agency: 'H30' }, now)).toEqual({ appointed: false });
    expect(await all.people.byUsername('quantri.danhba')).toMatchObject({ posts: [{ agency: 'H30', role: 'directory-administrator', from: '2026-11-22' }] });
    expect(all.events.map(({ detail }) => detail.data)).toMatchObject([{ revision: 1, posts: [{ agencyCode: 'H30', role: 'directory-administrator' }] }]);
  });
});

describe('claims', () => {
  test('are the person, the name and the posts of now and later; without a post there is no token', async () => {
    const all = inMemoryDirectory();
    await registerAgencies(all)({ agencies: [province], by }, cause);
    const past: Post = { ...clerk, to: '2026-11-21' };
    const lastDay: Post = { ...leader, to: '2026-11-22' };
    const { personId } = await appointPerson(all)({ username: 'u.1', name: 'Tên', posts: [past, lastDay], by: 'x' }, cause);
    expect(await claimsOf(all)('u.1', now)).toEqual({ person: personId, name: 'Tên', posts: [lastDay], rightsAt: now.toISOString() });
    await expect(claimsOf(all)('u.1', new Date('2026-11-22T17:00:00Z'))).rejects.toThrow('no post');
    await expect(claimsOf(all)('stranger', now)).rejects.toThrow('no post');
  });
});
