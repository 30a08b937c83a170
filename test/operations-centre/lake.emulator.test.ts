import { AthenaClient, CreateWorkGroupCommand } from '@aws-sdk/client-athena';
import { CreateDatabaseCommand, CreateTableCommand, GlueClient } from '@aws-sdk/client-glue';
import { CreateBucketCommand, GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { allEvents } from '../../events/all-events.ts';
import { AgencyRegisteredV1 } from '../../events/directory/agency-registered.v1.ts';
import { CalendarPublishedV1 } from '../../events/directory/calendar-published.v1.ts';
import { FeedbackAcceptedV1 } from '../../events/feedback-classification/feedback-accepted.v1.ts';
import { FeedbackOverdueV1 } from '../../events/feedback-classification/feedback-overdue.v1.ts';
import { FeedbackPublishedV1 } from '../../events/feedback-classification/feedback-published.v1.ts';
import { FeedbackRatedV1 } from '../../events/feedback-classification/feedback-rated.v1.ts';
import { FeedbackRefusedV1 } from '../../events/feedback-classification/feedback-refused.v1.ts';
import { FeedbackReopenedV1 } from '../../events/feedback-classification/feedback-reopened.v1.ts';
import { FeedbackReportedV1 } from '../../events/feedback-classification/feedback-reported.v1.ts';
import { LAKE_PARTITION, lakeColumns, lakeFolder, lakeTableName } from '../../events/lake-columns.ts';
import type { EventDefinition } from '../../events/define-event.ts';
import { DossierAcceptedV1 } from '../../events/procedure-submission/dossier-accepted.v1.ts';
import { DossierAcceptedV2 } from '../../events/procedure-submission/dossier-accepted.v2.ts';
import { DossierFinishedV1 } from '../../events/procedure-submission/dossier-finished.v1.ts';
import { DossierSucceededV1 } from '../../events/procedure-submission/dossier-succeeded.v1.ts';
import { DossierSubmittedV1 } from '../../events/procedure-submission/dossier-submitted.v1.ts';
import { DossierWithdrawnV1 } from '../../events/procedure-submission/dossier-withdrawn.v1.ts';
import { athenaQuery } from '../../functions/operations-centre/athena.store.ts';
import { lakeStore } from '../../functions/operations-centre/lake.store.ts';
import { refreshTile } from '../../functions/operations-centre/refresh-tile.ts';
import { tileStore } from '../../functions/operations-centre/tile.store.ts';
import { dossiersToday } from '../../functions/operations-centre/tiles/dossiers-today.ts';
import { feedbackByArea } from '../../functions/operations-centre/tiles/feedback-by-area.ts';
import { feedbackCorrections } from '../../functions/operations-centre/tiles/feedback-corrections.ts';
import { feedbackPromises } from '../../functions/operations-centre/tiles/feedback-promises.ts';
import { feedbackSatisfaction } from '../../functions/operations-centre/tiles/feedback-satisfaction.ts';
import { promisesKeptThisMonth } from '../../functions/operations-centre/tiles/promises-kept-this-month.ts';
import { writeLake } from '../../functions/operations-centre/write-lake.ts';
import { clientOptions } from '../../infra/local/local-aws.ts';
import { tilePath, TileView } from '../../shared/contracts/tile.ts';
import { newId } from '../../shared/kernel/ids.ts';
import { officeWeek } from '../../shared/kernel/working-time/office-week.ts';
import type { ArrivedEvent } from '../../shared/runtime/batch.ts';
import { again, arrived, dossier } from './arrived.ts';

const options = clientOptions(inject('endpoint'));
const s3 = new S3Client({ ...options, forcePathStyle: true });
const athena = new AthenaClient(options);
const glue = new GlueClient(options);
const [lake, site, database, workgroup] = ['lake-test', 'site-test', 'lake_test', 'lake-test'];
const runQuery = athenaQuery({ client: athena, workgroup, database, limit: 20_000 });
const write = writeLake(lakeStore(s3, lake));
const now = new Date('2026-11-22T03:00:30Z');
/** A function's instance, which keeps slow answers for itself. */
const freshInstance = () => refreshTile({ runQuery, tiles: tileStore(s3, site), clock: () => now });

/** The tables as the stack makes them. */
const createTables = async (): Promise<void> => {
  await glue.send(new CreateDatabaseCommand({ DatabaseInput: { Name: database } }));
  for (const event of allEvents) {
    await glue.send(new CreateTableCommand({ DatabaseName: database, TableInput: {
      Name: lakeTableName(event), TableType: 'EXTERNAL_TABLE', PartitionKeys: [{ Name: LAKE_PARTITION, Type: 'string' }],
      Parameters: { classification: 'json' },
      StorageDescriptor: {
        Columns: lakeColumns(event).map(({ name, type }) => ({ Name: name, Type: type })), Location: `s3://${lake}/${lakeFolder(event)}`,
        InputFormat: 'org.apache.hadoop.mapred.TextInputFormat', OutputFormat: 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat',
        SerdeInfo: { SerializationLibrary: 'org.openx.data.jsonserde.JsonSerDe' },
      },
    } }));
  }
};

beforeAll(async () => {
  for (const Bucket of [lake, site]) await s3.send(new CreateBucketCommand({ Bucket }));
  await createTables();
  await athena.send(new CreateWorkGroupCommand({ Name: workgroup, Configuration: { ResultConfiguration: { OutputLocation: `s3://${lake}/results/` } } }));
});

const tileOf = async (id: string): Promise<{ view: TileView; cacheControl: string | undefined }> => {
  const found = await s3.send(new GetObjectCommand({ Bucket: site, Key: tilePath(id).slice(1) }));
  return { view: TileView.parse(JSON.parse(await found.Body?.transformToString() ?? '')), cacheControl: found.CacheControl };
};

/** The publishers went over to the second version in the middle of that day. */
const accepted = (agencyCode: string, at: string, ofDossier = dossier(agencyCode)) => (at < '2026-11-22T01'
  ? arrived(DossierAcceptedV1, { ...ofDossier, number: '000.26.19.H30-261122-0001', receivedAt: at }, at)
  : arrived(DossierAcceptedV2, { ...ofDossier, number: 'BTP-2026-77', receivedAt: at }, at));
const finished = (agencyCode: string, at: string, verdict: 'early' | 'on-time' | 'late', ofDossier = dossier(agencyCode)) =>
  arrived(DossierFinishedV1, { ...ofDossier, finishedAt: at, verdict }, at);
const withdrawn = (ofDossier: ReturnType<typeof dossier>, at: string, receivedAt?: string) =>
  arrived(DossierWithdrawnV1, { ...ofDossier, fromStatus: receivedAt === undefined ? 1 : 4, ...(receivedAt === undefined ? {} : { receivedAt }) }, at);
const succeeded = (ofDossier: ReturnType<typeof dossier>, formerAgency: string, at: string) =>
  arrived(DossierSucceededV1, { ...ofDossier, formerAgency, receivedBy: formerAgency, effectiveFrom: '2026-11-20', succeededAt: at }, at);
const registered = (agencyCode: string, name: string, revision: number, at: string) =>
  arrived(AgencyRegisteredV1, { agencyCode, name, level: 'commune', revision }, at);

// finished without a promised date: neither early nor late
const undated = arrived(DossierFinishedV1, { ...dossier('H30.19.01'), finishedAt: '2026-11-22T02:10:00Z' }, '2026-11-22T02:10:00Z');

describe('a lake that is empty, or nearly', () => {
  test('gives empty tiles, not an error', async () => {
    expect(await freshInstance()(dossiersToday)).toBe('written');
    expect((await tileOf('ho-so-hom-nay')).view.rows).toEqual([]);
  });

  test('counts what has no promised date as finished, and in no share', async () => {
    await write([undated]);
    now.setTime(now.getTime() + 60_000);
    await freshInstance()(dossiersToday);
    expect((await tileOf('ho-so-hom-nay')).view.totals).toMatchObject({ finished: 1, early: 0, on_time: 0, late: 0 });
    await freshInstance()(promisesKeptThisMonth);
    expect((await tileOf('giu-loi-hen-thang-nay')).view.rows).toEqual([{ finished: 0, early: 0, on_time: 0 }]);
  });
});

describe('a day of events, doubled and out of order', () => {
  const [one, three] = ['H30.19.01', 'H30.19.03'];
  const waiting = dossier(one);
  const facts: ArrivedEvent[] = [
    registered(one, 'UBND phường I', 1, '2026-10-01T02:00:00Z'), registered(one, 'Ủy ban nhân dân phường I', 2, '2026-11-01T02:00:00Z'),
    registered(three, 'Ủy ban nhân dân phường III', 1, '2026-10-01T02:00:00Z'),
    arrived(CalendarPublishedV1, { calendarVersion: 1, calendar: { week: officeWeek, days: [] } }, '2026-10-01T02:00:00Z'),
    // carried over into today: one still open, one finished yesterday, one finished today
    accepted(one, '2026-11-20T03:00:00Z'),
    accepted(three, '2026-11-20T03:00:00Z', waiting), finished(three, '2026-11-21T03:00:00Z', 'early', waiting),
    ...(() => { const d = dossier(one); return [accepted(one, '2026-11-19T03:00:00Z', d), finished(one, '2026-11-22T02:00:00Z', 'late', d)]; })(),
    again(undated),
    // yesterday by UTC, today in Việt Nam
    accepted(one, '2026-11-21T17:00:00.000Z'),
    // today by UTC until 17:00, yesterday in Việt Nam
    accepted(one, '2026-11-21T16:59:59.999Z'),
    ...(() => { const d = dossier(three); return [accepted(three, '2026-11-22T01:00:00Z', d), finished(three, '2026-11-22T02:30:00Z', 'on-time', d)]; })(),
    // taken back: yesterday, today, and today before it had been accepted
    ...(() => { const d = dossier(one); return [accepted(one, '2026-11-18T03:00:00Z', d), withdrawn(d, '2026-11-21T03:00:00Z', '2026-11-18T03:00:00Z')]; })(),
    ...(() => { const d = dossier(one); return [accepted(one, '2026-11-18T03:00:00Z', d), withdrawn(d, '2026-11-22T02:00:00Z', '2026-11-18T03:00:00Z')]; })(),
    withdrawn(dossier(one), '2026-11-22T02:00:00Z'),
    // carried on by another agency
    ...(() => { const d = dossier(one); return [accepted(one, '2026-11-18T03:00:00Z', d), succeeded({ ...d, agencyCode: three }, one, '2026-11-20T03:00:00Z')]; })(),
    // and on this very day
    ...(() => { const d = dossier(one); return [accepted(one, '2026-11-18T03:00:00Z', d), succeeded({ ...d, agencyCode: three }, one, '2026-11-22T02:00:00Z')]; })(),
    arrived(DossierSubmittedV1, { ...dossier(three), channel: 'online', submittedAt: '2026-11-22T02:00:00Z' }, '2026-11-22T02:00:00Z'),
  ];

  beforeAll(async () => {
    // each fact one to three times, newest first, in batches that cut across each other
    const deliveries = facts.flatMap((fact, i) => [fact, ...Array.from({ length: i % 3 }, () => again(fact))]).toReversed();
    for (let i = 0; i < deliveries.length; i += 5) expect((await write(deliveries.slice(i, i + 5))).size).toBe(0);
    for (let i = 0; i < deliveries.length; i += 5) await write(deliveries.slice(i, i + 5));
  });

  test('the wall tile counts each fact once, in the local day, by agency, under its latest name', async () => {
    now.setTime(now.getTime() + 60_000);
    expect(await freshInstance()(dossiersToday)).toBe('written');
    const { view, cacheControl } = await tileOf('ho-so-hom-nay');
    expect(view.rows).toEqual([
      { agency_code: one, agency: 'Ủy ban nhân dân phường I', submitted: 0, carried_over: 4, received: 1, finished: 2, early: 0, on_time: 0, late: 1, withdrawn: 1, running: 2 },
      { agency_code: three, agency: 'Ủy ban nhân dân phường III', submitted: 1, carried_over: 2, received: 1, finished: 1, early: 0, on_time: 1, late: 0, withdrawn: 0, running: 2 },
    ].toSorted((a, b) => b.received - a.received || (a.agency_code < b.agency_code ? -1 : 1)));
    expect(view.totals).toMatchObject({ received: 2, on_time: 1, late: 1, withdrawn: 1, running: 4 });
    expect(cacheControl).toBe('public, max-age=15');
  });

  test('the share of promises kept this month', async () => {
    now.setTime(now.getTime() + 300_000);
    await freshInstance()(promisesKeptThisMonth);
    expect((await tileOf('giu-loi-hen-thang-nay')).view.rows).toEqual([{ kept: 0.6667, finished: 3, early: 1, on_time: 1 }]);
  });

  test('writing the same batches again made no new file', async () => {
    const before = await s3.send(new ListObjectsV2Command({ Bucket: lake, Prefix: 'events/' }));
    await write(facts.slice(0, 5));
    await write(facts.slice(0, 5).map(again));
    const after = await s3.send(new ListObjectsV2Command({ Bucket: lake, Prefix: 'events/' }));
    const added = (after.Contents ?? []).filter(({ Key }) => !(before.Contents ?? []).some((known) => known.Key === Key));
    expect(added.length).toBeLessThanOrEqual(3);
    expect((after.Contents ?? []).every(({ Key }) => /^events\/type=[a-z.-]+\.v\d+\/dt=\d{4}-\d\d-\d\d\/evt_[0-9A-Z]{26}-[0-9a-f]{16}\.json$/.test(Key ?? ''))).toBe(true);
  });

  test('every table answers with the columns it was given, whichever of them are silent', async () => {
    for (const event of allEvents) {
      const columns = lakeColumns(event).map(({ name }) => name);
      const rows = await runQuery(`select ${columns.join(', ')} from ${lakeTableName(event)} where dt >= '2026-01-01' limit 1`);
      expect(Object.keys(rows[0] ?? Object.fromEntries(columns.map((name) => [name, null])))).toEqual(columns);
    }
  });

  test('times are times: both engines can cast and compare them', async () => {
    const hours = async (version: EventDefinition): Promise<unknown[]> =>
      (await runQuery(`select cast(date_trunc('hour', cast(received_at as timestamp)) as varchar) as hour, count(*) as n from ${lakeTableName(version)} where dt = '2026-11-22' group by 1 order by 1`)).map(({ hour }) => hour?.slice(0, 19));
    expect(await Promise.all([DossierAcceptedV1, DossierAcceptedV2].map(hours))).toEqual([['2026-11-21 17:00:00'], ['2026-11-22 01:00:00']]);
  });
});

describe('a month of reports, doubled', () => {
  const [ward, lost] = ['31321', undefined];
  const report = (n: number, area: string | undefined, at: string) => ({
    feedbackId: newId('fbk', new Date(at), () => n / 100), trackingCode: `HG-0000-0000-${String(n).padStart(4, '0')}`, revision: 0, state: 'NEW' as const, category: 'waste', agencyCode: 'H30.19.01', channel: 'web' as const, urgency: 'normal' as const, reportedAt: at, ...(area === undefined ? {} : { area }),
  });
  const day = (date: string): string => `2026-11-${date}T03:00:00Z`;
  const made = (n: number, area: string | undefined, date: string) => { const facts = report(n, area, day(date)); return { facts, sent: arrived(FeedbackReportedV1, { ...facts, identified: false, media: 0 }, day(date)) }; };
  const letIn = (facts: ReturnType<typeof report>, suggested: string | undefined, date: string) => arrived(FeedbackAcceptedV1, { ...facts, revision: 1, acceptedAt: day(date), promisedAt: day('20'), corrected: suggested !== undefined && suggested !== 'waste', isPublic: true, ...(suggested === undefined ? {} : { suggested }) }, day(date));
  const published = (facts: ReturnType<typeof report>, late: boolean, date: string) => arrived(FeedbackPublishedV1, { ...facts, revision: 6, state: 'PUBLISHED', publishedAt: day(date), isPublic: true, late }, day(date));
  const rated = (facts: ReturnType<typeof report>, stars: number, date: string) => arrived(FeedbackRatedV1, { ...facts, revision: 7, stars, ratedAt: day(date) }, day(date));
  const carded = (facts: ReturnType<typeof report>, card: 'yellow' | 'red' | undefined, date: string) => arrived(FeedbackOverdueV1, { ...facts, step: 'whole', level: 2, dueAt: day('10'), noticedAt: day(date), ownerRole: 'leader', ownerAgency: 'H30.19.01', ...(card === undefined ? {} : { card }) }, day(date));
  const [done, late, reopened, refused, open] = [made(1, ward, '02'), made(2, ward, '03'), made(3, ward, '04'), made(4, lost, '05'), made(5, lost, '06')];
  // of October: counted as waiting, not as sent this month
  const older = arrived(FeedbackReportedV1, { ...report(6, ward, '2026-10-20T03:00:00Z'), identified: false, media: 0 }, '2026-10-20T03:00:00Z');
  const facts: ArrivedEvent[] = [
    older, ...[done, late, reopened, refused, open].map(({ sent }) => sent), letIn(done.facts, 'waste', '03'), letIn(late.facts, 'roads', '04'), letIn(reopened.facts, undefined, '05'),
    published(done.facts, false, '10'), published(late.facts, true, '12'), carded(late.facts, 'yellow', '11'), carded(late.facts, 'red', '12'), carded(done.facts, undefined, '09'), rated(done.facts, 5, '11'), rated(late.facts, 2, '13'),
    published(reopened.facts, false, '12'), arrived(FeedbackReopenedV1, { ...reopened.facts, revision: 8, state: 'REOPENED', reopenedAt: day('14') }, day('14')),
    arrived(FeedbackRefusedV1, { ...refused.facts, revision: 1, state: 'REJECTED', reason: 'out-of-scope', refusedAt: day('06') }, day('06')),
  ];
  beforeAll(async () => {
    expect((await write([...facts, ...facts.map(again)].toReversed())).size).toBe(0);
    now.setTime(now.getTime() + 600_000);
    const refresh = freshInstance();
    for (const tile of [feedbackByArea, feedbackPromises, feedbackSatisfaction, feedbackCorrections]) expect(await refresh(tile)).toBe('written');
  });

  test('by area: sent, answered on time and late, reopened, and what waits whenever it was sent', async () => {
    expect((await tileOf('phan-anh-theo-dia-ban')).view.rows).toEqual([
      { area: ward, reported: 3, on_time: 2, late: 1, reopened: 1, waiting: 2 }, { area: 'ngoai-ban-do', reported: 2, on_time: 0, late: 0, reopened: 0, waiting: 1 },
    ]);
  });
  test('by agency: promises kept, and cards', async () => {
    expect((await tileOf('phan-anh-dung-hen')).view.rows).toEqual([{ agency_code: 'H30.19.01', agency: 'Ủy ban nhân dân phường I', on_time: 2, late: 1, kept: 0.6667, yellow: 1, red: 1 }]);
  });
  test('what reporters thought, and how often the suggestion was corrected', async () => {
    expect((await tileOf('phan-anh-hai-long')).view.rows).toEqual([{ content: 0.5, rated: 2, stars_1: 0, stars_2: 1, stars_3: 0, stars_4: 0, stars_5: 1 }]);
    expect((await tileOf('phan-anh-sua-goi-y')).view.rows).toEqual([
      { category: 'roads', suggested: 1, corrected: 1, corrected_share: 1 }, { category: 'waste', suggested: 1, corrected: 0, corrected_share: 0 },
    ]);
  });
});

describe('when asking goes wrong', () => {
  test('a text the engine refuses names its reason', async () => {
    await expect(runQuery("select nothing from dossier_accepted_v1 where dt = '2026-11-22'")).rejects.toThrow('query-failed');
  });

  test('a file that was replaced meanwhile is not overwritten by an older state', async () => {
    const store = tileStore(s3, site);
    const shown = await store.read('ho-so-hom-nay');
    if (shown === undefined) throw new Error('no tile');
    expect(await store.replace({ ...shown.view, owner: 'H30.1' }, shown.mark)).toBe(true);
    expect(await store.replace({ ...shown.view, owner: 'H30.2' }, shown.mark)).toBe(false);
    expect((await store.read('ho-so-hom-nay'))?.view.owner).toBe('H30.1');
  });

  test('a tile of an older shape counts as none', async () => {
    expect(await tileStore(s3, site).read('khong-co')).toBeUndefined();
  });
});
