import { Stack } from 'aws-cdk-lib';
import { Dashboard, GraphWidget, type IMetric, type IWidget, TextWidget } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct, type IConstruct } from 'constructs';
import { WorkQueue } from './work-queue.ts';
import { WorkflowFunction } from './workflow-function.ts';

const found = <T extends IConstruct>(scope: IConstruct, kind: new (...args: never[]) => T): T[] => scope.node.findAll().filter((c): c is T => c instanceof kind);

/** What a workflow's stack holds, drawn: every function's calls, errors and times, every queue's depth, age and dead letters. */
export class WorkflowDashboard extends Construct {
  constructor(stack: Stack, props: { readonly stage: string; readonly workflow: string }) {
    super(stack, 'Dashboard');
    const graph = (title: string, left: IMetric[], right: IMetric[] = []): IWidget => new GraphWidget({ title, left, right, width: 12, height: 6 });
    const widgets: IWidget[] = [new TextWidget({ width: 24, height: 1, markdown: `# ${props.workflow} (${props.stage})` })];
    for (const { entry, fn } of found(stack, WorkflowFunction)) {
      widgets.push(graph(entry, [fn.metricInvocations(), fn.metricErrors(), fn.metricThrottles()], [fn.metricDuration({ statistic: 'p50' }), fn.metricDuration({ statistic: 'p99' })]));
    }
    for (const { queue, deadLetters, worker } of found(stack, WorkQueue)) {
      widgets.push(graph(`${worker.entry}: queue`, [queue.metricApproximateNumberOfMessagesVisible(), deadLetters.metricApproximateNumberOfMessagesVisible()], [queue.metricApproximateAgeOfOldestMessage()]));
    }
    new Dashboard(this, 'Board', { dashboardName: `haugiang-${props.stage}-${props.workflow}`, widgets: [widgets] });
  }
}

