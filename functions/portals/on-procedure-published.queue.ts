import { ProcedurePublishedV1 } from '../../events/procedure-submission/procedure-published.v1.ts';
import { ProcedureRecalledV1 } from '../../events/procedure-submission/procedure-recalled.v1.ts';
import { ProcedureScheduledV1 } from '../../events/procedure-submission/procedure-scheduled.v1.ts';
import { consumeTogether } from '../../shared/runtime/batch.ts';
import { prewarm } from '../../shared/runtime/prewarm.ts';
import { deps } from './deps.ts';
import { renderPublished, type Published } from './render-published.ts';
import { cataloguePages } from './site-pages.ts';

const render = renderPublished(deps);

await prewarm(() => deps.site.assets(), () => cataloguePages([], [], {}, deps.origin));

const what = { [ProcedurePublishedV1.detailType]: 'begun', [ProcedureScheduledV1.detailType]: 'waits', [ProcedureRecalledV1.detailType]: 'recalled' } as const;

export const handler = consumeTogether([ProcedurePublishedV1, ProcedureScheduledV1, ProcedureRecalledV1], (arrived) => render(arrived.map(({ messageId, definition, detail }): Published => {
  // each of them names its procedure and version
  const { procedureCode, procedureVersion } = ProcedureRecalledV1.data.parse(detail.data);
  return { messageId, code: procedureCode, version: procedureVersion, told: what[definition.detailType] ?? 'begun' };
})));
