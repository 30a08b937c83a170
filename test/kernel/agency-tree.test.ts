import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { factsOn, standsFor, treeOn, type AgencyNode, type TemporalAgency } from '../../shared/kernel/agency-tree.ts';
import { treeFaults, type Registered } from '../../shared/kernel/agency-tree-faults.ts';

const agency = (code: string, more: Partial<Registered> = {}): Registered => ({ code, name: code, level: 'department', ...more });
const drawn = (nodes: readonly AgencyNode<TemporalAgency>[]): unknown[] => nodes.map(({ agency: { name }, children }) => (children.length === 0 ? name : [name, drawn(children)]));
const problems = (...agencies: Registered[]) => treeFaults(agencies).map(({ code, problem, field }) => `${code} ${problem} ${field}`);

/** A department renamed in 2021 and put under another in 2025; a province that ends with June 2025. */
const renamed = agency('H30.02', {
  name: 'Sở Nội vụ', parent: 'H30.01', validFrom: '2025-03-01', validTo: '2025-06-30',
  earlier: [{ name: 'Ban Tổ chức', level: 'department', parent: 'H30', validTo: '2020-12-31' }, { name: 'Sở Nội vụ', level: 'department', parent: 'H30', validFrom: '2021-01-01', validTo: '2025-02-28' }],
  successors: [{ code: 'H13.02', from: '2025-07-01' }],
});
const province = agency('H30', { validTo: '2025-06-30', successors: [{ code: 'H13', from: '2025-07-01' }] });
const all = [province, agency('H30.01', { parent: 'H30', validTo: '2025-06-30' }), renamed, agency('H13', { validFrom: '2025-07-01' }), agency('H13.02', { parent: 'H13', validFrom: '2025-07-01' })];

describe('the tree on a day', () => {
  test.each([
    ['2020-12-31', [['H30', ['H30.01', 'Ban Tổ chức']]]],
    ['2021-01-01', [['H30', ['H30.01', 'Sở Nội vụ']]]],
    ['2025-03-01', [['H30', [['H30.01', ['Sở Nội vụ']]]]]],
    ['2025-07-01', [['H13', ['H13.02']]]],
  ])('%s', (day, tree) => { expect(drawn(treeOn(all, day))).toEqual(tree); });

  test('facts of a day leave out what the earlier version did not have', () => {
    expect(factsOn(agency('A', { parent: 'B', validFrom: '2021-01-01', earlier: [{ name: 'Cũ', level: 'district', validTo: '2020-12-31' }] }), '2020-06-01')).not.toHaveProperty('parent');
    expect(factsOn(renamed, '2025-07-01')).toBeUndefined();
  });
});

describe('who stands for an agency on a day', () => {
  const known = new Map(all.map((one) => [one.code, one]));
  test('itself to its last day, then its successor', () => {
    expect([standsFor(known, 'H30.02', '2025-06-30'), standsFor(known, 'H30.02', '2025-07-01'), standsFor(known, 'H30.01', '2025-07-01')]).toEqual(['H30.02', 'H13.02', undefined]);
  });
  test('of several successors none, and a circle of successors ends', () => {
    const split = agency('A', { validTo: '2025-06-30', successors: [{ code: 'H13', from: '2025-07-01' }, { code: 'H13.02', from: '2025-07-01' }] });
    const [one, two] = [agency('X', { validTo: '2020-01-01', successors: [{ code: 'Y', from: '2020-01-01' }] }), agency('Y', { validTo: '2020-01-01', successors: [{ code: 'X', from: '2020-01-01' }] })];
    const more = new Map([...known, ['A', split], ['X', one], ['Y', two]]);
    expect([standsFor(more, 'A', '2025-07-01'), standsFor(more, 'X', '2025-07-01')]).toEqual([undefined, undefined]);
  });
});

