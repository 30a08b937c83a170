import type { TileDefinition } from '../tile-definition.ts';
import { ofReports } from './feedback-tiles.ts';

const stars = [1, 2, 3, 4, 5] as const;

/** What reporters thought of their answers this month. */
export const feedbackSatisfaction: TileDefinition = {
  ...ofReports,
  id: 'phan-anh-hai-long',
  title: { vi: 'Người gửi đánh giá câu trả lời tháng này', en: 'How reporters rated their answers this month' },
  unit: { vi: 'lượt đánh giá; hài lòng là 4 và 5 sao', en: 'ratings; content is 4 and 5 stars' },
  queries: [{
    id: 'rated-this-month',
    keepSeconds: 0,
    sql: `
with ratings as (
  select distinct event_id, feedback_id, stars from feedback_rated_v1 where dt >= :firstOfMonth and dt <= :today
)
select count(distinct event_id) as rated,
${stars.map((each) => `  count(distinct event_id) filter (where stars = ${each}) as stars_${each}`).join(',\n')}
from ratings`,
  }],
  lookUps: [],
  columns: [
    { id: 'content', kind: 'share', label: { vi: 'Hài lòng', en: 'Content' }, from: { part: ['stars_4', 'stars_5'], whole: ['rated'] } },
    { id: 'rated', kind: 'count', label: { vi: 'Lượt đánh giá', en: 'Ratings' } },
    ...stars.toReversed().map((each) => ({ id: `stars_${each}`, kind: 'count' as const, label: { vi: `${each} sao`, en: each === 1 ? '1 star' : `${each} stars` } })),
  ],
  thresholds: [],
};
