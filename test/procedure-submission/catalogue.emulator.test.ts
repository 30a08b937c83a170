import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import calendarJson from '../../infra/local/seed/calendar.json' with { type: 'json' };
import { AgencyRegisteredV1 } from '../../events/directory/agency-registered.v1.ts';
import { CalendarPublishedV1 } from '../../events/directory/calendar-published.v1.ts';
import type { EventOf } from '../../events/define-event.ts';
import { ProcedurePublishedV1 } from '../../events/procedure-submission/procedure-published.v1.ts';
import { directoryCopy } from '../../functions/procedure-submission/directory-copy.ts';
import { followDirectory } from '../../functions/procedure-submission/follow-directory.ts';
import { procedureRepository } from '../../functions/procedure-submission/procedure.repository.ts';
import { publishProcedure } from '../../functions/procedure-submission/publish-procedure.ts';
import { CalendarSpec } from '../../shared/kernel/working-time/calendar.ts';
import { openTable, type Table } from '../../shared/runtime/dynamo.ts';
import { newEvent } from '../../shared/runtime/outbox.ts';
import { cause, draftOf, viewOf } from './catalogue-fixtures.ts';

const TableName = `catalogue-${Date.now()}`;
let client: DynamoDBDocumentClient;
let table: Table;

beforeAll(async () => {
  const dynamo = new DynamoDBClient({ endpoint: inject('endpoint'), region: 'ap-southeast-1', credentials: { accessKeyId: 'test', secretAccessKey: 'test' } });
  await dynamo.send(new CreateTableCommand({
    TableName, BillingMode: 'PAY_PER_REQUEST', AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }, { AttributeName: 'sk', AttributeType: 'S' }],
    KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }, { AttributeName: 'sk', KeyType: 'RANGE' }],
  }));
  client = DynamoDBDocumentClient.from(dynamo, { marshallOptions: { removeUndefinedValues: true } });
  table = openTable(TableName, client);
});

const outbox = async (): Promise<string[]> => {
  const { Items = [] } = await client.send(new ScanCommand({ TableName }));
  return Items.filter(({ entity }) => entity === 'outbox').map(({ detail }) => JSON.stringify((JSON.parse(String(detail)) as { data: unknown }).data));
};

describe('the catalogue in its table', () => {
  test('a version is read back as it was published, and its event lies beside it', async () => {
    const procedures = procedureRepository(table);
    const view = await publishProcedure({ procedures })({ procedureCode: '1.001193', draft: draftOf('1.001193'), status: 'open', replacesVersion: 0 }, cause());
    expect(await procedures.current('1.001193')).toEqual(view);
    expect(await procedures.version('1.001193', 1)).toEqual(view);
    expect(await outbox()).toEqual([JSON.stringify({ procedureCode: '1.001193', procedureVersion: 1, status: 'open' })]);
  });
  test('all versions are kept, and the list shows the latest of each', async () => {
    const procedures = procedureRepository(table);
    const draft = draftOf('1.001193');
    await publishProcedure({ procedures })({ procedureCode: '1.001193', draft: { ...draft, acceptsOnline: false }, status: 'open', replacesVersion: 1 }, cause());
    await publishProcedure({ procedures })({ procedureCode: '1.000894', draft: draftOf('1.000894'), status: 'open', replacesVersion: 0 }, cause());
    expect((await procedures.version('1.001193', 1))?.acceptsOnline).toBe(true);
    expect((await procedures.version('1.001193', 2))?.acceptsOnline).toBe(false);
    expect((await procedures.list()).map(({ code, version }) => [code, version])).toEqual([['1.000894', 1], ['1.001193', 2]]);
    expect(await procedures.current('9.999999')).toBeUndefined();
  });
  test('of two who publish at once one wins, and one event is told', async () => {
    const procedures = procedureRepository(table);
    const version = (mark: string) => ({ ...viewOf('1.004222'), name: { vi: mark, en: mark } });
    const event = () => newEvent(ProcedurePublishedV1, { procedureCode: '1.004222', procedureVersion: 1, status: 'open' }, cause());
    const won = await Promise.all(['a', 'b', 'c', 'd'].map((mark) => procedures.publish(version(mark), event())));
    expect(won.filter(Boolean)).toHaveLength(1);
    expect((await outbox()).filter((data) => data.includes('1.004222'))).toHaveLength(1);
    expect((await procedures.current('1.004222'))?.name.vi).toBe(['a', 'b', 'c', 'd'][won.indexOf(true)]);
  });
  test('what one process remembers, another may publish over: the next read sees it', async () => {
    const [mine, another] = [procedureRepository(table), procedureRepository(table)];
    const before = await mine.current('1.004222');
    expect(await mine.current('1.004222')).toBe(before);
    await publishProcedure({ procedures: another })({ procedureCode: '1.004222', draft: { ...draftOf('1.004222'), name: { vi: 'mới', en: 'new' } }, status: 'open', replacesVersion: before?.version ?? 0 }, cause());
    expect(await mine.current('1.004222')).toMatchObject({ version: (before?.version ?? 0) + 1, name: { vi: 'mới' } });
    expect(await mine.version('1.004222', before?.version ?? 0)).toEqual(before);
    expect(await mine.current('9.999999')).toBeUndefined();
  });
  test('all eighty are kept whole', async () => {
    const procedures = procedureRepository(table);
    const seed = (await import('../../infra/local/seed/procedures.json', { with: { type: 'json' } })).default;
    for (const { code } of seed) {
      const seen = (await procedures.current(code))?.version ?? 0;
      await publishProcedure({ procedures })({ procedureCode: code, draft: draftOf(code), status: 'open', replacesVersion: seen }, cause());
      const { version: _, publishedAt: _at, ...kept } = (await procedures.current(code)) ?? viewOf(code);
      expect(kept).toEqual({ ...draftOf(code), code, status: 'open' });
    }
    expect(await procedures.list()).toHaveLength(80);
  });
});

