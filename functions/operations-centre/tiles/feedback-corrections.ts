import type { TileDefinition } from '../tile-definition.ts';
import { ofReports } from './feedback-tiles.ts';

/** How often the classifier's word was corrected this month, by what it had suggested. */
export const feedbackCorrections: TileDefinition = {
  ...ofReports,
  id: 'phan-anh-sua-goi-y',
  title: { vi: 'Gợi ý phân loại bị sửa tháng này', en: 'Suggested categories corrected this month' },
  unit: { vi: 'phản ánh đã tiếp nhận có gợi ý; tỷ lệ bị sửa', en: 'reports let in with a suggestion; share corrected' },
  key: 'category',
  queries: [{
    id: 'corrected-this-month',
    keepSeconds: 0,
    sql: `
with let_in as (
  select distinct event_id, feedback_id, suggested, corrected from feedback_accepted_v1 where dt >= :firstOfMonth and dt <= :today and suggested is not null
)
select suggested as category,
  count(distinct feedback_id) as suggested,
  count(distinct feedback_id) filter (where corrected) as corrected
from let_in
group by suggested`,
  }],
  lookUps: [],
  columns: [
    { id: 'category', kind: 'text', label: { vi: 'Loại được gợi ý', en: 'Suggested category' } },
    { id: 'suggested', kind: 'count', label: { vi: 'Có gợi ý', en: 'Suggested' } },
    { id: 'corrected', kind: 'count', label: { vi: 'Bị sửa', en: 'Corrected' } },
    { id: 'corrected_share', kind: 'share', label: { vi: 'Tỷ lệ bị sửa', en: 'Share corrected' }, from: { part: ['corrected'], whole: ['suggested'] } },
  ],
  orderBy: 'corrected',
  // the classifier is to be right at least 85 times in 100
  thresholds: [{ column: 'corrected_share', better: 'lower', warn: 0.15, bad: 0.3 }],
};
