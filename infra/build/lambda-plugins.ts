/**
 * What a bundle for Lambda leaves out. Both are measured in cold start and guarded by tests.
 */
import type { Plugin } from 'esbuild';

/** The ESM facade of node:http(s) loads undici, about 25 ms of every cold start; the built-in module itself does not. */
export const nodeBuiltins: Plugin = {
  name: 'node-builtins',
  setup(build) {
    build.onResolve({ filter: /^(?:node:)?https?$/ }, ({ path }) => ({ path: path.replace('node:', ''), namespace: 'builtin' }));
    build.onLoad({ filter: /.*/, namespace: 'builtin' }, ({ path }) => ({ loader: 'js', contents: facade(path) }));
  },
};

function facade(name: string): string {
  const exported = name === 'http'
    ? 'STATUS_CODES, Agent, request, get, METHODS, IncomingMessage, ServerResponse, ClientRequest, createServer'
    : 'Agent, request, get';
  return `const m = process.getBuiltinModule('node:${name}'); export default m; export const { ${exported} } = m;`;
}

/**
 * Lambda hands a function its role in three environment variables, renewed by a new process. The chain that would
 * otherwise look for profiles, SSO and instance metadata is a third of a small bundle.
 */
export const environmentCredentials: Plugin = {
  name: 'environment-credentials',
  setup(build) {
    build.onResolve({ filter: /^@aws-sdk\/credential-provider-node$/ }, ({ path }) => ({ path, namespace: 'environment-credentials' }));
    build.onLoad({ filter: /.*/, namespace: 'environment-credentials' }, () => ({ loader: 'js', contents: CREDENTIALS }));
  },
};

const CREDENTIALS = `
export const defaultProvider = () => async () => {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey, AWS_SESSION_TOKEN: sessionToken } = process.env;
  if (!accessKeyId || !secretAccessKey) throw new Error('The environment holds no AWS credentials');
  return { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) };
};`;
