import type { Plugin } from 'esbuild';

/** A person never reads zod's own sentences, only ours by their stable codes: its English catalogue stays out. */
export const unusedLocale: Plugin = {
  name: 'unused-locale',
  setup(build) {
    build.onResolve({ filter: /\/locales\/en\.js$/ }, (a) => (a.importer.includes('/zod/') ? { path: a.path, namespace: 'no-locale', sideEffects: false } : undefined));
    build.onLoad({ filter: /.*/, namespace: 'no-locale' }, () => ({ loader: 'js', contents: 'export default () => ({ localeError: () => undefined });' }));
  },
};
