import type { Plugin } from 'vite';

const id = '\0no-schemas';

/**
 * The kernel and the contracts declare zod schemas beside plain functions and types; schemas check what enters the
 * functions, a page needs the rest. In a page's bundle `z` is an empty shell, so that the schemas fall away and zod
 * weighs nothing. The shell has a long name of its own: calls of it are declared free of effects, and a one-letter name
 * would drop calls inside minified packages too. A page that tried to parse would fail at once, in its first test.
 */
export const schemasStayBehind = (): Plugin => ({
  name: 'schemas-stay-behind',
  enforce: 'pre',
  resolveId: (source) => (source === 'virtual:no-schemas' ? id : undefined),
  load: (loaded) => loaded === id
    ? `const refuse = () => { throw new Error('schemas do not run in the browser'); };
       export const z = new Proxy(function () {}, { get: (_, key) => key === 'parse' || key === 'safeParse' ? refuse : z, apply: () => z });`
    : undefined,
  transform: (code, file) => /\/shared\/(kernel|contracts)\//.test(file)
    ? { code: code.replace("import * as z from 'zod';", "import { z as schemaShell } from 'virtual:no-schemas';").replace(/\bz\./g, 'schemaShell.'), map: null }
    : undefined,
});
