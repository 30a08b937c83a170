import { ProcedurePublishedV1 } from '../../events/procedure-submission/procedure-published.v1.ts';
import { consumeTogether } from '../../shared/runtime/batch.ts';
import { prewarm } from '../../shared/runtime/prewarm.ts';
import { deps } from './deps.ts';
import { renderPublished } from './render-published.ts';
import { cataloguePages } from './site-pages.ts';

const render = renderPublished(deps);

await prewarm(() => deps.site.assets(), () => cataloguePages([], [], {}, deps.origin));

export const handler = consumeTogether([ProcedurePublishedV1], (arrived) => render(arrived.map(({ messageId, detail }) => {
  const { procedureCode, procedureVersion } = ProcedurePublishedV1.data.parse(detail.data);
  return { messageId, code: procedureCode, version: procedureVersion };
})));
