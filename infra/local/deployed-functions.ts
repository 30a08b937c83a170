/** Which deployed function runs which bundle, read from the templates that were deployed. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import * as z from 'zod';
import type { Entry } from '../build/paths.ts';
import { bundleFolder } from '../build/paths.ts';
import { declaredIn, physicalNames } from './assembly.ts';
import { clientOptions } from './local-aws.ts';

const Code = z.object({ Code: z.object({ S3Key: z.string() }) });

/** Entry -> names of the functions that run it. A bundle is recognised by its content, which is also what its asset is named after. */
export async function deployedFunctions(endpoint: string, assembly: string, entries: Iterable<Entry>): Promise<Map<Entry, string[]>> {
  const declared = (await declaredIn(assembly)).filter(({ type }) => type === 'AWS::Lambda::Function');
  const names = await physicalNames(new CloudFormationClient(clientOptions(endpoint)), [...new Set(declared.map(({ stack }) => stack))]);
  const byContent = new Map<string, string[]>();
  for (const { stack, logicalId, properties } of declared) {
    const code = Code.safeParse(properties);
    const name = names.get(`${stack}/${logicalId}`);
    if (!code.success || name === undefined) continue;
    const content = await sha256(join(assembly, `asset.${code.data.Code.S3Key.replace(/\.zip$/, '')}`, 'index.mjs'));
    if (content !== undefined) byContent.set(content, [...(byContent.get(content) ?? []), name]);
  }
  const found = new Map<Entry, string[]>();
  for (const entry of entries) found.set(entry, byContent.get((await sha256(join(bundleFolder(entry), 'index.mjs'))) ?? '') ?? []);
  return found;
}

async function sha256(file: string): Promise<string | undefined> {
  const bytes = await readFile(file).catch(() => undefined);
  return bytes && createHash('sha256').update(bytes).digest('hex');
}
