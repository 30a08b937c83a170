import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { tables } from '../../shared/tables/table-spec.ts';
import { StreamPublisher } from '../constructs/stream-publisher.ts';
import { WorkflowFunction } from '../constructs/workflow-function.ts';
import { WorkflowTable } from '../constructs/workflow-table.ts';
import type { FoundationStack } from '../foundation/stack.ts';
import type { Stage } from '../stages.ts';

/** Agencies, people, posts, the working calendar. */
export class DirectoryStack extends Stack {
  readonly api: WorkflowFunction;
  /** puts a person's posts into the access token */
  readonly claims: WorkflowFunction;

  constructor(scope: Construct, id: string, props: StackProps & { readonly stage: Stage; readonly foundation: FoundationStack }) {
    super(scope, id, props);
    const { stage, foundation } = props;
    const table = new WorkflowTable(this, 'Table', { spec: tables.directory, stage });
    this.api = new WorkflowFunction(this, 'Api', { stage, entry: 'directory/api', uses: [table.readWrite()] });
    this.claims = new WorkflowFunction(this, 'Claims', { stage, entry: 'directory/claims.trigger', uses: [table.read()] });
    const first = new WorkflowFunction(this, 'FirstAdministrator', { stage, entry: 'directory/first-administrator.command', uses: [table.readWrite()] });
    new CfnOutput(this, 'FirstAdministratorFunction', { value: first.fn.functionName });
    const reorganise = new WorkflowFunction(this, 'Reorganise', { stage, entry: 'directory/reorganise.command', uses: [table.readWrite()], timeout: Duration.minutes(15) });
    new CfnOutput(this, 'ReorganiseFunction', { value: reorganise.fn.functionName });
    new StreamPublisher(this, 'Publisher', { stage, workflow: 'directory', table, bus: foundation.bus });
  }
}
