import { expect, test } from 'vitest';
import { RoutingRule } from '../../shared/contracts/feedback-rules.ts';
import { inOrder, readRule, typedOf } from '../../web/desk/feedback/rules/typed-rule.ts';

const whole = { id: 'a', name: 'Đường lớn', priority: 10, categories: ['roads'], areas: ['31321'], urgency: 'emergency', asset: 'Quốc lộ 61', hours: { from: 22, to: 5 }, to: { agency: 'H30.08' } } as const;

test.each([[whole], [{ id: 'b', name: 'Còn lại', priority: 0, to: 'district' }]] as const)('a rule that was typed and read again is the same, and one the province takes', (rule) => {
  const read = readRule(typedOf(rule as never));
  expect(read).toEqual({ rule });
  if ('rule' in read) expect(RoutingRule.parse(read.rule)).toEqual(rule);
});

test.each([
  [{ name: ' ' }, 'nameMissing'], [{ priority: '1001' }, 'priorityWrong'], [{ priority: '-1' }, 'priorityWrong'], [{ priority: '' }, 'priorityWrong'], [{ to: '' }, 'hoursWrong'], [{ from: '25' }, 'hoursWrong'], [{ from: 'tối' }, 'hoursWrong'],
] as const)('what is wrong is named: %j', (change, fault) => {
  expect(readRule({ ...typedOf(whole as never), ...change })).toEqual({ fault });
});

test('the highest priority first, equal ones as they stand', () => {
  const of = (id: string, priority: number) => ({ id, name: id, priority, to: 'area' as const });
  expect(inOrder([of('a', 1), of('b', 5), of('c', 5)]).map(({ id }) => id)).toEqual(['b', 'c', 'a']);
});
