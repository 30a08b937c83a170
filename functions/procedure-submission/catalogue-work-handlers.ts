import { CommentDraft, DiscardDraft, ExportCatalogue, ImportCatalogue, ListCatalogue, OpenCatalogue, PublishDraft, RecallVersion, ReturnDraft, SaveDraft, SubmitDraft, TakeBackDraft, type CatalogueFile } from '../../shared/contracts/catalogue-work.ts';
import type { Actor } from '../../shared/runtime/actor.ts';
import { on } from '../../shared/runtime/http.ts';
import { officerOf } from '../../shared/runtime/callers.ts';
import type { Catalogue, CatalogueWorks } from './catalogue-ports.ts';
import { exportCatalogue } from './export-catalogue.ts';
import { importCatalogue } from './import-catalogue.ts';
import { keepCatalogue, type KeepCommand } from './keep-catalogue.ts';
import { listCatalogue, openCatalogue } from './open-catalogue.ts';

type Deps = { readonly procedures: Catalogue; readonly works: CatalogueWorks };

/** What answers those who keep the catalogue. Every act answers with the whole file, as it is afterwards. */
export const catalogueWorkHandlers = (deps: Deps) => {
  const [keep, open, list, take, give] = [keepCatalogue(deps), openCatalogue(deps), listCatalogue(deps), importCatalogue(deps), exportCatalogue(deps)];
  const act = async (command: KeepCommand, actor: Actor): Promise<CatalogueFile> => {
    const officer = officerOf(actor);
    await keep(command, officer);
    return open(command.procedureCode, officer, command.asked.cause.now);
  };
  return [
    on(ListCatalogue, async () => ({ items: await list() })),
    on(OpenCatalogue, ({ params, actor, now }) => open(params.procedureCode, officerOf(actor), now)),
    on(SaveDraft, ({ params, body, actor, requestKey, cause }) => act({ ...params, ...body, act: 'save', asked: { requestKey, cause } }, actor)),
    on(SubmitDraft, ({ params, body, actor, requestKey, cause }) => act({ ...params, ...body, act: 'submit', asked: { requestKey, cause } }, actor)),
    on(TakeBackDraft, ({ params, body, actor, requestKey, cause }) => act({ ...params, ...body, act: 'take-back', asked: { requestKey, cause } }, actor)),
    on(DiscardDraft, ({ params, body, actor, requestKey, cause }) => act({ ...params, ...body, act: 'discard', asked: { requestKey, cause } }, actor)),
    on(CommentDraft, ({ params, body, actor, requestKey, cause }) => act({ ...params, ...body, act: 'comment', asked: { requestKey, cause } }, actor)),
    on(ReturnDraft, ({ params, body, actor, requestKey, cause }) => act({ ...params, ...body, act: 'return', asked: { requestKey, cause } }, actor)),
    on(PublishDraft, ({ params, body, actor, requestKey, cause }) => act({ ...params, ...body, act: 'publish', asked: { requestKey, cause } }, actor)),
    on(RecallVersion, ({ params, body, actor, requestKey, cause }) => act({ ...params, ...body, act: 'recall', asked: { requestKey, cause } }, actor)),
    on(ImportCatalogue, async ({ body, actor, requestKey, cause }) => ({ items: await take({ ...body, asked: { requestKey, cause } }, officerOf(actor)) })),
    on(ExportCatalogue, ({ query, actor, now }) => give(query.after, officerOf(actor), now)),
  ];
};
