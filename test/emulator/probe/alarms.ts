import { Duration, type Stack } from 'aws-cdk-lib';
import { Alarm, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Queue } from 'aws-cdk-lib/aws-sqs';

/** An alarm on a metric of our own that tells a topic, and a queue that hears it. */
export function alarms(stack: Stack): Record<string, string> {
  const heard = new Queue(stack, 'Heard');
  const topic = new Topic(stack, 'OnCall');
  topic.addSubscription(new SqsSubscription(heard));
  const alarm = new Alarm(stack, 'Parked', {
    metric: new Metric({ namespace: 'HauGiangProbe', metricName: 'ParkedRecords', statistic: 'Sum', period: Duration.minutes(1) }),
    threshold: 1, evaluationPeriods: 1, alarmDescription: 'docs/runbook.md#parked-records',
  });
  alarm.addAlarmAction(new SnsAction(topic));
  return { HeardUrl: heard.queueUrl, AlarmName: alarm.alarmName };
}
