import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { expect, inject, test } from 'vitest';
import { openTable } from '../../../shared/runtime/dynamo.ts';
import { tables } from '../../../shared/tables/table-spec.ts';
import { createTable } from '../../support/table.ts';
import { struckCalls } from '../support/faults.ts';
import { paths, row, setting } from './fault-paths.ts';
import { worldOn } from './world.ts';

// the other acts are struck in memory; here it is the table itself that carried out what nobody heard of
const aside: readonly (readonly [string, string])[] = [['a supplement and a stop', 'answer-supplement'], ['a payment, a transfer and a succession', 'settle-payment'], ['steps inside the agency', 'hand-on']];

test.each(aside)('%s: each call carried out and its answer lost, or the process with it; nothing lost, nothing doubled', async (_, act) => {
  const path = paths.find(({ acts }) => acts.includes(act));
  // the calendar changes once, not for each dossier
  const acts = path?.acts.filter((one) => one !== 'recompute') ?? [];
  const store = await createTable(tables['procedure-submission'], inject('endpoint'));
  let struck = struckCalls(undefined);
  const client = { send: (command: never): Promise<unknown> => struck.pass(() => store.client.send(command)) } as unknown as DynamoDBDocumentClient;
  const world = worldOn(Object.assign(openTable(store.table.name, client), { died: () => struck.died() }), setting(path?.way), { store: store.table, attempts: 4 });
  const live = async (): Promise<number> => {
    await world.file();
    for (const one of acts) {
      world.pass(1);
      await world.act(row(one), world.lives() - 1, { choice: one === 'settle-payment' ? 0 : 4 });
    }
    return struck.calls();
  };
  const calls = await live();
  for (let call = 1; call <= calls; call++) {
    struck = struckCalls({ call, when: 'after', kind: call % 2 === 0 ? 'killed' : 'timeout' });
    await live();
  }
  struck = struckCalls(undefined);
  await world.verify();
  await store.drop();
  expect(world.lives()).toBe(calls + 1);
});
