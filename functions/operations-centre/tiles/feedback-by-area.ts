import type { TileDefinition, TileQuery } from '../tile-definition.ts';
import { NOWHERE, ofReports } from './feedback-tiles.ts';

/** What happened in each commune since the first of the month. */
const movedThisMonth: TileQuery = {
  id: 'moved-by-area',
  keepSeconds: 0,
  sql: `
with reported as (
  select distinct event_id, feedback_id, area from feedback_reported_v1 where dt >= :firstOfMonth and dt <= :today
), published as (
  select distinct event_id, feedback_id, area, late from feedback_published_v1 where dt >= :firstOfMonth and dt <= :today
), reopened as (
  select distinct event_id, feedback_id, area from feedback_reopened_v1 where dt >= :firstOfMonth and dt <= :today
), moved as (
  select area, feedback_id, 'reported' as step from reported
  union all
  select area, feedback_id, case when late then 'late' else 'on-time' end as step from published
  union all
  select area, feedback_id, 'reopened' as step from reopened
)
select coalesce(area, '${NOWHERE}') as area,
  count(distinct feedback_id) filter (where step = 'reported') as reported,
  count(distinct feedback_id) filter (where step = 'on-time') as on_time,
  count(distinct feedback_id) filter (where step = 'late') as late,
  count(distinct feedback_id) filter (where step = 'reopened') as reopened
from moved
group by coalesce(area, '${NOWHERE}')`,
};

/** Reports whose last word is that they were sent or reopened: not refused, not answered in public. */
const waiting: TileQuery = {
  id: 'waiting-by-area',
  keepSeconds: 300,
  sql: `
with facts as (
  select distinct event_id, feedback_id, area, revision, 1 as waits from feedback_reported_v1 where dt >= :lookBack and dt <= :today
  union all
  select distinct event_id, feedback_id, area, revision, 1 as waits from feedback_reopened_v1 where dt >= :lookBack and dt <= :today
  union all
  select distinct event_id, feedback_id, area, revision, 0 as waits from feedback_refused_v1 where dt >= :lookBack and dt <= :today
  union all
  select distinct event_id, feedback_id, area, revision, 0 as waits from feedback_published_v1 where dt >= :lookBack and dt <= :today
), last_words as (
  select feedback_id, area, waits, row_number() over (partition by feedback_id order by revision desc) as age from facts
)
select coalesce(area, '${NOWHERE}') as area, count(distinct feedback_id) as waiting
from last_words
where age = 1 and waits = 1
group by coalesce(area, '${NOWHERE}')`,
};

export const feedbackByArea: TileDefinition = {
  ...ofReports,
  id: 'phan-anh-theo-dia-ban',
  title: { vi: 'Phản ánh tháng này theo địa bàn', en: 'Reports this month by area' },
  unit: { vi: 'phản ánh', en: 'reports' },
  key: 'area',
  queries: [movedThisMonth, waiting],
  lookUps: [],
  columns: [
    { id: 'area', kind: 'text', label: { vi: 'Mã địa bàn', en: 'Area code' } },
    { id: 'reported', kind: 'count', label: { vi: 'Mới gửi', en: 'Sent' } },
    { id: 'on_time', kind: 'count', label: { vi: 'Trả lời đúng hạn', en: 'Answered on time' } },
    { id: 'late', kind: 'count', label: { vi: 'Trả lời quá hạn', en: 'Answered late' } },
    { id: 'reopened', kind: 'count', label: { vi: 'Yêu cầu xử lý lại', en: 'Reopened' } },
    { id: 'waiting', kind: 'count', label: { vi: 'Đang chờ trả lời', en: 'Waiting for an answer' } },
  ],
  orderBy: 'reported',
  thresholds: [],
};
