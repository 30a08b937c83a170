import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { appointPerson } from '../../functions/directory/appoint-person.ts';
import { registerAgencies } from '../../functions/directory/register-agencies.ts';
import { applyReorganisation, postsAfter, previewReorganisation } from '../../functions/directory/reorganise.ts';
import agencies from '../../infra/local/seed/agencies.json' with { type: 'json' };
import type { Post } from '../../shared/contracts/access.ts';
import { Agency } from '../../shared/contracts/agency.ts';
import { ReorganisationPlan, heirOf, type Succession } from '../../shared/contracts/reorganisation.ts';
import { standsFor, treeOn, type AgencyNode } from '../../shared/kernel/agency-tree.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import { inMemoryDirectory } from './in-memory.ts';

const plan = ReorganisationPlan.parse(JSON.parse(readFileSync(new URL('../../infra/operate/reorganisations/2025-07-01.json', import.meta.url), 'utf8')));
const now = new Date('2026-11-22T02:00:00Z');
const cause = { actor: 'system' as const, correlationId: 'cor_01K9M3Z5T8Q2W4E6R8Y0P1S3D5', causationId: 'cor_01K9M3Z5T8Q2W4E6R8Y0P1S3D5', now };
const forever = () => false;
const [firstWard, thirdWard] = ['H30.19.01', 'H30.19.02'];
const ward = heirOf(plan.successions.find(({ from }) => from === firstWard) as Succession) ?? '';
const clerk: Post = { agency: firstWard, role: 'one-stop-clerk', from: '2020-10-02' };

const province = async () => {
  const all = inMemoryDirectory();
  const deps = { ...all, registerAgencies: registerAgencies(all), appointPerson: appointPerson(all) };
  await deps.registerAgencies({ agencies: agencies.map((one) => Agency.parse(one)), by: 'x' }, cause);
  const appoint = (username: string, posts: Post[]) => deps.appointPerson({ username, name: username, posts, by: 'x' }, cause);
  await appoint('motcua1', [clerk]);
  await appoint('motcua13', [clerk, { ...clerk, agency: thirdWard }]);
  await appoint('huyen', [{ agency: 'H30.19', role: 'leader', from: '2020-10-02' }]);
  await appoint('nghi', [{ ...clerk, to: '2024-01-01' }]);
  all.events.length = 0;
  return { ...all, appoint, preview: previewReorganisation(deps), apply: applyReorganisation(deps) };
};
const state = async ({ agencies: store, people }: Awaited<ReturnType<typeof province>>) => ({
  agencies: (await store.tree()).agencies.map(({ agency }) => agency).toSorted((a, b) => a.code.localeCompare(b.code)),
  people: await Promise.all(['motcua1', 'motcua13', 'huyen', 'nghi'].map(async (one) => (await people.byUsername(one))?.posts)),
});
const count = (nodes: readonly AgencyNode<Agency>[]): number => nodes.reduce((sum, { children }) => sum + 1 + count(children), 0);

describe('the plan of 1 July 2025', () => {
  test('names every agency of the seed once, with its source and mark, and no code twice', () => {
    expect(plan.successions.map(({ from }) => from).toSorted()).toEqual(agencies.map(({ code }) => code).toSorted());
    expect(new Set(plan.agencies.map(({ code }) => code)).size).toBe(41);
  });
  test('75 communes become 28, 18 departments 12, and nobody is made up to succeed a district', () => {
    const heirs = (level: string) => plan.successions.filter(({ from }) => agencies.find(({ code }) => code === from)?.level === level).map((one) => heirOf(one));
    expect([new Set(heirs('commune')).size, new Set(heirs('department')).size, new Set(heirs('district'))]).toEqual([28, 12, new Set([undefined])]);
  });
});

test('posts of two agencies that become one run side by side when they end on different days', async () => {
  const all = await province();
  const [one = '', other = ''] = [...Map.groupBy(plan.successions, (succession) => heirOf(succession) ?? '')].find(([heir, those]) => heir !== '' && those.length > 1)?.[1].map(({ from }) => from) ?? [];
  await all.appoint('hainoi', [{ ...clerk, agency: one, to: '2027-01-01' }, { ...clerk, agency: other }]);
  await all.apply({ plan, timeIsUp: forever }, cause);
  expect((await all.people.byUsername('hainoi'))?.posts.filter(({ from }) => from === plan.effective).map(({ to }) => to)).toEqual(['2027-01-01', undefined]);
});

test('a preview tells what would change and changes nothing', async () => {
  const all = await province();
  const before = await state(all);
  expect(await all.preview({ plan, timeIsUp: forever })).toMatchObject({ done: true, people: 3, postsEnded: 4, postsGranted: 2, undecided: [] });
  expect([await state(all), all.events]).toEqual([before, []]);
});

