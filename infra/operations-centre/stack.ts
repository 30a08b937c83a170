import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { EventConsumer } from '../constructs/event-consumer.ts';
import { Every } from '../constructs/every.ts';
import { Lake } from '../constructs/lake.ts';
import { WorkflowFunction } from '../constructs/workflow-function.ts';
import type { FoundationStack } from '../foundation/stack.ts';
import type { Stage } from '../stages.ts';

/** Everything that happens goes into the lake; tiles come out as static JSON. Looking never starts a query. */
export class OperationsCentreStack extends Stack {
  constructor(scope: Construct, id: string, props: StackProps & { readonly stage: Stage; readonly foundation: FoundationStack }) {
    super(scope, id, props);
    const { stage, foundation } = props;
    const lake = new Lake(this, 'Lake', { stage, accessLogs: foundation.accessLogs });
    new EventConsumer(this, 'WriteLake', {
      stage, bus: foundation.bus.bus, events: 'all', entry: 'operations-centre/write-lake.queue', uses: [lake.store.write('events/')],
      // a figure is on the wall within a minute: gathering is part of its way
      batchSize: 500, gather: Duration.seconds(stage.emulator ? 1 : 5), mostAtOnce: 2,
    });
    const tiles = new WorkflowFunction(this, 'RefreshTiles', {
      stage, entry: 'operations-centre/refresh-tiles.schedule', uses: [lake.query(), foundation.site.readWrite('du-lieu/o-so-lieu/')],
      // two rounds a minute, mostly waiting: little memory, and time for a slow query in the second
      timeout: Duration.seconds(60), memoryMb: 256,
    });
    new Every(this, 'EveryMinute', { rate: 'rate(1 minute)', target: tiles });
  }
}
