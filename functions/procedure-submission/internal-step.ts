import { returnStep, stepsOf, type InternalStep } from '../../shared/contracts/internal-steps.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import type { Filed, Standing } from './dossier.ts';
import type { ActName, DeskRole, Transition } from './transitions.ts';

/** Where a dossier stands among the steps of its agency; independent of the ten statuses, inside which the steps are walked. */
export type StepStanding = {
  readonly id: string; readonly role: DeskRole;
  /** where in the way: the first, one between, the last before the result is returned, the return itself */
  readonly place: 'reception' | 'work' | 'last-work' | 'return';
  /** the version declares no steps: the acts of the desk are the hand-overs */
  readonly implied?: true;
  /** handed to this step, and whether its owner has received it; from `since` on its share of the term runs */
  readonly since: string; readonly received: boolean;
  /** working minutes of the term this step has, and the due date of the whole they were counted under */
  readonly minutes?: number; readonly promised?: string;
  readonly dueAt?: string;
};

/** What a line of history says of a hand-over: from which step to which, and when the step that was left had been due. */
export type StepMark = { readonly from?: string; readonly to: string; readonly dueAt?: string };

const placeOf = (steps: readonly InternalStep[], index: number): StepStanding['place'] => {
  if (index === 0) return 'reception';
  if (index === steps.length - 1) return 'return';
  return index === steps.length - 2 ? 'last-work' : 'work';
};

export const wayOf = ({ steps }: Pick<Filed, 'steps'>): readonly InternalStep[] => stepsOf({ steps });

type Entered = Pick<StepStanding, 'id' | 'role' | 'place' | 'implied'> & { readonly share: number };

const entered = (filed: Pick<Filed, 'steps'>, index: number): Entered => {
  const steps = wayOf(filed);
  const step = steps[index];
  if (step === undefined) throw new DomainError('state-conflict', `no step ${index}`);
  return { id: step.id, role: step.role, place: placeOf(steps, index), share: step.share, ...(filed.steps === undefined ? { implied: true } : {}) };
};

export const firstStep = (filed: Pick<Filed, 'steps'>): Entered => entered(filed, 0);
/** The step after, or before, the one a dossier stands in. */
export const neighbour = (filed: Pick<Filed, 'steps'>, id: string, by: 1 | -1): Entered => entered(filed, wayOf(filed).findIndex((step) => step.id === id) + by);
export const lastStep = (filed: Pick<Filed, 'steps'>): Entered => entered(filed, wayOf(filed).findIndex(({ id }) => id === returnStep));

const stepActs: readonly ActName[] = ['take', 'finish', 'hand-on', 'receive', 'send-back'];

/**
 * Whether the step a dossier stands in lets its holder do an act. Where no steps are declared, taking and finishing are
 * the hand-overs. Where they are, only the owner of the step acts, hands on what was received, receives what was handed,
 * and finishes in the last step before the return.
 */
export const stepAllows = ({ internal, business }: Pick<Standing, 'internal' | 'business'>, act: ActName, roles: readonly string[]): boolean => {
  if (!stepActs.includes(act)) return true;
  if (internal === undefined || internal.implied) return act === 'take' || (act === 'finish' && roles.includes('case-officer'));
  if (!roles.includes(internal.role)) return false;
  const { place, received } = internal;
  // the first officer of a case receives it by taking it up
  const takes = business === 2 && internal.role === 'case-officer';
  if (act === 'take') return takes && !received;
  if (act === 'receive') return !received && !takes;
  if (act === 'hand-on') return received && (place === 'reception' || place === 'work');
  return (received || act === 'send-back') && (place === 'last-work' || (place === 'work' && act === 'send-back'));
};

/** Whether the step a dossier stands in leads where a transition leads: only receiving a step behind the reception begins the work. */
export const stepLeadsTo = ({ internal, business }: Pick<Standing, 'internal' | 'business'>, { act, to }: Pick<Transition, 'act' | 'to'>): boolean =>
  act !== 'receive' || business !== 2 || (to === 'same') === (internal?.place === 'reception');