describe('what is known of the directory', () => {
  const envelope = { id: 'evt_01K9M3Z5T8Q2W4E6R8Y0P1S3D5', time: '2026-11-22T02:00:00Z', actor: 'officer', correlationId: 'cor_01K9M3Z5T8Q2W4E6R8Y0P1S3D5', causationId: 'cor_01K9M3Z5T8Q2W4E6R8Y0P1S3D5' } as const;
  const registered = (name: string, revision: number): EventOf<typeof AgencyRegisteredV1> =>
    ({ ...envelope, data: { agencyCode: 'H30.19.01', name, level: 'commune', parent: 'H30.19', revision } });
  const published = (calendarVersion: number, calendar: CalendarSpec): EventOf<typeof CalendarPublishedV1> => ({ ...envelope, data: { calendarVersion, calendar } });
  const spec = CalendarSpec.parse(calendarJson);

  test('nothing before the directory tells', async () => {
    const directory = directoryCopy(table);
    expect(await directory.agency('H30.19.01')).toBeUndefined();
    await expect(directory.calendar()).rejects.toMatchObject({ code: 'calendar-not-published' });
  });
  test('an agency as last told; an older revision, or the same again, changes nothing', async () => {
    const directory = directoryCopy(table);
    const follow = followDirectory({ directory });
    for (const event of [registered('UBND phường Một', 2), registered('UBND phường 1', 1), registered('UBND phường khác', 2)]) await follow.agencyRegistered(event);
    expect(await directory.agency('H30.19.01')).toEqual({ code: 'H30.19.01', name: 'UBND phường Một', level: 'commune', parent: 'H30.19' });
  });
  test('a calendar is held half a minute, then the newer one is taken', async () => {
    let now = Date.parse('2026-11-22T02:00:00Z');
    const directory = directoryCopy(table, () => new Date(now));
    const follow = followDirectory({ directory });
    await follow.calendarPublished(published(2, spec));
    const first = await directory.calendar();
    expect(first.years).toEqual({ first: 2020, last: 2027 });
    await follow.calendarPublished(published(3, { ...spec, days: spec.days.filter(({ date }) => date < '2027') }));
    await follow.calendarPublished(published(1, { ...spec, days: [] }));
    expect(await directory.calendar()).toBe(first);
    now += 30_000;
    expect((await directory.calendar()).years).toEqual({ first: 2020, last: 2026 });
    now += 30_000;
    expect(await directory.calendar()).toBe(await directory.calendar());
  });
});
