import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { dossierWarned } from '../../events/procedure-submission/dossier-warned.ts';
import { tables } from '../../shared/tables/table-spec.ts';
import { EventConsumer } from '../constructs/event-consumer.ts';
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
    // it is the directory that knows who holds a post, and where the province writes to them
    const warned = new EventConsumer(this, 'MailWarned', { stage, bus: foundation.bus.bus, events: dossierWarned, entry: 'directory/mail-warned.queue', uses: [table.readWrite()], settings: { MAIL_FROM: stage.mailFrom } });
    // the emulator looks this one permission up under `*`
    warned.work.worker.allow(['ses:SendEmail'], [stage.emulator ? '*' : foundation.mailSender.emailIdentityArn]);
    new StreamPublisher(this, 'Publisher', { stage, workflow: 'directory', table, bus: foundation.bus });
  }
}
