import { Duration, type Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Bucket, type CfnBucket, HttpMethods, ObjectLockRetention } from 'aws-cdk-lib/aws-s3';
import { Queue } from 'aws-cdk-lib/aws-sqs';

export const SITE_ORIGIN = 'http://localhost:8080';

/** A bucket for uploads that tells a queue, and one whose objects cannot be removed. */
export function storage(stack: Stack): Record<string, string> {
  const arrived = new Queue(stack, 'Arrived');
  const uploads = new Bucket(stack, 'Uploads', { cors: [{ allowedOrigins: [SITE_ORIGIN], allowedMethods: [HttpMethods.POST], allowedHeaders: ['*'] }] });
  arrived.addToResourcePolicy(new PolicyStatement({ principals: [new ServicePrincipal('s3.amazonaws.com')], actions: ['sqs:SendMessage'], resources: [arrived.queueArn] }));
  (uploads.node.defaultChild as CfnBucket).notificationConfiguration = {
    queueConfigurations: [{ event: 's3:ObjectCreated:*', queue: arrived.queueArn, filter: { s3Key: { rules: [{ name: 'prefix', value: 'incoming/' }] } } }],
  };
  const issued = new Bucket(stack, 'Issued', { versioned: true, objectLockEnabled: true, objectLockDefaultRetention: ObjectLockRetention.compliance(Duration.days(1)) });
  return { UploadBucket: uploads.bucketName, ArrivedUrl: arrived.queueUrl, IssuedBucket: issued.bucketName };
}
