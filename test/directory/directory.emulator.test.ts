import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { CreateTableCommand, DeleteTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { appointPerson } from '../../functions/directory/appoint-person.ts';
import { postsChanged } from '../../functions/directory/posts-changed.ts';
import { agencyStore, calendarStore } from '../../functions/directory/directory.repository.ts';
import { delegationStore, personStore } from '../../functions/directory/people.repository.ts';
import { delegatePost, revokeDelegation } from '../../functions/directory/delegate-post.ts';
import type { Person } from '../../functions/directory/person.ts';
import { Clash } from '../../functions/directory/ports.ts';
import { publishAgencyCalendar, publishCalendar } from '../../functions/directory/publish-calendar.ts';
import { registerAgencies } from '../../functions/directory/register-agencies.ts';
import type { Agency } from '../../shared/contracts/agency.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import { openTable } from '../../shared/runtime/dynamo.ts';
import { findReplay, onceOnly, requestRow } from '../../shared/runtime/idempotency.ts';
import { check, put, putOnce, update, WriteRefused } from '../../shared/runtime/transaction.ts';
import type {} from '../support/emulator-setup.ts';

const name = 'directory-under-test';
const client = new DynamoDBClient({ endpoint: inject('endpoint'), region: 'ap-southeast-1', credentials: { accessKeyId: 'test', secretAccessKey: 'test' } });
const documents = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
const table = openTable(name, documents);
const now = new Date('2026-11-22T02:00:00Z');
const cause = { actor: 'officer' as const, correlationId: 'cor_01K9M3Z5T8Q2W4E6R8Y0P1S3D5', causationId: 'cor_01K9M3Z5T8Q2W4E6R8Y0P1S3D5', now };

beforeAll(async () => {
  await client.send(new CreateTableCommand({
    TableName: name, BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }, { AttributeName: 'sk', AttributeType: 'S' }],
    KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }, { AttributeName: 'sk', KeyType: 'RANGE' }],
  }));
});
afterAll(async () => { await client.send(new DeleteTableCommand({ TableName: name })); });

const rowsOf = async (entity: string): Promise<Record<string, unknown>[]> => {
  const { Items = [] } = await documents.send(new ScanCommand({ TableName: name }));
  return Items.filter((row) => row['entity'] === entity);
};
const refusedAt = async (work: Promise<unknown>): Promise<readonly number[] | undefined> =>
  work.then(() => undefined, (error: unknown) => { if (error instanceof WriteRefused) return error.at; throw error; });

describe('a table', () => {
  test('a refused transaction says where and writes nothing', async () => {
    await table.write(putOnce({ pk: 'T', sk: '1', n: 1 }));
    expect(await refusedAt(table.transact([put({ pk: 'T', sk: '2' }), putOnce({ pk: 'T', sk: '1' }), check({ pk: 'T', sk: 'none' }, { expression: 'attribute_exists(pk)' })]))).toEqual([1, 2]);
    expect(await table.get({ pk: 'T', sk: '2' }, { consistent: true })).toBeUndefined();
    expect(await refusedAt(table.write(putOnce({ pk: 'T', sk: '1' })))).toEqual([0]);
  });
  test('the same intention sent twice is written once', async () => {
    const add = [update({ pk: 'T', sk: 'counter' }, { expression: 'ADD n :one', values: { ':one': 1 } })];
    await table.transact(add, 'intention-1');
    await table.transact(add, 'intention-1');
    expect((await table.get({ pk: 'T', sk: 'counter' }))?.['n']).toBe(1);
  });
  test('50 increments at once give 50 numbers', async () => {
    const drawn = await Promise.all(Array.from({ length: 50 }, async () => (await table.updateAndGet({ pk: 'T', sk: 'atomic' }, { expression: 'ADD n :one', values: { ':one': 1 } }))['n']));
    expect(new Set(drawn).size).toBe(50);
  });
  test('pages follow their cursor, both ways, and a cursor of another list is refused', async () => {
    await Promise.all(Array.from({ length: 7 }, (_, i) => table.write(put({ pk: 'LIST', sk: `ROW#${i}` }))));
    await table.write(put({ pk: 'LIST', sk: 'OTHER#1' }));
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await table.query({ pk: 'LIST', prefix: 'ROW#', newestFirst: true, limit: 3, after, consistent: true });
      seen.push(...page.items.map(({ sk }) => sk));
      after = page.cursor;
    } while (after !== undefined);
    expect(seen).toEqual([6, 5, 4, 3, 2, 1, 0].map((i) => `ROW#${i}`));
    const first = await table.query({ pk: 'LIST', prefix: 'ROW#', limit: 1 });
    await expect(table.query({ pk: 'LIST', prefix: 'OTHER#', after: first.cursor })).rejects.toThrow('request-invalid');
  });
  test('a request key is remembered with its result; other content under it is seen', async () => {
    const key = { id: 'k1', fingerprint: 'f1' };
    expect(await findReplay(table, key)).toBeUndefined();
    const outcomes = await Promise.all(Array.from({ length: 20 }, (_, i) => refusedAt(table.transact([requestRow(key, `result-${i}`, now)]))));
    expect(outcomes.filter((at) => at === undefined)).toHaveLength(1);
    expect(await findReplay(table, key)).toMatch(/^result-/);
    await expect(findReplay(table, { ...key, fingerprint: 'f2' })).rejects.toThrow('idempotency-key-reused');
  });
  test('a consumer’s writes happen once for an event, however often it comes', async () => {
    const mark = { consumer: 'c', eventId: 'evt_1', now };
    const add = [update({ pk: 'T', sk: 'seen' }, { expression: 'ADD n :one', values: { ':one': 1 } })];
    expect([await onceOnly(table, mark, add), await onceOnly(table, mark, add), await onceOnly(table, mark, add)]).toEqual([true, false, false]);
    expect((await table.get({ pk: 'T', sk: 'seen' }))?.['n']).toBe(1);
    expect(await refusedAt(onceOnly(table, { ...mark, eventId: 'evt_2' }, [putOnce({ pk: 'T', sk: 'fresh' }), putOnce({ pk: 'T', sk: '1' })]))).toEqual([1]);
  });
});

