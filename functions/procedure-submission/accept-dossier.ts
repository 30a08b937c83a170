import { DossierAcceptedV1 } from '../../events/procedure-submission/dossier-accepted.v1.ts';
import { formatDossierNumber } from '../../shared/kernel/dossier-number.ts';
import { toOldCode } from '../../shared/kernel/agency-code.ts';
import { localDate } from '../../shared/kernel/vietnam-time.ts';
import type { Officer } from '../../shared/runtime/actor.ts';
import { newEvent } from '../../shared/runtime/outbox.ts';
import { performAct, type ActCommand, type ActDeps } from './perform-act.ts';
import { factsOf } from './dossier.ts';
import type { DueOf } from './due-of.ts';
import { firstStep } from './internal-step.ts';
import type { Directory, DossierRecord, DossierStore } from './ports.ts';
import { beginStep, termMinutesOf } from './step-clock.ts';

type Deps = ActDeps & {
  readonly directory: Pick<Directory, 'calendar' | 'calendarInForce'>;
  /** the due date by the version the dossier was filed under; none where its term is published in words only */
  readonly dueOf: DueOf;
};

/** `000.00.07.H30-261122-0001`; the newer style where the agency's code has no old form. */
const drawNumber = async (dossiers: DossierStore, agency: string, now: Date): Promise<string> => {
  const date = localDate(now);
  const ordinal = await dossiers.drawOrdinal(agency, date);
  return formatDossierNumber({ agencyCode: agency, date, ordinal }, toOldCode(agency) === undefined ? 'new' : 'old');
};

/**
 * Accepts (status 2): the clock starts now. The number comes last, when nothing but another clerk can stand in the way:
 * it belongs to the receiving agency and the day in Việt Nam, and one drawn in vain is never given again.
 */
export const acceptDossier = (deps: Deps) => (command: ActCommand, officer: Officer): Promise<DossierRecord> =>
  performAct(deps, officer, { ...command, act: 'accept' }, async ({ filed, standing, history }) => {
    const { now } = command.asked.cause;
    const receivedAt = now.toISOString();
    const { version, calendar } = await deps.directory.calendarInForce(filed.agency.code);
    const basis = { calendarVersion: version };
    const due = await deps.dueOf(filed, { receivedAt, basis });
    const number = await drawNumber(deps.dossiers, standing.successorAgency?.code ?? filed.agency.code, now);
    const clock = { receivedAt, ...(due === undefined ? {} : { dueAt: due.toISOString() }) };
    const term = clock.dueAt === undefined ? {} : { termMinutes: termMinutesOf(calendar, receivedAt, clock.dueAt) };
    const internal = beginStep(calendar, { step: firstStep(filed), at: receivedAt, received: true, whole: { ...clock, ...term }, history });
    return {
      changes: { number, ...clock, basis, ...term, internal }, step: { to: internal.id },
      event: () => newEvent(DossierAcceptedV1, {
        ...factsOf({ filed, standing }), number, ...clock,
      }, command.asked.cause),
    };
  });