describe('what keeps agencies from being a tree', () => {
  test('nothing, in this one', () => expect(problems(...all)).toEqual([]));
  test.each([
    ['dates the wrong way round', [agency('A', { validFrom: '2021-01-02', validTo: '2021-01-01' })], ['A agency-dates-reversed validTo']],
    ['a day without facts', [agency('A', { validFrom: '2021-01-02', earlier: [{ name: 'a', level: 'district', validTo: '2020-12-31' }] })], ['A agency-versions-gap validFrom']],
    ['a day with two', [agency('A', { validFrom: '2021-01-01', earlier: [{ name: 'a', level: 'district', validTo: '2021-01-01' }] })], ['A agency-versions-overlap validFrom']],
    ['a parent nobody knows', [agency('A', { parent: 'B' })], ['A agency-parent-unknown parent']],
    ['a parent that ends earlier', [agency('A', { validTo: '2025-06-30' }), agency('B', { parent: 'A' })], ['B agency-parent-not-in-force parent']],
    ['its own parent', [agency('A', { parent: 'A' })], ['A agency-cycle parent']],
    ['a circle of three', [agency('A', { parent: 'B' }), agency('B', { parent: 'C' }), agency('C', { parent: 'A' })], ['A agency-cycle parent', 'B agency-cycle parent', 'C agency-cycle parent']],
    ['a circle in former times only', [
      agency('A', { validFrom: '2021-01-01', earlier: [{ name: 'a', level: 'district', parent: 'B', validTo: '2020-12-31' }] }),
      agency('B', { parent: 'A' }),
    ], ['A agency-cycle earlier/0/parent', 'B agency-cycle parent']],
    ['a code of another list used twice at a time', [
      agency('A', { aliases: [{ system: 'gso', value: '31321' }] }), agency('B', { aliases: [{ system: 'gso', value: '31321', validFrom: '2025-07-01' }] }),
    ], ['B agency-alias-taken aliases/0/value']],
    ['one handed on is not', [agency('A', { validTo: '2025-06-30', aliases: [{ system: 'gso', value: '31321' }] }), agency('B', { validFrom: '2025-07-01', aliases: [{ system: 'gso', value: '31321' }] })], []],
    ['a successor nobody knows', [agency('A', { successors: [{ code: 'B', from: '2025-07-01' }] })], ['A agency-successor-unknown successors/0/code']],
  ])('%s', (_, agencies, expected) => expect(problems(...agencies)).toEqual(expected));

  test('cycles are found as walking up from every agency on every day finds them', () => {
    const days = ['2020-01-01', '2021-01-01', '2022-01-01'];
    const codes = ['A', 'B', 'C', 'D', 'E'];
    const parent = fc.option(fc.constantFrom(...codes), { nil: undefined });
    const trees = fc.tuple(...codes.map((code) => fc.tuple(parent, parent, parent).map(([one, two, three]): Registered => agency(code, {
      validFrom: '2022-01-01', ...(three === undefined ? {} : { parent: three }),
      earlier: [
        { name: code, level: 'x', validTo: '2020-12-31', ...(one === undefined ? {} : { parent: one }) },
        { name: code, level: 'x', validFrom: '2021-01-01', validTo: '2021-12-31', ...(two === undefined ? {} : { parent: two }) },
      ],
    }))));
    const walks = (agencies: readonly Registered[], start: string, place: number): boolean => {
      let at: string | undefined = start;
      for (let step = 0; step <= codes.length; step++) {
        const found = agencies.find(({ code }) => code === at);
        at = place === 2 ? found?.parent : found?.earlier?.[place]?.parent;
        if (at === undefined) return true;
      }
      return false;
    };
    fc.assert(fc.property(trees, (agencies) => {
      const expected = codes.filter((code) => days.some((_, place) => !walks(agencies, code, place)));
      expect([...new Set(treeFaults(agencies).map(({ code }) => code))].toSorted()).toEqual(expected);
    }), { seed: 20250701, numRuns: 500 });
  });
});
