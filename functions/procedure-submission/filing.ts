import { DossierSubmittedV1 } from '../../events/procedure-submission/dossier-submitted.v1.ts';
import type { DossierDraft } from '../../shared/contracts/dossier.ts';
import { isFree } from '../../shared/contracts/fee-amounts.ts';
import type { ProcedureCase, ProcedureView } from '../../shared/contracts/procedure.ts';
import { factsOn } from '../../shared/kernel/agency-tree.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import { newId, trackingCode } from '../../shared/kernel/ids.ts';
import { localDate } from '../../shared/kernel/vietnam-time.ts';
import { newEvent } from '../../shared/runtime/outbox.ts';
import { faultsOf } from './answers.ts';
import { begin, factsOf, type Applicant, type Component, type Filed, type Paper } from './dossier.ts';
import { genesisOf, sealHappening, type PrivatePart, type PublicActor } from './history.ts';
import type { Asked, Directory, DossierRecord, DossierStore, KnownAgency, Procedures, UploadStore } from './ports.ts';
import { isReceivedBy } from './procedure.ts';
import { newSalt } from '../../shared/runtime/salt.ts';
import { requireUsable, type Upload } from '../../shared/runtime/uploads/upload.ts';

export type FilingDeps = { readonly dossiers: DossierStore; readonly uploads: UploadStore; readonly procedures: Procedures; readonly directory: Directory };
/** What is filed, by whomever; `components` are papers counted at a desk. */
type Draft = DossierDraft & { readonly procedureCode: string; readonly asked: Asked; readonly components?: readonly Component[] };

/** Who files: who owns the uploads, and what history says of it. */
type Filer = { readonly owner: string; readonly by: PublicActor; readonly who: Pick<PrivatePart, 'person' | 'name' | 'onBehalfOf'> };
type Filing = { readonly filer: Filer; readonly applicant: (procedure: ProcedureView) => Applicant; readonly helpedAt?: Filed['helpedAt'] };

const at = (...pointers: string[]): { pointers: string[] } => ({ pointers: pointers.map((pointer) => `/body/${pointer}`) });

const requireOpen = (procedure: ProcedureView | undefined, { channel }: Draft): ProcedureView => {
  if (procedure === undefined) throw new DomainError('procedure-unknown');
  if (procedure.status === 'closed' && procedure.successor !== undefined) throw new DomainError('procedure-retired', undefined, { extra: { successor: procedure.successor } });
  if (procedure.status !== 'open' || (channel === 'online' && !procedure.acceptsOnline)) throw new DomainError('procedure-not-open');
  return procedure;
};

const requireCase = (procedure: ProcedureView, draft: Draft): ProcedureCase => {
  const chosen = procedure.cases.find((one) => one.id === draft.case);
  if (chosen === undefined) throw new DomainError('case-unknown', undefined, at('case'));
  if (!chosen.channels.some((one) => one.channel === draft.channel)) throw new DomainError('channel-not-offered', undefined, at('channel'));
  return chosen;
};

/** An agency receives a procedure when it is named, or when its level is; and while it exists. */
const requireCompetent = (known: KnownAgency | undefined, procedure: ProcedureView, draft: Draft): Filed['agency'] => {
  const agency = known === undefined ? undefined : factsOn(known, localDate(draft.asked.cause.now));
  if (agency === undefined || !isReceivedBy(procedure, agency)) throw new DomainError('agency-not-competent', undefined, at('agency'));
  return { code: agency.code, name: agency.name };
};

const requireAnswers = (procedure: ProcedureView, draft: Draft): void => {
  const faults = faultsOf(procedure.form, draft.answers);
  if (faults.length === 0) return;
  throw new DomainError('answers-invalid', undefined, { ...at(...faults.map((fault) => `answers/${fault.question}`)), extra: { fieldCodes: faults.map((fault) => fault.code) } });
};

/** Papers come as files when filed online; at the desk the paper itself may come, counted, or a scan of it. By post nobody has counted yet. */
const requirePapers = (chosen: ProcedureCase, draft: Draft): void => {
  const { components = [], attachments } = draft;
  const unknown = (paperId: string): boolean => !chosen.papers.some((paper) => paper.id === paperId);
  const strangers = [...attachments.flatMap(({ paperId }, index) => (unknown(paperId) ? [`attachments/${index}/paperId`] : [])), ...components.flatMap(({ paperId }, index) => (unknown(paperId) ? [`components/${index}/paperId`] : []))];
  if (strangers.length > 0) throw new DomainError('request-invalid', 'a paper the case does not ask for', at(...strangers));
  const there = new Set([...attachments.map((one) => one.paperId), ...components.flatMap(({ paperId, original, copy, electronic }) => (original + copy + electronic > 0 ? [paperId] : []))]);
  const needed = draft.channel === 'online' || draft.components !== undefined;
  const missing = needed ? chosen.papers.filter((paper) => paper.required && !there.has(paper.id)) : [];
  if (missing.length > 0) throw new DomainError('component-missing', undefined, at(...missing.map((paper) => `attachments/${paper.id}`)));
};

