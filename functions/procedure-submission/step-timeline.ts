import type { InternalStep } from '../../shared/contracts/internal-steps.ts';
import { competentAgency } from './dossier.ts';
import { signerOf, type HistoryRecord } from './history.ts';
import { wayOf } from './internal-step.ts';
import type { DossierRecord } from './ports.ts';
import { verdictOf, type FinalVerdict } from './punctuality.ts';

/** One stay of a dossier in a step: handed over (giao), received (nhận), left. A step it was sent back to has several. */
export type StepVisit = {
  readonly step: InternalStep; readonly agency: string;
  readonly handedAt: string; readonly giver?: string; readonly receivedAt?: string; readonly receiver?: string;
  readonly leftAt?: string; readonly dueAt?: string; readonly verdict?: FinalVerdict;
  readonly outcome?: 'handed-on' | 'sent-back'; readonly reason?: string;
};

const opened = (step: InternalStep, agency: string, { at, act, private: signed }: HistoryRecord): StepVisit => {
  // accepting begins the reception, and taking where no steps are declared is both hands of the hand-over
  const atOnce = act === 'accept' || act === 'take';
  return { step, agency, handedAt: at, ...(atOnce ? { receivedAt: at, receiver: signerOf(signed) } : { giver: signerOf(signed) }) };
};

const closed = (visit: StepVisit, { at, act, step, private: { reason } }: HistoryRecord): StepVisit => ({
  ...visit, leftAt: at, outcome: act === 'send-back' ? 'sent-back' : 'handed-on',
  ...(step?.dueAt === undefined ? {} : { dueAt: step.dueAt, verdict: verdictOf(new Date(at), new Date(step.dueAt)) }),
  ...(act === 'send-back' && reason !== undefined ? { reason } : {}),
});

/**
 * The way a dossier took through the steps of its agency, from the sealed lines of its history and nothing else: when
 * each was handed over, received and left, and whether in time. A step is judged when it is handed on; the time until
 * the next officer receives is the next officer's.
 */
export const stepVisits = ({ filed, history, standing }: Pick<DossierRecord, 'filed' | 'history' | 'standing'>): StepVisit[] => {
  const steps = new Map(wayOf(filed).map((step) => [step.id, step]));
  const visits: StepVisit[] = [];
  /** who it lay with: the agency of the next transfer to come, and after all of them the competent one */
  const agencyAt = (instant: string): string => (standing.transfers?.find(({ at }) => at > instant)?.from ?? competentAgency({ filed, standing })).name;
  for (const line of history) {
    const current = visits.at(-1);
    if (line.act === 'hand-over' && current !== undefined) {
      visits[visits.length - 1] = { ...current, receivedAt: current.receivedAt ?? line.at, receiver: current.receiver ?? signerOf(line.private), leftAt: line.at };
    }
    if (line.step === undefined) continue;
    if (line.step.from === undefined && current !== undefined) {
      visits[visits.length - 1] = { ...current, receivedAt: line.at, receiver: signerOf(line.private) };
      continue;
    }
    if (current !== undefined) visits[visits.length - 1] = closed(current, line);
    const next = steps.get(line.step.to);
    if (next !== undefined) visits.push(opened(next, agencyAt(line.at), line));
  }
  const last = visits.at(-1);
  const { internal } = standing;
  if (last !== undefined && last.leftAt === undefined && internal?.id === last.step.id && internal.dueAt !== undefined) visits[visits.length - 1] = { ...last, dueAt: internal.dueAt };
  return visits;
};

/** The steps nobody has come to yet. */
export const stepsAhead = ({ filed, standing: { internal } }: Pick<DossierRecord, 'filed' | 'standing'>): readonly InternalStep[] =>
  internal === undefined ? [] : wayOf(filed).slice(wayOf(filed).findIndex(({ id }) => id === internal.id) + 1);
