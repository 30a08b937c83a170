import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { AgencyRegisteredV1 } from '../../events/directory/agency-registered.v1.ts';
import { FiguresPublishedV1 } from '../../events/procedure-submission/figures-published.v1.ts';
import { ProcedurePublishedV1 } from '../../events/procedure-submission/procedure-published.v1.ts';
import { ProcedureRecalledV1 } from '../../events/procedure-submission/procedure-recalled.v1.ts';
import { ProcedureScheduledV1 } from '../../events/procedure-submission/procedure-scheduled.v1.ts';
import { EventConsumer } from '../constructs/event-consumer.ts';
import { WorkflowFunction } from '../constructs/workflow-function.ts';
import type { ApiStack } from '../edge/api-stack.ts';
import type { FoundationStack } from '../foundation/stack.ts';
import type { Stage } from '../stages.ts';

/** Renders what was published into the site's bucket. */
export class PortalsStack extends Stack {
  constructor(scope: Construct, id: string, props: StackProps & { readonly stage: Stage; readonly foundation: FoundationStack; readonly api: ApiStack }) {
    super(scope, id, props);
    const { stage, foundation, api } = props;
    new EventConsumer(this, 'OnProcedurePublished', {
      stage, bus: foundation.bus.bus, events: [ProcedurePublishedV1, ProcedureScheduledV1, ProcedureRecalledV1], entry: 'portals/on-procedure-published.queue',
      uses: [foundation.site.readWrite()], settings: { API_BASE_URL: api.url }, memoryMb: 1024,
      // the lists are made once a batch: the wider the batch, the less often
      batchSize: 50, gather: Duration.seconds(1), mostAtOnce: 2,
    });
    new EventConsumer(this, 'OnFiguresPublished', {
      stage, bus: foundation.bus.bus, events: [FiguresPublishedV1, AgencyRegisteredV1], entry: 'portals/on-figures-published.queue',
      uses: [foundation.site.readWrite()], settings: { API_BASE_URL: api.url }, memoryMb: 1024,
      // months published in one run are rendered in one batch, and a tree of agencies that changes brings an event for each of them
      batchSize: 20, gather: Duration.seconds(1), mostAtOnce: 2,
    });
    const all = new WorkflowFunction(this, 'RenderAll', {
      stage, entry: 'portals/render-all.command', uses: [foundation.site.readWrite()], settings: { API_BASE_URL: api.url }, memoryMb: 1024, timeout: Duration.minutes(5),
    });
    new CfnOutput(this, 'RenderAllFunction', { value: all.fn.functionName });
  }
}
