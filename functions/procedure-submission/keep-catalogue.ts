import { ProcedurePublishedV1 } from '../../events/procedure-submission/procedure-published.v1.ts';
import { ProcedureRecalledV1 } from '../../events/procedure-submission/procedure-recalled.v1.ts';
import { ProcedureScheduledV1 } from '../../events/procedure-submission/procedure-scheduled.v1.ts';
import type { Role } from '../../shared/contracts/access.ts';
import type { CatalogueAct, CatalogueEntry } from '../../shared/contracts/catalogue-work.ts';
import type { ProcedureEdition } from '../../shared/contracts/procedure.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import { localDate } from '../../shared/kernel/vietnam-time.ts';
import { isHeld, type Officer } from '../../shared/runtime/actor.ts';
import { newEvent } from '../../shared/runtime/outbox.ts';
import { fieldError, RequestInvalid } from '../../shared/runtime/problem.ts';
import { fingerprintOf } from '../../shared/runtime/request-key.ts';
import { transitionOf, type CatalogueTransition } from './catalogue-acts.ts';
import { authorsOf, sealAct } from './catalogue-history.ts';
import type { Catalogue, CatalogueWorks, Publication, Recall, Timeline, Work, WorkFile } from './catalogue-ports.ts';
import { readDraft } from './draft-faults.ts';
import type { Asked } from './ports.ts';
import { editionOf, inForceAt, recallable, versionAfter } from './procedure.ts';
import { isFieldOf, keepRemark } from './remarks.ts';

/** Of comments on fields, those made last are kept. */
const mostRemarks = 200;

export type KeepDeps = { readonly procedures: Pick<Catalogue, 'timeline' | 'version' | 'current'>; readonly works: CatalogueWorks };
export type KeepCommand = {
  readonly procedureCode: string; readonly act: CatalogueAct; readonly revision: number; readonly asked: Asked;
  readonly content?: Readonly<Record<string, unknown>>; readonly comment?: string; readonly effectiveFrom?: string; readonly pointer?: string | undefined; readonly version?: number;
};

/** The post an officer keeps the catalogue with: one whose role the act is for, first. */
export const keeperPost = (officer: Officer, roles: readonly Role[], now: Date) => officer.posts.find((post) => roles.includes(post.role) && isHeld(post, localDate(now)));

const signedBy = (officer: Officer, { by }: CatalogueTransition, now: Date): CatalogueEntry['by'] => {
  const post = keeperPost(officer, by, now);
  if (post === undefined) throw new DomainError('not-allowed');
  return { person: officer.personId, name: officer.name, role: post.role, agency: post.agency };
};

/** Throws `draft-changed` on another revision than the caller saw, `draft-not-allowed` in another state, `own-work` for a review of one's own writing. */
const decide = (file: WorkFile, { act, revision, version }: KeepCommand, officer: Officer): CatalogueTransition => {
  if (revision !== file.revision) throw new DomainError('draft-changed', `the revision is ${file.revision}`);
  const transition = transitionOf(act, file.work?.state ?? null);
  if (transition === undefined) throw new DomainError('draft-not-allowed');
  const authors = act === 'recall' ? authorsOf(file.history, version ?? 0) : file.work?.authors ?? [];
  if (transition.byAnother === true && authors.some(({ person }) => person === officer.personId)) throw new DomainError('own-work');
  return transition;
};

const completeEdition = (code: string, work: Work): ProcedureEdition => {
  const { edition, faults } = readDraft(code, work.content);
  if (edition === undefined) throw new RequestInvalid(faults.map((fault) => ({ ...fault, pointer: `/content${fault.pointer}` })), 'draft-incomplete');
  return edition;
};

const requireSuccessor = async ({ procedures }: KeepDeps, { status, successor }: ProcedureEdition, now: Date): Promise<void> => {
  if (status !== 'closed' || successor === undefined) return;
  const taking = await procedures.current(successor, now);
  if (taking === undefined || taking.status !== 'open') throw new DomainError('successor-unknown', undefined, { pointers: ['/content/successor'] });
};

const latestOf = async ({ procedures }: KeepDeps, code: string, { begins }: Timeline): Promise<ProcedureEdition | undefined> => {
  const latest = begins.at(-1);
  const view = latest === undefined ? undefined : await procedures.version(code, latest.version);
  return view === undefined ? undefined : editionOf(view);
};

/** What is checked before a draft goes to review: it is whole, says something new, and can begin on its day. */
const requireReviewable = async (deps: KeepDeps, file: WorkFile & { readonly work: Work }, now: Date): Promise<void> => {
  const edition = completeEdition(file.code, file.work);
  const timeline = await deps.procedures.timeline(file.code, now);
  const latest = await latestOf(deps, file.code, timeline);
  if (latest !== undefined && fingerprintOf({ ...latest, effectiveFrom: '' }) === fingerprintOf({ ...edition, effectiveFrom: '' })) throw new DomainError('nothing-changed');
  await requireSuccessor(deps, edition, now);
  versionAfter(timeline, edition, { code: file.code, pointer: '/content/effectiveFrom', now });
};

