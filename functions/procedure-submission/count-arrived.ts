import type { ArrivedEvent, NotDone } from '../../shared/runtime/batch.ts';
import { countDossiers, type CountDeps } from './count-dossiers.ts';

const dossierOf = ({ detail }: ArrivedEvent): string => (detail.data as { dossierId: string }).dossierId;

/** Counts the dossiers a batch of events speaks of, in the counters in use and in those a rebuild is making. */
export const countArrived = (deps: CountDeps) => async (arrived: readonly ArrivedEvent[]): Promise<NotDone> => {
  const { current, building } = await deps.counters.state();
  const count = countDossiers(deps);
  const dossiers = arrived.map(dossierOf);
  await count(current, dossiers);
  if (building?.phase === 'counting') await count(building.generation, dossiers);
  return new Map();
};
