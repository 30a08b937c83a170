import { setTimeout as pause } from 'node:timers/promises';
import { zstdCompressSync } from 'node:zlib';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { beforeAll, describe, expect, test } from 'vitest';
import { AthenaClient, GetQueryExecutionCommand, GetQueryResultsCommand, StartQueryExecutionCommand } from '@aws-sdk/client-athena';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { options, out, s3 } from './probe-client.ts';

const athena = new AthenaClient(options);

/** Rows without the header, every value as text; a failure as its reason. */
async function query(QueryString: string): Promise<(string | undefined)[][] | string> {
  const { QueryExecutionId } = await athena.send(new StartQueryExecutionCommand({ QueryString, WorkGroup: 'probe-tiles', QueryExecutionContext: { Database: 'probe_lake' } }));
  for (;;) {
    const { QueryExecution } = await athena.send(new GetQueryExecutionCommand({ QueryExecutionId }));
    const { State, StateChangeReason = '' } = QueryExecution?.Status ?? {};
    if (State === 'FAILED') return StateChangeReason;
    if (State === 'SUCCEEDED') break;
    await pause(20);
  }
  const { ResultSet } = await athena.send(new GetQueryResultsCommand({ QueryExecutionId }));
  return (ResultSet?.Rows ?? []).slice(1).map(({ Data = [] }) => Data.map(({ VarCharValue }) => VarCharValue));
}

const put = async (Key: string, Body: string | Uint8Array): Promise<void> => {
  await s3.send(new PutObjectCommand({ Bucket: out('LakeBucket'), Key, Body }));
};

beforeAll(async () => {
  const line = (id: string, hour: string, agency_code: string, late: boolean): string =>
    JSON.stringify({ id, occurred_at: `2026-11-22T${hour}:00:00Z`, agency_code, data: { late, days: 2 } });
  await put('events/type=dossier.accepted.v1/dt=2026-11-22/a.jsonl', `${line('1', '01', 'A', false)}\n${line('2', '01', 'B', true)}\n`);
  await put('events/type=dossier.accepted.v1/dt=2026-11-22/b.jsonl', `${line('3', '02', 'A', false)}\n`);
  await put('events/type=dossier.filed.v1/dt=2026-11-22/a.jsonl', `${line('4', '02', 'A', false)}\n`);
  await put('events/type=dossier.refused.v1/dt=2026-11-22/a.jsonl', '{"id":"5"}\n');
  const facts = parquetWriteBuffer({
    columnData: [{ name: 'agency_code', data: ['A', 'B'], type: 'STRING' }, { name: 'finished', data: [3, 4], type: 'INT32' }],
    codec: 'ZSTD', compressors: { ZSTD: (bytes) => new Uint8Array(zstdCompressSync(bytes)) },
  });
  await put('facts/type=dossier.finished.v1/dt=2026-11-22/a.parquet', new Uint8Array(facts));
});

describe('Athena on JSON lines', () => {
  test('folders are partitions without being registered', async () => {
    expect(await query("select type, agency_code, count(*) n from events where type = 'dossier.accepted.v1' and dt = '2026-11-22' group by 1, 2 order by 2"))
      .toEqual([['dossier.accepted.v1', 'A', '2'], ['dossier.accepted.v1', 'B', '1']]);
    expect(await query("select id from events where dt = '2026-01-01'")).toEqual([]);
  });

  test('structs, filters, time functions and windows of the shared subset', async () => {
    expect(await query("select count_if(data.late) late, count(*) filter (where not data.late) punctual from events where type = 'dossier.accepted.v1' and dt = '2026-11-22'")).toEqual([['1', '2']]);
    expect(await query("select cast(date_trunc('hour', cast(occurred_at as timestamp)) as varchar) h, count(*) n from events where type = 'dossier.accepted.v1' and dt = '2026-11-22' group by 1 order by 1"))
      .toEqual([['2026-11-22 01:00:00', '2'], ['2026-11-22 02:00:00', '1']]);
    expect(await query("select date_diff('hour', cast('2026-11-22 00:00:00' as timestamp), cast('2026-11-22 05:00:00' as timestamp)) h")).toEqual([['5']]);
    expect(await query("with numbered as (select id, row_number() over (partition by agency_code order by id desc) n from events where type = 'dossier.accepted.v1' and dt = '2026-11-22') select id from numbered where n = 1 order by id"))
      .toEqual([['2'], ['3']]);
  });

  test('a column a line does not have is null', async () => {
    expect(await query("select id, coalesce(agency_code, '-') agency from events where type = 'dossier.refused.v1' and dt = '2026-11-22'")).toEqual([['5', '-']]);
  });

  test.each(['approx_distinct(id)', "date_parse(occurred_at, '%Y')", "date_format(now(), '%Y')", "regexp_like(id, '1')", "json_extract_scalar(id, '$.a')", 'from_iso8601_timestamp(occurred_at)'])(
    '%s is of Athena only and fails here', async (expression) => {
      expect(await query(`select ${expression} x from events where dt = '2026-11-22'`)).toMatch(/does not exist/);
    });
});

describe('Athena on Parquet', () => {
  test('zstd files of our own writer are read', async () => {
    expect(await query("select agency_code, finished from facts where type = 'dossier.finished.v1' and dt = '2026-11-22' order by 1")).toEqual([['A', '3'], ['B', '4']]);
  });
});
