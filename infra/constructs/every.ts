import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import type { WorkflowFunction } from './workflow-function.ts';

/** Wakes a function by the clock, which is that of UTC. A failed run is not tried again: the next one is the retry. */
export class Every extends Construct {
  constructor(scope: Construct, id: string, props: { readonly rate: 'rate(1 minute)' | 'rate(5 minutes)' | `cron(${string})`; readonly target: WorkflowFunction }) {
    super(scope, id);
    const { fn } = props.target;
    const clock = new Role(this, 'Clock', { assumedBy: new ServicePrincipal('scheduler.amazonaws.com') });
    fn.grantInvoke(clock);
    new CfnSchedule(this, 'Schedule', {
      scheduleExpression: props.rate, flexibleTimeWindow: { mode: 'OFF' },
      target: { arn: fn.functionArn, roleArn: clock.roleArn, retryPolicy: { maximumRetryAttempts: 0 } },
    });
  }
}
