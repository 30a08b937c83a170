/** What the deployed stacks tell: every stack's outputs in one record (output ids are unique across stacks). */
import { readFile } from 'node:fs/promises';
import { LocalFailure } from './failure.ts';

export type Outputs = Readonly<Record<string, string>>;

/** Reads the file `cdk deploy --outputs-file` writes. */
export async function readOutputs(file: string): Promise<Outputs> {
  const stacks = JSON.parse(await readFile(file, 'utf8')) as Record<string, Record<string, string>>;
  // What one stack exports to another is not for us.
  const own = Object.values(stacks).flatMap((stack) => Object.entries(stack)).filter(([id]) => !id.startsWith('ExportsOutput'));
  return Object.fromEntries(own);
}

/** @throws LocalFailure when no stack has this output. */
export function outputOf(outputs: Outputs, id: string): string {
  const value = outputs[id];
  if (value === undefined) throw new LocalFailure(`No deployed stack has an output ${id}.`, 'Add the output to its stack and start again.');
  return value;
}

/** Label under which the emulator serves the site: `http://<label>.cloudfront.localhost:<port>/`. */
export const distributionLabel = (outputs: Outputs): string => outputOf(outputs, 'DistributionDomain').split('.')[0] ?? '';
