import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/** Modules of the SDK that load much of Node for a case we never have, each with what remains of it. */
const remains: Readonly<Record<string, string>> = {
  // Lambda has no configuration files; looking for them loads Node's asynchronous file system.
  'config/shared-ini-file-loader/loadSharedConfigFiles.js': `
    export { CONFIG_PREFIX_SEPARATOR } from './constants';
    export const loadSharedConfigFiles = async () => ({ configFile: {}, credentialsFile: {} });`,
  // We send texts and bytes, never a stream of a file.
  'serde/util-body-length/calculateBodyLength.js': `
    export const calculateBodyLength = (body) => {
      if (!body) return 0;
      if (typeof body === 'string') return Buffer.byteLength(body);
      if (typeof body.byteLength === 'number') return body.byteLength;
      throw new Error('A body is a text or bytes');
    };`,
  // Asks the global `crypto` whether it can make ids, which loads all of web cryptography.
  'serde/uuid/v4.js': `
    import { randomUUID } from 'node:crypto';
    export const bindV4 = () => () => randomUUID();`,
};
const files = new RegExp(`/@smithy/core/dist-es/submodules/(${Object.keys(remains).join('|').replaceAll('.', '\\.')})$`);

/** Writes the names a client keeps in constants where they are keys (`{ [_hQ]: 1 }`): a computed key may do anything, so a bundler keeps every shape that has one. */
const withPlainKeys = (code: string): string => {
  const constants = new Map([...code.matchAll(/^const (_\w+) = ("[^"]*");$/gm)].map(([, name = '', text = '']) => [name, text]));
  return code.replaceAll(/\[(_\w+)\](?=:)/g, (key, name: string) => constants.get(name) ?? key);
};

/**
 * Leaves out of the SDK what it carries for others. Event streams and the reading of a browser's name are imported when
 * needed, which is never: bundled, such an import would keep all it names and wrap half of the SDK in functions; left
 * outside, it fails aloud should it ever be reached. Of the shapes of a service only those somebody calls for remain.
 */
export const unusedSdkParts: Plugin = {
  name: 'unused-sdk-parts',
  setup(build) {
    build.onResolve({ filter: /^(@smithy\/core\/event-streams|bowser)$/ }, ({ path, kind }) => (kind === 'dynamic-import' ? { path, external: true } : undefined));
    build.onLoad({ filter: /\/@aws-sdk\/client-[\w-]+\/dist-es\/schemas\/schemas_0\.js$/ }, async ({ path }) => ({ loader: 'js', contents: withPlainKeys(await readFile(path, 'utf8')) }));
    build.onLoad({ filter: files }, ({ path }) => ({ loader: 'js', contents: remains[files.exec(path)?.[1] ?? ''] ?? '' }));
  },
};
