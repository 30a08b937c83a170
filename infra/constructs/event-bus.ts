import { Duration } from 'aws-cdk-lib';
import { Archive, EventBus } from 'aws-cdk-lib/aws-events';
import { Construct } from 'constructs';
import type { Stage } from '../stages.ts';
import type { Binding } from './binding.ts';

/** The bus of the stage; with an archive that can be replayed where the stage has one. */
export class ProvinceBus extends Construct {
  readonly bus: EventBus;

  constructor(scope: Construct, id: string, props: { readonly stage: Stage }) {
    super(scope, id);
    this.bus = new EventBus(this, 'Bus', { eventBusName: `haugiang-${props.stage.name}` });
    if (props.stage.eventArchive) {
      new Archive(this, 'Archive', { sourceEventBus: this.bus, eventPattern: { source: [{ prefix: 'haugiang.' }] as unknown as string[] }, retention: Duration.days(365) });
    }
  }

  publish(): Binding {
    return { env: { BUS_NAME: this.bus.eventBusName }, grant: (to) => void this.bus.grantPutEventsTo(to) };
  }
}
