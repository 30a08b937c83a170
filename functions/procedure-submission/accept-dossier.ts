import { DossierAcceptedV2 } from '../../events/procedure-submission/dossier-accepted.v2.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import { counterName, writeNumber, type NumberFacts } from '../../shared/kernel/number-pattern.ts';
import { localDate } from '../../shared/kernel/vietnam-time.ts';
import { newEvent } from '../../shared/runtime/outbox.ts';
import { performAct, type ActCommand, type ActDeps } from './perform-act.ts';
import { factsOf, type Dossier } from './dossier.ts';
import type { DueOf } from './due-of.ts';
import { firstStep } from './internal-step.ts';
import type { DeskDoer } from './machine-doer.ts';
import { numberSource } from './numbering.ts';
import type { NumberingStore } from './numbering.repository.ts';
import type { Directory, DossierRecord } from './ports.ts';
import { beginStep, termMinutesOf } from './step-clock.ts';

export type Numbers = { readonly numbering: Pick<NumberingStore, 'rules' | 'draw'> };
type Deps = ActDeps & Numbers & {
  readonly directory: Pick<Directory, 'calendar' | 'calendarInForce'>;
  /** the due date by the version the dossier was filed under; none where its term is published in words only */
  readonly dueOf: DueOf;
};

type Command = ActCommand & { /** given by the side that issues it */ readonly number?: string | undefined };

/** The number belongs to the agency that received the dossier or carries it on since, and to the day in Việt Nam. */
const numberFacts = ({ filed, standing }: Dossier, now: Date): NumberFacts => ({ agency: standing.successorAgency?.code ?? filed.agency.code, procedure: filed.procedure.code, date: localDate(now) });

/** Who issues the number of a dossier that waits for acceptance, where that is another side. */
export const numberIssuer = async ({ numbering }: { readonly numbering: Pick<NumberingStore, 'rules'> }, dossier: Dossier, now: Date): Promise<string | undefined> => {
  if (dossier.standing.business !== 1) return undefined;
  const source = numberSource(await numbering.rules(), numberFacts(dossier, now));
  return source.kind === 'issued-elsewhere' ? source.by : undefined;
};

const numberFor = async ({ numbering }: Numbers, dossier: Dossier, { number, asked: { cause: { now } } }: Command): Promise<string> => {
  const facts = numberFacts(dossier, now);
  const source = numberSource(await numbering.rules(), facts);
  const given = (code: 'number-missing' | 'number-not-asked') => new DomainError(code, undefined, { pointers: ['/body/number'] });
  if (source.kind === 'drawn') {
    if (number !== undefined) throw given('number-not-asked');
    return writeNumber(source.pattern, facts, await numbering.draw(counterName(source.counter, facts)));
  }
  if (number === undefined) throw given('number-missing');
  return number;
};

const accept = (deps: Deps, command: Command, officer: DeskDoer): Promise<DossierRecord> =>
  performAct(deps, officer, { ...command, act: 'accept' }, async ({ filed, standing, history }) => {
    const { now } = command.asked.cause;
    const receivedAt = now.toISOString();
    const { version, calendar } = await deps.directory.calendarInForce(filed.agency.code);
    const basis = { calendarVersion: version };
    const due = await deps.dueOf(filed, { receivedAt, basis });
    const number = await numberFor(deps, { filed, standing }, command);
    const clock = { receivedAt, ...(due === undefined ? {} : { dueAt: due.toISOString() }) };
    const term = clock.dueAt === undefined ? {} : { termMinutes: termMinutesOf(calendar, receivedAt, clock.dueAt) };
    const internal = beginStep(calendar, { step: firstStep(filed), at: receivedAt, received: true, whole: { ...clock, ...term }, history });
    return {
      changes: { number, ...clock, basis, ...term, internal }, step: { to: internal.id },
      event: () => newEvent(DossierAcceptedV2, {
        ...factsOf({ filed, standing }), number, ...clock,
      }, command.asked.cause),
    };
  });

/** A number that was drawn and is another dossier's already came from another side, which wrote it the way we do. */
const mostDraws = 10;

/**
 * Accepts (status 2): the clock starts now. The number comes last, when nothing but another clerk can stand in the way:
 * one drawn in vain is never given again. Throws `number-missing`, `number-not-asked`, `number-taken`.
 */
export const acceptDossier = (deps: Deps) => async (command: Command, officer: DeskDoer): Promise<DossierRecord> => {
  for (let draw = 1; ; draw++) {
    try {
      return await accept(deps, command, officer);
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'number-taken' || command.number !== undefined || draw === mostDraws) throw error;
    }
  }
};
