import type { TileDefinition, TileQuery } from '../tile-definition.ts';

/** What moved today, one row per agency in which something did. A dossier without a promised date is finished, and neither early nor late. */
const movedToday: TileQuery = {
  id: 'moved-today',
  keepSeconds: 0,
  sql: `
with submitted as (
  select distinct event_id, dossier_id, agency_code from dossier_submitted_v1 where dt = :today
), received as (
  select distinct event_id, dossier_id, agency_code from dossier_accepted_v1 where dt = :today
), finished as (
  select distinct event_id, dossier_id, agency_code, verdict from dossier_finished_v1 where dt = :today
), moved as (
  select agency_code, dossier_id, 'submitted' as step from submitted
  union all
  select agency_code, dossier_id, 'received' as step from received
  union all
  select agency_code, dossier_id, 'finished' as step from finished
  union all
  select agency_code, dossier_id, cast(verdict as varchar) as step from finished
)
select agency_code,
  count(distinct dossier_id) filter (where step = 'submitted') as submitted,
  count(distinct dossier_id) filter (where step = 'received') as received,
  count(distinct dossier_id) filter (where step = 'finished') as finished,
  count(distinct dossier_id) filter (where step = 'early') as early,
  count(distinct dossier_id) filter (where step = 'on-time') as on_time,
  count(distinct dossier_id) filter (where step = 'late') as late
from moved
group by agency_code`,
};

/** Received before today and not finished before today. It changes at midnight and when an event arrives a day late. */
const carriedOver: TileQuery = {
  id: 'carried-over',
  keepSeconds: 3600,
  sql: `
with received as (
  select distinct event_id, dossier_id, agency_code from dossier_accepted_v1 where dt >= :lookBack and dt < :today
), finished as (
  select distinct event_id, dossier_id from dossier_finished_v1 where dt >= :lookBack and dt < :today
)
select received.agency_code as agency_code, count(distinct received.dossier_id) as carried_over
from received
left join finished on finished.dossier_id = received.dossier_id
where finished.dossier_id is null
group by received.agency_code`,
};

/** The name in the latest revision of each agency. */
const agencyNames: TileQuery = {
  id: 'agency-names',
  keepSeconds: 3600,
  sql: `
with revisions as (
  select agency_code, name, row_number() over (partition by agency_code order by revision desc, occurred_at desc) as age
  from agency_registered_v1 where dt >= :firstDay
)
select agency_code, name as agency from revisions where age = 1`,
};

export const dossiersToday: TileDefinition = {
  id: 'ho-so-hom-nay',
  title: { vi: 'Hồ sơ hôm nay theo cơ quan', en: 'Dossiers today by agency' },
  unit: { vi: 'hồ sơ', en: 'dossiers' },
  source: { vi: 'Sự kiện của Cổng dịch vụ công tỉnh', en: 'Events of the provincial public-service portal' },
  owner: 'H30',
  audience: 'public',
  refreshSeconds: 30,
  period: 'day',
  key: 'agency_code',
  queries: [movedToday, carriedOver],
  lookUps: [agencyNames],
  columns: [
    { id: 'agency_code', kind: 'text', label: { vi: 'Mã cơ quan', en: 'Agency code' } },
    { id: 'agency', kind: 'text', label: { vi: 'Cơ quan', en: 'Agency' } },
    { id: 'submitted', kind: 'count', label: { vi: 'Mới nộp', en: 'Filed' } },
    { id: 'carried_over', kind: 'count', label: { vi: 'Tồn từ trước', en: 'Carried over' } },
    { id: 'received', kind: 'count', label: { vi: 'Tiếp nhận', en: 'Received' } },
    { id: 'finished', kind: 'count', label: { vi: 'Đã giải quyết', en: 'Finished' } },
    { id: 'early', kind: 'count', label: { vi: 'Trước hạn', en: 'Early' } },
    { id: 'on_time', kind: 'count', label: { vi: 'Đúng hạn', en: 'On time' } },
    { id: 'late', kind: 'count', label: { vi: 'Quá hạn', en: 'Late' } },
    {
      id: 'running', kind: 'count', label: { vi: 'Đang giải quyết', en: 'In progress' },
      from: { plus: ['carried_over', 'received'], minus: ['finished'] },
    },
  ],
  orderBy: 'received',
  thresholds: [{ column: 'late', better: 'lower', warn: 1, bad: 5 }],
};
