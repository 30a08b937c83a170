import { FiguresPublishedV1 } from '../../events/procedure-submission/figures-published.v1.ts';
import { consumeTogether } from '../../shared/runtime/batch.ts';
import { prewarm } from '../../shared/runtime/prewarm.ts';
import { deps } from './deps.ts';
import { renderStatistics } from './render-statistics.ts';

const render = renderStatistics(deps);

await prewarm(() => deps.site.assets());

export const handler = consumeTogether([FiguresPublishedV1], (arrived) => render(arrived.map(({ messageId, detail }) => {
  const { reportMonth, revision } = FiguresPublishedV1.data.parse(detail.data);
  return { messageId, month: reportMonth, revision };
})));
