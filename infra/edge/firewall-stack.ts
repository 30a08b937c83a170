import { ArnFormat, Stack, type StackProps } from 'aws-cdk-lib';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { CfnLoggingConfiguration, CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';

const managed = ['AWSManagedRulesCommonRuleSet', 'AWSManagedRulesKnownBadInputsRuleSet', 'AWSManagedRulesAmazonIpReputationList'];
/** requests of one address in five minutes; an office of a hundred clerks behind one address stays far below */
const RATE_LIMIT = 10_000;

/** The firewall before the distribution; AWS wants it in us-east-1. */
export class FirewallStack extends Stack {
  readonly arn: string;

  constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id, props);
    const seen = (metricName: string) => ({ cloudWatchMetricsEnabled: true, metricName, sampledRequestsEnabled: false });
    const acl = new CfnWebACL(this, 'Firewall', {
      scope: 'CLOUDFRONT', defaultAction: { allow: {} }, visibilityConfig: seen('haugiang'),
      rules: [
        { name: 'rate', priority: 0, action: { block: {} }, statement: { rateBasedStatement: { limit: RATE_LIMIT, aggregateKeyType: 'IP' } }, visibilityConfig: seen('rate') },
        ...managed.map((name, i) => ({
          name, priority: i + 1, overrideAction: { none: {} }, visibilityConfig: seen(name),
          // forms carry more than the 8 kB the common rules allow
          statement: { managedRuleGroupStatement: { vendorName: 'AWS', name, ...(i === 0 ? { ruleActionOverrides: [{ name: 'SizeRestrictions_BODY', actionToUse: { count: {} } }] } : {}) } },
        })),
      ],
    });
    this.arn = acl.attrArn;
    // the service insists on this prefix
    const logs = new LogGroup(this, 'Logs', { logGroupName: 'aws-waf-logs-haugiang', retention: RetentionDays.ONE_MONTH });
    new CfnLoggingConfiguration(this, 'Logging', {
      resourceArn: acl.attrArn, logDestinationConfigs: [this.formatArn({ service: 'logs', resource: 'log-group', resourceName: logs.logGroupName, arnFormat: ArnFormat.COLON_RESOURCE_NAME })],
      // what a person sends is not for the log
      redactedFields: [{ singleHeader: { Name: 'cookie' } }, { singleHeader: { Name: 'authorization' } }, { queryString: {} }],
    });
  }
}
