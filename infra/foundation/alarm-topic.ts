import { ArnFormat, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { Stage } from '../stages.ts';
import { alarmTopicName } from '../constructs/province-alarm.ts';

/** Where every alarm speaks; the duty officers subscribe to it. Encrypted with a key that CloudWatch may use. */
export class AlarmTopic extends Construct {
  constructor(scope: Construct, id: string, props: { readonly stage: Stage }) {
    super(scope, id);
    const alarms = Stack.of(this).formatArn({ service: 'cloudwatch', resource: 'alarm', resourceName: '*', arnFormat: ArnFormat.COLON_RESOURCE_NAME });
    const fromAlarms = { principals: [new ServicePrincipal('cloudwatch.amazonaws.com')], conditions: { ArnLike: { 'aws:SourceArn': alarms } } };
    const key = new Key(this, 'Key', { enableKeyRotation: true });
    key.addToResourcePolicy(new PolicyStatement({ actions: ['kms:Decrypt', 'kms:GenerateDataKey*'], resources: ['*'], ...fromAlarms }));
    const topic = new Topic(this, 'Topic', { topicName: alarmTopicName(props.stage), masterKey: key, enforceSSL: props.stage.enforceTls });
    topic.addToResourcePolicy(new PolicyStatement({ actions: ['sns:Publish'], resources: [topic.topicArn], ...fromAlarms }));
  }
}
