import { DossierSucceededV1 } from '../../events/procedure-submission/dossier-succeeded.v1.ts';
import { newEvent } from '../../shared/runtime/outbox.ts';
import type { Cause } from '../../shared/runtime/outbox.ts';
import { requestKeyOf } from '../../shared/runtime/request-key.ts';
import { competentAgency, factsOf, type AgencyName } from './dossier.ts';
import { performForProvince, type ActDeps } from './perform-act.ts';
import type { DossierRecord } from './ports.ts';

export type Succeeding = { readonly planId: string; readonly heir: AgencyName; readonly from: string; readonly decision: string };

/**
 * The agency that carries on a dossier of a dissolved one. The agency that received it stays on record, as its number
 * and its signed papers do; status and clock are not touched. Once for a plan, however often it is asked for.
 */
export const succeedDossier = (deps: ActDeps) => (dossierId: string, { planId, heir, from, decision }: Succeeding, cause: Cause): Promise<DossierRecord> =>
  performForProvince(deps, { act: 'succeed', dossierId, asked: { requestKey: requestKeyOf('province', 'succeed', `${planId} ${dossierId}`, heir.code), cause } }, (record) => ({
    changes: { competent: heir, successorAgency: { ...heir, from, decision } }, reason: decision,
    event: () => newEvent(DossierSucceededV1, {
      ...factsOf(record), agencyCode: heir.code, formerAgency: competentAgency(record).code, receivedBy: record.filed.agency.code, effectiveFrom: from, succeededAt: cause.now.toISOString(),
    }, cause),
  }));
