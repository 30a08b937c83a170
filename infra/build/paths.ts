import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

export const inProject = (...parts: string[]): string => join(root, ...parts);

/** Where the bundle of an entry point lies: `index.mjs` and the files it needs, nothing else. */
export const bundleFolder = (entry: string): string => inProject('.build', 'functions', entry);
