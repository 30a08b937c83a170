import type { Stack } from 'aws-cdk-lib';
import { CfnWorkGroup } from 'aws-cdk-lib/aws-athena';
import { CfnDatabase, CfnTable } from 'aws-cdk-lib/aws-glue';
import { Bucket } from 'aws-cdk-lib/aws-s3';

const DATABASE = 'probe_lake';
const JSON_LINES = {
  inputFormat: 'org.apache.hadoop.mapred.TextInputFormat', outputFormat: 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat',
  serdeInfo: { serializationLibrary: 'org.openx.data.jsonserde.JsonSerDe' },
};
const PARQUET = {
  inputFormat: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat', outputFormat: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat',
  serdeInfo: { serializationLibrary: 'org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe' },
};

/** A lake with a table of JSON lines and one of Parquet, both in `type=…/dt=…` folders, and a workgroup. */
export function analytics(stack: Stack): Record<string, string> {
  const lake = new Bucket(stack, 'Lake');
  const database = new CfnDatabase(stack, 'Database', { catalogId: stack.account, databaseInput: { name: DATABASE } });
  const table = (id: string, name: string, format: typeof JSON_LINES, columns: Record<string, string>): void => {
    new CfnTable(stack, id, {
      catalogId: stack.account, databaseName: DATABASE,
      tableInput: {
        name, tableType: 'EXTERNAL_TABLE', partitionKeys: [{ name: 'type', type: 'string' }, { name: 'dt', type: 'string' }],
        storageDescriptor: { ...format, location: `s3://${lake.bucketName}/${name}/`, columns: Object.entries(columns).map(([column, type]) => ({ name: column, type })) },
      },
    }).addDependency(database);
  };
  table('Events', 'events', JSON_LINES, { id: 'string', occurred_at: 'string', agency_code: 'string', data: 'struct<late:boolean,days:int>' });
  table('Facts', 'facts', PARQUET, { agency_code: 'string', finished: 'int' });
  new CfnWorkGroup(stack, 'Tiles', {
    name: 'probe-tiles', recursiveDeleteOption: true,
    workGroupConfiguration: { enforceWorkGroupConfiguration: true, bytesScannedCutoffPerQuery: 10_000_000, resultConfiguration: { outputLocation: `s3://${lake.bucketName}/results/` } },
  });
  return { LakeBucket: lake.bucketName };
}
