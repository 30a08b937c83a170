/**
 * What the emulator's CloudFormation drops without a word, set again from the very templates that were deployed:
 * time to live of tables, versioning and object lock of buckets. Never runs against anything but this machine.
 */
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { DescribeTimeToLiveCommand, DynamoDBClient, UpdateTimeToLiveCommand } from '@aws-sdk/client-dynamodb';
import { GetObjectLockConfigurationCommand, PutBucketVersioningCommand, PutObjectLockConfigurationCommand, S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';
import { declaredIn, physicalNames } from './assembly.ts';
import { clientOptions, requireLocal } from './local-aws.ts';

const TimeToLive = z.object({ AttributeName: z.string(), Enabled: z.boolean() });
const ObjectLock = z.object({
  Rule: z.object({
    DefaultRetention: z.object({ Mode: z.enum(['GOVERNANCE', 'COMPLIANCE']), Days: z.coerce.number().optional(), Years: z.coerce.number().optional() }),
  }).optional(),
});

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
