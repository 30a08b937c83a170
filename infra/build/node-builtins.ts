import type { Plugin } from 'esbuild';

const facade = {
  http: "const m = process.getBuiltinModule('node:http'); export default m; export const { STATUS_CODES, Agent, request, get, METHODS, IncomingMessage, ServerResponse, ClientRequest, createServer } = m;",
  https: "const m = process.getBuiltinModule('node:https'); export default m; export const { Agent, request, get } = m;",
};

/** The ESM facade of node:http(s) loads undici (about 25 ms at start): take the builtin module directly. */
export const nodeBuiltins: Plugin = {
  name: 'node-builtins',
  setup(build) {
    build.onResolve({ filter: /^(node:)?https?$/ }, (a) => ({ path: a.path.replace('node:', ''), namespace: 'builtin' }));
    build.onLoad({ filter: /.*/, namespace: 'builtin' }, (a) => ({ loader: 'js', contents: facade[a.path as keyof typeof facade] }));
  },
};
