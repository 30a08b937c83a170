import { DomainError } from '../../shared/kernel/domain-error.ts';
import { controlSheetContent } from './control-sheet.ts';
import type { Issued } from './dossier.ts';
import type { IssuedFormStore } from './issued-form.repository.ts';
import { apologyContent, receiptContent, refusalContent, stopContent, supplementContent, type FormContent } from './form-content.ts';
import { kindsOf, type PaymentKind } from './payment.ts';
import { paymentContent, paymentReceiptContent } from './payment-forms.ts';
import type { DocumentFiles, DossierRecord, DossierStore, Procedures } from './ports.ts';

type Deps = {
  readonly dossiers: Pick<DossierStore, 'load' | 'addDocument'>; readonly procedures: Pick<Procedures, 'version'>; readonly documents: DocumentFiles; readonly forms: Pick<IssuedFormStore, 'keep'>;
  readonly render: (content: FormContent) => Promise<Uint8Array>; readonly siteOrigin: string;
};
/** Which form; one that a dossier may have several of names the line of history it belongs to. */
type Order = { readonly kind: 'receipt' | 'refusal' } | { readonly kind: 'supplement' | 'stop' | 'apology' | 'payment' | 'control-sheet'; readonly revision: number }
  | { readonly kind: 'payment-receipt'; readonly revision: number; readonly of: PaymentKind };

const contentOf = async ({ procedures, siteOrigin }: Deps, record: DossierRecord, order: Order): Promise<FormContent> => {
  if (order.kind === 'refusal') return refusalContent(record, siteOrigin);
  if (order.kind === 'control-sheet') return controlSheetContent(record, siteOrigin, order.revision);
  if (order.kind === 'payment') return paymentContent(record, siteOrigin, order.revision);
  if (order.kind === 'payment-receipt') return paymentReceiptContent(record, siteOrigin, order);
  if (order.kind === 'apology') return apologyContent(record, siteOrigin, order.revision);
  if (order.kind === 'stop') return stopContent(record, siteOrigin, order.revision);
  if (order.kind === 'supplement') return supplementContent(record, siteOrigin, order.revision);
  const procedure = await procedures.version(record.filed.procedure.code, record.filed.procedure.version);
  const papers = procedure?.cases.find((one) => one.id === record.filed.caseId)?.papers ?? [];
  return receiptContent(record, siteOrigin, { papers: new Map(papers.map((paper) => [paper.id, paper.name])), publishedTerm: procedure?.published.term ?? undefined });
};

/**
 * Issues a form of a dossier: what it says first, then the file drawn from that, then the row that shows both, so that what is
 * shown can be opened and the screen says what the paper says.
 * There is one document for an order, with the same bytes however often it is asked for.
 */
export const issueDocument = (deps: Deps) => async (dossierId: string, order: Order): Promise<void> => {
  const { kind } = order;
  const documentId = [kind, ...('revision' in order ? [order.revision] : []), ...('of' in order ? [order.of] : [])].join('-');
  const record = await deps.dossiers.load(dossierId);
  if (record === undefined) throw new DomainError('not-found', 'the dossier of an event');
  if (record.documents.some((document) => document.documentId === documentId)) return;
  const content = await deps.forms.keep(dossierId, documentId, await contentOf(deps, record, order));
  const key = `dossiers/${dossierId}/${documentId}.pdf`;
  await deps.documents.put({ key, bytes: await deps.render(content), contentType: 'application/pdf' });
  const document: Issued = {
    documentId, kind, form: `${content.form.number}, ${content.form.regulation}`, name: content.form.name, issuedAt: content.issuedAt.toISOString(),
    contentType: 'application/pdf', store: 'documents', key, onScreen: true,
  };
  await deps.dossiers.addDocument(dossierId, document);
};

/** The receipts of what was paid: one for each kind that was owed. */
export const issueReceipts = (deps: Deps) => {
  const issue = issueDocument(deps);
  return async (dossierId: string, revision: number): Promise<void> => {
    const record = await deps.dossiers.load(dossierId);
    const paid = record?.obligations.find(({ settlement }) => settlement?.revision === revision);
    for (const of of paid === undefined ? [] : kindsOf(paid)) await issue(dossierId, { kind: 'payment-receipt', revision, of });
  };
};

/** The control sheet, once the result has been handed over: the last line of the way is written then. */
export const issueControlSheet = (deps: Deps) => {
  const issue = issueDocument(deps);
  return async (dossierId: string): Promise<void> => {
    const record = await deps.dossiers.load(dossierId);
    const handedOver = record?.history.find(({ act }) => act === 'hand-over');
    if (handedOver !== undefined && record?.history.some(({ step }) => step !== undefined) === true) await issue(dossierId, { kind: 'control-sheet', revision: handedOver.seq });
  };
};
