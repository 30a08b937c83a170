import { beforeAll, describe, expect, test } from 'vitest';
import { transitions } from '../../../functions/procedure-submission/transitions.ts';
import type { Row } from '../../../shared/runtime/transaction.ts';
import { openTable } from '../../../shared/runtime/dynamo.ts';
import { memoryDynamo } from '../../support/memory/memory-dynamo.ts';
import { faulty, type Fault } from '../support/faults.ts';
import { actRows } from './acts.ts';
import { hashHere } from './agreement.ts';
import { paths, row, setting, type Path } from './fault-paths.ts';
import { worldOn } from './world.ts';

beforeAll(hashHere);

/** A dossier's way as a browser goes it: the same request again until an answer comes. What the two sides say is held against each other after each act. */
const walk = async ({ acts, way }: Path, fault: Fault | undefined) => {
  const memory = memoryDynamo();
  const struck = faulty(memory.client, fault);
  const table = Object.assign(openTable('dossiers', struck.client), { died: struck.died });
  const world = worldOn(table, setting(way), { store: memory.table('dossiers'), attempts: 4 });
  await world.file();
  for (const act of acts) {
    world.pass(900);
    if (act === 'recompute') world.publish('calendar');
    await world.act(row(act), 0, { choice: 4 - 4 * Number(['settle-payment', 'recompute'].includes(act)) });
  }
  const calls = struck.calls();
  await world.verify();
  return { rows: memory.rows('dossiers'), calls, dossierId: world.dossierIds()[0] ?? '' };
};

/** Each fact is told once: of every act one event, and every row that must be unique is there once. */
const once = ({ rows, dossierId }: Awaited<ReturnType<typeof walk>>): Record<string, number> => {
  const told = rows.filter((one) => one['entity'] === 'outbox' && String(one['detail']).includes(dossierId)).map((one) => String(one['detailType']));
  const kinds = Map.groupBy(rows.filter(({ pk, sk, ...more }) => [pk, sk, more['dossierId']].some((value) => String(value).includes(dossierId)) && more['entity'] !== 'outbox'), (one: Row) => String(one['entity']));
  return { ...Object.fromEntries([...kinds].map(([kind, own]) => [kind, own.length])), ...Object.fromEntries([...Map.groupBy(told, (type) => type)].map(([type, own]) => [type, own.length])) };
};

describe.each(paths.map((path) => [path.acts.join(', '), path] as const))('filed, %s', (_, path) => {
  test('a fault at each call to the table, before and after it, and the process killed there: nothing lost, nothing doubled', async () => {
    const whole = await walk(path, undefined);
    const without = once(whole);
    let passed = 0;
    for (let call = 1; call <= whole.calls; call++) {
      for (const when of ['before', 'after'] as const) {
        for (const kind of [(['timeout', 'throttle', 'failure'] as const)[call % 3] ?? 'failure', 'killed'] as const) {
          const struck = await walk(path, { call, when, kind });
          expect(once(struck), `call ${call} ${kind} ${when}`).toEqual(without);
          passed++;
        }
      }
    }
    process.stdout.write(`faults: filed, ${path.acts.join(', ')}: ${whole.calls} calls, ${passed} passed\n`);
    expect(passed).toBe(4 * whole.calls);
  });
});

test('every act is on a path, and every transition is an act', () => {
  expect([...new Set(transitions.map(({ act }) => act))].filter((act) => act !== 'submit' && !actRows.some((one) => one.act === act))).toEqual([]);
  expect(actRows.map(({ act }) => act).filter((act) => !paths.flatMap(({ acts }) => acts).includes(act))).toEqual([]);
});
