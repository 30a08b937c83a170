import { DossierSupplementOverdueV1 } from '../../events/procedure-submission/dossier-supplement-overdue.v1.ts';
import { newEvent } from '../../shared/runtime/outbox.ts';
import { factsOf } from './dossier.ts';
import type { AnswerDue, AnswersDue, DossierStore } from './ports.ts';
import { openRound } from './supplement.ts';

type Deps = { readonly dossiers: Pick<DossierStore, 'load'>; readonly answersDue: AnswersDue };
type Run = { readonly now: Date; readonly correlationId: string };

/** At most this many in one run; the rest wait for the next, oldest first. */
const mostAtOnce = 200;

/**
 * Warns once of every round whose last day passed without an answer; a round that was answered, or ended with its
 * dossier, only leaves the list. One dossier that cannot be read does not hold up the others: the run
 * goes on, and fails at its end. Safe to do twice: the warning stands on the round, in the transaction that tells of it.
 */
export const warnUnanswered = ({ dossiers, answersDue }: Deps) => async ({ now, correlationId }: Run): Promise<{ warned: number; gone: number }> => {
  const figures = { warned: 0, gone: 0 };
  const failures: unknown[] = [];
  const look = async (due: AnswerDue): Promise<void> => {
    const record = await dossiers.load(due.dossierId);
    const round = record === undefined ? undefined : openRound(record.rounds);
    if (record === undefined || record.standing.business !== 5 || round?.round !== due.round || round.warnedAt !== undefined) {
      await answersDue.drop(due);
      figures.gone += 1;
      return;
    }
    const warnedAt = now.toISOString();
    const event = newEvent(DossierSupplementOverdueV1, { ...factsOf(record), supplementRound: round.round, answerBy: due.answerBy, warnedAt }, { actor: 'system', correlationId, causationId: correlationId, now });
    if (await answersDue.warn(due, warnedAt, event)) figures.warned += 1;
  };
  for (const due of await answersDue.before(now, mostAtOnce)) await look(due).catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} rounds could not be looked at`);
  return figures;
};
