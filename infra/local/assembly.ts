/** The synthesised templates, and the names their resources got when they were deployed. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CloudFormationClient, paginateListStackResources } from '@aws-sdk/client-cloudformation';
import * as z from 'zod';

const Manifest = z.object({
  artifacts: z.record(z.string(), z.object({
    type: z.string(),
    properties: z.object({ templateFile: z.string().optional(), stackName: z.string().optional() }).optional(),
  })),
});

const Template = z.object({
  Resources: z.record(z.string(), z.object({ Type: z.string(), Properties: z.record(z.string(), z.unknown()).optional() })).optional(),
});

export interface Declared { readonly stack: string; readonly logicalId: string; readonly type: string; readonly properties: Readonly<Record<string, unknown>> }

/** Every resource of every stack. @param assembly folder of the synthesised templates */
export async function declaredIn(assembly: string): Promise<Declared[]> {
  const manifest = Manifest.parse(JSON.parse(await readFile(join(assembly, 'manifest.json'), 'utf8')));
  const stacks = Object.entries(manifest.artifacts).filter(([, { type }]) => type === 'aws:cloudformation:stack');
  const resources = await Promise.all(stacks.map(async ([id, { properties }]) => {
    const template = Template.parse(JSON.parse(await readFile(join(assembly, properties?.templateFile ?? `${id}.template.json`), 'utf8')));
    return Object.entries(template.Resources ?? {}).map(([logicalId, { Type: type, Properties = {} }]): Declared => (
      { stack: properties?.stackName ?? id, logicalId, type, properties: Properties }));
  }));
  return resources.flat();
}

/** `<stack>/<logical id>` -> physical name. */
export async function physicalNames(client: CloudFormationClient, stacks: readonly string[]): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const StackName of stacks) {
    for await (const page of paginateListStackResources({ client }, { StackName })) {
      for (const { LogicalResourceId, PhysicalResourceId } of page.StackResourceSummaries ?? []) names.set(`${StackName}/${LogicalResourceId}`, PhysicalResourceId ?? '');
    }
  }
  return names;
}
