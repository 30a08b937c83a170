import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { entryPoints } from '../../infra/build/entry-points.ts';
import { bundleFolder } from '../../infra/build/paths.ts';
import { buildProvince } from '../../infra/province.ts';
import { stageOf } from '../../infra/stages.ts';
import { accountContext } from './account-context.ts';
import { routesByWorkflow } from '../../shared/contracts/all-routes.ts';
import { addressesOf, type Route } from '../../shared/contracts/route.ts';

type Resource = { Type: string; Properties: Record<string, unknown> };
type Templates = Record<string, { Resources: Record<string, Resource> }>;

const entries = [...entryPoints().keys()];
const outdir = mkdtempSync(join(tmpdir(), 'haugiang-templates-'));
const synthesise = (stage: string): Templates => {
  const app = new App({ outdir: join(outdir, stage), context: { '@aws-cdk/core:defaultCrossStackReferences': 'strong' } });
  const stacks = buildProvince(app, { stage: stageOf(stage, accountContext), account: '111111111111' });
  return Object.fromEntries(stacks.map((s) => [s.stackName, Template.fromStack(s).toJSON() as Templates[string]]));
};
const resources = (templates: Templates, type: string): (Resource & { stack: string; id: string })[] =>
  Object.entries(templates).flatMap(([stack, t]) => Object.entries(t.Resources).filter(([, r]) => r.Type === type).map(([id, r]) => ({ ...r, stack, id })));

