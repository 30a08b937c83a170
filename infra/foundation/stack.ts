import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { EmailIdentity, Identity } from 'aws-cdk-lib/aws-ses';
import type { Construct } from 'constructs';
import { ProvinceBus } from '../constructs/event-bus.ts';
import { Store } from '../constructs/store.ts';
import type { Stage } from '../stages.ts';

/** What every workflow stands on: the bus, the site's bucket, the sender's address. */
export class FoundationStack extends Stack {
  readonly bus: ProvinceBus;
  readonly site: Store;
  readonly mailSender: EmailIdentity;

  constructor(scope: Construct, id: string, props: StackProps & { readonly stage: Stage }) {
    super(scope, id, props);
    const { stage } = props;
    this.bus = new ProvinceBus(this, 'Bus', { stage });
    this.site = new Store(this, 'Site', {
      stage, variable: 'SITE_BUCKET', policyElsewhere: true,
      bucket: { lifecycleRules: [{ noncurrentVersionExpiration: Duration.days(30), abortIncompleteMultipartUploadAfter: Duration.days(1) }] },
    });
    this.mailSender = new EmailIdentity(this, 'MailSender', {
      identity: stage.emulator ? Identity.email(stage.mailFrom) : Identity.domain(stage.mailFrom.split('@')[1] ?? stage.mailFrom),
    });
  }
}
