import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { type CfnBucket, HttpMethods } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { AgencyCalendarPublishedV1 } from '../../events/directory/agency-calendar-published.v1.ts';
import { AgencyRegisteredV1 } from '../../events/directory/agency-registered.v1.ts';
import { CalendarPublishedV1 } from '../../events/directory/calendar-published.v1.ts';
import { tables } from '../../shared/tables/table-spec.ts';
import { EventConsumer } from '../constructs/event-consumer.ts';
import { Store } from '../constructs/store.ts';
import { StreamPublisher } from '../constructs/stream-publisher.ts';
import { WorkQueue } from '../constructs/work-queue.ts';
import { WorkflowFunction } from '../constructs/workflow-function.ts';
import { WorkflowTable } from '../constructs/workflow-table.ts';
import type { FoundationStack } from '../foundation/stack.ts';
import type { Stage } from '../stages.ts';

/** Reports from scenes: the public's door, the desks, photos. */
export class FeedbackClassificationStack extends Stack {
  readonly api: WorkflowFunction;
  /** where browsers send their photos and see published ones; the site's content policy names it */
  readonly mediaOrigin: string;

  constructor(scope: Construct, id: string, props: StackProps & { readonly stage: Stage; readonly foundation: FoundationStack }) {
    super(scope, id, props);
    const { stage, foundation } = props;
    const bus = foundation.bus.bus;
    const table = new WorkflowTable(this, 'Table', { spec: tables['feedback-classification'], stage });
    const media = new Store(this, 'Media', {
      stage, accessLogs: foundation.accessLogs, variable: 'UPLOADS_BUCKET',
      bucket: {
        cors: [{ allowedOrigins: [stage.siteOrigin], allowedMethods: [HttpMethods.POST], allowedHeaders: ['*'], maxAge: 3600 }],
        lifecycleRules: [{ prefix: 'incoming/', expiration: Duration.days(2) }, { noncurrentVersionExpiration: Duration.days(30), abortIncompleteMultipartUploadAfter: Duration.days(1) }],
      },
    });
    const { bucket: { bucketName } } = media;
    this.mediaOrigin = stage.emulator ? `http://${bucketName}.s3.localhost:${stage.emulator.port}` : `https://${bucketName}.s3.${this.region}.amazonaws.com`;

    this.api = new WorkflowFunction(this, 'Api', {
      stage, entry: 'feedback-classification/api', uses: [table.readWrite(), media.write('incoming/'), media.read('files/')], memoryMb: 1024,
      settings: { UPLOADS_ENDPOINT: stage.emulator ? `http://s3.localhost:${stage.emulator.port}` : '' },
    });
    new StreamPublisher(this, 'Publisher', { stage, workflow: 'feedback-classification', table, bus: foundation.bus });

    const check = new WorkQueue(this, 'CheckMedia', { stage, entry: 'feedback-classification/check-media.queue', uses: [table.readWrite(), media.read('incoming/'), media.write('files/')], memoryMb: 1024 });
    check.queue.addToResourcePolicy(new PolicyStatement({
      actions: ['sqs:SendMessage'], resources: [check.queue.queueArn], principals: [new ServicePrincipal('s3.amazonaws.com')],
      conditions: { StringEquals: { 'aws:SourceAccount': this.account } },
    }));
    // L1: the L2 notification is a custom resource that an emulator cannot run; the policy must stand before the bucket is told of the queue
    (media.bucket.node.defaultChild as CfnBucket).notificationConfiguration = { queueConfigurations: [{ event: 's3:ObjectCreated:*', queue: check.queue.queueArn, filter: { s3Key: { rules: [{ name: 'prefix', value: 'incoming/' }] } } }] };
    media.bucket.node.addDependency(check.queue.node.findChild('Policy'));

    new EventConsumer(this, 'FollowDirectory', {
      stage, bus, events: [CalendarPublishedV1, AgencyCalendarPublishedV1, AgencyRegisteredV1], entry: 'feedback-classification/follow-directory.queue', uses: [table.readWrite()], mostAtOnce: 2,
    });
  }
}
