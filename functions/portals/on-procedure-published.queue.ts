import { ProcedurePublishedV1 } from '../../events/procedure-submission/procedure-published.v1.ts';
import { ProcedureScheduledV1 } from '../../events/procedure-submission/procedure-scheduled.v1.ts';
import { consumeTogether } from '../../shared/runtime/batch.ts';
import { prewarm } from '../../shared/runtime/prewarm.ts';
import { deps } from './deps.ts';
import { renderPublished } from './render-published.ts';
import { cataloguePages } from './site-pages.ts';

const render = renderPublished(deps);

await prewarm(() => deps.site.assets(), () => cataloguePages([], [], {}, deps.origin));

export const handler = consumeTogether([ProcedurePublishedV1, ProcedureScheduledV1], (arrived) => render(arrived.map(({ messageId, definition, detail }) => {
  const { procedureCode, procedureVersion } = (definition.detailType === ProcedureScheduledV1.detailType ? ProcedureScheduledV1 : ProcedurePublishedV1).data.parse(detail.data);
  return { messageId, code: procedureCode, version: procedureVersion, waits: definition.detailType === ProcedureScheduledV1.detailType };
})));
