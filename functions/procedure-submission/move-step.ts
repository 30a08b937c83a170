import { DossierStepMovedV1 } from '../../events/procedure-submission/dossier-step-moved.v1.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import type { Officer } from '../../shared/runtime/actor.ts';
import { newEvent } from '../../shared/runtime/outbox.ts';
import type { StepStanding } from './internal-step.ts';
import { neighbour } from './internal-step.ts';
import { performAct, type ActCommand, type ActDeps } from './perform-act.ts';
import type { DossierRecord } from './ports.ts';
import { movedFacts, passage } from './step-passage.ts';

const standingIn = ({ standing: { internal } }: DossierRecord): StepStanding => {
  if (internal === undefined) throw new DomainError('state-conflict', 'the dossier walks no steps');
  return internal;
};

/** Hands the dossier to the next step (giao). Its owner has it from now on, and is asked to receive it. */
export const handOnStep = (deps: ActDeps) => (command: ActCommand, officer: Officer): Promise<DossierRecord> =>
  performAct(deps, officer, { ...command, act: 'hand-on' }, async (record) => {
    const left = standingIn(record);
    const at = command.asked.cause.now.toISOString();
    const moved = await passage(deps.directory, record, { to: neighbour(record.filed, left.id, 1), at, received: false });
    return { ...moved, event: ({ internal = left }) => newEvent(DossierStepMovedV1, movedFacts(record, { internal, movement: 'handed-on', at, from: left }), command.asked.cause) };
  });

/** Receives what was handed on (nhận); the officer's name stands on the dossier from here. The first step of work begins it (status 4). */
export const receiveStep = (deps: ActDeps) => (command: ActCommand, officer: Officer): Promise<DossierRecord> =>
  performAct(deps, officer, { ...command, act: 'receive' }, (record) => {
    const internal = { ...standingIn(record), received: true };
    const at = command.asked.cause.now.toISOString();
    return {
      changes: { internal, ...(internal.place === 'return' ? {} : { officer: { subject: officer.subject, name: officer.name } }) }, step: { to: internal.id },
      event: () => newEvent(DossierStepMovedV1, movedFacts(record, { internal, movement: 'received', at }), command.asked.cause),
    };
  });

/** Sends the dossier back to the step before, received or not, with the reason. Throws `reason-missing`. */
export const sendBackStep = (deps: ActDeps) => ({ reason, ...command }: ActCommand & { reason: string }, officer: Officer): Promise<DossierRecord> =>
  performAct(deps, officer, { ...command, act: 'send-back' }, async (record) => {
    if (reason === '') throw new DomainError('reason-missing', undefined, { pointers: ['/body/reason'] });
    const left = standingIn(record);
    const at = command.asked.cause.now.toISOString();
    const moved = await passage(deps.directory, record, { to: neighbour(record.filed, left.id, -1), at, received: false });
    return { ...moved, reason, event: ({ internal = left }) => newEvent(DossierStepMovedV1, movedFacts(record, { internal, movement: 'sent-back', at, from: left }), command.asked.cause) };
  });
