import { DomainError } from '../kernel/domain-error.ts';
import type { Actor, Citizen, Officer } from './actor.ts';

/** The caller as the route's contract lets through; anything else here is refused. */
export const citizenOf = (actor: Actor): Citizen => {
  if (actor.kind !== 'citizen') throw new DomainError('not-allowed');
  return actor;
};
export const officerOf = (actor: Actor): Officer => {
  if (actor.kind !== 'officer') throw new DomainError('not-allowed');
  return actor;
};
