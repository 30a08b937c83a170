import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import type { WorkflowFunction } from './workflow-function.ts';

/** The clock that wakes a function. A failed run is not repeated: the next one is the retry. */
export class RunEvery extends Construct {
  constructor(scope: Construct, id: string, { minutes, worker }: { readonly minutes: number; readonly worker: WorkflowFunction }) {
    super(scope, id);
    const clock = new Role(this, 'Clock', { assumedBy: new ServicePrincipal('scheduler.amazonaws.com') });
    worker.fn.grantInvoke(clock);
    new CfnSchedule(this, 'Schedule', {
      scheduleExpression: `rate(${minutes} minute${minutes === 1 ? '' : 's'})`, flexibleTimeWindow: { mode: 'OFF' },
      target: { arn: worker.fn.functionArn, roleArn: clock.roleArn, retryPolicy: { maximumRetryAttempts: 0 } },
    });
  }
}
