import { GetNextNumber, GetNumbering, PublishNumbering, type NumberingView } from '../../shared/contracts/numbering.ts';
import { on } from '../../shared/runtime/http.ts';
import { officerOf } from '../../shared/runtime/callers.ts';
import { provinceRules, type Numbering } from './numbering.ts';
import type { NumberingStore } from './numbering.repository.ts';
import type { Directory, Procedures } from './ports.ts';
import { nextNumber, publishNumbering } from './publish-numbering.ts';

const view = ({ rules, ...numbering }: Numbering): NumberingView => ({ ...numbering, rules: [...rules], otherwise: [...provinceRules] });

/** What answers those who keep the rules of dossier numbers. */
export const numberingHandlers = (deps: { readonly numbering: NumberingStore; readonly directory: Pick<Directory, 'agency'>; readonly procedures: Pick<Procedures, 'version'> }) => {
  const [publish, next] = [publishNumbering(deps), nextNumber(deps)];
  return [
    on(GetNumbering, async () => view(await deps.numbering.current())),
    on(GetNextNumber, ({ query, now }) => next({ ...query, now })),
    on(PublishNumbering, async ({ body, actor, now }) => view(await publish({ ...body, now }, officerOf(actor)))),
  ];
};
