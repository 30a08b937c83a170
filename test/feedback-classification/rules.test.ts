import { beforeEach, describe, expect, test } from 'vitest';
import { catalogue } from '../../functions/feedback-classification/catalogue.ts';
import { routed, type RoutingRule } from '../../functions/feedback-classification/routing.ts';
import { AcceptFeedback } from '../../shared/contracts/feedback-desk.ts';
import { GetRoutingRules, PublishRoutingRules, TryRoutingRules } from '../../shared/contracts/feedback-rules.ts';
import type { Officer } from '../../shared/runtime/actor.ts';
import { memoryDynamo } from '../support/memory/memory-dynamo.ts';
import { apiOn, depsOn, deskOf, dispatcher, fieldOfficer, leader, monday, office, ward, type Api } from './support/desk.ts';

const head: Officer = { ...leader, subject: 'head', posts: [{ agency: office, role: 'leader', from: '2020-01-01' }] };
const rule = (changes: Partial<RoutingRule> = {}): RoutingRule => ({ id: 'rac-o-cho', name: 'Rác ở chợ', priority: 10, categories: ['waste'], asset: 'chợ', to: { agency: 'H30.17' }, ...changes });
const matter = { category: 'waste', area: '31321', urgency: 'normal' as const, text: 'Rác trước CHỢ Vị Thanh', at: monday };
const to = (rules: RoutingRule[], changes: Partial<typeof matter> = {}): string => Object.values(routed(rules, catalogue, { ...matter, ...changes })).join(' ');

describe('where a report goes', () => {
  test.each<[string, string, string]>([
    ['without a rule to its category’s own: the commune it lies in', to([]), `${ward} default`], ['or an agency', to([], { category: 'power-telecom' }), 'H30.17 default'],
    ['to the root outside the province', routed([], catalogue, { ...matter, area: undefined }).agency, office], ['or of a category nobody knows', to([], { category: 'ufo' }), `${office} root`],
    ['by the words of an asset, whatever their case', to([rule()]), 'H30.17 rac-o-cho'], ['not of another category', to([rule()], { category: 'noise' }), `${ward} default`], ['by area', to([rule({ areas: ['31340'] })]), `${ward} default`],
    ['by urgency', to([rule({ urgency: 'emergency' })]), `${ward} default`], ['at an hour of Việt Nam', to([rule({ hours: { from: 8, to: 9 } })]), 'H30.17 rac-o-cho'], ['not after it', to([rule({ hours: { from: 9, to: 17 } })]), `${ward} default`],
    ['over midnight', to([rule({ hours: { from: 22, to: 9 } })]), 'H30.17 rac-o-cho'], ['the higher priority before the first', to([rule(), rule({ id: 'truoc', priority: 20, to: 'district' })]), 'H30.19 truoc'], ['the first of equals', to([rule(), rule({ id: 'sau', to: 'root' })]), 'H30.17 rac-o-cho'],
  ])('%s', (_, is, expected) => { expect(is).toBe(expected); });
});

describe('rules are tried before they are in force', () => {
  let call: Api;
  let desk: ReturnType<typeof deskOf>;
  let now = monday;
  beforeEach(() => {
    const table = memoryDynamo().table('rules');
    now = monday;
    call = apiOn(depsOn(table), () => now);
    desk = deskOf(table, call);
  });
  const params = { agencyCode: office };
  const tryOut = (rules: unknown[], who: Officer = dispatcher) => call(TryRoutingRules, who, { params, body: { rules } });
  const publish = (version: number, rules: unknown[], who: Officer = head) => call(PublishRoutingRules, who, { params, body: { version, rules } });

  test('on last month’s reports, and show which would go elsewhere', async () => {
    const first = await desk.report();
    await desk.report({ category: 'noise' });
    expect((await tryOut([rule(), rule({ id: 'khong-ai', areas: ['31340'] })])).body).toMatchObject({
      reports: 2, changed: 1, agencies: [{ agency: 'H30.17', name: 'Sở Công Thương', before: 0, after: 1 }, { agency: ward, name: 'UBND phường I', before: 2, after: 1 }],
      rules: [{ id: 'rac-o-cho', reports: 1 }, { id: 'khong-ai', reports: 0 }], examples: [{ trackingCode: first.trackingCode, category: 'waste', from: ward, to: 'H30.17', rule: 'rac-o-cho' }],
    });
    now = new Date('2026-12-24T01:00:00Z');
    expect((await tryOut([])).body['reports']).toBe(0);
  });
  test('published over the version seen by the leader, once; then reports go by them', async () => {
    expect((await publish(0, [rule()])).body.code).toBe('rules-not-tried');
    await tryOut([rule()]);
    expect((await publish(0, [rule({ priority: 11 })])).body.code).toBe('rules-not-tried');
    expect((await publish(0, [rule()], { ...head, posts: dispatcher.posts })).body.code).toBe('not-allowed');
    expect((await publish(0, [rule()])).body).toMatchObject({ version: 1, rules: [rule()] });
    expect((await publish(0, [rule()])).body).toMatchObject({ version: 1 });
    await tryOut([]);
    expect((await publish(0, [])).body.code).toBe('rules-changed');
    expect((await call(GetRoutingRules, dispatcher, { params })).body).toMatchObject({ version: 1, rules: [rule()], publishedAt: monday.toISOString() });
    const { feedbackId } = await desk.report();
    expect(await desk.act(AcceptFeedback, dispatcher, feedbackId, { category: 'waste' })).toMatchObject({ agency: { code: 'H30.17' } });
  });
  test('name only what there is', async () => {
    const refused = async (changes: Partial<RoutingRule>) => { const { body } = await tryOut([rule(changes)]); return [body.code, ...(body.errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`)].join(' '); };
    expect([await refused({ categories: ['ufo'] }), await refused({ areas: ['99999'] }), await refused({ to: { agency: 'H30.99' } })]).toEqual([
      'request-invalid /body/rules/0/categories/0 field.not-listed', 'request-invalid /body/rules/0/areas/0 field.not-listed', 'agency-unknown /body/rules/0/to/agency agency-unknown',
    ]);
    expect((await tryOut([rule(), rule()])).body.errors?.[0]).toMatchObject({ pointer: '/body/rules', code: 'field.repeated' });
  });
  test('are the matter of the place that sorts', async () => {
    expect((await call(GetRoutingRules, leader, { params: { agencyCode: ward } })).body.code).toBe('not-found');
    expect((await call(GetRoutingRules, fieldOfficer, { params })).body.code).toBe('not-allowed');
  });
});
