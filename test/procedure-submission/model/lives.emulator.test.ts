import { afterAll, expect, inject, test } from 'vitest';
import { tables } from '../../../shared/tables/table-spec.ts';
import { createTable, type TestTable } from '../../support/table.ts';
import { livesAgree } from './agreement.ts';

const made: TestTable[] = [];
afterAll(async () => { for (const one of made) await one.drop(); });

test('lives on the emulator agree with the model as those in memory do', async () => {
  const count = 6;
  for (let one = 0; one < count; one++) made.push(await createTable(tables['procedure-submission'], inject('endpoint')));
  const waiting = made.values();
  const { lives } = await livesAgree({ seed: 7, worlds: count, table: () => (waiting.next().value as TestTable).table });
  expect(lives).toBeGreaterThanOrEqual(3 * count);
});
