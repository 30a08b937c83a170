import { describe, expect, test } from 'vitest';
import { deployedAt, eventually, seen } from './probe-client.ts';

describe('clocks', () => {
  // Deployed with the stack, so most of the minute has passed when this is asked.
  const remaining = (): number => Math.max(5000, deployedAt + 85_000 - Date.now());

  test.each([['rule-rate', 'Scheduled Event'], ['schedule-rate', '"asked":"schedule-rate"'], ['schedule-cron', '"asked":"schedule-cron"']])('%s fires each minute', async (kind, text) => {
    expect(await eventually(async () => (await seen(kind))[0], remaining())).toContain(text);
  }, 95_000);
});
