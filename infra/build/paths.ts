import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

export const inProject = (...parts: string[]): string => join(root, ...parts);

/** `<workflow>/<file without .ts>`, for example `procedure-submission/on-payment-settled.queue`. */
export type Entry = `${string}/${string}`;

/** Where the bundle of an entry point lies: `index.mjs` and the files it needs, nothing else. */
export const bundleFolder = (entry: Entry): string => inProject('.build', 'functions', entry);
