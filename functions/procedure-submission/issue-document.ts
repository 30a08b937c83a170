import { DomainError } from '../../shared/kernel/domain-error.ts';
import type { Issued } from './dossier.ts';
import { receiptContent, refusalContent, type FormContent } from './form-content.ts';
import type { DocumentFiles, DossierRecord, DossierStore, Procedures } from './ports.ts';

type Deps = {
  readonly dossiers: Pick<DossierStore, 'load' | 'addDocument'>; readonly procedures: Pick<Procedures, 'version'>; readonly documents: DocumentFiles;
  readonly render: (content: FormContent) => Promise<Uint8Array>; readonly siteOrigin: string;
};
type Kind = 'receipt' | 'refusal';

const contentOf = async ({ procedures, siteOrigin }: Deps, record: DossierRecord, kind: Kind): Promise<FormContent> => {
  if (kind === 'refusal') return refusalContent(record, siteOrigin);
  const procedure = await procedures.version(record.filed.procedure.code, record.filed.procedure.version);
  const papers = procedure?.cases.find((one) => one.id === record.filed.caseId)?.papers ?? [];
  return receiptContent(record, siteOrigin, { papers: new Map(papers.map((paper) => [paper.id, paper.name])), publishedTerm: procedure?.published.term ?? undefined });
};

/**
 * Issues Mẫu 01 or Mẫu 03 of a dossier: the file first, then the row that shows it, so that what is shown can be opened.
 * A dossier has one document of a kind, with the same bytes however often it is asked for.
 */
export const issueDocument = (deps: Deps) => async (dossierId: string, kind: Kind): Promise<void> => {
  const record = await deps.dossiers.load(dossierId);
  if (record === undefined) throw new DomainError('not-found', 'the dossier of an event');
  if (record.documents.some((document) => document.kind === kind)) return;
  const content = await contentOf(deps, record, kind);
  const key = `dossiers/${dossierId}/${kind}.pdf`;
  await deps.documents.put({ key, bytes: await deps.render(content), contentType: 'application/pdf' });
  const document: Issued = {
    documentId: kind, kind, form: `${content.form.number}, ${content.form.regulation}`, name: content.form.name, issuedAt: content.issuedAt.toISOString(),
    contentType: 'application/pdf', store: 'documents', key,
  };
  await deps.dossiers.addDocument(dossierId, document);
};
