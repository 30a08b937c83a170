import { CfnOutput, Duration } from 'aws-cdk-lib';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { ProvinceAlarm } from './province-alarm.ts';
import { outputNameOf } from '../operate/queue-names.ts';
import { WorkflowFunction, type WorkflowFunctionProps } from './workflow-function.ts';

export type WorkQueueProps = WorkflowFunctionProps & {
  /** @default 10 */
  readonly batchSize?: number;
  /** how long to gather a batch; @default none */
  readonly gather?: Duration;
  /** most batches worked off at once, at least 2: the fewer, the wider the batches of a burst; @default as many as Lambda allows */
  readonly mostAtOnce?: number;
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
      ...(props.mostAtOnce === undefined ? {} : { maxConcurrency: props.mostAtOnce }),
    }));
    // `npm run redrive` finds both by the name of the entry
    const name = outputNameOf(props.entry);
    new CfnOutput(this, 'QueueUrl', { value: this.queue.queueUrl }).overrideLogicalId(`Queue${name}`);
    new CfnOutput(this, 'DeadLettersUrl', { value: this.deadLetters.queueUrl }).overrideLogicalId(`DeadLetters${name}`);
    const minute = { period: Duration.minutes(1) };
    new ProvinceAlarm(this, 'DeadLettersAlarm', {
      stage: props.stage, name: `${props.entry}/dead-letters`, metric: this.deadLetters.metricApproximateNumberOfMessagesVisible(minute), threshold: 1,
      says: `Messages of ${props.entry} could not be handled and wait in its dead-letter queue.`, runbook: 'dead-letters',
    });
    new ProvinceAlarm(this, 'OldestMessageAlarm', {
      stage: props.stage, name: `${props.entry}/oldest-message`, metric: this.queue.metricApproximateAgeOfOldestMessage(minute), threshold: 300,
      says: `${props.entry} is more than five minutes behind.`, runbook: 'a-queue-falls-behind',
    });
  }
}
