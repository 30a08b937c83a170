import { builtinModules } from 'node:module';
import type { Plugin } from 'esbuild';

const names = new Set(builtinModules.filter((name) => name !== 'module'));

/** What reading costs too much while a function starts, read when it is called: it loads all of Node's web cryptography. */
const readWhenCalled: Readonly<Record<string, readonly string[]>> = { crypto: ['getRandomValues'] };

/** The builtin as a module of which only the exports somebody imports remain. */
const facade = (name: string): string => {
  const exported = Object.getOwnPropertyNames(process.getBuiltinModule(`node:${name}`)).filter((key) => /^[A-Za-z_$][\w$]*$/.test(key) && key !== 'default');
  const lines = exported.map((key) => {
    const value = readWhenCalled[name]?.includes(key) ? `(...args) => builtin.${key}(...args)` : `/* @__PURE__ */ (() => builtin.${key})()`;
    return `const ${key}_ = ${value}; export { ${key}_ as ${key} };`;
  });
  return [`const builtin = process.getBuiltinModule('node:${name}'); export default builtin;`, ...lines].join('\n');
};

/**
 * Importing a builtin of Node from an ES module reads every one of its exports, also those that load half of Node when read:
 * undici (http, 25 ms), the standard streams and reports (process, 7 ms), web cryptography. Taken directly, a builtin costs itself.
 */
export const nodeBuiltins: Plugin = {
  name: 'node-builtins',
  setup(build) {
    build.onResolve({ filter: /^(node:)?[a-z_\d]+(\/[a-z]+)?$/ }, ({ path, kind }) => {
      const name = path.replace('node:', '');
      if (!names.has(name)) return undefined;
      if (kind === 'import-statement') return { path: name, namespace: 'builtin', sideEffects: false };
      return kind === 'dynamic-import' ? { path: name, namespace: 'builtin-later' } : undefined;
    });
    build.onLoad({ filter: /.*/, namespace: 'builtin' }, ({ path }) => ({ loader: 'js', contents: facade(path) }));
    build.onLoad({ filter: /.*/, namespace: 'builtin-later' }, ({ path }) => ({ loader: 'js', contents: `module.exports = process.getBuiltinModule('node:${path}');` }));
  },
};
