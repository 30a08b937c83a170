import type { DossierView } from '../../shared/contracts/dossier.ts';
import type { Payment } from '../../shared/contracts/payment.ts';
import { vndInWords } from '../../shared/kernel/money.ts';
import type { DossierRecord } from './ports.ts';
import { paymentState, type Obligation } from './payment.ts';

const paymentView = (owed: Obligation, { standing, obligations }: DossierRecord): Payment => {
  const { obligation, reason, requestedAt, items, total, settlement, exemption, unbooked = [] } = owed;
  return {
    obligation, reason, requestedAt, items: [...items], total, inWords: vndInWords(total), state: paymentState(owed, standing, obligations), unbooked: [...unbooked],
    ...(settlement === undefined ? {} : { settlement: { ...settlement, receipts: [...settlement.receipts] } }), ...(exemption === undefined ? {} : { exemption }),
  };
};

/** What became of a dossier off the straight way, each with the reason its line of history gives. */
export const matterView = (record: DossierRecord): Pick<DossierView, 'payments' | 'transfers' | 'recomputed' | 'corrections' | 'extension'> => {
  const { standing: { extension, recomputed, transfers = [] }, history, obligations } = record;
  const reasonAt = (revision: number): string => history.find(({ seq }) => seq === revision)?.private.reason ?? '';
  return {
    payments: obligations.map((owed) => paymentView(owed, record)),
    transfers: transfers.map(({ at, revision, from, to }) => ({ at, from, to, reason: reasonAt(revision) })),
    corrections: history.filter(({ act }) => act === 'correct-result').map(({ at, private: { reason = '' } }, index) => ({ at, version: index + 2, reason })),
    ...(extension === undefined ? {} : { extension: { at: extension.at, previousDueAt: extension.previousDueAt, dueAt: extension.dueAt, reason: reasonAt(extension.revision) } }),
    ...(recomputed === undefined ? {} : { recomputed: { at: recomputed.at, dueAt: recomputed.dueAt, reason: reasonAt(recomputed.revision), ...(recomputed.previousDueAt === undefined ? {} : { previousDueAt: recomputed.previousDueAt }) } }),
  };
};
