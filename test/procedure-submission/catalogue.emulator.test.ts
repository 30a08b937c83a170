import { beforeAll, describe, expect, inject, test } from 'vitest';
import calendarJson from '../../infra/local/seed/calendar.json' with { type: 'json' };
import { AgencyRegisteredV1 } from '../../events/directory/agency-registered.v1.ts';
import { CalendarPublishedV1 } from '../../events/directory/calendar-published.v1.ts';
import type { EventOf } from '../../events/define-event.ts';
import { beginVersions } from '../../functions/procedure-submission/begin-versions.ts';
import { catalogueWorkRepository } from '../../functions/procedure-submission/catalogue-work.repository.ts';
import { directoryCopy } from '../../shared/runtime/directory-copy/directory-copy.ts';
import { toNational } from '../../shared/contracts/to-national.ts';
import { followDirectory } from '../../shared/runtime/directory-copy/follow-directory.ts';
import { importCatalogue } from '../../functions/procedure-submission/import-catalogue.ts';
import { openCatalogue } from '../../functions/procedure-submission/open-catalogue.ts';
import { procedureRepository } from '../../functions/procedure-submission/procedure.repository.ts';
import { CalendarSpec } from '../../shared/kernel/working-time/calendar.ts';
import type { Table } from '../../shared/runtime/dynamo.ts';
import { tables } from '../../shared/tables/table-spec.ts';
import { createTable, type TestTable } from '../support/table.ts';
import { acting, cause, editionOfSeed, editor, publishThroughReview, reviewer, today, viewOf } from './catalogue-fixtures.ts';

let made: TestTable;
let table: Table;
const code = '1.001193';

beforeAll(async () => {
  made = await createTable(tables['procedure-submission'], inject('endpoint'));
  table = made.table;
});

const outbox = async (): Promise<string[]> => (await made.rows()).filter(({ entity }) => entity === 'outbox').map(({ detailType, detail }) => `${String(detailType)} ${JSON.stringify((JSON.parse(String(detail)) as { data: unknown }).data)}`);
const stores = () => ({ procedures: procedureRepository(table), works: catalogueWorkRepository(table) });

