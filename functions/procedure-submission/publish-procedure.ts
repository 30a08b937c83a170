import { ProcedurePublishedV1 } from '../../events/procedure-submission/procedure-published.v1.ts';
import { faultsOfSteps } from '../../shared/contracts/internal-steps.ts';
import type { ProcedureView } from '../../shared/contracts/procedure.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import { newEvent, type Cause } from '../../shared/runtime/outbox.ts';
import { fingerprintOf } from '../../shared/runtime/request-key.ts';
import type { Catalogue } from './catalogue-ports.ts';
import { faultsOfDraft, nextVersion, type Publication } from './procedure.ts';

type Deps = { readonly procedures: Pick<Catalogue, 'current' | 'publish'> };

const saysTheSame = (current: ProcedureView | undefined, { draft, status }: Publication): current is ProcedureView => {
  if (current === undefined || current.status !== status) return false;
  const { code: _code, version: _version, publishedAt: _publishedAt, status: _status, ...content } = current;
  return fingerprintOf(content) === fingerprintOf(draft);
};

/**
 * Publishes a version of a procedure and tells of it; the same content again changes nothing, whatever version the
 * caller had seen. Throws `request-invalid` for ids used twice,
 * `steps-invalid` for internal steps that do not make up a whole way, and `version-not-newer` when someone published first.
 */
export const publishProcedure = ({ procedures }: Deps) => async (publication: Publication, cause: Cause): Promise<ProcedureView> => {
  const faults = faultsOfDraft(publication.draft);
  if (faults.length > 0) throw new DomainError('request-invalid', 'ids used twice, or a choice without options', { pointers: faults.map((at) => `/body/draft${at}`) });
  const wrongSteps = faultsOfSteps(publication.draft.steps);
  if (wrongSteps.length > 0) throw new DomainError('steps-invalid', undefined, { pointers: wrongSteps.map((at) => `/body/draft${at}`) });
  const before = await procedures.current(publication.procedureCode);
  if (saysTheSame(before, publication)) return before;
  const version = nextVersion(before, publication, cause.now);
  const event = newEvent(ProcedurePublishedV1, { procedureCode: version.code, procedureVersion: version.version, status: version.status }, cause);
  if (await procedures.publish(version, event)) return version;
  const winner = await procedures.current(publication.procedureCode);
  if (saysTheSame(winner, publication)) return winner;
  throw new DomainError('version-not-newer', 'published meanwhile', { pointers: ['/body/replacesVersion'] });
};
