import { keptThresholds } from '../../../shared/contracts/figure-definitions.ts';
import type { TileDefinition } from '../tile-definition.ts';
import { agencyNames } from './agency-names.ts';
import { ofReports } from './feedback-tiles.ts';

/** Which agencies answered this month within the promised time, and which were shown a card. */
export const feedbackPromises: TileDefinition = {
  ...ofReports,
  id: 'phan-anh-dung-hen',
  title: { vi: 'Phản ánh trả lời đúng hẹn tháng này theo cơ quan', en: 'Reports answered in time this month by agency' },
  unit: { vi: 'phản ánh; tỷ lệ trên phản ánh đã trả lời', en: 'reports; share of the answered' },
  key: 'agency_code',
  queries: [{
    id: 'answered-this-month',
    keepSeconds: 0,
    sql: `
with published as (
  select distinct event_id, feedback_id, agency_code, late from feedback_published_v1 where dt >= :firstOfMonth and dt <= :today and agency_code is not null
), overdue as (
  select distinct event_id, feedback_id, agency_code, card from feedback_overdue_v1 where dt >= :firstOfMonth and dt <= :today and agency_code is not null and card is not null
), fates as (
  select agency_code, feedback_id, case when late then 'late' else 'on-time' end as fate from published
  union all
  select agency_code, feedback_id, cast(card as varchar) as fate from overdue
)
select agency_code,
  count(distinct feedback_id) filter (where fate = 'on-time') as on_time,
  count(distinct feedback_id) filter (where fate = 'late') as late,
  count(distinct feedback_id) filter (where fate = 'yellow') as yellow,
  count(distinct feedback_id) filter (where fate = 'red') as red
from fates
group by agency_code`,
  }],
  lookUps: [agencyNames],
  columns: [
    { id: 'agency_code', kind: 'text', label: { vi: 'Mã cơ quan', en: 'Agency code' } },
    { id: 'agency', kind: 'text', label: { vi: 'Cơ quan', en: 'Agency' } },
    { id: 'on_time', kind: 'count', label: { vi: 'Đúng hạn', en: 'On time' } },
    { id: 'late', kind: 'count', label: { vi: 'Quá hạn', en: 'Late' } },
    { id: 'kept', kind: 'share', label: { vi: 'Tỷ lệ đúng hạn', en: 'Share on time' }, from: { part: ['on_time'], whole: ['on_time', 'late'] } },
    { id: 'yellow', kind: 'count', label: { vi: 'Thẻ vàng', en: 'Yellow cards' } },
    { id: 'red', kind: 'count', label: { vi: 'Thẻ đỏ', en: 'Red cards' } },
  ],
  orderBy: 'late',
  thresholds: [{ column: 'kept', better: 'higher', ...keptThresholds }],
};
