import { DossierTransferredV1 } from '../../events/procedure-submission/dossier-transferred.v1.ts';
import { factsOn } from '../../shared/kernel/agency-tree.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import { localDate } from '../../shared/kernel/vietnam-time.ts';
import type { Officer } from '../../shared/runtime/actor.ts';
import { newEvent } from '../../shared/runtime/outbox.ts';
import { competentAgency, factsOf, type AgencyName } from './dossier.ts';
import { firstStep } from './internal-step.ts';
import { performAct, type ActCommand, type ActDeps } from './perform-act.ts';
import type { Directory, DossierRecord, Procedures } from './ports.ts';
import { isReceivedBy } from './procedure.ts';
import { passage } from './step-passage.ts';

type Deps = ActDeps & { readonly directory: Pick<Directory, 'agency' | 'calendar'>; readonly procedures: Pick<Procedures, 'version'> };
type Command = ActCommand & { readonly reason: string; readonly agency: string; /** chosen by the leader though the procedure does not name it */ readonly beyondRule: boolean };

/** The agency it goes to: one that exists today, and receives the procedure unless the leader chose it all the same. */
const receiver = async ({ directory, procedures }: Deps, { filed }: DossierRecord, { agency: code, beyondRule, asked }: Command): Promise<AgencyName> => {
  const [known, procedure] = await Promise.all([directory.agency(code), procedures.version(filed.procedure.code, filed.procedure.version)]);
  const found = known === undefined ? undefined : factsOn(known, localDate(asked.cause.now));
  if (found === undefined) throw new DomainError('agency-unknown', undefined, { pointers: ['/body/agency'] });
  if (!beyondRule && (procedure === undefined || !isReceivedBy(procedure, found))) throw new DomainError('agency-not-competent', undefined, { pointers: ['/body/agency'] });
  return { code: found.code, name: found.name };
};

/**
 * Passes the matter on to another agency (status 2 there, for one of its officers to take). Its number and its promised
 * date stay: moving a dossier never starts its clock anew. The agency it leaves reads on and acts no more. Throws
 * `reason-missing`, `transfer-to-itself`, `agency-unknown`, `agency-not-competent`.
 */
export const transferDossier = (deps: Deps) => (command: Command, officer: Officer): Promise<DossierRecord> => {
  const { reason, agency: _agency, beyondRule: _beyondRule, ...bare } = command;
  return performAct(deps, officer, { ...bare, act: 'transfer' }, async (record) => {
    if (reason === '') throw new DomainError('reason-missing', undefined, { pointers: ['/body/reason'] });
    const { filed, standing } = record;
    const from = competentAgency(record);
    if (command.agency === from.code) throw new DomainError('transfer-to-itself', undefined, { pointers: ['/body/agency'] });
    const to = await receiver(deps, record, command);
    const transferredAt = command.asked.cause.now.toISOString();
    const revision = standing.revision + 1;
    // there it begins with the reception again, within the same term
    const moved = await passage(deps.directory, record, { to: firstStep(filed), at: transferredAt, received: true });
    return {
      ...moved, changes: { ...moved.changes, competent: to.code === filed.agency.code ? undefined : to, officer: undefined, transfers: [...standing.transfers ?? [], { at: transferredAt, revision, from, to }] }, reason,
      event: () => newEvent(DossierTransferredV1, { ...factsOf(record), toAgencyCode: to.code, revision, transferredAt, ...(standing.dueAt === undefined ? {} : { dueAt: standing.dueAt }) }, command.asked.cause),
    };
  });
};
