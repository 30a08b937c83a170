import type { Stage } from '../stages.ts';
import { Stack } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';

/** Known by its name, so that no stack is tied to another for its alarms. */
export const alarmTopicName = (stage: Stage): string => `haugiang-${stage.name}-alarms`;

export type ProvinceAlarmProps = {
  readonly stage: Stage;
  /** what it watches, with its kind: `procedure-submission/api/errors` */
  readonly name: string;
  readonly metric: IMetric;
  readonly threshold: number;
  /** one sentence: what is wrong for whom */
  readonly says: string;
  /** heading in docs/runbook.md */
  readonly runbook: string;
};

/** An alarm that names itself (boards find it without tying stacks together) and ends with where to read what to do. */
export class ProvinceAlarm extends Alarm {
  readonly fixedName: string;

  constructor(scope: Construct, id: string, props: ProvinceAlarmProps) {
    const alarmName = `haugiang-${props.stage.name}/${props.name}`;
    super(scope, id, {
      alarmName, metric: props.metric, threshold: props.threshold, evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      // queues emit nothing after hours of emptiness and functions nothing when not called: silence is good news
      treatMissingData: TreatMissingData.NOT_BREACHING,
      alarmDescription: `${props.says} Runbook: docs/runbook.md#${props.runbook}`,
    });
    this.fixedName = alarmName;
    this.addAlarmAction(new SnsAction(Topic.fromTopicArn(this, 'Topic', Stack.of(this).formatArn({ service: 'sns', resource: alarmTopicName(props.stage) }))));
  }
}
