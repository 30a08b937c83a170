import { beforeAll, expect, test } from 'vitest';
import { memoryDynamo } from '../../support/memory/memory-dynamo.ts';
import { hashHere, livesAgree } from './agreement.ts';

beforeAll(hashHere);

test('2,500 more random lives agree with the model', async () => {
  const { lives } = await livesAgree({ seed: 20261123, worlds: 834, table: () => memoryDynamo().table('lives') });
  expect(lives).toBeGreaterThanOrEqual(2500);
});
