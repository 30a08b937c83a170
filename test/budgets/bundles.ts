import { existsSync, readFileSync } from 'node:fs';
import type { Metafile } from 'esbuild';
import { inProject } from '../../infra/build/paths.ts';
import { forbiddenInFunctions } from './limits.ts';

type Contents = Pick<Metafile, 'outputs'>;
type Weight = { readonly bundle: string; readonly what: string; readonly bytes: number };

const file = inProject('.build', 'functions', 'meta.json');

/** What the last build of the functions put where. Throws a sentence when nothing was built. */
export const builtFunctions = (): Metafile => {
  if (!existsSync(file)) throw new Error('The functions are not built: run `npm run build` first.');
  return JSON.parse(readFileSync(file, 'utf8')) as Metafile;
};

const nameOf = (output: string): string => output.replace(/^\.build\/functions\//, '').replace(/\/index\.mjs$/, '');

/** Bundles by the name of their entry (`directory/api`) with the bytes each source left in them. */
export const bundleContents = ({ outputs }: Contents): ReadonlyMap<string, ReadonlyMap<string, number>> => new Map(
  Object.entries(outputs).filter(([output]) => output.endsWith('/index.mjs')).map(([output, { inputs }]) =>
    [nameOf(output), new Map(Object.entries(inputs).map(([input, { bytesInOutput }]) => [input, bytesInOutput]))]),
);

/** Everything forbidden that weighs something, by bundle. */
export const forbiddenWeights = (contents: Contents): Weight[] =>
  [...bundleContents(contents)].flatMap(([bundle, inputs]) => Object.entries(forbiddenInFunctions).flatMap(([what, pattern]) => {
    const bytes = [...inputs].reduce((sum, [input, size]) => (pattern.test(input) ? sum + size : sum), 0);
    return bytes > 0 ? [{ bundle, what, bytes }] : [];
  }));

/** Bundles in which sources of a package are left. */
export const bundlesWith = (contents: Contents, npmPackage: string): string[] =>
  [...bundleContents(contents)].flatMap(([bundle, inputs]) => ([...inputs].some(([input, size]) => size > 0 && input.includes(`node_modules/${npmPackage}/`)) ? [bundle] : []));
