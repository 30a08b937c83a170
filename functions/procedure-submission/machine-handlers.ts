import { ConfirmDossier, FetchDossier, FetchDossierFile, ListAgencyChanges, ReportProgress, ReportResult, type MachineDossier } from '../../shared/contracts/machine.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import type { Actor, Machine } from '../../shared/runtime/actor.ts';
import { on } from '../../shared/runtime/http.ts';
import { acceptDossier, numberIssuer } from './accept-dossier.ts';
import type { DossierDeps } from './dossier-deps.ts';
import { competentAgency } from './dossier.ts';
import { dueOf } from './due-of.ts';
import { finishDossier } from './finish-dossier.ts';
import { linkFile } from './link-file.ts';
import { doerOf } from './machine-doer.ts';
import type { DossierRecord } from './ports.ts';
import { reportProgress } from './report-progress.ts';
import { takeDossier } from './take-dossier.ts';

const machineOf = (actor: Actor): Machine => {
  if (actor.kind !== 'machine') throw new DomainError('not-allowed');
  return actor;
};

const acts: Readonly<Record<number, MachineDossier['allowed']>> = { 2: ['confirm'], 4: ['report-progress', 'report-result'] };

const shown = (record: DossierRecord, mayAccept: boolean): MachineDossier => {
  const { filed, standing, documents, rounds } = record;
  const { number, receivedAt, dueAt, finishedAt } = standing;
  const { name, nationalId, phone, email } = filed.applicant;
  const supplied = rounds.flatMap(({ given = [] }) => given.flatMap(({ itemId, files }) => files.map((file) => ({ ...file, paperId: itemId }))));
  return {
    dossierId: filed.dossierId, revision: standing.revision, status: standing.business, trackingCode: filed.trackingCode, ...(number === undefined ? {} : { number }),
    procedure: { ...filed.procedure, case: filed.caseId }, channel: filed.channel, agency: competentAgency(record), submittedAt: filed.submittedAt,
    ...(receivedAt === undefined ? {} : { receivedAt }), ...(dueAt === undefined ? {} : { dueAt }), ...(finishedAt === undefined ? {} : { finishedAt }),
    applicant: { name, ...(nationalId === undefined ? {} : { nationalId }), ...(phone === undefined ? {} : { phone }), ...(email === undefined ? {} : { email }) }, answers: { ...filed.answers },
    papers: [...filed.attachments, ...supplied].map(({ paperId, uploadId, fileName, contentType, size }) => ({ paperId, fileId: uploadId, name: fileName, contentType, size })),
    documents: documents.map((document) => ({ fileId: document.documentId, kind: document.kind, name: document.name.vi, contentType: document.contentType })),
    allowed: mayAccept ? ['confirm'] : acts[standing.business] ?? [],
  };
};

/** What answers the routes of agencies' own systems: the desk's use cases, under the desk's rules. */
export const machineHandlers = (deps: DossierDeps) => {
  const [accept, take, progress, result, link] = [acceptDossier({ ...deps, dueOf: dueOf(deps) }), takeDossier(deps), reportProgress(deps), finishDossier(deps), linkFile(deps)];
  /** A dossier that lies with the machine's agency; another's answers as one that does not exist. */
  const open = async (dossierId: string, actor: Actor): Promise<DossierRecord> => {
    const record = await deps.dossiers.load(dossierId);
    if (record === undefined || competentAgency(record).code !== machineOf(actor).agency) throw new DomainError('not-found');
    return record;
  };
  /** Whose number another side issues waits for that side: its system accepts it with the number. */
  const view = async (record: DossierRecord, now: Date): Promise<MachineDossier> => shown(record, await numberIssuer(deps, record, now) !== undefined);
  return [
    on(ListAgencyChanges, async ({ params, query, actor, now }) => {
      if (machineOf(actor).agency !== params.agencyCode) throw new DomainError('not-found');
      const { items, cursor } = await deps.feed.since(params.agencyCode, { cursor: query.since, limit: query.limit, now });
      return { items: [...items], cursor };
    }),
    on(FetchDossier, async ({ params, actor, now }) => view(await open(params.dossierId, actor), now)),
    on(FetchDossierFile, async ({ params, actor, now }) => link(await open(params.dossierId, actor), params.fileId, { now, shown: false })),
    on(ConfirmDossier, async ({ params, body: { revision, number }, actor, requestKey, cause, now }) => {
      const waits = await numberIssuer(deps, await open(params.dossierId, actor), now) !== undefined;
      const command = { ...params, revision, asked: { requestKey, cause } };
      const doer = doerOf(machineOf(actor));
      return view(await (waits || number !== undefined ? accept({ ...command, number }, doer) : take(command, doer)), now);
    }),
    on(ReportProgress, async ({ params, body, actor, requestKey, cause, now }) => view(await progress({ ...params, ...body, asked: { requestKey, cause } }, doerOf(machineOf(actor))), now)),
    on(ReportResult, async ({ params, body, actor, requestKey, cause, now }) => view(await result({ ...params, ...body, asked: { requestKey, cause } }, doerOf(machineOf(actor))), now)),
  ];
};
