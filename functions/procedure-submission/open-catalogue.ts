import { reviewing, type CatalogueFile, type CatalogueRow } from '../../shared/contracts/catalogue-work.ts';
import { localDate } from '../../shared/kernel/vietnam-time.ts';
import { isHeld, type Officer } from '../../shared/runtime/actor.ts';
import { actsIn } from './catalogue-acts.ts';
import { actsHold, authorsOf } from './catalogue-history.ts';
import type { Catalogue, CatalogueWorks, Work } from './catalogue-ports.ts';
import { readDraft } from './draft-faults.ts';
import { inForceAt, type Begin } from './procedure.ts';
import { remarksOn } from './remarks.ts';

type Deps = { readonly procedures: Catalogue; readonly works: CatalogueWorks };

const stateOf = (begin: Begin, inForce: Begin | undefined): CatalogueFile['versions'][number]['state'] => {
  if (inForce === undefined || begin.version > inForce.version) return 'waiting';
  if (begin.version < inForce.version) return 'past';
  return begin.status === 'closed' ? 'retired' : 'in-force';
};

const workView = (code: string, { authors, remarks = [], ...work }: Work): CatalogueFile['work'] =>
  ({ ...work, content: { ...work.content }, authors: authors.map(({ name }) => name), faults: [...readDraft(code, work.content).faults], remarks: remarksOn(work.content, remarks) });

/** One procedure as those who keep the catalogue see it. A code nobody has used yet opens empty: that is how a procedure begins. */
export const openCatalogue = ({ procedures, works }: Deps) => async (code: string, officer: Officer, now: Date): Promise<CatalogueFile> => {
  const [file, { begins }] = await Promise.all([works.load(code), procedures.timeline(code, now)]);
  const last = begins.at(-1);
  const latest = last === undefined ? undefined : await procedures.version(code, last.version);
  const inForce = inForceAt(begins, now);
  const roles = officer.posts.filter((post) => isHeld(post, localDate(now))).map(({ role }) => role);
  const waiting = last !== undefined && last.effectiveFrom > localDate(now) && roles.some((role) => (reviewing as readonly string[]).includes(role)) && !authorsOf(file.history, last.version).some(({ person }) => person === officer.personId) ? last.version : undefined;
  const author = file.work?.authors.some(({ person }) => person === officer.personId) === true;
  return {
    code, revision: file.revision, history: [...file.history], holds: await actsHold(code, file), allowed: actsIn(file.work?.state ?? null, { roles, author }).filter((act) => act !== 'recall' || waiting !== undefined),
    versions: begins.map(({ version, effectiveFrom, publishedAt, status, ...begin }) => ({ version, effectiveFrom, publishedAt, status, state: stateOf({ version, effectiveFrom, publishedAt, status, ...begin }, inForce) })),
    ...(waiting === undefined ? {} : { recallable: waiting }),
    ...(latest === undefined ? {} : { latest }), ...(file.work === undefined ? {} : { work: workView(code, file.work) }),
  };
};

/** Every procedure that is in force, waits, or is in the making, in the order of the codes. */
export const listCatalogue = ({ procedures, works }: Deps) => async (): Promise<CatalogueRow[]> => {
  const [inForce, waiting, drafts] = await Promise.all([procedures.list(), procedures.waiting(), works.list()]);
  const rows = new Map<string, CatalogueRow>();
  for (const { code, name, field } of [...waiting, ...drafts]) rows.set(code, { code, name, field, unsettled: 0 });
  for (const { code, name, field, level, version, status, unsettled = 0 } of inForce) rows.set(code, { code, name: name.vi, field: field.vi, level, version, status, unsettled });
  for (const { code, state, at, by } of drafts) rows.set(code, { ...rows.get(code) ?? { code, name: '', field: '', unsettled: 0 }, work: { state, at, by } });
  return [...rows.values()].toSorted((a, b) => (a.code < b.code ? -1 : 1));
};