describe('the catalogue in its table', () => {
  test('a version is read back as it was published, its event beside it, its history sealed', async () => {
    const { procedures, works } = stores();
    await publishThroughReview(procedures, works, { code, edition: editionOfSeed(code) });
    const view = await procedures.current(code, today);
    expect(view).toMatchObject({ ...editionOfSeed(code), code, version: 1 });
    expect(await procedures.version(code, 1)).toEqual(view);
    expect(await outbox()).toEqual([`procedure.published.v1 ${JSON.stringify({ procedureCode: code, procedureVersion: 1, status: 'open' })}`]);
    const file = await openCatalogue({ procedures, works })(code, editor, today);
    expect(file).toMatchObject({ revision: 3, holds: true, versions: [{ version: 1, state: 'in-force' }] });
    expect(file.work).toBeUndefined();
  });
  test('a version that waits begins on its day, before and after the schedule has run; all versions are kept', async () => {
    const { procedures, works } = stores();
    await publishThroughReview(procedures, works, { code, edition: { ...editionOfSeed(code), acceptsOnline: false, effectiveFrom: '2026-12-01' } });
    const [before, after] = [new Date('2026-11-30T16:59:00Z'), new Date('2026-11-30T17:00:00Z')];
    expect(await procedures.current(code, before)).toMatchObject({ version: 1, acceptsOnline: true, next: { version: 2, effectiveFrom: '2026-12-01' } });
    expect(await procedures.current(code, after)).toMatchObject({ version: 2, acceptsOnline: false });
    const begin = (now: Date) => beginVersions({ procedures })(cause(now));
    expect(await begin(before)).toEqual({ due: 0, begun: 0 });
    expect((await procedures.list()).map(({ version }) => version)).toEqual([1]);
    expect(await begin(after)).toEqual({ due: 1, begun: 1 });
    expect(await begin(after)).toEqual({ due: 0, begun: 0 });
    expect((await procedures.list()).map(({ version }) => version)).toEqual([2]);
    expect((await outbox()).filter((line) => line.includes('"procedureVersion":2')).map((line) => line.split(' ')[0]).toSorted()).toEqual(['procedure.published.v1', 'procedure.scheduled.v1']);
    expect((await procedures.version(code, 1))?.acceptsOnline).toBe(true);
    expect(await procedures.current('2.999999', today)).toBeUndefined();
  });
  test('what one process remembers, another may publish over: the next read sees it', async () => {
    const [mine, { procedures, works }] = [procedureRepository(table), stores()];
    await publishThroughReview(procedures, works, { code: '1.000894', edition: editionOfSeed('1.000894') });
    const before = await mine.current('1.000894', today);
    expect(await mine.current('1.000894', today)).toBe(before);
    await publishThroughReview(procedures, works, { code: '1.000894', edition: { ...editionOfSeed('1.000894'), name: { vi: 'mới', en: 'new' }, effectiveFrom: '2026-11-22' } });
    expect(await mine.current('1.000894', today)).toMatchObject({ version: 2, name: { vi: 'mới' } });
    expect(await mine.version('1.000894', 1)).toEqual(before);
  });
  test('an overlapping version is not written, nor is anything of the act', async () => {
    const { procedures, works } = stores();
    const act = acting(procedures, works, code);
    await act(editor, 'save', { content: { ...editionOfSeed(code), effectiveFrom: '2026-12-15' } });
    await act(editor, 'submit');
    const { revision } = await works.load(code);
    await expect(act(reviewer, 'publish', { effectiveFrom: '2026-12-01' })).rejects.toMatchObject({ code: 'version-overlaps' });
    expect((await works.load(code)).revision).toBe(revision);
    // of two who publish at once one wins, and one version is written
    const won = await Promise.allSettled(['2026-12-15', '2026-12-16'].map((effectiveFrom) => act(reviewer, 'publish', { effectiveFrom })));
    expect(won.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await procedures.timeline(code, today)).begins).toHaveLength(3);
    expect((await outbox()).filter((line) => line.includes('"procedureVersion":3'))).toHaveLength(1);
  });
  test('a version that waits is recalled: the table forgets the waiting, keeps the version, and gives its number to nobody', async () => {
    const { procedures, works } = stores();
    const mine = '1.000656';
    const act = acting(procedures, works, mine);
    await publishThroughReview(procedures, works, { code: mine, edition: editionOfSeed(mine) });
    for (const effectiveFrom of ['2026-12-05', '2026-12-10']) await publishThroughReview(procedures, works, { code: mine, edition: { ...editionOfSeed(mine), acceptsOnline: effectiveFrom < '2026-12-08', effectiveFrom, name: { vi: effectiveFrom, en: effectiveFrom } } });
    const stale = await procedures.waiting();
    // the earlier one begins while the later one is recalled: neither brings the other back
    const [begun, recalled] = await Promise.allSettled([beginVersions({ procedures })(cause(new Date('2026-12-05T02:00:00Z'))), act(reviewer, 'recall', { version: 3, comment: 'Lùi ngày.', now: new Date('2026-12-05T02:00:00Z') })]);
    expect(begun.status).toBe('fulfilled');
    if (recalled.status === 'rejected') await act(reviewer, 'recall', { version: 3, comment: 'Lùi ngày.', now: new Date('2026-12-05T02:00:01Z') });
    await beginVersions({ procedures })(cause(new Date('2026-12-05T03:00:00Z')));
    expect((await procedures.timeline(mine, new Date('2026-12-20T02:00:00Z'))).begins.map(({ version }) => version)).toEqual([1, 2]);
    expect(await procedures.current(mine, new Date('2026-12-20T02:00:00Z'))).toMatchObject({ version: 2, highest: 3 });
    expect((await procedures.waiting()).filter(({ code: one }) => one === mine)).toEqual([]);
    const late = stale.find(({ version }) => version === 3);
    if (late === undefined) throw new Error('version 3 waited');
    expect(await beginVersions({ procedures: { ...procedures, waiting: async () => [late] } })(cause(new Date('2026-12-10T02:00:00Z')))).toEqual({ due: 1, begun: 0 });
    expect((await outbox()).filter((line) => line.startsWith('procedure.recalled.v1'))).toEqual([`procedure.recalled.v1 ${JSON.stringify({ procedureCode: mine, procedureVersion: 3 })}`]);
    await act(editor, 'submit', { now: new Date('2026-12-06T02:00:00Z') });
    await act(reviewer, 'publish', { effectiveFrom: '2026-12-15', now: new Date('2026-12-06T02:00:00Z') });
    expect((await procedures.timeline(mine, today)).begins.map(({ version }) => version)).toEqual([1, 2, 4]);
    expect(await openCatalogue({ procedures, works })(mine, reviewer, new Date('2026-12-06T03:00:00Z'))).toMatchObject({ holds: true, recallable: 4 });
  });
  test('what comes in from the wire of the national portal is kept whole; a code that stands twice stays out', async () => {
    const { procedures, works } = stores();
    const seed = (await import('../../infra/local/seed/procedures.json', { with: { type: 'json' } })).default.map(({ code: one }) => one).filter((one) => one !== code && one !== '1.000894' && one !== '1.000656').slice(0, 20);
    const sent = seed.map((one) => toNational(one, editionOfSeed(one), '000.00.00.H30'));
    const take = (list: readonly unknown[], id: string) => importCatalogue({ procedures, works })({ procedures: list, toReview: true, asked: { requestKey: { id, fingerprint: id }, cause: cause() } }, editor);
    expect((await take([sent[0], sent[1], sent[0]], 'twice')).map(({ outcome }) => outcome)).toEqual(['refused', 'imported', 'refused']);
    expect((await works.load(seed[0] ?? '')).revision).toBe(0);
    expect(new Set((await take(sent, 'all')).map(({ state }) => state))).toEqual(new Set(['in-review']));
    for (const one of seed) await acting(procedures, works, one)(reviewer, 'publish', { effectiveFrom: '2025-01-01' });
    for (const one of seed) {
      const { version: _, publishedAt: _at, ...kept } = (await procedures.current(one, today)) ?? viewOf(one);
      expect(kept).toEqual({ ...editionOfSeed(one), code: one });
    }
    expect(await procedures.list()).toHaveLength(23);
  });
  test('the largest real procedure fits a row: 30 cases of 70 papers', async () => {
    const { procedures, works } = stores();
    const [one] = editionOfSeed('1.004222').cases;
    if (one === undefined) throw new Error('1.004222 has a case');
    const papers = Array.from({ length: 70 }, (_, index) => ({ id: `giay-${index}`, name: `Giấy tờ số ${index} theo quy định của pháp luật về cư trú, kèm bản sao có chứng thực`, required: index < 5 }));
    const edition = { ...editionOfSeed('1.004222'), effectiveFrom: '2026-12-24', cases: Array.from({ length: 30 }, (_, index) => ({ ...one, id: `truong-hop-${index}`, papers })) };
    expect(JSON.stringify(edition).length).toBeGreaterThan(256 * 1024);
    await publishThroughReview(procedures, works, { code: '1.004222', edition });
    expect((await procedures.version('1.004222', 1))?.cases).toHaveLength(30);
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
