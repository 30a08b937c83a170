import type { CounterFiling } from '../../shared/contracts/counter-filing.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import { callerOf, postFor, type Officer } from '../../shared/runtime/actor.ts';
import type { RequestKey } from '../../shared/runtime/request-key.ts';
import { contactFault } from '../../shared/kernel/contact.ts';
import { acceptDossier, numberIssuer, type Numbers } from './accept-dossier.ts';
import { rolesIn } from './desk-rights.ts';
import { subjectOfIdentity, type Applicant } from './dossier.ts';
import type { DueOf } from './due-of.ts';
import { fileDossier, type FilingDeps } from './filing.ts';
import type { Asked, DossierRecord } from './ports.ts';

type Command = CounterFiling & { readonly helpedAt: string; readonly asked: Asked };

/** The acceptance that follows a filing is a request of its own, named by the filing's. */
const acceptanceOf = ({ id, fingerprint }: RequestKey): RequestKey => ({ id: `${id}-accept`, fingerprint });

const requireChecked = ({ identityChecked, consentGiven, applicant }: Command): void => {
  if (!identityChecked) throw new DomainError('identity-not-checked', undefined, { pointers: ['/body/identityChecked'] });
  if (!consentGiven) throw new DomainError('consent-missing', undefined, { pointers: ['/body/consentGiven'] });
  const faults = (['phone', 'email'] as const).flatMap((kind) => { const code = applicant[kind] === undefined ? undefined : contactFault(kind, applicant[kind]); return code === undefined ? [] : [{ kind, code }]; });
  if (faults.length > 0) throw new DomainError('request-invalid', 'a way to reach the applicant', { pointers: faults.map(({ kind }) => `/body/applicant/${kind}`), extra: { fieldCodes: faults.map(({ code }) => code) } });
};

const applicantOf = (command: Command): Applicant => {
  requireChecked(command);
  const { applicant: { name, identity, phone, email }, asked } = command;
  return {
    subject: subjectOfIdentity(identity), name, identity, consentAt: asked.cause.now.toISOString(),
    ...(identity.kind === 'citizen-id' ? { nationalId: identity.number } : {}), ...(phone === undefined ? {} : { phone: phone.replace(/[\s.]/g, '') }), ...(email === undefined ? {} : { email }),
  };
};

/**
 * A clerk files for someone who stands at her desk and needs no account. Where her own agency receives the procedure it is
 * accepted at once; else it waits at the agency that does. The same request again files nothing twice and accepts what a lost
 * answer left unaccepted.
 */
export const fileAtCounter = (deps: FilingDeps & Numbers & { readonly dueOf: DueOf }) => async (command: Command, clerk: Officer): Promise<DossierRecord> => {
  const { asked, helpedAt, components, procedure } = command;
  const { now } = asked.cause;
  const { actingFor } = postFor(clerk, helpedAt, ['one-stop-clerk'], now);
  const desk = await deps.directory.agency(helpedAt);
  const filed = await fileDossier(deps, { ...command, procedureCode: procedure, channel: 'direct', components }, {
    filer: {
      owner: callerOf(clerk), by: { kind: 'officer', role: 'one-stop-clerk', agency: helpedAt },
      who: { person: clerk.personId, name: clerk.name, ...(actingFor === undefined ? {} : { onBehalfOf: actingFor }) },
    },
    applicant: () => applicantOf(command), helpedAt: { code: helpedAt, name: desk?.name ?? helpedAt },
  });
  if (filed.standing.revision > 0 || !rolesIn(clerk, filed.filed.agency.code, now).includes('one-stop-clerk')) return filed;
  // where another side issues the number, the clerk accepts when it is known
  if (await numberIssuer(deps, filed, now) !== undefined) return filed;
  return acceptDossier(deps)({ dossierId: filed.filed.dossierId, revision: 0, asked: { ...asked, requestKey: acceptanceOf(asked.requestKey) } }, clerk);
};
