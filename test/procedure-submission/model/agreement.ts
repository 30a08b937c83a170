import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { vi } from 'vitest';
import type { Table } from '../../../shared/runtime/dynamo.ts';
import { commands, setting } from './commands.ts';
import { worldOn } from './world.ts';

type Lived = { readonly lives: number; readonly acts: ReadonlyMap<string, number> };
const atFirst = 3;

/** Lets random worlds go by beside the model, on a table each; throws with the shortest story in which the two differ. */
export const livesAgree = async ({ seed, worlds, table }: { seed: number; worlds: number; table: () => Table }): Promise<Lived> => {
  const seen = { lives: 0, acts: new Map<string, number>() };
  await fc.assert(fc.asyncProperty(setting, commands, async (given, story) => {
    const world = worldOn(table(), given);
    for (let file = 0; file < atFirst; file++) await world.file();
    await fc.asyncModelRun(() => ({ model: { world }, real: world }), story);
    await world.verify();
    seen.lives += world.lives();
    for (const act of world.acts()) seen.acts.set(act, (seen.acts.get(act) ?? 0) + 1);
  }), { seed, numRuns: worlds });
  process.stdout.write(`lives of dossiers against the model: ${seen.lives} passed, seed ${seed}: ${[...seen.acts].map(([act, count]) => `${act} ${count}`).join(', ')}\n`);
  return seen;
};

/** The same hash, without a thread for each: there are a hundred thousand. */
export const hashHere = (): void => {
  vi.spyOn(globalThis.crypto.subtle, 'digest').mockImplementation((_, data) => Promise.resolve(new Uint8Array(createHash('sha256').update(data as Uint8Array).digest()).buffer));
};
