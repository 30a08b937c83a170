import type { EventOf } from '../../events/define-event.ts';
import type { PaymentSettledV1 } from '../../events/lgsp-connectors/payment-settled.v1.ts';
import { DossierPaymentUnbookedV1 } from '../../events/procedure-submission/dossier-payment-unbooked.v1.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import { causeOf, newEvent } from '../../shared/runtime/outbox.ts';
import { Reject, RetryLater } from '../../shared/runtime/queue.ts';
import { fingerprintOf } from '../../shared/runtime/request-key.ts';
import { factsOf } from './dossier.ts';
import type { DueOf } from './due-of.ts';
import { paymentState, whyUnbooked } from './payment.ts';
import type { ActDeps } from './perform-act.ts';
import { settleThroughGateway } from './settle-payment.ts';

type Deps = ActDeps & { readonly dueOf: DueOf };

/**
 * Books the money a gateway tells of: `settled`, or `unbooked` where it is not what is owed and stays visible on the
 * dossier. The same payment told of again, by whatever event, is `known`. Rejects what names no obligation of ours: it
 * waits among the dead letters, with an alarm, until somebody knows whose money it is.
 */
export const bookPayment = (deps: Deps) => {
  const settle = settleThroughGateway(deps);
  return async (event: EventOf<typeof PaymentSettledV1>, now: Date): Promise<'settled' | 'unbooked' | 'known'> => {
    const { dossierId, obligation, reference, amount, paidAt } = event.data;
    const record = await deps.dossiers.load(dossierId);
    const owed = record?.obligations.find((one) => one.obligation === obligation);
    if (record === undefined || owed === undefined) throw new Reject('no such obligation');
    if (owed.settlement?.reference === reference || owed.unbooked?.some((one) => one.reference === reference) === true) return 'known';
    const cause = causeOf(event, now);
    const why = whyUnbooked(owed, paymentState(owed, record.standing, record.obligations), amount);
    if (why !== undefined) {
      const told = newEvent(DossierPaymentUnbookedV1, { ...factsOf(record), obligation, amount, why, paidAt }, cause);
      return await deps.dossiers.keepUnbooked({ before: owed, dossierId, payment: { reference, amount, paidAt, why }, event: told }) ? 'unbooked' : later();
    }
    try {
      await settle({ dossierId, reference, paidAt, asked: { requestKey: { id: `payment-settled:${event.id}`, fingerprint: fingerprintOf(event.data) }, cause } });
      return 'settled';
    } catch (error) {
      // somebody acted on the dossier at this moment: what is true then is looked at anew
      if (error instanceof DomainError && ['changed-meanwhile', 'state-conflict', 'not-found'].includes(error.code)) return later();
      throw error;
    }
  };
};

const later = (): never => { throw new RetryLater('the dossier moved meanwhile'); };
