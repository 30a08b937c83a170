import { DossierPaidV1 } from '../../events/procedure-submission/dossier-paid.v1.ts';
import { DossierPaymentExemptedV1 } from '../../events/procedure-submission/dossier-payment-exempted.v1.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import { localDate } from '../../shared/kernel/vietnam-time.ts';
import type { Officer } from '../../shared/runtime/actor.ts';
import { newEvent } from '../../shared/runtime/outbox.ts';
import { resuming } from './dossier-clock.ts';
import { factsOf } from './dossier.ts';
import { reckoned, type DueOf } from './due-of.ts';
import { itemText, kindsOf, openObligation, requireSettling, type Settlement } from './payment.ts';
import { performAct, performForProvince, type ActCommand, type ActDeps, type Prepare } from './perform-act.ts';
import type { Asked, DossierRecord } from './ports.ts';

type Deps = ActDeps & { readonly dueOf: DueOf };
type Paid = Pick<Settlement, 'method' | 'paidOn' | 'receipts'> & { readonly reference?: string };

/** The dossier goes back to where it waited from and its clock goes on; one that a leader stopped meanwhile stays stopped. */
const settling = ({ dueOf }: Deps, { cause }: Asked, paid: (record: DossierRecord) => Paid): Prepare => async (record) => {
  const { standing, obligations } = record;
  const owed = openObligation(obligations, standing);
  const settledAt = cause.now.toISOString();
  const revision = standing.revision + 1;
  const clock = standing.business === 6 ? await reckoned(dueOf, record, resuming(standing, settledAt)) : {};
  const settlement = { ...paid(record), settledAt, revision };
  return {
    changes: { ...clock, finance: 'paid' }, asked: owed.items.map(itemText), obligation: { ...owed, settlement },
    event: () => newEvent(DossierPaidV1, {
      ...factsOf(record), obligation: owed.obligation, revision, method: settlement.method, amount: owed.total, settledAt, ...('dueAt' in clock && clock.dueAt !== undefined ? { dueAt: clock.dueAt } : {}),
    }, cause),
  };
};

type CounterPayment = ActCommand & Pick<Settlement, 'paidOn' | 'receipts'> & { readonly amount: number };

/** A clerk writes down the money she took. Throws what `requireSettling` throws. */
export const recordPayment = (deps: Deps) => ({ amount, paidOn, receipts, ...command }: CounterPayment, officer: Officer): Promise<DossierRecord> =>
  performAct(deps, officer, { ...command, act: 'record-payment' }, settling(deps, command.asked, ({ obligations, standing }) => {
    requireSettling(openObligation(obligations, standing), { amount, paidOn, receipts }, command.asked.cause.now);
    return { method: 'counter', paidOn, receipts };
  }));

type GatewayPayment = { readonly dossierId: string; readonly asked: Asked; readonly reference: string; readonly paidAt: string };

/** A gateway's money for what is due; its number stands on the receipts. */
export const settleThroughGateway = (deps: Deps) => ({ reference, paidAt, ...command }: GatewayPayment): Promise<DossierRecord> =>
  performForProvince(deps, { ...command, act: 'settle-payment' }, settling(deps, command.asked, ({ obligations, standing }) => ({
    method: 'gateway', paidOn: localDate(new Date(paidAt)), reference, receipts: kindsOf(openObligation(obligations, standing)).map((kind) => ({ kind, number: reference })),
  })));

/** A leader lets the applicant off, with a reason; the dossier goes on. Throws `reason-missing`. */
export const exemptPayment = (deps: Deps) => ({ reason, ...command }: ActCommand & { readonly reason: string }, officer: Officer): Promise<DossierRecord> =>
  performAct(deps, officer, { ...command, act: 'exempt-payment' }, async (record) => {
    if (reason === '') throw new DomainError('reason-missing', undefined, { pointers: ['/body/reason'] });
    const { standing, obligations } = record;
    const owed = openObligation(obligations, standing);
    const at = command.asked.cause.now.toISOString();
    const revision = standing.revision + 1;
    const clock = standing.business === 6 ? await reckoned(deps.dueOf, record, resuming(standing, at)) : {};
    return {
      changes: { ...clock, finance: 'exempt' }, reason, asked: owed.items.map(itemText), obligation: { ...owed, exemption: { at, revision, reason } },
      event: () => newEvent(DossierPaymentExemptedV1, {
        ...factsOf(record), obligation: owed.obligation, revision, amount: owed.total, exemptedAt: at, ...('dueAt' in clock && clock.dueAt !== undefined ? { dueAt: clock.dueAt } : {}),
      }, command.asked.cause),
    };
  });