/** What in the code of a function calls an action. Athena reads and writes its results, and the tables' definitions, with the rights of whoever asks. */
const athena = /StartQueryExecutionCommand/;
const calledBy: Readonly<Record<string, RegExp>> = {
  'dynamodb:GetItem': /\b(?:table|rows)\.get\(|\bfindReplay\(/, 'dynamodb:BatchGetItem': /\.getMany\(/, 'dynamodb:Query': /\btable\.(?:query|count)\(/,
  'dynamodb:PutItem': /\bput(?:Once)?\(/, 'dynamodb:UpdateItem': /\bupdate\(|\.updateAndGet\(/, 'dynamodb:DeleteItem': /\bremove\(/, 'dynamodb:ConditionCheckItem': /\bcheck\(\w+Key\(/,
  's3:GetObject': /GetObjectCommand|\bsignedLink\(/, 's3:PutObject': /PutObjectCommand|AWS4-HMAC-SHA256|\bsignedForm\(/, 'events:PutEvents': /PutEventsCommand/, 'ses:SendEmail': /SendEmailCommand/,
  ...Object.fromEntries(['s3:DeleteObject', 's3:AbortMultipartUpload', 's3:ListMultipartUploadParts', 's3:ListBucket', 's3:GetBucketLocation', 'glue:GetDatabase', 'glue:GetTable', 'glue:GetPartition', 'glue:GetPartitions'].map((action) => [action, athena])),
  's3:DeleteObject': new RegExp(`${athena.source}|DeleteObjectCommand`),
  ...Object.fromEntries(['StartQueryExecution', 'GetQueryExecution', 'GetQueryResults', 'StopQueryExecution'].map((name) => [`athena:${name}`, new RegExp(`${name}Command`)])),
};
/** Lambda itself writes the logs and traces, and reads what wakes a function. */
const byLambda = /^(?:logs|xray|sqs):|^dynamodb:(?:ListStreams|DescribeStream|GetRecords|GetShardIterator)$/;

/** Of every function: what its role allows it, and all of its bundle's code that is ours. Only the table's client and its writes name every action. */
const grantedAndCalled = (templates: Templates) => {
  const { outputs } = JSON.parse(readFileSync(join(bundleFolder(entries[0] as never), '..', '..', 'meta.json'), 'utf8')) as { outputs: Record<string, { inputs: Record<string, { bytesInOutput: number }> }> };
  return entries.flatMap((entry) => Object.values(templates).flatMap(({ Resources: all }) => {
    const alarm = Object.values(all).find(({ Properties }) => Properties?.['AlarmName'] === `haugiang-production/${entry}/errors`);
    if (alarm === undefined) return [];
    const fn = /"FunctionName","Value":\{"Ref":"(\w+)"/.exec(JSON.stringify(alarm.Properties))?.[1] ?? '';
    const role = /"Fn::GetAtt":\["(\w+)"/.exec(JSON.stringify(all[fn]?.Properties['Role']))?.[1];
    const policies = Object.values(all).filter(({ Type, Properties }) => Type === 'AWS::IAM::Policy' && JSON.stringify(Properties['Roles']).includes(`"${role}"`));
    const granted = policies.flatMap(({ Properties }) => (Properties['PolicyDocument'] as { Statement: { Action: string | string[] }[] }).Statement.flatMap(({ Action }) => [Action].flat()));
    const files = Object.entries(outputs[`.build/functions/${entry}/index.mjs`]?.inputs ?? {}).filter(([file, { bytesInOutput }]) => bytesInOutput > 0 && /^(functions|shared\/runtime)\//.test(file) && !/^shared\/runtime\/(dynamo|transaction)\.ts$/.test(file));
    return [{ entry, granted: [...new Set(granted)].filter((action) => !byLambda.test(action)), text: files.map(([file]) => readFileSync(file, 'utf8')).join('\n') }];
  }));
};

let production: Templates, local: Templates;
beforeAll(() => {
  const missing = entries.filter((e) => !existsSync(join(bundleFolder(e), 'index.mjs')));
  if (missing.length) throw new Error(`Bundle first (npm run build): ${missing.join(', ')}`);
  production = synthesise('production');
  local = synthesise('local');
});
afterAll(() => rmSync(outdir, { recursive: true, force: true }));

describe('routes', () => {
  test('every contract route is a route of the API, closed exactly when its contract is', () => {
    const deployed = Object.fromEntries(resources(production, 'AWS::ApiGatewayV2::Route').map((r) => [r.Properties['RouteKey'], r.Properties['AuthorizationType']]));
    const declared = Object.fromEntries(Object.values(routesByWorkflow).flat().flatMap((r: Route) => addressesOf(r).map((path) => [
      `${r.method} /api${path}`, r.access.every((a) => a.kind === 'public' || a.kind === 'key') ? 'NONE' : 'CUSTOM',
    ])));
    expect(deployed).toEqual(declared);
    expect(Object.keys(declared)).toEqual(expect.arrayContaining(['GET /api/open311/v2/services', 'GET /api/open311/v2/services.json', 'GET /api/open311/v2/services.xml', 'POST /api/open311/v2/requests.xml', 'GET /api/open311/v2/requests/{serviceRequestId}']));
  });
});

describe('production', () => {
  test('carries nothing of a laptop', () => {
    expect(JSON.stringify(production)).not.toMatch(/localhost|127\.0\.0\.1|:4566|ms-custom-id|haugiang\.test/);
  });
  test('keeps its data: tables are protected and recoverable, stores outlive their stack', () => {
    const tables = resources(production, 'AWS::DynamoDB::Table');
    expect(tables.length).toBeGreaterThanOrEqual(3);
    for (const t of tables) {
      expect(t.Properties, t.id).toMatchObject({ DeletionProtectionEnabled: true, PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true } });
      expect((t as unknown as { DeletionPolicy: string }).DeletionPolicy).toBe('Retain');
    }
  });
  test('an issued paper is locked for the stage’s time, against everyone', () => {
    const locked = resources(production, 'AWS::S3::Bucket').filter((b) => 'ObjectLockConfiguration' in b.Properties);
    expect(locked.map((b) => b.Properties['ObjectLockConfiguration'])).toEqual([{ ObjectLockEnabled: 'Enabled', Rule: { DefaultRetention: { Days: 3650, Mode: 'COMPLIANCE' } } }]);
  });
  test('does not let officers in without a second factor', () => {
    for (const p of resources(production, 'AWS::Cognito::UserPool')) expect(p.Properties['MfaConfiguration']).toBe('ON');
  });
  test('has no pool for citizens: they come through the national provider', () => {
    expect(resources(production, 'AWS::Cognito::UserPool')).toHaveLength(1);
    expect(resources(local, 'AWS::Cognito::UserPool')).toHaveLength(2);
  });
});

describe('permissions', () => {
  const actions = (t: Templates) => resources(t, 'AWS::IAM::Policy').flatMap((p) =>
    (p.Properties['PolicyDocument'] as { Statement: { Action: string | string[]; Resource: unknown }[] }).Statement.flatMap((s) => [s.Action].flat().map((a) => ({ a, s, id: p.id }))));
  test('no action is a wildcard, nobody may scan a table', () => {
    const bad = actions(production).filter(({ a }) => a.includes('*') || a === 'dynamodb:Scan');
    expect(bad.map(({ a, id }) => `${a} in ${id}`)).toEqual([]);
  });
  test('a wildcard resource stands only where AWS knows no other', () => {
    const wide = actions(production).filter(({ s }) => JSON.stringify(s.Resource) === '"*"').map(({ a }) => a);
    expect([...new Set(wide)].sort()).toEqual(['dynamodb:ListStreams', 'xray:PutTelemetryRecords', 'xray:PutTraceSegments']);
  });
  test('a function may do what its code calls, and nothing else', () => {
    const rights = grantedAndCalled(production);
    expect(rights.length).toBe(entries.length);
    const idle = rights.flatMap(({ entry, granted, text }) => granted.filter((action) => !(calledBy[action] ?? /(?!)/).test(text)).map((action) => `${entry} ${action}`));
    const missing = rights.flatMap(({ entry, granted, text }) => [...text.matchAll(/new (\w+)Command\(/g)].map((found) => [found[0], found[1] === 'HeadObject' ? 'GetObject' : found[1]]).filter(([, name]) => !granted.some((action) => action.endsWith(`:${name}`))).map(([, name]) => `${entry} ${name}`));
    process.stdout.write(`rights: ${rights.reduce((sum, { granted }) => sum + granted.length, 0)} granted to ${rights.length} functions, ${idle.length} of them not called by any of their code\n`);
    // the store a register is put into could read as well
    expect({ idle, missing }).toEqual({ idle: [], missing: ['procedure-submission/print-register.queue GetObject'] });
  });
});

describe('functions', () => {
  test('every edge file is deployed exactly once', () => {
    const described = resources(production, 'AWS::CloudWatch::Alarm').map((a) => String(a.Properties['AlarmName'])).filter((n) => n.endsWith('/errors'));
    expect(described.sort()).toEqual(entries.map((e) => `haugiang-production/${e}/errors`).sort());
  });
  test('run on Node 24, arm64, with their logs kept for the stage’s time', () => {
    for (const f of resources(production, 'AWS::Lambda::Function').filter((r) => !r.id.startsWith('Custom') && r.Properties['Handler'] === 'index.handler' && 'LoggingConfig' in r.Properties)) {
      expect(f.Properties, f.id).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'] });
    }
    for (const g of resources(production, 'AWS::Logs::LogGroup').filter((r) => !r.stack.endsWith('Firewall'))) expect(g.Properties['RetentionInDays']).toBe(365);
  });
});

describe('alarms', () => {
  test('every alarm says what to do, under a heading of the runbook that exists, and speaks to the duty officers', () => {
    const headings = new Set([...readFileSync('docs/runbook.md', 'utf8').matchAll(/^##+ (.+)$/gm)].map(([, h]) => (h ?? '').toLowerCase().replaceAll(/[^a-z0-9 -]/g, '').replaceAll(' ', '-')));
    const alarms = resources(production, 'AWS::CloudWatch::Alarm');
    expect(alarms.length).toBeGreaterThan(20);
    for (const a of alarms) {
      const anchor = /docs\/runbook\.md#([a-z-]+)$/.exec(String(a.Properties['AlarmDescription']))?.[1];
      expect(headings.has(anchor ?? ''), `${a.id}: ${anchor}`).toBe(true);
      expect(a.Properties['AlarmActions']).toHaveLength(1);
    }
  });
  test('an event that is parked is told of: nothing else would bring it back', () => {
    const publishers = entries.filter((e) => e.endsWith('/publish-events.stream')).map((e) => e.split('/')[0]);
    const parked = resources(production, 'AWS::CloudWatch::Alarm').filter((a) => a.Properties['MetricName'] === 'EventParked');
    expect(Object.fromEntries(parked.map((a) => [String(a.Properties['AlarmName']), a.Properties['Dimensions']]))).toEqual(Object.fromEntries(publishers.map((workflow) => [`haugiang-production/${workflow}/parked-events`, [{ Name: 'service', Value: workflow }]])));
    expect(publishers.length).toBeGreaterThanOrEqual(2);
  });
  test('every queue is watched or is a dead-letter queue', () => {
    const queues = resources(production, 'AWS::SQS::Queue');
    const plain = queues.filter((q) => 'RedrivePolicy' in q.Properties);
    expect(plain.length).toBe(entries.filter((e) => e.endsWith('.queue')).length);
  });
});