describe('the directory', () => {

  const stores = { agencies: agencyStore(table), calendars: calendarStore(table), people: personStore(table), delegations: delegationStore(table) };
  const register = registerAgencies(stores);
  const agency = (code: string, more: Partial<Agency> = {}): Agency => ({ code, name: `Cơ quan ${code}`, level: 'department', codeStatus: 'assumed', aliases: [], source: 'x', ...more });

  test('agencies are written with their events, once', async () => {
    const batch = [agency('H30', { level: 'province' }), ...Array.from({ length: 24 }, (_, i) => agency(`H30.${String(i + 1).padStart(2, '0')}`, { parent: 'H30' }))];
    expect(await register({ agencies: batch, by: 'officer:a' }, cause)).toEqual({ registered: 25, unchanged: 0 });
    expect(await register({ agencies: batch, by: 'officer:a' }, cause)).toEqual({ registered: 0, unchanged: 25 });
    expect((await rowsOf('outbox')).filter((row) => row['detailType'] === 'agency.registered.v1')).toHaveLength(25);
    expect((await stores.agencies.tree()).agencies.map(({ agency: { code }, revision }) => `${code} ${revision}`)).toEqual(batch.map(({ code }) => `${code} 1`));
    expect((await stores.agencies.tree()).agencies[1]?.agency).toEqual(batch[1]);
  });
  test('two at once: each change gets a revision of its own and one event', async () => {
    await Promise.all(['A', 'B', 'C'].map((letter) => registerAgencies(stores)({ agencies: [agency('H30.01', { parent: 'H30', name: letter })], by: 'officer:a' }, cause).catch((error: unknown) => { if (!(error instanceof DomainError)) throw error; })));
    const known = (await stores.agencies.named(['H30.01'])).get('H30.01');
    const events = (await rowsOf('outbox')).map((row) => JSON.parse(String(row['detail'])) as { data: { agencyCode?: string; revision?: number } }).filter(({ data }) => data.agencyCode === 'H30.01');
    expect(events.map(({ data }) => data.revision ?? 0).toSorted((a, b) => a - b)).toEqual(Array.from({ length: known?.revision ?? 0 }, (_, i) => i + 1));
  });
  test('the calendar is the highest version', async () => {
    const periods = [{ from: '07:00', to: '11:00' }];
    const week = { monday: periods, tuesday: periods, wednesday: periods, thursday: periods, friday: periods, saturday: [], sunday: [], makeup: periods };
    expect(await stores.calendars.current()).toBeUndefined();
    const publish = publishCalendar(stores);
    await publish({ calendar: { week, days: [] }, preview: false }, cause);
    expect(await publish({ calendar: { week, days: [] }, preview: false }, cause)).toMatchObject({ version: 1 });
    const days = [{ date: '2026-11-24', kind: 'OFF' as const, name: { vi: 'Ngày Văn hóa Việt Nam', en: 'Culture Day' }, source: 'x', confirmed: true }];
    expect(await publish({ calendar: { week, days }, preview: true }, cause)).toMatchObject({ version: 2, added: days });
    expect(await stores.calendars.current()).toMatchObject({ version: 1 });
    expect(await publish({ calendar: { week, days }, preview: false }, cause)).toMatchObject({ version: 2, added: days });
    expect(await stores.calendars.current()).toEqual({ version: 2, spec: { week, days } });
    const own = { weekly: [{ weekday: 'saturday' as const, periods, from: '2026-11-01', name: { vi: 'Thứ Bảy', en: 'Saturday' }, source: 'x' }], days: [] };
    await register({ agencies: [agency('H30', { level: 'province' })], by: 'x' }, cause);
    const publishOwn = publishAgencyCalendar(stores);
    expect(await publishOwn({ agency: 'H30', calendar: own, preview: false }, cause)).toMatchObject({ version: 3, years: [{ year: 2026 }] });
    expect(await publishOwn({ agency: 'H30', calendar: own, preview: false }, cause)).toMatchObject({ version: 3, years: [] });
    expect(await stores.calendars.currentOf('H30')).toEqual({ version: 3, provinceVersion: 2, own });
    await expect(stores.calendars.publish({ version: 2, spec: { week, days: [] } }, { definition: {} as never, detail: { id: 'evt_x', time: now.toISOString() } as never })).rejects.toThrow(Clash);
  });
  test('a person keeps an id and the record of each change; the first administrator comes once', async () => {
    const first: Person = { personId: 'per_01K9M3Z5T8Q2W4E6R8Y0P1S3D5', username: 'quantri.danhba', name: 'Quản trị', posts: [{ agency: 'H30', role: 'directory-administrator', from: '2020-10-02' }], revision: 1 };
    expect(await Promise.all([1, 2, 3].map(() => stores.people.appointFirst(first, { by: 'operator', at: now }, postsChanged(first, undefined, cause))))).toSatisfy((all: boolean[]) => all.filter(Boolean).length === 1);
    const appoint = appointPerson(stores);
    const post = { agency: 'H30', role: 'one-stop-clerk' as const, from: '2020-10-02' };
    const one = await appoint({ username: 'motcua.vithanh1', name: 'Một cửa', posts: [post], by: 'officer:a' }, cause);
    const two = await appoint({ username: 'motcua.vithanh1', name: 'Một cửa', posts: [], by: 'officer:a' }, cause);
    expect(two.personId).toBe(one.personId);
    expect(await stores.people.byUsername('motcua.vithanh1')).toEqual(two);
    expect((await table.query({ pk: 'PERSON#motcua.vithanh1', prefix: 'CHANGE#' })).items.map(({ posts }) => posts)).toEqual([[post], []]);
  });
  test('a delegation is found from every side, answered twice as once, and ends with the post it is of', async () => {
    const appoint = appointPerson(stores);
    const leader = { agency: 'H30', role: 'leader' as const, from: '2020-10-02' };
    const holder = await appoint({ username: 'lanhdao.a', name: 'Lãnh đạo A', posts: [leader], by: 'x' }, cause);
    await appoint({ username: 'canbo.b', name: 'Cán bộ B', posts: [{ ...leader, role: 'case-officer' }], by: 'x' }, cause);
    const wish = { holder: 'lanhdao.a', delegate: 'canbo.b', agency: 'H30', role: 'leader' as const, from: '2026-11-22', to: '2026-11-30', reason: 'Đi công tác', by: 'lanhdao.a', requestKey: { id: 'delegate-1', fingerprint: 'f' } };
    const [one, again] = [await delegatePost(stores)(wish, cause), await delegatePost(stores)(wish, cause)];
    expect(again).toEqual(one);
    expect([await stores.delegations.givenBy('lanhdao.a'), await stores.delegations.takenBy('canbo.b'), (await stores.delegations.all(undefined)).items]).toEqual([[one], [one], [one]]);
    const outcomes = await Promise.allSettled(['delegate-2', 'delegate-3', 'delegate-4'].map((id) => delegatePost(stores)({ ...wish, from: '2026-12-01', to: '2026-12-05', requestKey: { id, fingerprint: 'f' } }, cause)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const [open] = (await stores.delegations.givenBy('lanhdao.a')).filter(({ from }) => from === '2026-12-01');
    expect((await revokeDelegation(stores)({ delegationId: open?.delegationId ?? '', by: 'lanhdao.a' }, cause)).revokedAt).toBe(now.toISOString());
    await appoint({ username: 'lanhdao.a', name: holder.name, posts: [{ ...leader, to: '2026-11-25' }], by: 'quantri' }, cause);
    expect((await stores.delegations.takenBy('canbo.b')).map(({ revokedAt }) => revokedAt)).toEqual([now.toISOString(), now.toISOString()]);
    expect((await stores.people.inAgency('H30')).map(({ username }) => username)).toEqual(expect.arrayContaining(['lanhdao.a', 'canbo.b']));
    expect((await stores.people.changesOf('lanhdao.a')).map(({ by }) => by)).toEqual(['x', 'quantri']);
  });
});
