import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { OUTBOX_ENTITY } from '../../shared/tables/table-spec.ts';
import type { Stage } from '../stages.ts';
import type { ProvinceBus } from './event-bus.ts';
import { ProvinceAlarm } from './province-alarm.ts';
import { WorkflowFunction } from './workflow-function.ts';
import type { WorkflowTable } from './workflow-table.ts';

/** Table stream -> publisher -> bus. The only caller of PutEvents in a workflow. */
export class StreamPublisher extends Construct {
  readonly worker: WorkflowFunction;

  constructor(scope: Construct, id: string, props: { readonly stage: Stage; readonly workflow: string; readonly table: WorkflowTable; readonly bus: ProvinceBus }) {
    super(scope, id);
    const { stage, workflow, table, bus } = props;
    this.worker = new WorkflowFunction(this, 'Worker', {
      stage, entry: `${workflow}/publish-events.stream`, uses: [table.only('PutItem'), bus.publish()], timeout: Duration.seconds(30),
    });
    const lost = new Queue(this, 'Undelivered', { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: stage.enforceTls, retentionPeriod: Duration.days(14) });
    this.worker.fn.addEventSource(new DynamoEventSource(table.table, {
      startingPosition: StartingPosition.TRIM_HORIZON, batchSize: 100, bisectBatchOnError: true, retryAttempts: 50, reportBatchItemFailures: true,
      maxRecordAge: Duration.seconds(stage.streamMaxRecordAgeSeconds), onFailure: new SqsDlq(lost), parallelizationFactor: 2,
      filters: [FilterCriteria.filter({ eventName: FilterRule.isEqual('INSERT'), dynamodb: { NewImage: { entity: { S: FilterRule.isEqual(OUTBOX_ENTITY) } } } })],
    }));
    new ProvinceAlarm(this, 'UndeliveredAlarm', {
      stage, name: `${workflow}/undelivered-events`, metric: lost.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(1) }), threshold: 1,
      says: `Events of ${workflow} left the stream without being published.`, runbook: 'events-not-published',
    });
    // what is parked has left the stream for good: without this nobody would hear of it
    new ProvinceAlarm(this, 'ParkedAlarm', {
      stage, name: `${workflow}/parked-events`, threshold: 1,
      metric: new Metric({ namespace: 'haugiang', metricName: 'EventParked', statistic: 'Sum', period: Duration.minutes(5), dimensionsMap: { service: workflow } }),
      says: `Events of ${workflow} were refused by the bus or broken, and are parked in its table.`, runbook: 'events-not-published',
    });
    new ProvinceAlarm(this, 'IteratorAgeAlarm', {
      stage, name: `${workflow}/late-events`, metric: this.worker.fn.metric('IteratorAge', { period: Duration.minutes(1), statistic: 'max' }), threshold: 90_000,
      says: `Events of ${workflow} are published more than 90 seconds late.`, runbook: 'events-published-late',
    });
  }
}
