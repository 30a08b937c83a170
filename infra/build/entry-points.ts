/**
 * Which files of `functions/` run on Lambda: found by their names, so that a new edge needs no list.
 * `api.ts` answers HTTP, `authorizer.ts` decides who is asking, the suffix of the others names what wakes them.
 */
import { globSync } from 'node:fs';
import { type Entry, inProject } from './paths.ts';

const EDGE = /^(?:api|authorizer|[\w.-]+\.(?:queue|stream|schedule|trigger|command))\.ts$/;

/** `procedure-submission/api` -> absolute path of its source, sorted by name. */
export function entryPoints(): ReadonlyMap<Entry, string> {
  const found = globSync('*/*.ts', { cwd: inProject('functions') })
    .filter((path) => EDGE.test(path.split('/').at(-1) ?? ''))
    .toSorted();
  return new Map(found.map((path) => [path.slice(0, -'.ts'.length) as Entry, inProject('functions', path)]));
}
