import { expect, test } from 'vitest';
import { CloudWatchClient, DescribeAlarmsCommand, PutMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import { eventually, messagesIn, options, out } from './probe-client.ts';

const cloudWatch = new CloudWatchClient(options);

test('a metric of our own over its threshold raises the alarm, and whoever is on call hears it with the runbook', async () => {
  await cloudWatch.send(new PutMetricDataCommand({ Namespace: 'HauGiangProbe', MetricData: [{ MetricName: 'ParkedRecords', Value: 3 }] }));
  await eventually(async () => {
    const { MetricAlarms = [] } = await cloudWatch.send(new DescribeAlarmsCommand({ AlarmNames: [out('AlarmName')] }));
    return MetricAlarms.find(({ StateValue }) => StateValue === 'ALARM');
  }, 40_000);
  const heard = await eventually(async () => (await messagesIn(out('HeardUrl')))[0], 20_000);
  expect(heard).toContain('docs/runbook.md#parked-records');
});
