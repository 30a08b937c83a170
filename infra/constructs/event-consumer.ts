import { EventBus, type IEventBus, Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import type { EventDefinition } from '../../events/define-event.ts';
import { WorkQueue, type WorkQueueProps } from './work-queue.ts';

export type EventConsumerProps = WorkQueueProps & {
  readonly bus: IEventBus;
  /** the versions it accepts; `all` for every event of the province */
  readonly events: readonly EventDefinition[] | 'all';
};

/** Rule -> queue -> dead-letter queue -> function -> alarms. */
export class EventConsumer extends Construct {
  readonly work: WorkQueue;

  constructor(scope: Construct, id: string, props: EventConsumerProps) {
    super(scope, id);
    this.work = new WorkQueue(this, 'Work', props);
    const { events } = props;
    new Rule(this, 'Rule', {
      // a bus of this app, seen without its grants
      eventBus: EventBus.fromEventBusArn(this, 'Bus', props.bus.eventBusArn),
      eventPattern: events === 'all'
        ? { source: [{ prefix: 'haugiang.' }] as unknown as string[] }
        : { source: [...new Set(events.map((e) => e.source))], detailType: events.map((e) => e.detailType) },
      targets: [new SqsQueue(this.work.queue, { deadLetterQueue: this.work.deadLetters })],
    });
  }
}
