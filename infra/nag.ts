import { type App, type Stack, Token, Validations } from 'aws-cdk-lib';

type Accepted = { readonly id: string; readonly reason: string };

const nist = (rule: string, reason: string): Accepted => ({ id: `NIST.800.53.R5::NIST.800.53.R5-${rule}`, reason });
const solutions = (rule: string, reason: string): Accepted => ({ id: `AwsSolutions::AwsSolutions-${rule}`, reason });
const serverless = (rule: string, reason: string): Accepted => ({ id: `Serverless::Serverless-${rule}`, reason });

const synchronous = 'No function is invoked asynchronously: HTTP answers its caller, queues redrive to their own dead letters, the stream publisher parks and has an on-failure queue, a schedule runs again by itself.';

/** Findings of the security packs that are accepted for the whole province, each with its reason. */
const everywhere: readonly Accepted[] = [
  solutions('CFR1', 'Citizens of the province live and work in every country; reading public services is not restricted by place.'),
  solutions('CFR3', 'The API logs its requests at its own stage. A list of who read which public page is personal data that nobody needs, so the distribution keeps none.'),
  solutions('COG8', 'The paid threat protection of Cognito is not used: officers are created by administrators and must use a second factor; citizens come through the national provider.'),
  solutions('APIG4', 'Routes without an authoriser are those whose contract says `public`; a test compares every route with its contract.'),
  solutions('IAM5[Resource::*]', 'X-Ray accepts trace segments, and DynamoDB the listing of streams, on `*` only.'),
  solutions('SQS3', 'The queue is itself the place where undeliverable records go.'),
  serverless('SQSRedrivePolicy', 'The queue is itself a dead-letter queue.'),
  serverless('LambdaDLQ', synchronous),
  serverless('LambdaEventSourceMappingDestination', 'The source is a queue: what fails goes to its dead-letter queue by the redrive policy; the stream sources have their destination.'),
  nist('LambdaDLQ', synchronous),
  nist('LambdaConcurrency', 'Functions share the account’s concurrency; the API is throttled at its stage. A reserve per function would only move the shortage.'),
  nist('LambdaInsideVPC', 'Functions talk to regional AWS services over TLS with their own roles and to nothing else; a network of our own would add a bill and a point of failure without closing anything.'),
  nist('IAMNoInlinePolicy', 'Each role belongs to one function and its policy to that role: a shared managed policy would be wider than either needs.'),
  nist('CloudWatchLogGroupEncrypted', 'Logs hold an allow-list of fields without personal data (tested with canaries) and are encrypted at rest by the service.'),
  nist('DynamoDBInBackupPlan', 'Point-in-time recovery covers 35 days to the second; the restore drill of the runbook uses it.'),
  nist('S3BucketReplicationEnabled', 'Recovery in region is the stated objective; issued documents are versioned and locked. A second region is a decision of the province, with its bill.'),
  nist('S3DefaultEncryptionKMS', 'Buckets are encrypted with keys of S3; access is governed by the roles, and a customer key would be readable by the same roles.'),
];

/** A wildcard after a bucket's name or a folder: a function may touch objects of this store only, whose keys are made as matters come. */
const objects = 'Objects of this one store: their keys are made as matters come, so they cannot be listed in a policy.';
const folders = (site: string): readonly Accepted[] => [
  '<DocumentsBucket089EA665.Arn>/*', '<UploadsBucketC4B27CC7.Arn>/incoming/*', '<UploadsBucketC4B27CC7.Arn>/files/*', '<UploadsBucketC4B27CC7.Arn>/prints/*', '<MediaBucket4022EBBF.Arn>/incoming/*', '<MediaBucket4022EBBF.Arn>/files/*', '<MediaBucket4022EBBF.Arn>/public/*', '<ModelsBucket970C6ADA.Arn>/classifier/*', '<LakeStoreBucketDA3319ED.Arn>/events/*', '<LakeStoreBucketDA3319ED.Arn>/results/*',
  `${site}/*`, `${site}/du-lieu/o-so-lieu/*`, `${site}/du-lieu/phan-anh/*`,
].map((resource) => solutions(`IAM5[Resource::${resource}]`, objects));

/** The site bucket is policed by the stack of the distribution that reads it; a bucket has one policy only. */
const onTheSiteBucket: readonly Accepted[] = [
  solutions('S10', 'Plain http is refused by the bucket policy in the Site stack.'),
  nist('S3BucketSSLRequestsOnly', 'Plain http is refused by the bucket policy in the Site stack.'),
];

const analytics = (region: string, account: string): readonly Accepted[] => [
  solutions(`IAM5[Resource::arn:<AWS::Partition>:glue:${region}:${account}:table/<LakeDatabase161E1CC7>/*]`, 'The tables of this one database: one per event, so the list grows with the events.'),
  solutions('IAM5[Resource::<BeginVersionsFunction647F9ED2.Arn>:*]', 'Versions of this one function, for the schedule that calls it.'),
  solutions('IAM5[Resource::<RefreshTilesFunctionD6A71B8C.Arn>:*]', 'Versions of this one function, for the schedule that calls it.'),
  solutions('IAM5[Resource::<WarnUnansweredFunctionBA4594AC.Arn>:*]', 'Versions of this one function, for the schedule that calls it.'),
  solutions('IAM5[Resource::<WatchBookingsFunction6FB9279F.Arn>:*]', 'Versions of this one function, for the schedule that calls it.'),
  solutions('IAM5[Resource::<LookDueFunctionE018B7E0.Arn>:*]', 'Versions of this one function, for the schedule that calls it.'),
  solutions('IAM5[Resource::<CountCorrectionsFunction16940430.Arn>:*]', 'Versions of this one function, for the schedule that calls it.'),
  solutions('IAM5[Resource::<RetrainClassifierFunction6BE868C5.Arn>:*]', 'Versions of this one function, for the schedule that calls it.'),
  solutions('IAM5[Resource::<PublishFiguresFunction3CA8F4AA.Arn>:*]', 'Versions of this one function, for the schedule that calls it.'),
];

export const acceptFindings = (app: App, foundation: Stack): void => {
  Validations.of(app).acknowledge(
    ...everywhere, ...folders(`${foundation.stackName}:ExportsOutputFnGetAttSiteBucket978D4AEBArn2068E4CD`),
    ...analytics(foundation.region, Token.isUnresolved(foundation.account) ? '<AWS::AccountId>' : foundation.account),
  );
  Validations.of(foundation).acknowledge(...onTheSiteBucket);
};
