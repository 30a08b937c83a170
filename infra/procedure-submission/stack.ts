import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { type CfnBucket, HttpMethods, ObjectLockRetention } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { dossierEvents } from '../../events/all-events.ts';
import { AgencyCalendarPublishedV1 } from '../../events/directory/agency-calendar-published.v1.ts';
import { AgencyRegisteredV1 } from '../../events/directory/agency-registered.v1.ts';
import { CalendarPublishedV1 } from '../../events/directory/calendar-published.v1.ts';
import { PaymentSettledV1 } from '../../events/lgsp-connectors/payment-settled.v1.ts';
import { dossierAccepted } from '../../events/procedure-submission/dossier-accepted.ts';
import { BookingCancelledV1 } from '../../events/procedure-submission/booking-cancelled.v1.ts';
import { BookingMadeV1 } from '../../events/procedure-submission/booking-made.v1.ts';
import { BookingMovedV1 } from '../../events/procedure-submission/booking-moved.v1.ts';
import { BookingNearV1 } from '../../events/procedure-submission/booking-near.v1.ts';
import { BookingUnplacedV1 } from '../../events/procedure-submission/booking-unplaced.v1.ts';
import { DossierExtendedV1 } from '../../events/procedure-submission/dossier-extended.v1.ts';
import { DossierFinishedV1 } from '../../events/procedure-submission/dossier-finished.v1.ts';
import { DossierPaidV1 } from '../../events/procedure-submission/dossier-paid.v1.ts';
import { DossierPaymentExemptedV1 } from '../../events/procedure-submission/dossier-payment-exempted.v1.ts';
import { DossierPaymentRequestedV1 } from '../../events/procedure-submission/dossier-payment-requested.v1.ts';
import { DossierPaymentUnbookedV1 } from '../../events/procedure-submission/dossier-payment-unbooked.v1.ts';
import { DossierHandedOverV1 } from '../../events/procedure-submission/dossier-handed-over.v1.ts';
import { DossierRecomputedV1 } from '../../events/procedure-submission/dossier-recomputed.v1.ts';
import { DossierResultCorrectedV1 } from '../../events/procedure-submission/dossier-result-corrected.v1.ts';
import { DossierSupplementOverdueV1 } from '../../events/procedure-submission/dossier-supplement-overdue.v1.ts';
import { DossierTransferredV1 } from '../../events/procedure-submission/dossier-transferred.v1.ts';
import { DossierRefusedV1 } from '../../events/procedure-submission/dossier-refused.v1.ts';
import { DossierResumedV1 } from '../../events/procedure-submission/dossier-resumed.v1.ts';
import { DossierStoppedV1 } from '../../events/procedure-submission/dossier-stopped.v1.ts';
import { DossierSubmittedV1 } from '../../events/procedure-submission/dossier-submitted.v1.ts';
import { DossierSupplementAnsweredV1 } from '../../events/procedure-submission/dossier-supplement-answered.v1.ts';
import { DossierSupplementRequestedV1 } from '../../events/procedure-submission/dossier-supplement-requested.v1.ts';
import { DossierWithdrawnV1 } from '../../events/procedure-submission/dossier-withdrawn.v1.ts';
import { RegisterPrintRequestedV1 } from '../../events/procedure-submission/register-print-requested.v1.ts';
import { tables } from '../../shared/tables/table-spec.ts';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
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

/** Procedures and dossiers: the catalogue, the one-stop desks, attachments and issued documents. */
export class ProcedureSubmissionStack extends Stack {
  readonly api: WorkflowFunction;
  /** where browsers send their files; the site's content policy names it */
  readonly uploadsOrigin: string;
  /** where browsers read issued documents from */
  readonly documentsOrigin: string;

