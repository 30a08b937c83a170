import { CfnOutput, RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, StreamViewType, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import type { IGrantable } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { TableSpec } from '../../shared/tables/table-spec.ts';
import type { Stage } from '../stages.ts';
import type { Binding } from './binding.ts';

const reads = ['GetItem', 'BatchGetItem', 'Query'] as const;
const writes = ['PutItem', 'UpdateItem', 'DeleteItem'] as const;
/** `ConditionCheckItem`: a transaction demands something of a row it does not write */
type Act = (typeof reads | typeof writes)[number] | 'ConditionCheckItem';

/** The one table of a workflow, from its spec. Nobody may scan it. */
export class WorkflowTable extends Construct {
  readonly table: Table;

  constructor(scope: Construct, id: string, props: { readonly spec: TableSpec; readonly stage: Stage }) {
    super(scope, id);
    const { spec, stage } = props;
    this.table = new Table(this, 'Table', {
      partitionKey: { name: spec.partitionKey, type: AttributeType.STRING },
      sortKey: { name: spec.sortKey, type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      timeToLiveAttribute: spec.ttl,
      encryption: TableEncryption.AWS_MANAGED,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: stage.retainData,
      removalPolicy: stage.retainData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      ...(spec.stream ? { stream: StreamViewType.NEW_IMAGE } : {}),
    });
    new CfnOutput(this, 'Name', { value: this.table.tableName }).overrideLogicalId(`${spec.workflow.replace(/(^|-)(\w)/g, (_, __, c: string) => c.toUpperCase())}Table`);
  }

  only(...acts: readonly Act[]): Binding {
    return { env: { TABLE_NAME: this.table.tableName }, grant: (to: IGrantable) => void this.table.grant(to, ...acts.map((act) => `dynamodb:${act}`)) };
  }

  read(): Binding { return this.only(...reads); }
  readWrite(...more: readonly Act[]): Binding { return this.only(...reads, ...writes, ...more); }
}
