import { Duration, type Stack } from 'aws-cdk-lib';
import { AttributeType, BillingMode, StreamViewType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { EventBus, Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as LambdaTarget, SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { FilterCriteria, FilterRule, type Function as LambdaFunction, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource, SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { probeFunction } from './probe-function.ts';

/** Table with a filtered stream, bus -> queue -> function with dead letters, clocks; what each function saw lies in the table `Seen`. */
export function messages(stack: Stack): Record<string, string> {
  const seen = new Table(stack, 'Seen', {
    partitionKey: { name: 'kind', type: AttributeType.STRING }, sortKey: { name: 'id', type: AttributeType.STRING }, billingMode: BillingMode.PAY_PER_REQUEST,
  });
  const observer = (kind: string): LambdaFunction => {
    const fn = probeFunction(stack, `Observe-${kind}`, 'observe', { SEEN: seen.tableName, KIND: kind });
    seen.grantWriteData(fn);
    return fn;
  };
  const ungranted = probeFunction(stack, 'Ungranted', 'observe', { SEEN: seen.tableName, KIND: 'ungranted' });

  const matters = new Table(stack, 'Matters', {
    partitionKey: { name: 'pk', type: AttributeType.STRING }, sortKey: { name: 'sk', type: AttributeType.STRING },
    billingMode: BillingMode.PAY_PER_REQUEST, stream: StreamViewType.NEW_IMAGE, timeToLiveAttribute: 'expiresAt',
  });
  observer('stream').addEventSource(new DynamoEventSource(matters, {
    startingPosition: StartingPosition.TRIM_HORIZON, batchSize: 10, maxRecordAge: Duration.minutes(1), reportBatchItemFailures: true,
    filters: [FilterCriteria.filter({ eventName: FilterRule.isEqual('INSERT'), dynamodb: { NewImage: { entity: { S: FilterRule.isEqual('outbox') } } } })],
  }));

  const bus = new EventBus(stack, 'Bus');
  const dead = new Queue(stack, 'Dead');
  const queue = new Queue(stack, 'Queue', { visibilityTimeout: Duration.seconds(1), deadLetterQueue: { queue: dead, maxReceiveCount: 2 } });
  new Rule(stack, 'Filed', { eventBus: bus, eventPattern: { source: ['haugiang.probe'], detailType: ['dossier.filed.v1'] }, targets: [new SqsQueue(queue)] });
  observer('queue').addEventSource(new SqsEventSource(queue, { batchSize: 10, reportBatchItemFailures: true }));

  clocks(stack, observer);
  return {
    SeenTable: seen.tableName, MattersTable: matters.tableName, BusName: bus.eventBusName, QueueUrl: queue.queueUrl, DeadUrl: dead.queueUrl,
    UngrantedFunction: ungranted.functionName,
  };
}

function clocks(stack: Stack, observer: (kind: string) => LambdaFunction): void {
  new Rule(stack, 'EveryMinuteRule', { schedule: Schedule.rate(Duration.minutes(1)), targets: [new LambdaTarget(observer('rule-rate'))] });
  const role = new Role(stack, 'SchedulerRole', { assumedBy: new ServicePrincipal('scheduler.amazonaws.com') });
  for (const [kind, scheduleExpression] of [['schedule-rate', 'rate(1 minute)'], ['schedule-cron', 'cron(* * * * ? *)']] as const) {
    const { functionArn } = observer(kind);
    role.addToPolicy(new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [functionArn] }));
    new CfnSchedule(stack, `Schedule-${kind}`, {
      flexibleTimeWindow: { mode: 'OFF' }, scheduleExpression, target: { arn: functionArn, roleArn: role.roleArn, input: JSON.stringify({ asked: kind }) },
    });
  }
}
