import { dossierAccepted } from '../../../events/procedure-submission/dossier-accepted.ts';
import { lakeTableName } from '../../../events/lake-columns.ts';
import type { TileDefinition, TileQuery } from '../tile-definition.ts';
import { agencyNames } from './agency-names.ts';

/** Each version of an event has a table of its own; a day may lie in several, a fact lies in one. */
const accepted = (when: string): string =>
  dossierAccepted.map((version) => `select distinct event_id, dossier_id, agency_code from ${lakeTableName(version)} where ${when}`).join('\n  union all\n  ');

/** What moved today, one row per agency in which something did. A dossier without a promised date is finished, and neither early nor late. */
const movedToday: TileQuery = {
  id: 'moved-today',
  keepSeconds: 0,
  sql: `
with submitted as (
  select distinct event_id, dossier_id, agency_code from dossier_submitted_v1 where dt = :today
), received as (
  ${accepted('dt = :today')}
), finished as (
  select distinct event_id, dossier_id, agency_code, verdict from dossier_finished_v1 where dt = :today
), withdrawn as (
  select distinct event_id, dossier_id, agency_code from dossier_withdrawn_v1 where dt = :today and received_at is not null
), moved as (
  select agency_code, dossier_id, 'submitted' as step from submitted
  union all
  select agency_code, dossier_id, 'received' as step from received
  union all
  select agency_code, dossier_id, 'finished' as step from finished
  union all
  select agency_code, dossier_id, 'withdrawn' as step from withdrawn
  union all
  select agency_code, dossier_id, cast(verdict as varchar) as step from finished
)
select agency_code,
  count(distinct dossier_id) filter (where step = 'submitted') as submitted,
  count(distinct dossier_id) filter (where step = 'received') as received,
  count(distinct dossier_id) filter (where step = 'finished') as finished,
  count(distinct dossier_id) filter (where step = 'early') as early,
  count(distinct dossier_id) filter (where step = 'on-time') as on_time,
  count(distinct dossier_id) filter (where step = 'late') as late,
  count(distinct dossier_id) filter (where step = 'withdrawn') as withdrawn
from moved
group by agency_code`,
};

/**
 * Received before today and neither finished nor withdrawn before today, with the agency that carries the dossier on. It
 * changes at midnight, when an event arrives a day late, and when an agency takes dossiers over.
 */
const carriedOver: TileQuery = {
  id: 'carried-over',
  keepSeconds: 3600,
  sql: `
with received as (
  ${accepted('dt >= :lookBack and dt < :today')}
), closed as (
  select distinct event_id, dossier_id from dossier_finished_v1 where dt >= :lookBack and dt < :today
  union all
  select distinct event_id, dossier_id from dossier_withdrawn_v1 where dt >= :lookBack and dt < :today
), takings as (
  select dossier_id, agency_code, row_number() over (partition by dossier_id order by occurred_at desc) as age
  from dossier_succeeded_v1 where dt >= :lookBack and dt <= :today
), taken_over as (
  select dossier_id, agency_code from takings where age = 1
)
select coalesce(taken_over.agency_code, received.agency_code) as agency_code, count(distinct received.dossier_id) as carried_over
from received
left join closed on closed.dossier_id = received.dossier_id
left join taken_over on taken_over.dossier_id = received.dossier_id
where closed.dossier_id is null
group by coalesce(taken_over.agency_code, received.agency_code)`,
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
    { id: 'withdrawn', kind: 'count', label: { vi: 'Đã rút', en: 'Withdrawn' } },
    {
      id: 'running', kind: 'count', label: { vi: 'Đang giải quyết', en: 'In progress' },
      from: { plus: ['carried_over', 'received'], minus: ['finished', 'withdrawn'] },
    },
  ],
  orderBy: 'received',
  thresholds: [{ column: 'late', better: 'lower', warn: 1, bad: 5 }],
};
