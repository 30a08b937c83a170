import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Validations } from 'aws-cdk-lib';
import { CfnQueue } from 'aws-cdk-lib/aws-sqs';
import { AwsSolutionsChecks, NIST80053R5Checks, ServerlessChecks } from 'cdk-nag';
import { afterAll, expect, test } from 'vitest';
import { buildProvince } from '../../infra/province.ts';
import { type Stage, stageOf } from '../../infra/stages.ts';

const folder = mkdtempSync(join(tmpdir(), 'haugiang-nag-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Report = { pluginReports: { pluginName: string; violations: { ruleName: string; violatingConstructs: { constructPath?: string }[] }[] }[] };

/** Findings of the three packs that nobody accepted, as `rule at path`. */
const findings = (stage: Stage, spoil: (app: App) => void = () => undefined): string[] => {
  const outdir = mkdtempSync(join(folder, 'out-'));
  const app = new App({ outdir, context: { '@aws-cdk/core:defaultCrossStackReferences': 'strong' } });
  buildProvince(app, { stage, account: '111111111111', certificateArn: 'arn:aws:acm:us-east-1:111111111111:certificate/11111111-1111-1111-1111-111111111111' });
  spoil(app);
  Validations.of(app).addPlugins(new AwsSolutionsChecks(), new ServerlessChecks(), new NIST80053R5Checks());
  // findings make synth throw; the report is written before
  try { app.synth(); } catch (error) { if (!(error instanceof Error)) throw error; }
  const report = JSON.parse(readFileSync(join(outdir, 'validation-report.json'), 'utf8')) as Report;
  return report.pluginReports.flatMap((p) => p.violations.flatMap((v) => v.violatingConstructs.map((c) => `${v.ruleName} at ${c.constructPath ?? '?'}`)));
};

test('AwsSolutions, Serverless and NIST 800-53 R5 find nothing in production that was not accepted with a reason', () => {
  expect(findings(stageOf('production'))).toEqual([]);
});

test('a queue without encryption and dead letters is found', () => {
  const found = findings(stageOf('production'), (app) => { new CfnQueue(app.node.findChild('HauGiang-production-Foundation'), 'Bare', { sqsManagedSseEnabled: false }); });
  expect(found.some((f) => f.includes('SQS'))).toBe(true);
});