test('applied, each day has its own tree, and every agency its heir; applied again, nothing changes', async () => {
  const all = await province();
  const outcome = await all.apply({ plan, timeIsUp: forever }, cause);
  expect([outcome.done, outcome.registered.length, outcome.dissolved.length, outcome.people]).toEqual([true, 41, 102, 3]);
  const after = await state(all);
  expect([count(treeOn(after.agencies, '2025-06-30')), count(treeOn(after.agencies, '2025-07-01'))]).toEqual([102, 41]);
  const known = new Map(after.agencies.map((one) => [one.code, one]));
  expect(plan.successions.filter((one) => standsFor(known, one.from, '2025-07-01') !== heirOf(one))).toEqual([]);
  expect(standsFor(known, firstWard, '2025-06-30')).toBe(firstWard);
  expect(known.get(firstWard)).toEqual({ ...agencies.find(({ code }) => code === firstWard), validTo: '2025-06-30', successors: [{ code: ward, from: '2025-07-01', decision: plan.decision }] });
  all.events.length = 0;
  expect(await all.apply({ plan, timeIsUp: forever }, cause)).toMatchObject({ done: true, registered: [], dissolved: [], people: 0 });
  expect([await state(all), all.events]).toEqual([after, []]);
});

test('rights are revoked and granted, and the sessions with the former ones end', async () => {
  const all = await province();
  await all.apply({ plan, timeIsUp: forever }, cause);
  const [one, two, district, gone] = (await state(all)).people;
  const granted = { agency: ward, role: 'one-stop-clerk', from: '2025-07-01' };
  expect(one).toEqual([{ ...clerk, to: '2025-06-30' }, granted]);
  expect(two, 'two wards became one: one post').toEqual([{ ...clerk, to: '2025-06-30' }, { ...clerk, agency: thirdWard, to: '2025-06-30' }, granted]);
  expect(district).toEqual([{ agency: 'H30.19', role: 'leader', from: '2020-10-02', to: '2025-06-30' }]);
  expect(gone).toEqual([{ ...clerk, to: '2024-01-01' }]);
  expect(all.events.filter(({ definition }) => definition.type === 'person.rights-changed')).toHaveLength(3);
});

test('a post that would begin or end later keeps its days', () => {
  expect(postsAfter(plan, [{ ...clerk, from: '2025-09-01', to: '2026-12-31' }])).toEqual([{ ...clerk, agency: ward, from: '2025-09-01', to: '2026-12-31' }]);
});

test('stopped at any place and begun again it ends the same', async () => {
  const whole = await province();
  await whole.apply({ plan, timeIsUp: forever }, cause);
  const expected = await state(whole);
  for (let kill = 1; kill <= 9; kill++) {
    const all = await province();
    let writes = 0;
    const dying = <A extends unknown[], R>(work: (...args: A) => Promise<R>) => async (...args: A): Promise<R> => { if (++writes === kill) throw new Error('killed'); return work(...args); };
    const store = { ...all, agencies: { ...all.agencies, register: dying(all.agencies.register) }, people: { ...all.people, appoint: dying(all.people.appoint) } };
    const deps = { ...store, registerAgencies: registerAgencies(store), appointPerson: appointPerson(store) };
    await applyReorganisation(deps)({ plan, timeIsUp: forever }, cause).catch((error: Error) => { if (error.message !== 'killed') throw error; });
    if (kill <= 5) expect(await state(all), `killed at ${kill}`).not.toEqual(expected);
    await all.apply({ plan, timeIsUp: forever }, cause);
    expect(await state(all), `killed at ${kill}`).toEqual(expected);
  }
});

test('when the time is up it says so, and goes on the next time', async () => {
  const all = await province();
  let asked = 0;
  expect((await all.apply({ plan, timeIsUp: () => ++asked > 103 }, cause)).done).toBe(false);
  expect((await all.apply({ plan, timeIsUp: forever }, cause)).done).toBe(true);
});

describe('a plan that leaves something open', () => {
  const problem = async (changed: ReorganisationPlan) => {
    const all = await province();
    const before = await state(all);
    const error = await all.apply({ plan: changed, timeIsUp: forever }, cause).catch((thrown: unknown) => thrown) as DomainError;
    expect(await state(all), 'nothing is written').toEqual(before);
    return `${error.code} ${(error.pointers ?? [error.detail]).join(' ')}`;
  };
  const split = plan.successions[0] as Succession;
  const changed = (first: Partial<ReorganisationPlan['successions'][number]>): ReorganisationPlan => ({ ...plan, successions: [{ ...split, ...first }, ...plan.successions.slice(1)] });
  const two = ['H13.101', 'H13.102'];
  test('a split agency without a word on who carries on is listed by the preview and refuses to be applied', async () => {
    expect((await (await province()).preview({ plan: changed({ parts: two }), timeIsUp: forever })).undecided).toEqual([split.from]);
    expect(await problem(changed({ parts: two }))).toBe(`succession-undecided ${split.from}`);
  });
  test('with that word it is carried out, and both parts are its successors', async () => {
    const all = await province();
    await all.apply({ plan: changed({ parts: two, carriesOn: 'H13.102' }), timeIsUp: forever }, cause);
    expect((await all.agencies.named([split.from])).get(split.from)?.agency.successors?.map(({ code }) => code)).toEqual(['H13.102', 'H13.101']);
  });
  test.each([
    ['an heir nobody knows', changed({ parts: ['H13.999'] }), 'agency-unknown /successions/0/parts'],
    ['a dissolved agency nobody knows', changed({ from: 'H30.99' }), 'agency-unknown /successions/0/from'],
    ['two lines for one agency', { ...plan, successions: [...plan.successions, split] }, 'succession-twice /successions/102/from'],
    ['a parent that stays behind', { ...plan, successions: plan.successions.filter(({ from }) => from !== firstWard) }, 'agency-parent-not-in-force '],
  ])('%s', async (_, wrong, expected) => expect(await problem(wrong)).toContain(expected));
});
