import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack, Validations } from 'aws-cdk-lib';
import { CfnQueue } from 'aws-cdk-lib/aws-sqs';
import { AwsSolutionsChecks, NIST80053R5Checks, ServerlessChecks } from 'cdk-nag';
import { afterAll, expect, test } from 'vitest';
import { buildProvince } from '../../infra/province.ts';
import { stageOf } from '../../infra/stages.ts';
import { accountContext } from './account-context.ts';

const folder = mkdtempSync(join(tmpdir(), 'haugiang-nag-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Report = { pluginReports: { pluginName: string; violations: { ruleName: string; violatingConstructs: { constructPath?: string }[] }[] }[] };

/** Findings of the three packs that nobody accepted, as `rule at path`. */
const findings = (app: App): string[] => {
  Validations.of(app).addPlugins(new AwsSolutionsChecks(), new ServerlessChecks(), new NIST80053R5Checks());
  // findings make synth throw; the report is written before
  try { app.synth(); } catch (error) { if (!(error instanceof Error)) throw error; }
  const report = JSON.parse(readFileSync(join(app.outdir, 'validation-report.json'), 'utf8')) as Report;
  return report.pluginReports.flatMap((p) => p.violations.flatMap((v) => v.violatingConstructs.map((c) => `${v.ruleName} at ${c.constructPath ?? '?'}`)));
};
const newApp = (): App => new App({ outdir: mkdtempSync(join(folder, 'out-')), context: { '@aws-cdk/core:defaultCrossStackReferences': 'strong' } });

test('AwsSolutions, Serverless and NIST 800-53 R5 find nothing in production that was not accepted with a reason', () => {
  const app = newApp();
  buildProvince(app, { stage: stageOf('production', accountContext), account: '111111111111', certificateArn: 'arn:aws:acm:us-east-1:111111111111:certificate/11111111-1111-1111-1111-111111111111' });
  expect(findings(app)).toEqual([]);
});

test('a queue without encryption and dead letters is found', () => {
  const app = newApp();
  new CfnQueue(new Stack(app, 'Probe'), 'Bare', { sqsManagedSseEnabled: false });
  expect(findings(app).some((f) => f.includes('SQS'))).toBe(true);
});
