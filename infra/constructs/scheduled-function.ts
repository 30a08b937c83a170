import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import { WorkflowFunction, type WorkflowFunctionProps } from './workflow-function.ts';

/** A function woken by the clock. The next run is the retry of a failed one, so nothing is tried again in between. */
export class ScheduledFunction extends Construct {
  constructor(scope: Construct, id: string, props: WorkflowFunctionProps & { /** `rate(...)` or `cron(...)`, in UTC */ readonly every: string }) {
    super(scope, id);
    const { fn } = new WorkflowFunction(this, 'Worker', props);
    const clock = new Role(this, 'Clock', { assumedBy: new ServicePrincipal('scheduler.amazonaws.com') });
    fn.grantInvoke(clock);
    new CfnSchedule(this, 'Schedule', {
      scheduleExpression: props.every, flexibleTimeWindow: { mode: 'OFF' },
      target: { arn: fn.functionArn, roleArn: clock.roleArn, retryPolicy: { maximumRetryAttempts: 0 } },
    });
  }
}
