import { CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import { CfnWorkGroup } from 'aws-cdk-lib/aws-athena';
import { CfnDatabase, CfnTable } from 'aws-cdk-lib/aws-glue';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { allEvents } from '../../events/all-events.ts';
import { LAKE_PARTITION, lakeColumns, lakeFolder, lakeTableName } from '../../events/lake-columns.ts';
import type { Stage } from '../stages.ts';
import type { Binding } from './binding.ts';
import { statement } from './statement.ts';
import { Store } from './store.ts';

/** A query that reads more than this is cancelled by the engine: a tile never needs it. */
const BYTES_SCANNED_CUTOFF = 1024 ** 3;

/** The data lake: a bucket of facts, a Glue table for each event, an Athena workgroup that refuses to read too much. */
export class Lake extends Construct {
  readonly store: Store;
  readonly #database: CfnDatabase;
  readonly #workgroup: CfnWorkGroup;
  readonly #emulated: boolean;

  constructor(scope: Construct, id: string, props: { readonly stage: Stage; readonly accessLogs: IBucket | undefined }) {
    super(scope, id);
    const { stage } = props;
    this.#emulated = stage.emulator !== undefined;
    this.store = new Store(this, 'Store', {
      stage, accessLogs: props.accessLogs, variable: 'LAKE_BUCKET',
      bucket: { lifecycleRules: [{ prefix: 'results/', expiration: Duration.days(1) }, { noncurrentVersionExpiration: Duration.days(30) }] },
    });
    const account = Stack.of(this).account;
    this.#database = new CfnDatabase(this, 'Database', { catalogId: account, databaseInput: { name: `haugiang_${stage.name}` } });
    for (const event of allEvents) {
      const name = lakeTableName(event);
      const location = `s3://${this.store.bucket.bucketName}/${lakeFolder(event)}`;
      const table = new CfnTable(this, `Table-${name}`, {
        catalogId: account, databaseName: this.#database.ref,
        tableInput: {
          name, tableType: 'EXTERNAL_TABLE', description: event.description,
          partitionKeys: [{ name: LAKE_PARTITION, type: 'string' }],
          parameters: {
            classification: 'json', 'projection.enabled': 'true',
            [`projection.${LAKE_PARTITION}.type`]: 'date', [`projection.${LAKE_PARTITION}.format`]: 'yyyy-MM-dd', [`projection.${LAKE_PARTITION}.range`]: '2020-10-02,NOW+1DAYS',
            'storage.location.template': `${location}${LAKE_PARTITION}=\${${LAKE_PARTITION}}/`,
          },
          storageDescriptor: {
            columns: lakeColumns(event).map(({ name: column, type, comment }) => ({ name: column, type, comment })),
            location, inputFormat: 'org.apache.hadoop.mapred.TextInputFormat', outputFormat: 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat',
            serdeInfo: { serializationLibrary: 'org.openx.data.jsonserde.JsonSerDe', parameters: { 'ignore.malformed.json': 'true' } },
          },
        },
      });
      table.addResourceDependency(this.#database);
    }
    this.#workgroup = new CfnWorkGroup(this, 'Workgroup', {
      name: `haugiang-${stage.name}`, recursiveDeleteOption: !stage.retainData,
      workGroupConfiguration: {
        enforceWorkGroupConfiguration: true, publishCloudWatchMetricsEnabled: true, bytesScannedCutoffPerQuery: BYTES_SCANNED_CUTOFF,
        resultConfiguration: { outputLocation: `s3://${this.store.bucket.bucketName}/results/`, encryptionConfiguration: { encryptionOption: 'SSE_S3' } },
      },
    });
    new CfnOutput(this, 'GlueDatabase', { value: this.#database.ref }).overrideLogicalId('GlueDatabase');
    new CfnOutput(this, 'AthenaWorkgroup', { value: this.#workgroup.ref }).overrideLogicalId('AthenaWorkgroup');
  }

  /** Ask the lake: start a query, read its result. */
  query(): Binding {
    const { account, region, partition } = Stack.of(this);
    const glue = `arn:${partition}:glue:${region}:${account}:`;
    const [facts, results] = [this.store.read('events/'), this.store.workIn('results/')];
    return {
      env: { ...facts.env, GLUE_DATABASE: this.#database.ref, ATHENA_WORKGROUP: this.#workgroup.ref },
      grant: (to) => {
        // asking never changes a fact: the engine writes its results and nothing else
        facts.grant(to);
        results.grant(to);
        const workgroup = `arn:${partition}:athena:${region}:${account}:workgroup/${this.#workgroup.ref}`;
        to.grantPrincipal.addToPrincipalPolicy(statement(['athena:StartQueryExecution'], [workgroup]));
        // the emulator does not know to which workgroup a query belongs that is named by its id alone
        to.grantPrincipal.addToPrincipalPolicy(statement(['athena:GetQueryExecution', 'athena:GetQueryResults', 'athena:StopQueryExecution'], [this.#emulated ? '*' : workgroup]));
        to.grantPrincipal.addToPrincipalPolicy(statement(['glue:GetDatabase', 'glue:GetTable', 'glue:GetPartition', 'glue:GetPartitions'], [`${glue}catalog`, `${glue}database/${this.#database.ref}`, `${glue}table/${this.#database.ref}/*`]));
      },
    };
  }
}
