import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';

const metrics = new Metrics({ namespace: 'haugiang' });

/** Counts something worth an alarm, by at most a few dimensions of few values. One line in embedded metric format. */
export const count = (name: string, dimensions: Readonly<Record<string, string>> = {}, amount = 1): void => {
  metrics.addDimensions({ ...dimensions });
  metrics.addMetric(name, MetricUnit.Count, amount);
  metrics.publishStoredMetrics();
};

/** One answered request: its own time in milliseconds, and whether we were at fault. */
export const countRequest = (route: string, milliseconds: number, atFault: boolean): void => {
  metrics.addDimension('route', route);
  metrics.addMetric('RequestDuration', MetricUnit.Milliseconds, milliseconds);
  metrics.addMetric('RequestFault', MetricUnit.Count, atFault ? 1 : 0);
  metrics.publishStoredMetrics();
};