  constructor(scope: Construct, id: string, props: StackProps & { readonly stage: Stage; readonly foundation: FoundationStack }) {
    super(scope, id, props);
    const { stage, foundation } = props;
    const bus = foundation.bus.bus;
    const table = new WorkflowTable(this, 'Table', { spec: tables['procedure-submission'], stage });
    const uploads = new Store(this, 'Uploads', {
      stage, accessLogs: foundation.accessLogs, variable: 'UPLOADS_BUCKET',
      bucket: {
        cors: [{ allowedOrigins: [stage.siteOrigin], allowedMethods: [HttpMethods.POST], allowedHeaders: ['*'], maxAge: 3600 }],
        lifecycleRules: [{ prefix: 'incoming/', expiration: Duration.days(2) }, { prefix: 'prints/', expiration: Duration.days(1) }, { noncurrentVersionExpiration: Duration.days(30), abortIncompleteMultipartUploadAfter: Duration.days(1) }],
      },
    });
    const documents = new Store(this, 'Documents', {
      stage, accessLogs: foundation.accessLogs, variable: 'DOCUMENTS_BUCKET',
      bucket: { objectLockEnabled: true, objectLockDefaultRetention: ObjectLockRetention.compliance(Duration.days(stage.documentLockDays)) },
    });
    const originOf = ({ bucket: { bucketName } }: Store): string =>
      (stage.emulator ? `http://${bucketName}.s3.localhost:${stage.emulator.port}` : `https://${bucketName}.s3.${this.region}.amazonaws.com`);
    this.uploadsOrigin = originOf(uploads);
    this.documentsOrigin = originOf(documents);
    const endpoint = { UPLOADS_ENDPOINT: stage.emulator ? `http://s3.localhost:${stage.emulator.port}` : '' };

    this.api = new WorkflowFunction(this, 'Api', {
      stage, entry: 'procedure-submission/api', uses: [table.readWrite(), uploads.write('incoming/'), uploads.read('files/'), uploads.read('prints/'), documents.read()], settings: endpoint, memoryMb: 1024,
    });
    // a version begins at midnight; filing knows that by itself, pages follow within minutes
    const begin = new WorkflowFunction(this, 'BeginVersions', { stage, entry: 'procedure-submission/begin-versions.schedule', uses: [table.only('GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem')], timeout: Duration.minutes(1) });
    new Every(this, 'BeginVersionsOften', { rate: 'rate(5 minutes)', target: begin });
    new StreamPublisher(this, 'Publisher', { stage, workflow: 'procedure-submission', table, bus: foundation.bus });

    const check = new WorkQueue(this, 'CheckAttachment', {
      stage, entry: 'procedure-submission/check-attachment.queue', uses: [table.only('GetItem', 'PutItem', 'UpdateItem'), uploads.read('incoming/'), uploads.write('files/')], memoryMb: 1024,
    });
    check.queue.addToResourcePolicy(new PolicyStatement({
      actions: ['sqs:SendMessage'], resources: [check.queue.queueArn], principals: [new ServicePrincipal('s3.amazonaws.com')],
      conditions: { StringEquals: { 'aws:SourceAccount': this.account } },
    }));
    // L1: the L2 notification is a custom resource that an emulator cannot run; the policy must stand before the bucket is told of the queue
    (uploads.bucket.node.defaultChild as CfnBucket).notificationConfiguration = { queueConfigurations: [{ event: 's3:ObjectCreated:*', queue: check.queue.queueArn, filter: { s3Key: { rules: [{ name: 'prefix', value: 'incoming/' }] } } }] };
    uploads.bucket.node.addDependency(check.queue.node.findChild('Policy'));

    new EventConsumer(this, 'IssueDocument', {
      stage, bus, events: [...dossierAccepted, DossierRefusedV1, DossierSupplementRequestedV1, DossierStoppedV1, DossierExtendedV1, DossierHandedOverV1, DossierFinishedV1, DossierPaymentRequestedV1, DossierPaidV1, DossierResultCorrectedV1], entry: 'procedure-submission/issue-document.queue',
      uses: [table.readWrite(), documents.readWrite(), uploads.read('files/')], memoryMb: 1024,
    });
    // a month of a busy agency takes a while: apart from the forms that people wait for, one at a time
    new EventConsumer(this, 'PrintRegister', {
      stage, bus, events: [RegisterPrintRequestedV1], entry: 'procedure-submission/print-register.queue', uses: [table.readWrite(), uploads.write('prints/')], memoryMb: 2048, timeout: Duration.minutes(3), batchSize: 1,
    });
    const notify = new EventConsumer(this, 'NotifyApplicant', {
      stage, bus, entry: 'procedure-submission/notify-applicant.queue',
      events: [
        DossierSubmittedV1, ...dossierAccepted, DossierRefusedV1, DossierFinishedV1, DossierSupplementRequestedV1, DossierSupplementAnsweredV1,
        DossierStoppedV1, DossierResumedV1, DossierExtendedV1, DossierWithdrawnV1,
        DossierPaymentRequestedV1, DossierPaidV1, DossierPaymentExemptedV1, DossierPaymentUnbookedV1,
        DossierTransferredV1, DossierResultCorrectedV1, DossierRecomputedV1, DossierSupplementOverdueV1,
      ],
      uses: [table.readWrite()], settings: { MAIL_FROM: stage.mailFrom },
    });
    // the emulator looks this one permission up under `*`
    notify.work.worker.allow(['ses:SendEmail'], [stage.emulator ? '*' : foundation.mailSender.emailIdentityArn]);
    const tell = new EventConsumer(this, 'TellBooker', {
      stage, bus, entry: 'procedure-submission/tell-booker.queue', events: [BookingMadeV1, BookingMovedV1, BookingCancelledV1, BookingNearV1, BookingUnplacedV1],
      uses: [table.readWrite()], settings: { MAIL_FROM: stage.mailFrom },
    });
    tell.work.worker.allow(['ses:SendEmail'], [stage.emulator ? '*' : foundation.mailSender.emailIdentityArn]);
    const watch = new WorkflowFunction(this, 'WatchBookings', { stage, entry: 'procedure-submission/watch-bookings.schedule', uses: [table.readWrite()], timeout: Duration.minutes(2), memoryMb: 256 });
    new Every(this, 'WatchBookingsOften', { rate: stage.emulator ? 'rate(1 minute)' : 'rate(5 minutes)', target: watch });
    new ProvinceAlarm(this, 'BookingsNotWatched', {
      stage, name: 'procedure-submission/watch-bookings.schedule/runs', threshold: 2,
      metric: new Metric({ namespace: 'haugiang', metricName: 'ScheduledRunFailed', statistic: 'Sum', period: Duration.minutes(30), dimensionsMap: { service: 'procedure-submission', schedule: 'watch-bookings' } }),
      says: 'People with a booking could not be reminded, or told that their place is gone, twice in half an hour.', runbook: 'bookings-are-not-watched',
    });
    const warn = new WorkflowFunction(this, 'WarnUnanswered', {
      stage, entry: 'procedure-submission/warn-unanswered.schedule', uses: [table.readWrite()], timeout: Duration.seconds(60), memoryMb: 256,
    });
    new Every(this, 'WarnUnansweredOften', { rate: stage.emulator ? 'rate(1 minute)' : 'rate(5 minutes)', target: warn });
    new ProvinceAlarm(this, 'WarningsNotSent', {
      stage, name: 'procedure-submission/warn-unanswered.schedule/runs', threshold: 2,
      metric: new Metric({ namespace: 'haugiang', metricName: 'ScheduledRunFailed', statistic: 'Sum', period: Duration.minutes(15), dimensionsMap: { service: 'procedure-submission', schedule: 'warn-unanswered' } }),
      says: 'Applicants who did not answer in time could not be warned twice in a quarter of an hour.', runbook: 'applicants-are-not-warned',
    });
    new EventConsumer(this, 'OnPaymentSettled', {
      stage, bus, events: [PaymentSettledV1], entry: 'procedure-submission/on-payment-settled.queue', uses: [table.readWrite()], mostAtOnce: 2,
    });
    new EventConsumer(this, 'FollowDirectory', {
      stage, bus, events: [CalendarPublishedV1, AgencyCalendarPublishedV1, AgencyRegisteredV1], entry: 'procedure-submission/follow-directory.queue', uses: [table.only('GetItem', 'Query', 'PutItem')], mostAtOnce: 2,
    });
    new EventConsumer(this, 'CountDossiers', {
      stage, bus, events: dossierEvents, entry: 'procedure-submission/count-dossiers.queue', uses: [table.readWrite()],
      // what waits together is counted together: fewer writes, and no two batches long on the same counters
      batchSize: 50, gather: Duration.seconds(stage.emulator ? 1 : 5), mostAtOnce: 2,
    });
    const rebuild = new WorkflowFunction(this, 'RebuildCounters', {
      stage, entry: 'procedure-submission/rebuild-counters.command', uses: [table.readWrite()], memoryMb: 1024, timeout: Duration.minutes(15),
    });
    const succeed = new WorkflowFunction(this, 'SucceedDossiers', {
      stage, entry: 'procedure-submission/succeed-dossiers.command', uses: [table.readWrite()], memoryMb: 1024, timeout: Duration.minutes(15),
    });
    new CfnOutput(this, 'SucceedDossiersFunction', { value: succeed.fn.functionName });
    const figures = new WorkflowFunction(this, 'PublishFigures', { stage, entry: 'procedure-submission/publish-figures.schedule', uses: [table.readWrite()], timeout: Duration.minutes(1), memoryMb: 1024 });
    new Every(this, 'PublishFiguresOften', { rate: stage.emulator ? 'rate(1 minute)' : 'rate(5 minutes)', target: figures });
    new ProvinceAlarm(this, 'FiguresNotPublished', {
      stage, name: 'procedure-submission/publish-figures.schedule/runs', threshold: 2,
      metric: new Metric({ namespace: 'haugiang', metricName: 'ScheduledRunFailed', statistic: 'Sum', period: Duration.minutes(15), dimensionsMap: { service: 'procedure-submission', schedule: 'publish-figures' } }),
      says: 'The figures of the statistics pages could not be published twice in a quarter of an hour.', runbook: 'figures-do-not-come',
    });
    new CfnOutput(this, 'PublishFiguresFunction', { value: figures.fn.functionName });
    new CfnOutput(this, 'RebuildCountersFunction', { value: rebuild.fn.functionName });

    const looks = new WorkflowFunction(this, 'LookDue', { stage, entry: 'procedure-submission/look-due.schedule', uses: [table.readWrite('ConditionCheckItem')], timeout: Duration.minutes(4) });
    new Every(this, 'LookEveryFiveMinutes', { rate: 'rate(5 minutes)', target: looks });
    const counted = (metricName: string, more: Record<string, string> = {}) => new Metric({ namespace: 'haugiang', metricName, statistic: 'Sum', period: Duration.minutes(15), dimensionsMap: { service: 'procedure-submission', ...more } });
    new ProvinceAlarm(this, 'LooksFailed', {
      stage, name: 'procedure-submission/look-due.schedule/looks', metric: counted('LookFailed'), threshold: 1,
      says: 'A dossier whose time has come could not be looked at: its warnings wait.', runbook: 'warnings-do-not-come',
    });
    new ProvinceAlarm(this, 'LookRunsFailed', {
      stage, name: 'procedure-submission/look-due.schedule/runs', metric: counted('ScheduledRunFailed', { schedule: 'look-due' }), threshold: 2,
      says: 'The sweep for warnings failed twice in a quarter of an hour.', runbook: 'warnings-do-not-come',
    });
  }
}
