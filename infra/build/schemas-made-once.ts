import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/** Replaces exactly so many places, or says that the library is no longer the one this was written for. */
const replaced = (code: string, pattern: RegExp, by: string, times: number): string => {
  const found = code.match(pattern)?.length ?? 0;
  if (found !== times) throw new Error(`zod has changed: ${found} places instead of ${times} look like ${pattern.source}`);
  return code.replaceAll(pattern, by);
};

/** `z.string()`, `z.int()` … without settings. */
const plain = (code: string, kinds: string, times: number): string =>
  replaced(code, new RegExp(`export function (${kinds})\\(params\\) \\{\\s+return (core\\.\\w+\\(\\w+), params\\);`, 'g'), `let shared_$1;
export function $1(params) {
    return params === undefined ? (shared_$1 ??= $2)) : $2, params);`, times);

/** `z.optional(…)`, once for each schema it is said of. */
const optionals = (code: string): string => replaced(code, /export function optional\(innerType\) \{/g, `
const optionals = new WeakMap();
export function optional(innerType) {
    let known = optionals.get(innerType);
    if (known === undefined) optionals.set(innerType, known = madeOptional(innerType));
    return known;
}
function madeOptional(innerType) {`, 1);

/**
 * A function starts with a thousand schemas, of which every fourth is one it has: a text, a number, an instant and
 * nothing more. A schema never changes (what documentation says of one is kept by a copy), so these are made once for all.
 */
export const schemasMadeOnce: Plugin = {
  name: 'schemas-made-once',
  setup(build) {
    build.onLoad({ filter: /\/zod\/v4\/classic\/iso\.js$/ }, async ({ path }) => ({ loader: 'js', contents: plain(await readFile(path, 'utf8'), 'datetime|date', 2) }));
    build.onLoad({ filter: /\/zod\/v4\/classic\/schemas\.js$/ }, async ({ path }) => ({ loader: 'js', contents: optionals(plain(await readFile(path, 'utf8'), 'string|number|int|boolean', 4)) }));
  },
};
