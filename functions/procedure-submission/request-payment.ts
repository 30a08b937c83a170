import { DossierPaymentRequestedV1 } from '../../events/procedure-submission/dossier-payment-requested.v1.ts';
import type { Fee } from '../../shared/contracts/procedure.ts';
import type { Officer } from '../../shared/runtime/actor.ts';
import { newEvent } from '../../shared/runtime/outbox.ts';
import { pausing } from './dossier-clock.ts';
import { factsOf, type Filed } from './dossier.ts';
import { reckoned, type DueOf } from './due-of.ts';
import { itemText, nextObligation, type PayItem } from './payment.ts';
import { performAct, type ActCommand, type ActDeps } from './perform-act.ts';
import type { DossierRecord, Procedures } from './ports.ts';

type Versions = { readonly procedures: Pick<Procedures, 'version'> };

/** What the procedure version of a dossier publishes for its case and channel. */
export const publishedFee = async ({ procedures }: Versions, { procedure, caseId, channel }: Filed): Promise<Fee | undefined> =>
  (await procedures.version(procedure.code, procedure.version))?.cases.find(({ id }) => id === caseId)?.channels.find((one) => one.channel === channel)?.fee;

/** Asks the applicant to pay (status 6): the clock stands until it is paid. Throws `reason-missing`, `fee-not-as-published`. */
export const requestPayment = (deps: ActDeps & Versions & { readonly dueOf: DueOf }) =>
  ({ reason, items, ...command }: ActCommand & { readonly reason: string; readonly items: readonly PayItem[] }, officer: Officer): Promise<DossierRecord> =>
    performAct(deps, officer, { ...command, act: 'request-payment' }, async (record) => {
      const { filed, standing, obligations } = record;
      // once there is a result no clock runs that could stop
      const requestedAt = command.asked.cause.now.toISOString();
      const owed = nextObligation(obligations, { reason, items, revision: standing.revision + 1, requestedAt }, await publishedFee(deps, filed));
      return {
        changes: { ...(standing.business === 9 ? {} : await reckoned(deps.dueOf, record, pausing(standing, requestedAt))), finance: 'due' }, reason, asked: items.map(itemText), obligation: owed,
        event: () => newEvent(DossierPaymentRequestedV1, { ...factsOf(record), obligation: owed.obligation, revision: owed.revision, amount: owed.total, requestedAt }, command.asked.cause),
      };
    });
