import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Stage } from '../stages.ts';
import { runbook } from './runbook.ts';
import { WorkflowFunction, type WorkflowFunctionProps } from './workflow-function.ts';

export type WorkQueueProps = WorkflowFunctionProps & {
  /** @default 10 */
  readonly batchSize?: number;
  /** how long to gather a batch; @default none */
  readonly gather?: Duration;
};

/** Queue -> function with partial batches, a dead-letter queue, and an alarm for each way of falling behind. */
export class WorkQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;
  readonly worker: WorkflowFunction;

  constructor(scope: Construct, id: string, props: WorkQueueProps) {
    super(scope, id);
    const timeout = props.timeout ?? Duration.seconds(30);
    const secured = { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: props.stage.enforceTls };
    this.deadLetters = new Queue(this, 'DeadLetters', { ...secured, retentionPeriod: Duration.days(14) });
    this.queue = new Queue(this, 'Queue', {
      ...secured, visibilityTimeout: Duration.seconds(timeout.toSeconds() * 6), retentionPeriod: Duration.days(4),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: props.stage.emulator ? 3 : 5 },
    });
    this.worker = new WorkflowFunction(this, 'Worker', { ...props, timeout });
    this.worker.fn.addEventSource(new SqsEventSource(this.queue, {
      batchSize: props.batchSize ?? 10, reportBatchItemFailures: true, ...(props.gather ? { maxBatchingWindow: props.gather } : {}),
    }));
    alarmOn(this, props.stage, this.queue, this.deadLetters, props.entry);
  }
}

/** SQS emits no metric for a queue that has been empty for hours: missing data is good news here. */
const alarmOn = (scope: Construct, stage: Stage, queue: Queue, deadLetters: Queue, entry: string): void => {
  const common = { evaluationPeriods: 1, comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD, treatMissingData: TreatMissingData.NOT_BREACHING };
  new Alarm(scope, 'DeadLettersAlarm', {
    ...common, metric: deadLetters.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(1) }), threshold: 1,
    alarmDescription: `Messages of ${entry} (${stage.name}) could not be handled and wait in its dead-letter queue. ${runbook('dead-letters')}`,
  });
  new Alarm(scope, 'OldestMessageAlarm', {
    ...common, metric: queue.metricApproximateAgeOfOldestMessage({ period: Duration.minutes(1) }), threshold: 300,
    alarmDescription: `${entry} (${stage.name}) is more than five minutes behind. ${runbook('a-queue-falls-behind')}`,
  });
};
