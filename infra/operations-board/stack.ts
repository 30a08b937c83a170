import { ArnFormat, Stack, type StackProps } from 'aws-cdk-lib';
import { Alarm, AlarmStatusWidget, Dashboard, GraphWidget, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { ProvinceAlarm } from '../constructs/province-alarm.ts';
import type { Stage } from '../stages.ts';

/** One board for the duty officer: every alarm of the province, and how the API is doing. */
export class OperationsBoardStack extends Stack {
  constructor(scope: Construct, id: string, props: StackProps & { readonly stage: Stage; readonly workflows: readonly Stack[]; readonly apiId: string }) {
    super(scope, id, props);
    // by name: a reference would export every alarm of every stack and forbid removing one
    const alarms = props.workflows.flatMap((s) => s.node.findAll().filter((c) => c instanceof ProvinceAlarm))
      .map(({ fixedName }, i) => Alarm.fromAlarmArn(this, `Alarm${i}`, this.formatArn({ service: 'cloudwatch', resource: 'alarm', resourceName: fixedName, arnFormat: ArnFormat.COLON_RESOURCE_NAME })));
    const api = (metricName: string, statistic: string) => new Metric({ namespace: 'AWS/ApiGateway', metricName, statistic, dimensionsMap: { ApiId: props.apiId } });
    new Dashboard(this, 'Board', {
      dashboardName: `haugiang-${props.stage.name}-operations`,
      widgets: [
        [new AlarmStatusWidget({ title: 'Alarms', alarms, width: 24, height: 8 })],
        [
          new GraphWidget({ title: 'Requests and refusals', left: [api('Count', 'Sum'), api('4xx', 'Sum'), api('5xx', 'Sum')], width: 12 }),
          new GraphWidget({ title: 'Latency', left: [api('Latency', 'p50'), api('Latency', 'p99')], width: 12 }),
        ],
      ],
    });
  }
}
