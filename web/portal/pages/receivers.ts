import type { Agency } from '../../../shared/contracts/agency.ts';
import type { ProcedureView } from '../../../shared/contracts/procedure.ts';

/** The agencies that receive a procedure, among those given. */
export const receiversOf = ({ receivedBy }: Pick<ProcedureView, 'receivedBy'>, agencies: readonly Agency[]): readonly Agency[] =>
  receivedBy.kind === 'level' ? agencies.filter(({ level }) => level === receivedBy.level) : agencies.filter(({ code }) => receivedBy.agencies.includes(code));
