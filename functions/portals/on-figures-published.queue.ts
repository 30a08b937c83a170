import { AgencyRegisteredV1 } from '../../events/directory/agency-registered.v1.ts';
import { FiguresPublishedV1 } from '../../events/procedure-submission/figures-published.v1.ts';
import { consumeTogether } from '../../shared/runtime/batch.ts';
import { prewarm } from '../../shared/runtime/prewarm.ts';
import { deps } from './deps.ts';
import { renderStatistics, type ToldFigures } from './render-statistics.ts';

const render = renderStatistics(deps);

await prewarm(() => deps.site.assets());

export const handler = consumeTogether([FiguresPublishedV1, AgencyRegisteredV1], (arrived) => render(arrived.map(({ messageId, definition, detail }): ToldFigures => {
  // every month is read by the agencies of today as well
  if (definition.detailType === AgencyRegisteredV1.detailType) return { messageId, month: 'every', revision: 0 };
  const { reportMonth, revision } = FiguresPublishedV1.data.parse(detail.data);
  return { messageId, month: reportMonth, revision };
})));
