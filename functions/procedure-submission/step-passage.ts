import { competentAgency, type Changes } from './dossier.ts';
import type { StepMark, StepStanding } from './internal-step.ts';
import type { Directory, DossierRecord } from './ports.ts';
import { beginStep } from './step-clock.ts';

type Next = Pick<StepStanding, 'id' | 'role' | 'place' | 'implied'> & { readonly share: number };
type Passage = { readonly to: Next; readonly at: string; readonly received: boolean };

/** The standing and the line of history of a dossier that goes over to another step; nothing where it walks none. */
export const passage = async (directory: Pick<Directory, 'calendar'>, { filed, standing, history }: DossierRecord, { to, at, received }: Passage): Promise<{ readonly changes: Pick<Changes, 'internal'>; readonly step?: StepMark }> => {
  const { internal: left, basis } = standing;
  if (left === undefined) return { changes: {} };
  const step: StepMark = { from: left.id, to: to.id, ...(left.dueAt === undefined ? {} : { dueAt: left.dueAt }) };
  // what was left of a step's share counts when it is done again, so the line being written counts already
  const known = [...history, { at, step }];
  return { changes: { internal: beginStep(await directory.calendar(basis?.calendarVersion, filed.agency.code), { step: to, at, received, whole: standing, history: known }) }, step };
};

/** What an event says of a hand-over. */
export const movedFacts = (record: DossierRecord, moved: { readonly internal: StepStanding; readonly movement: 'handed-on' | 'received' | 'sent-back'; readonly at: string; readonly from?: StepStanding }) => ({
  dossierId: record.filed.dossierId, procedureCode: record.filed.procedure.code, procedureVersion: record.filed.procedure.version, agencyCode: competentAgency(record).code,
  revision: record.standing.revision + 1, movement: moved.movement, toStep: moved.internal.id, role: moved.internal.role, movedAt: moved.at,
  ...(moved.from === undefined ? {} : { fromStep: moved.from.id }),
  ...((moved.from ?? moved.internal).dueAt === undefined ? {} : { dueAt: (moved.from ?? moved.internal).dueAt }),
});
