/**
 * What the emulator's CloudFormation drops without a word, set again from the very templates that were deployed:
 * time to live of tables, versioning and object lock of buckets. Never runs against anything but this machine.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CloudFormationClient, paginateListStackResources } from '@aws-sdk/client-cloudformation';
import { DescribeTimeToLiveCommand, DynamoDBClient, UpdateTimeToLiveCommand } from '@aws-sdk/client-dynamodb';
import { GetObjectLockConfigurationCommand, PutBucketVersioningCommand, PutObjectLockConfigurationCommand, S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';
import { clientOptions, requireLocal } from './local-aws.ts';

const Manifest = z.object({
  artifacts: z.record(z.string(), z.object({
    type: z.string(),
    properties: z.object({ templateFile: z.string().optional(), stackName: z.string().optional() }).optional(),
  })),
});

const Template = z.object({
  Resources: z.record(z.string(), z.object({ Type: z.string(), Properties: z.record(z.string(), z.unknown()).optional() })).optional(),
});

const TimeToLive = z.object({ AttributeName: z.string(), Enabled: z.boolean() });
const ObjectLock = z.object({
  Rule: z.object({
    DefaultRetention: z.object({ Mode: z.enum(['GOVERNANCE', 'COMPLIANCE']), Days: z.coerce.number().optional(), Years: z.coerce.number().optional() }),
  }).optional(),
});

interface Declared { readonly stack: string; readonly logicalId: string; readonly type: string; readonly properties: Readonly<Record<string, unknown>> }
interface Clients { readonly dynamo: DynamoDBClient; readonly s3: S3Client }

/**
 * @param assembly folder of the synthesised templates
 * @throws LocalFailure when the endpoint is not on this machine
 */
export async function reapply({ endpoint, assembly }: { readonly endpoint: string; readonly assembly: string }): Promise<void> {
  requireLocal(endpoint);
  const options = clientOptions(endpoint);
  const clients: Clients = { dynamo: new DynamoDBClient(options), s3: new S3Client({ ...options, forcePathStyle: true }) };
  const dropped = (await declaredIn(assembly)).filter(({ properties }) => 'TimeToLiveSpecification' in properties || 'ObjectLockConfiguration' in properties);
  const stacks = [...new Set(dropped.map(({ stack }) => stack))];
  const names = await physicalNames(new CloudFormationClient(options), stacks);
  await Promise.all(dropped.map(async ({ stack, logicalId, type, properties }) => {
    const name = names.get(`${stack}/${logicalId}`);
    if (name === undefined) throw new Error(`${stack} declares ${logicalId}, which was not deployed`);
    if (type === 'AWS::DynamoDB::Table') await setTimeToLive(clients.dynamo, name, TimeToLive.parse(properties['TimeToLiveSpecification']));
    if (type === 'AWS::S3::Bucket') await setObjectLock(clients.s3, name, ObjectLock.parse(properties['ObjectLockConfiguration']));
  }));
}

async function declaredIn(assembly: string): Promise<Declared[]> {
  const manifest = Manifest.parse(JSON.parse(await readFile(join(assembly, 'manifest.json'), 'utf8')));
  const stacks = Object.entries(manifest.artifacts).filter(([, { type }]) => type === 'aws:cloudformation:stack');
  const resources = await Promise.all(stacks.map(async ([id, { properties }]) => {
    const template = Template.parse(JSON.parse(await readFile(join(assembly, properties?.templateFile ?? `${id}.template.json`), 'utf8')));
    return Object.entries(template.Resources ?? {}).map(([logicalId, { Type: type, Properties = {} }]): Declared => (
      { stack: properties?.stackName ?? id, logicalId, type, properties: Properties }));
  }));
  return resources.flat();
}

async function physicalNames(client: CloudFormationClient, stacks: readonly string[]): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const StackName of stacks) {
    for await (const page of paginateListStackResources({ client }, { StackName })) {
      for (const { LogicalResourceId, PhysicalResourceId } of page.StackResourceSummaries ?? []) names.set(`${StackName}/${LogicalResourceId}`, PhysicalResourceId ?? '');
    }
  }
  return names;
}

async function setTimeToLive(client: DynamoDBClient, TableName: string, wanted: z.infer<typeof TimeToLive>): Promise<void> {
  const { TimeToLiveDescription: present } = await client.send(new DescribeTimeToLiveCommand({ TableName }));
  if (present?.TimeToLiveStatus === 'ENABLED' && present.AttributeName === wanted.AttributeName) return;
  await client.send(new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification: wanted }));
}

async function setObjectLock(client: S3Client, Bucket: string, { Rule }: z.infer<typeof ObjectLock>): Promise<void> {
  const present = await client.send(new GetObjectLockConfigurationCommand({ Bucket })).catch(() => undefined);
  if (present?.ObjectLockConfiguration?.Rule !== undefined) return;
  await client.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: 'Enabled' } }));
  const retention = Rule?.DefaultRetention;
  await client.send(new PutObjectLockConfigurationCommand({
    Bucket,
    ObjectLockConfiguration: {
      ObjectLockEnabled: 'Enabled',
      ...(retention === undefined ? {} : {
        Rule: {
          DefaultRetention: {
            Mode: retention.Mode,
            ...(retention.Days === undefined ? {} : { Days: retention.Days }),
            ...(retention.Years === undefined ? {} : { Years: retention.Years }),
          },
        },
      }),
    },
  }));
}
