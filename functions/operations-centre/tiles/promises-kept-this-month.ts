import { keptThresholds } from '../../../shared/contracts/figure-definitions.ts';
import type { TileDefinition } from '../tile-definition.ts';

/** Of the dossiers finished this month that had a promised date, the share finished early or on time. */
export const promisesKeptThisMonth: TileDefinition = {
  id: 'giu-loi-hen-thang-nay',
  title: { vi: 'Hồ sơ trả đúng hẹn tháng này', en: 'Promises kept this month' },
  unit: { vi: 'tỷ lệ trên hồ sơ đã giải quyết có hẹn trả', en: 'share of finished dossiers with a promised date' },
  source: { vi: 'Sự kiện của Cổng dịch vụ công tỉnh', en: 'Events of the provincial public-service portal' },
  owner: 'H30',
  audience: 'public',
  refreshSeconds: 300,
  period: 'month',
  queries: [{
    id: 'finished-this-month',
    keepSeconds: 0,
    sql: `
with finished as (
  select distinct event_id, dossier_id, verdict from dossier_finished_v1 where dt >= :firstOfMonth and dt <= :today and verdict is not null
)
select
  count(distinct dossier_id) as finished,
  count(distinct dossier_id) filter (where verdict = 'early') as early,
  count(distinct dossier_id) filter (where verdict = 'on-time') as on_time
from finished`,
  }],
  lookUps: [],
  columns: [
    { id: 'kept', kind: 'share', label: { vi: 'Đúng hẹn', en: 'Kept' }, from: { part: ['early', 'on_time'], whole: ['finished'] } },
    { id: 'finished', kind: 'count', label: { vi: 'Đã giải quyết, có hẹn trả', en: 'Finished, with a promised date' } },
    { id: 'early', kind: 'count', label: { vi: 'Trước hạn', en: 'Early' } },
    { id: 'on_time', kind: 'count', label: { vi: 'Đúng hạn', en: 'On time' } },
  ],
  thresholds: [{ column: 'kept', better: 'higher', ...keptThresholds }],
};