const requireUploads = (found: readonly (Upload | undefined)[], draft: Draft, owner: string): Paper[] => {
  const pointer = (index: number): string => `/body/attachments/${index}/uploadId`;
  const twice = draft.attachments.findIndex((one, index) => draft.attachments.findIndex((other) => other.uploadId === one.uploadId) !== index);
  if (twice >= 0) throw new DomainError('upload-reused', 'twice in one dossier', { pointers: [pointer(twice)] });
  return draft.attachments.map(({ paperId, uploadId }, index) => {
    const { fileName, contentType, size } = requireUsable(found[index], { owner, pointer: pointer(index), now: draft.asked.cause.now });
    return { paperId, uploadId, fileName, contentType, size };
  });
};

/** Everything is read at once; what is wrong is told in the order a person would mend it. */
const prepare = async (deps: FilingDeps, draft: Draft, { filer, applicant, helpedAt }: Filing): Promise<Filed> => {
  const [current, known, found] = await Promise.all([
    deps.procedures.current(draft.procedureCode, draft.asked.cause.now), deps.directory.agency(draft.agency), Promise.all(draft.attachments.map((one) => deps.uploads.find(one.uploadId))),
  ]);
  const procedure = requireOpen(current, draft);
  const chosen = requireCase(procedure, draft);
  const agency = requireCompetent(known, procedure, draft);
  requireAnswers(procedure, draft);
  requirePapers(chosen, draft);
  const attachments = requireUploads(found, draft, filer.owner);
  const { now } = draft.asked.cause;
  const way = chosen.channels.find(({ channel }) => channel === draft.channel);
  const counted = draft.components?.filter(({ original, copy, electronic }) => original + copy + electronic > 0);
  return {
    dossierId: newId('dos', now), trackingCode: trackingCode(), procedure: { code: procedure.code, name: procedure.name, version: procedure.version },
    caseId: chosen.id, caseName: chosen.name, channel: draft.channel, agency, applicant: applicant(procedure),
    answers: draft.answers, attachments, submittedAt: now.toISOString(),
    ...(procedure.steps === undefined ? {} : { steps: procedure.steps }), ...(way?.feeDue === 'on-return' && !isFree(way.fee) ? { feeAtReturn: true as const } : {}),
    ...(counted === undefined ? {} : { components: counted }), ...(helpedAt === undefined ? {} : { helpedAt }),
  };
};

const write = async (deps: FilingDeps, filed: Filed, { owner, by, who }: Filer, asked: Asked): Promise<DossierRecord | { answered: string }> => {
  const { dossierId, agency, submittedAt } = filed;
  const standing = begin(submittedAt, agency.code);
  const entry = await sealHappening(await genesisOf(dossierId), {
    seq: 0, at: submittedAt, act: 'submit', from: null, to: standing.business, by,
    private: { ...who, salt: newSalt() },
  });
  const dossier = { filed, standing: { ...standing, historyHead: entry.hash } };
  const event = newEvent(DossierSubmittedV1, { ...factsOf(dossier), channel: filed.channel, submittedAt }, asked.cause);
  const uploads = filed.attachments.map(({ uploadId }) => ({ uploadId, owner }));
  const outcome = await deps.dossiers.file({ dossier, entry, event, uploads, asked });
  switch (outcome.kind) {
    case 'written': return { ...dossier, history: [entry], documents: [], rounds: [], obligations: [], warnings: [] };
    case 'replayed': return { answered: outcome.dossierId };
    case 'taken': throw new DomainError('upload-reused', undefined, at(`attachments/${outcome.index}/uploadId`));
    case 'number-taken': case 'changed': throw new DomainError('busy');
  }
};

/**
 * Files a dossier (status 1). The same request again answers with the dossier of the first: looked up when something
 * stands in its way (its files are bound by then), and decided by the transaction when both run at once.
 */
export const fileDossier = async (deps: FilingDeps, draft: Draft, filing: Filing): Promise<DossierRecord> => {
  const first = async (): Promise<DossierRecord | undefined> => {
    const id = await deps.dossiers.answered(draft.asked.requestKey);
    return id === undefined ? undefined : deps.dossiers.load(id);
  };
  try {
    const written = await write(deps, await prepare(deps, draft, filing), filing.filer, draft.asked);
    if (!('answered' in written)) return written;
    const earlier = await deps.dossiers.load(written.answered);
    if (earlier === undefined) throw new DomainError('busy', 'the first answer is not readable');
    return earlier;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const earlier = await first();
    if (earlier === undefined) throw error;
    return earlier;
  }
};
