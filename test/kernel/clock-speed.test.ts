import { expect, test } from 'vitest';
import { compileCalendar } from '../../shared/kernel/working-time/calendar.ts';
import { deadline } from '../../shared/kernel/working-time/deadline.ts';
import { handbookCalendar } from './calendars.ts';
import { generatedCase } from './generated-cases.ts';
import { seededRandom } from './random.ts';
import { slowDeadline } from './slow-clock.ts';

const random = seededRandom(20);
const cases = Array.from({ length: 1000 }, () => generatedCase(random, [handbookCalendar]));

/** Median over rounds, in microseconds of this thread's processor time a call: what others do on the machine is not the clock's. */
const microseconds = (rounds: number, run: (clockCase: (typeof cases)[number]) => unknown): number => {
  const times = Array.from({ length: rounds }, () => {
    const start = process.threadCpuUsage();
    for (const clockCase of cases) run(clockCase);
    const { user, system } = process.threadCpuUsage(start);
    return (user + system) / cases.length;
  }).sort((a, b) => a - b);
  return times[Math.floor(rounds / 2)] ?? Number.POSITIVE_INFINITY;
};

test('a due date takes at most 20 µs', () => {
  const compiling = performance.now();
  const calendar = compileCalendar(handbookCalendar);
  const compiled = performance.now() - compiling;
  microseconds(5, ({ term, receivedAt }) => deadline(calendar, term, receivedAt));
  const fast = microseconds(21, ({ term, receivedAt }) => deadline(calendar, term, receivedAt));
  const slow = microseconds(1, ({ term, receivedAt }) => slowDeadline(handbookCalendar, term, receivedAt));
  process.stdout.write(`legal clock: ${fast.toFixed(2)} µs a due date (median of 21 x 1000), the slow clock ${slow.toFixed(0)} µs (${(slow / fast).toFixed(0)}x); calendar compiled in ${compiled.toFixed(1)} ms\n`);
  expect(fast).toBeLessThanOrEqual(20);
  expect(slow / fast).toBeGreaterThan(5);
});
