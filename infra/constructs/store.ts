import { CfnOutput, RemovalPolicy } from 'aws-cdk-lib';
import type { IGrantable } from 'aws-cdk-lib/aws-iam';
import { BlockPublicAccess, Bucket, BucketEncryption, type BucketProps, type IBucket, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { Stage } from '../stages.ts';
import type { Binding } from './binding.ts';
import { statement } from './statement.ts';

export type StoreProps = {
  readonly stage: Stage;
  /** name of the variable that functions read, and of the output */
  readonly variable: `${string}_BUCKET`;
  /** where accesses are recorded; an emulator records none */
  readonly accessLogs?: IBucket | undefined;
  /** the bucket's policy, TLS included, is written by another stack: a bucket has one policy only */
  readonly policyElsewhere?: boolean;
  readonly bucket?: Omit<BucketProps, 'enforceSSL' | 'blockPublicAccess' | 'encryption' | 'removalPolicy'>;
};

/** A private bucket with its bindings. Nothing in it is public; the distribution reads the site's through its own identity. */
export class Store extends Construct {
  readonly bucket: Bucket;
  readonly #variable: string;

  constructor(scope: Construct, id: string, props: StoreProps) {
    super(scope, id);
    const { stage } = props;
    this.#variable = props.variable;
    this.bucket = new Bucket(this, 'Bucket', {
      versioned: true, ...props.bucket,
      // by name: a reference would have the log bucket's policy name this one, and tie the stacks in a circle
      ...(props.accessLogs ? { serverAccessLogsBucket: Bucket.fromBucketName(this, 'AccessLogs', props.accessLogs.bucketName), serverAccessLogsPrefix: `${props.variable.toLowerCase()}/` } : {}),
      enforceSSL: stage.enforceTls && !props.policyElsewhere, blockPublicAccess: BlockPublicAccess.BLOCK_ALL, encryption: BucketEncryption.S3_MANAGED,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED, removalPolicy: stage.retainData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    const name = props.variable.toLowerCase().replace(/(^|_)(\w)/g, (_, __, c: string) => c.toUpperCase());
    new CfnOutput(this, 'Name', { value: this.bucket.bucketName }).overrideLogicalId(name);
  }

  #binding(actions: string[], prefix: string, list = false): Binding {
    return {
      env: { [this.#variable]: this.bucket.bucketName },
      grant: (to: IGrantable) => {
        to.grantPrincipal.addToPrincipalPolicy(statement(actions, [this.bucket.arnForObjects(`${prefix}*`)]));
        if (list) to.grantPrincipal.addToPrincipalPolicy(statement(['s3:ListBucket', 's3:GetBucketLocation'], [this.bucket.bucketArn]));
      },
    };
  }

  read(prefix = ''): Binding { return this.#binding(['s3:GetObject'], prefix); }
  write(prefix = ''): Binding { return this.#binding(['s3:PutObject'], prefix); }
  readWrite(prefix = ''): Binding { return this.#binding(['s3:GetObject', 's3:PutObject'], prefix); }
  remove(prefix = ''): Binding { return this.#binding(['s3:DeleteObject'], prefix); }
  /** reads, writes, lists and deletes: for the analytics engine, which works in folders */
  workIn(prefix = ''): Binding { return this.#binding(['s3:GetObject', 's3:PutObject', 's3:DeleteObject', 's3:AbortMultipartUpload', 's3:ListMultipartUploadParts'], prefix, true); }
}
