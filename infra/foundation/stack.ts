import { Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { EmailIdentity, Identity } from 'aws-cdk-lib/aws-ses';
import type { Construct } from 'constructs';
import { ProvinceBus } from '../constructs/event-bus.ts';
import { Store } from '../constructs/store.ts';
import type { Stage } from '../stages.ts';
import { AlarmTopic } from './alarm-topic.ts';

/** What every workflow stands on: the bus, the site's bucket, the sender's address. */
export class FoundationStack extends Stack {
  readonly bus: ProvinceBus;
  readonly site: Store;
  readonly accessLogs: Bucket | undefined;
  readonly mailSender: EmailIdentity;

  constructor(scope: Construct, id: string, props: StackProps & { readonly stage: Stage }) {
    super(scope, id, props);
    const { stage } = props;
    this.bus = new ProvinceBus(this, 'Bus', { stage });
    new AlarmTopic(this, 'Alarms', { stage });
    this.accessLogs = stage.emulator ? undefined : this.#accessLogs(stage);
    this.site = new Store(this, 'Site', {
      stage, accessLogs: this.accessLogs, variable: 'SITE_BUCKET', policyElsewhere: true,
      bucket: { lifecycleRules: [{ noncurrentVersionExpiration: Duration.days(30), abortIncompleteMultipartUploadAfter: Duration.days(1) }] },
    });
    this.mailSender = new EmailIdentity(this, 'MailSender', {
      identity: stage.emulator ? Identity.email(stage.mailFrom) : Identity.domain(stage.mailFrom.split('@')[1] ?? stage.mailFrom),
    });
  }

  /** Who touched the buckets, kept a year. */
  #accessLogs(stage: Stage): Bucket {
    const bucket = new Bucket(this, 'AccessLogs', {
      enforceSSL: true, blockPublicAccess: BlockPublicAccess.BLOCK_ALL, encryption: BucketEncryption.S3_MANAGED, versioned: true,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED, lifecycleRules: [{ expiration: Duration.days(365) }],
      removalPolicy: stage.retainData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    bucket.addToResourcePolicy(new PolicyStatement({
      actions: ['s3:PutObject'], resources: [bucket.arnForObjects('*')], principals: [new ServicePrincipal('logging.s3.amazonaws.com')],
      conditions: { StringEquals: { 'aws:SourceAccount': this.account } },
    }));
    return bucket;
  }
}