/** The version a review ends in, and the fact to tell: it is in force, or it waits. */
const publicationOf = async (deps: KeepDeps, file: WorkFile & { readonly work: Work }, { effectiveFrom, asked: { cause } }: KeepCommand): Promise<Publication> => {
  const edition = completeEdition(file.code, file.work);
  await requireSuccessor(deps, edition, cause.now);
  const before = await deps.procedures.timeline(file.code, cause.now);
  const view = versionAfter(before, { ...edition, effectiveFrom: effectiveFrom ?? edition.effectiveFrom }, { code: file.code, pointer: '/body/effectiveFrom', now: cause.now });
  const facts = { procedureCode: view.code, procedureVersion: view.version, status: view.status };
  const begun = inForceAt([view], cause.now) !== undefined;
  return { view, before, event: begun ? newEvent(ProcedurePublishedV1, facts, cause) : newEvent(ProcedureScheduledV1, { ...facts, effectiveFrom: view.effectiveFrom }, cause) };
};

const savedWork = async (deps: KeepDeps, { code, work }: WorkFile, { content = {}, asked }: KeepCommand, officer: Officer): Promise<Work> => {
  const { now } = asked.cause;
  const authors = [...(work?.authors ?? []).filter(({ person }) => person !== officer.personId), { person: officer.personId, name: officer.name }];
  const baseVersion = work?.baseVersion ?? (await deps.procedures.timeline(code, now)).begins.at(-1)?.version ?? 0;
  return { ...work, state: 'draft', content, baseVersion, savedAt: now.toISOString(), savedBy: officer.name, authors };
};

/** Takes the last version that waits off the timeline. Where nothing else is being written, it is the draft again. */
const recallOf = async (deps: KeepDeps, { code, work, history }: WorkFile, { version = 0, asked: { cause } }: KeepCommand): Promise<Next> => {
  const before = await deps.procedures.timeline(code, cause.now);
  const recall: Recall = { version: recallable(before.begins, version, cause.now), before, event: newEvent(ProcedureRecalledV1, { procedureCode: code, procedureVersion: version }, cause) };
  const view = work === undefined ? await deps.procedures.version(code, version) : undefined;
  if (view === undefined) return { recall, ...(work === undefined ? {} : { work }) };
  const authors = authorsOf(history, version);
  const { status, ...edition } = editionOf(view);
  return { recall, work: { state: 'draft', content: { ...edition, status }, baseVersion: before.begins.at(-2)?.version ?? 0, savedAt: view.publishedAt, savedBy: authors.at(-1)?.name ?? '', authors } };
};

const commented = (work: Work, { pointer, comment = '', asked: { cause } }: KeepCommand, officer: Officer): Work => {
  if (pointer === undefined) return work;
  if (!isFieldOf(work.content, pointer)) throw new RequestInvalid([fieldError('/body/pointer', 'field.not-listed')]);
  return { ...work, remarks: [...(work.remarks ?? []).slice(1 - mostRemarks), keepRemark(work.content, { at: pointer, text: comment, by: officer.name, now: cause.now })] };
};

type Next = { readonly work?: Work; readonly publication?: Publication; readonly recall?: Recall };

const next = async (deps: KeepDeps, file: WorkFile, command: KeepCommand, officer: Officer): Promise<Next> => {
  const { work } = file;
  if (command.act === 'save') return { work: await savedWork(deps, file, command, officer) };
  if (command.act === 'recall') return recallOf(deps, file, command);
  if (work === undefined) throw new DomainError('draft-not-allowed');
  const there = { ...file, work };
  switch (command.act) {
    case 'submit': await requireReviewable(deps, there, command.asked.cause.now); return { work: { ...work, state: 'in-review' } };
    case 'take-back': case 'return': return { work: { ...work, state: 'draft' } };
    case 'comment': return { work: commented(work, command, officer) };
    case 'discard': return {};
    case 'publish': return { publication: await publicationOf(deps, there, command) };
  }
};

/**
 * The one way the catalogue changes: an act of an officer on the draft of a procedure, over the revision she saw, sealed
 * into its history; a publication is part of the same transaction. Of two at once one is written, the other learns
 * `draft-changed`. The same request again changes nothing, and neither does saving what is saved.
 */
export const keepCatalogue = (deps: KeepDeps) => async (command: KeepCommand, officer: Officer): Promise<void> => {
  const { procedureCode, asked } = command;
  const file = await deps.works.load(procedureCode);
  try {
    const transition = decide(file, command, officer);
    if (command.act === 'save' && file.work !== undefined && fingerprintOf(file.work.content) === fingerprintOf(command.content)) return;
    const by = signedBy(officer, transition, asked.cause.now);
    const { work, publication, recall } = await next(deps, file, command, officer);
    const entry = await sealAct(file.head, {
      seq: file.revision + 1, at: asked.cause.now.toISOString(), act: command.act, from: file.work?.state ?? null, to: work?.state ?? null, by,
      ...(command.comment === undefined ? {} : { comment: command.comment }),
      ...(command.pointer === undefined ? {} : { pointer: command.pointer }),
      ...(publication === undefined ? {} : { version: publication.view.version, effectiveFrom: publication.view.effectiveFrom }),
      ...(recall === undefined ? {} : { version: recall.version.version, effectiveFrom: recall.version.effectiveFrom }),
      // the seal covers what was written and what was approved, not only that somebody did
      ...(['save', 'submit', 'publish'].includes(command.act) ? { contentDigest: fingerprintOf(publication?.view ?? work?.content) } : {}),
    });
    const outcome = await deps.works.change({ before: file, entry, asked, ...(work === undefined ? {} : { work }), ...(publication === undefined ? {} : { publication }), ...(recall === undefined ? {} : { recall }) });
    if (outcome === 'changed') throw new DomainError('draft-changed');
  } catch (error) {
    if (error instanceof DomainError && (await deps.works.answered(asked.requestKey))) return;
    throw error;
  }
};
