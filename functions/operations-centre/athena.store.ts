import {
  AthenaClient, GetQueryExecutionCommand, GetQueryResultsCommand, StartQueryExecutionCommand, StopQueryExecutionCommand, type Row,
} from '@aws-sdk/client-athena';
import { setTimeout as sleep } from 'node:timers/promises';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import type { ResultRow, RunQuery } from './ports.ts';

export interface AthenaOptions {
  readonly client: AthenaClient;
  /** enforces where results go and how many bytes a query may scan */
  readonly workgroup: string;
  readonly database: string;
  /** milliseconds after which a query is stopped */
  readonly limit: number;
}

const FIRST_WAIT = 40;
const LONGEST_WAIT = 500;

const finished = async ({ client, limit }: AthenaOptions, id: string): Promise<void> => {
  const giveUpAt = performance.now() + limit;
  for (let wait = FIRST_WAIT; performance.now() < giveUpAt; wait = Math.min(wait * 1.6, LONGEST_WAIT)) {
    const { QueryExecution: execution } = await client.send(new GetQueryExecutionCommand({ QueryExecutionId: id }));
    const state = execution?.Status?.State;
    if (state === 'SUCCEEDED') return;
    if (state === 'FAILED' || state === 'CANCELLED') throw new DomainError('query-failed', execution?.Status?.StateChangeReason ?? state);
    await sleep(wait);
  }
  await client.send(new StopQueryExecutionCommand({ QueryExecutionId: id }));
  throw new DomainError('query-too-slow', `stopped after ${limit} ms`);
};

const cells = (row: Row): (string | null)[] => (row.Data ?? []).map(({ VarCharValue }) => VarCharValue ?? null);

const rowsOf = async ({ client }: AthenaOptions, id: string): Promise<ResultRow[]> => {
  const rows: (string | null)[][] = [];
  let next: string | undefined;
  do {
    const page = await client.send(new GetQueryResultsCommand({ QueryExecutionId: id, ...(next === undefined ? {} : { NextToken: next }) }));
    rows.push(...(page.ResultSet?.Rows ?? []).map(cells));
    next = page.NextToken;
  } while (next !== undefined);
  // the first row of a select repeats the names of its columns
  const [header = [], ...data] = rows;
  return data.map((row) => Object.fromEntries(header.map((name, i) => [name ?? '', row[i] ?? null])));
};

/** Queries through Athena: start, wait, read every page. */
export const athenaQuery = (options: AthenaOptions): RunQuery => async (sql) => {
  const { QueryExecutionId: id } = await options.client.send(new StartQueryExecutionCommand({
    QueryString: sql, WorkGroup: options.workgroup, QueryExecutionContext: { Database: options.database },
  }));
  if (id === undefined) throw new DomainError('query-failed', 'no execution id');
  await finished(options, id);
  return rowsOf(options, id);
};
