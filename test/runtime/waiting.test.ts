import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { waitedMilliseconds, waitingFor } from '../../shared/runtime/waiting.ts';

test('calls at the same time are waited for once, one after another twice, and failures count too', async () => {
  const before = waitedMilliseconds();
  await Promise.all([waitingFor(pause(60)), waitingFor(pause(60)), waitingFor(pause(60))]);
  const together = waitedMilliseconds() - before;
  expect(together).toBeGreaterThan(50);
  expect(together).toBeLessThan(120);
  await waitingFor(pause(60));
  await expect(waitingFor(pause(60).then(() => { throw new Error('refused'); }))).rejects.toThrow('refused');
  expect(waitedMilliseconds() - before - together).toBeGreaterThan(100);
});
