import { PaymentSettledV1 } from '../../../events/lgsp-connectors/payment-settled.v1.ts';
import type { EventOf } from '../../../events/define-event.ts';
import { bookPayment } from '../../../functions/procedure-submission/book-payment.ts';
import { dueOf } from '../../../functions/procedure-submission/due-of.ts';
import type { DossierDeps } from '../../../functions/procedure-submission/dossier-deps.ts';
import { succeedDossier } from '../../../functions/procedure-submission/succeed-dossier.ts';
import { DomainError } from '../../../shared/kernel/domain-error.ts';
import { newEvent } from '../../../shared/runtime/outbox.ts';
import { Reject } from '../../../shared/runtime/queue.ts';
import { newId } from '../../../shared/kernel/ids.ts';
import type { Try } from './acts.ts';
import { holderOf, owedOf, type Life } from './life.ts';
import { agencies } from './people.ts';

/** What the province does by itself. Made once and asked for as often as a queue or an operator asks: `done`, the second time too, or how else it ends. */
export type Done = (deps: DossierDeps, asked: Try & { readonly life: Life; readonly dossierId: string }) => () => Promise<string>;

let payments = 0;
const causeAt = (now: Date) => ({ actor: 'system' as const, correlationId: newId('cor', now), causationId: newId('cor', now), now });

export const settlePayment: Done = (deps, { life, dossierId, at, choice }) => {
  const { detail } = newEvent(PaymentSettledV1, {
    dossierId, obligation: Math.max(1, owedOf(life).asked), reference: `GD-${++payments}`, amount: choice % 5 === 4 ? 1 : 30_000, paidAt: at.toISOString(),
  }, causeAt(at));
  const book = bookPayment({ ...deps, dueOf: dueOf(deps) });
  let before = false;
  return async () => {
    const again = before;
    before = true;
    const outcome = await book(detail as EventOf<typeof PaymentSettledV1>, at).catch((error: unknown) => { if (error instanceof Reject) return 'rejected'; throw error; });
    return outcome === 'settled' || (outcome === 'known' && again) ? 'done' : outcome;
  };
};

export const succeed: Done = (deps, { life, dossierId, at, choice }) => {
  const heir = agencies.filter((agency) => agency !== holderOf(life))[choice % 2] as string;
  const cause = causeAt(at);
  return () => succeedDossier(deps)(dossierId, { planId: `ke-hoach-${life.diary.length}`, heir: { code: heir, name: heir }, from: '2025-07-01', decision: 'QĐ 1' }, cause)
    .then(() => 'done', (error: unknown) => { if (error instanceof DomainError && error.code === 'state-conflict') return error.code; throw error; });
};
