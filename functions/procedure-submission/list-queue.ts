import { postFor, type Officer } from '../../shared/runtime/actor.ts';
import { deskRoles } from './desk-rights.ts';
import type { DossierStore, QueuePlace, Waiting } from './ports.ts';
import type { QueueName } from './transitions.ts';

type Listed = { readonly items: readonly Waiting[]; readonly cursor?: string; readonly counts: Record<QueueName, number> };

/** A page of a queue with the counts of all queues of the agency. Reads its own writes. Throws `not-found` for another agency. */
export const listQueue = ({ dossiers }: { readonly dossiers: DossierStore }) => async (place: QueuePlace, officer: Officer, now: Date): Promise<Listed> => {
  postFor(officer, place.agency, deskRoles, now);
  const [page, counts] = await Promise.all([dossiers.waiting(place), dossiers.counts(place.agency)]);
  return { ...page, counts };
};
