import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { type CfnBucket, HttpMethods } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { feedbackEvents } from '../../events/all-events.ts';
import { AgencyCalendarPublishedV1 } from '../../events/directory/agency-calendar-published.v1.ts';
import { AgencyRegisteredV1 } from '../../events/directory/agency-registered.v1.ts';
import { CalendarPublishedV1 } from '../../events/directory/calendar-published.v1.ts';
import { PostsChangedV1 } from '../../events/directory/posts-changed.v1.ts';
import { FeedbackAcceptedV1 } from '../../events/feedback-classification/feedback-accepted.v1.ts';
import { FeedbackExtendedV1 } from '../../events/feedback-classification/feedback-extended.v1.ts';
import { FeedbackForgottenV1 } from '../../events/feedback-classification/feedback-forgotten.v1.ts';
import { FeedbackPublishedV1 } from '../../events/feedback-classification/feedback-published.v1.ts';
import { FeedbackRefusedV1 } from '../../events/feedback-classification/feedback-refused.v1.ts';
import { FeedbackReopenedV1 } from '../../events/feedback-classification/feedback-reopened.v1.ts';
import { FeedbackReportedV1 } from '../../events/feedback-classification/feedback-reported.v1.ts';
import { MessageReceivedV1 } from '../../events/feedback-classification/message-received.v1.ts';
import { SubscriptionRequestedV1 } from '../../events/feedback-classification/subscription-requested.v1.ts';
import { tables } from '../../shared/tables/table-spec.ts';
import { EventConsumer } from '../constructs/event-consumer.ts';
import { Every } from '../constructs/every.ts';
import { ProvinceAlarm } from '../constructs/province-alarm.ts';
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
        cors: [{ allowedOrigins: [stage.siteOrigin], allowedMethods: [HttpMethods.POST, HttpMethods.GET], allowedHeaders: ['*'], maxAge: 3600 }],
        lifecycleRules: [{ prefix: 'incoming/', expiration: Duration.days(2) }, { noncurrentVersionExpiration: Duration.days(30), abortIncompleteMultipartUploadAfter: Duration.days(1) }],
      },
    });
    const { bucket: { bucketName } } = media;
    this.mediaOrigin = stage.emulator ? `http://${bucketName}.s3.localhost:${stage.emulator.port}` : `https://${bucketName}.s3.${this.region}.amazonaws.com`;

    const models = new Store(this, 'Models', { stage, accessLogs: foundation.accessLogs, variable: 'MODELS_BUCKET' });

    this.api = new WorkflowFunction(this, 'Api', {
      stage, entry: 'feedback-classification/api', uses: [table.readWrite(), media.write('incoming/'), media.read('files/'), models.read('classifier/')], memoryMb: 1024,
      settings: { UPLOADS_ENDPOINT: stage.emulator ? `http://s3.localhost:${stage.emulator.port}` : '', MODEL_LOOK_SECONDS: stage.emulator ? '1' : '300' },
    });
    const keys = new WorkflowFunction(this, 'GiveApiKey', { stage, entry: 'feedback-classification/give-api-key.command', uses: [table.only('GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem')], memoryMb: 256 });
    new CfnOutput(this, 'GiveApiKeyFunction', { value: keys.fn.functionName });
    new StreamPublisher(this, 'Publisher', { stage, workflow: 'feedback-classification', table, bus: foundation.bus });

    const check = new WorkQueue(this, 'CheckMedia', { stage, entry: 'feedback-classification/check-media.queue', uses: [table.only('GetItem', 'PutItem', 'UpdateItem'), media.read('incoming/'), media.write('files/')], memoryMb: 1024 });
    check.queue.addToResourcePolicy(new PolicyStatement({
      actions: ['sqs:SendMessage'], resources: [check.queue.queueArn], principals: [new ServicePrincipal('s3.amazonaws.com')],
      conditions: { StringEquals: { 'aws:SourceAccount': this.account } },
    }));
    // L1: the L2 notification is a custom resource that an emulator cannot run; the policy must stand before the bucket is told of the queue
    (media.bucket.node.defaultChild as CfnBucket).notificationConfiguration = { queueConfigurations: [{ event: 's3:ObjectCreated:*', queue: check.queue.queueArn, filter: { s3Key: { rules: [{ name: 'prefix', value: 'incoming/' }] } } }] };
    media.bucket.node.addDependency(check.queue.node.findChild('Policy'));

    // nothing leaves the emulator: what would be answered over Zalo is kept to be looked at
    const sandbox = stage.emulator ? 'yes' : '';
    const tell = new EventConsumer(this, 'TellReporters', {
      stage, bus, entry: 'feedback-classification/tell-reporters.queue', uses: [table.readWrite()], settings: { MAIL_FROM: stage.mailFrom, MESSENGER_SANDBOX: sandbox },
      events: [FeedbackReportedV1, FeedbackAcceptedV1, FeedbackRefusedV1, FeedbackExtendedV1, FeedbackPublishedV1, FeedbackReopenedV1],
    });
    const follow = new EventConsumer(this, 'TellFollowers', {
      stage, bus, entry: 'feedback-classification/tell-followers.queue', uses: [table.readWrite()], settings: { MAIL_FROM: stage.mailFrom, MESSENGER_SANDBOX: sandbox },
      // who was written to before is passed over: a long list goes on where it stopped
      events: [FeedbackAcceptedV1, FeedbackPublishedV1, FeedbackReopenedV1, SubscriptionRequestedV1], timeout: Duration.minutes(5), batchSize: 1, mostAtOnce: 5,
    });
    const messages = new EventConsumer(this, 'FileMessages', {
      stage, bus, events: [MessageReceivedV1], entry: 'feedback-classification/file-messages.queue', uses: [table.readWrite(), media.write('files/'), models.read('classifier/')], memoryMb: 1024, timeout: Duration.minutes(2), batchSize: 1, mostAtOnce: 5,
      settings: { MAIL_FROM: stage.mailFrom, MESSENGER_SANDBOX: sandbox, UPLOADS_ENDPOINT: '' },
    });
    const channels = new WorkflowFunction(this, 'Channel', { stage, entry: 'feedback-classification/channel.command', uses: [table.only('Query', 'PutItem', 'DeleteItem')], memoryMb: 256 });
    new CfnOutput(this, 'ChannelFunction', { value: channels.fn.functionName });
    // the emulator looks this one permission up under `*`
    for (const { work } of [tell, follow, messages]) work.worker.allow(['ses:SendEmail'], [stage.emulator ? '*' : foundation.mailSender.emailIdentityArn]);
    new EventConsumer(this, 'CountFeedback', {
      stage, bus, events: feedbackEvents, entry: 'feedback-classification/count-feedback.queue', uses: [table.readWrite()],
      // what waits together is counted together: a report that moved twice is counted once
      batchSize: 50, gather: Duration.seconds(stage.emulator ? 1 : 5), mostAtOnce: 2,
    });
    new EventConsumer(this, 'ExportRegister', {
      stage, bus, events: feedbackEvents, entry: 'feedback-classification/export-register.queue', uses: [table.only('GetItem', 'BatchGetItem', 'Query'), foundation.site.readWrite('du-lieu/phan-anh/')],
      // a month is written whole: what changes within five minutes is written at once
      batchSize: 1000, gather: stage.emulator ? Duration.seconds(1) : Duration.minutes(5), mostAtOnce: 2, memoryMb: 1024, timeout: Duration.minutes(2),
    });
    new EventConsumer(this, 'SendWebhooks', { stage, bus, events: feedbackEvents, entry: 'feedback-classification/send-webhooks.queue', uses: [table.readWrite()], timeout: Duration.minutes(1), mostAtOnce: 5 });
    const webhooks = new WorkflowFunction(this, 'Webhook', { stage, entry: 'feedback-classification/webhook.command', uses: [table.readWrite()], timeout: Duration.minutes(10) });
    new CfnOutput(this, 'WebhookFunction', { value: webhooks.fn.functionName });
    new EventConsumer(this, 'DestroyMedia', { stage, bus, events: [FeedbackForgottenV1], entry: 'feedback-classification/destroy-media.queue', uses: [media.remove('files/'), media.remove('public/')], mostAtOnce: 2 });
    const looks = new WorkflowFunction(this, 'LookDue', { stage, entry: 'feedback-classification/look-due.schedule', uses: [table.readWrite('ConditionCheckItem')], timeout: Duration.minutes(4) });
    // an emergency is to be sorted within thirty minutes: a minute late is soon enough
    new Every(this, 'LookOften', { rate: 'rate(1 minute)', target: looks });
    const counted = (metricName: string, more: Record<string, string> = {}) => new Metric({ namespace: 'haugiang', metricName, statistic: 'Sum', period: Duration.minutes(15), dimensionsMap: { service: 'feedback-classification', ...more } });
    new ProvinceAlarm(this, 'WebhooksPaused', {
      stage, name: 'feedback-classification/send-webhooks.queue/paused', metric: counted('WebhookPaused'), threshold: 1,
      says: 'A system that is told of public changes did not take fifty in a row: it is told no more until somebody resumes it.', runbook: 'a-webhook-is-paused',
    });
    new ProvinceAlarm(this, 'LooksFailed', {
      stage, name: 'feedback-classification/look-due.schedule/looks', metric: counted('LookFailed'), threshold: 1,
      says: 'A report whose time has come could not be looked at: its escalation waits.', runbook: 'reports-do-not-escalate',
    });
    new ProvinceAlarm(this, 'LookRunsFailed', {
      stage, name: 'feedback-classification/look-due.schedule/runs', metric: counted('ScheduledRunFailed', { schedule: 'look-due' }), threshold: 2,
      says: 'The sweep for escalations of reports failed twice in a quarter of an hour.', runbook: 'reports-do-not-escalate',
    });

    this.#learning({ stage, table, models });
    new EventConsumer(this, 'FollowDirectory', {
      stage, bus, events: [CalendarPublishedV1, AgencyCalendarPublishedV1, AgencyRegisteredV1, PostsChangedV1], entry: 'feedback-classification/follow-directory.queue', uses: [table.only('GetItem', 'Query', 'PutItem', 'UpdateItem')], mostAtOnce: 2,
    });
  }

  /** Once a week, Monday at two and three in Việt Nam: how suggestions fared, and learning again from what was sorted. */
  #learning({ stage, table, models }: { readonly stage: Stage; readonly table: WorkflowTable; readonly models: Store }): void {
    const counts = new WorkflowFunction(this, 'CountCorrections', { stage, entry: 'feedback-classification/count-corrections.schedule', uses: [table.only('Query', 'BatchGetItem', 'PutItem')], timeout: Duration.minutes(2) });
    new Every(this, 'CountWeekly', { rate: 'cron(0 19 ? * SUN *)', target: counts });
    // a whole processor and room for the corpus: a run takes one to two minutes
    const learns = new WorkflowFunction(this, 'RetrainClassifier', {
      stage, entry: 'feedback-classification/retrain-classifier.schedule', uses: [table.only('Query', 'BatchGetItem', 'PutItem'), models.readWrite('classifier/')], memoryMb: 3008, timeout: Duration.minutes(15),
    });
    new CfnOutput(this, 'CountCorrectionsFunction', { value: counts.fn.functionName });
    new CfnOutput(this, 'RetrainClassifierFunction', { value: learns.fn.functionName });
    new Every(this, 'RetrainWeekly', { rate: 'cron(0 20 ? * SUN *)', target: learns });
    const alarm = (id: string, name: string, { metric, dimensions = {}, says, runbook }: { readonly metric: string; readonly dimensions?: Record<string, string>; readonly says: string; readonly runbook: string }) => new ProvinceAlarm(this, id, {
      stage, name: `feedback-classification/${name}`, threshold: 1, says, runbook,
      metric: new Metric({ namespace: 'haugiang', metricName: metric, statistic: 'Sum', period: Duration.minutes(15), dimensionsMap: { service: 'feedback-classification', ...dimensions } }),
    });
    alarm('CorrectionsRose', 'count-corrections.schedule/rose', { metric: 'CorrectionsRose', says: 'Dispatchers corrected suggestions of a category more often than in the weeks before.', runbook: 'suggestions-are-corrected-more-often' });
    alarm('ModelRefused', 'classifier/refused', { metric: 'ModelRefused', says: 'The published model of the classifier cannot be used: the one of the release answers.', runbook: 'the-published-model-is-refused' });
    for (const schedule of ['count-corrections', 'retrain-classifier']) {
      alarm(`${schedule}-failed`, `${schedule}.schedule/runs`, { metric: 'ScheduledRunFailed', dimensions: { schedule }, says: 'The weekly run of the classifier failed: its figures or its model stay as they were.', runbook: 'the-classifier-does-not-learn' });
    }
  }
}
