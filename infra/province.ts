import { CliCredentialsStackSynthesizer, type App, type Environment, type Stack } from 'aws-cdk-lib';
import { WorkflowDashboard } from './constructs/workflow-dashboard.ts';
import { DirectoryStack } from './directory/stack.ts';
import { ApiStack } from './edge/api-stack.ts';
import { FirewallStack } from './edge/firewall-stack.ts';
import { SiteStack } from './edge/site-stack.ts';
import { FeedbackClassificationStack } from './feedback-classification/stack.ts';
import { FoundationStack } from './foundation/stack.ts';
import { IdentityStack } from './identity/stack.ts';
import { acceptFindings } from './nag.ts';
import { OperationsBoardStack } from './operations-board/stack.ts';
import { OperationsCentreStack } from './operations-centre/stack.ts';
import { PortalsStack } from './portals/stack.ts';
import { ProcedureSubmissionStack } from './procedure-submission/stack.ts';
import type { Stage } from './stages.ts';

export type ProvinceOptions = { readonly stage: Stage; readonly account?: string | undefined; readonly certificateArn?: string | undefined };

/** Every stack of a stage, wired. */
export const buildProvince = (app: App, { stage, account, certificateArn }: ProvinceOptions): Stack[] => {
  const env: Environment = { region: stage.region, ...(account ? { account } : {}) };
  // an emulator has no roles to assume: the CLI's own credentials deploy there, and nowhere else
  const common = () => ({ env, stage, crossRegionReferences: stage.firewall, ...(stage.emulator ? { synthesizer: new CliCredentialsStackSynthesizer() } : {}) });
  const name = (part: string): string => `HauGiang-${stage.name}-${part}`;

  const foundation = new FoundationStack(app, name('Foundation'), common());
  const directory = new DirectoryStack(app, name('Directory'), { ...common(), foundation });
  const identity = new IdentityStack(app, name('Identity'), { ...common(), foundation, directory });
  const submission = new ProcedureSubmissionStack(app, name('ProcedureSubmission'), { ...common(), foundation });
  const feedback = new FeedbackClassificationStack(app, name('FeedbackClassification'), { ...common(), foundation });
  const api = new ApiStack(app, name('Api'), {
    ...common(), authorizer: identity.authorizer.fn,
    functions: { identity: identity.api.fn, directory: directory.api.fn, 'procedure-submission': submission.api.fn, 'feedback-classification': feedback.api.fn },
  });
  const portals = new PortalsStack(app, name('Portals'), { ...common(), foundation, api });
  const operations = new OperationsCentreStack(app, name('OperationsCentre'), { ...common(), foundation });
  const firewall = stage.firewall ? new FirewallStack(app, name('Firewall'), { ...common(), env: { ...env, region: 'us-east-1' } }) : undefined;
  const site = new SiteStack(app, name('Site'), { ...common(), foundation, api, uploadsOrigin: submission.uploadsOrigin, mediaOrigin: feedback.mediaOrigin, documentsOrigin: submission.documentsOrigin, certificateArn, firewallArn: firewall?.arn });

  const workflows: [string, Stack][] = [['directory', directory], ['identity', identity], ['procedure-submission', submission], ['feedback-classification', feedback], ['portals', portals], ['operations-centre', operations]];
  for (const [workflow, stack] of workflows) new WorkflowDashboard(stack, { stage: stage.name, workflow });
  const board = new OperationsBoardStack(app, name('OperationsBoard'), { ...common(), workflows: workflows.map(([, s]) => s), apiId: api.api.ref });
  acceptFindings(app, foundation);
  return [foundation, directory, identity, submission, feedback, api, portals, operations, site, board, ...(firewall ? [firewall] : [])];
};
