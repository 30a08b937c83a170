import { systemClock, type Clock } from '../../shared/kernel/clock.ts';
import type { ArrivedEvent, NotDone } from '../../shared/runtime/batch.ts';
import { countDossiers, type CountDeps } from './count-dossiers.ts';
import { type BoardDeps, refreshBoards } from './refresh-boards.ts';

const dossierOf = ({ detail }: ArrivedEvent): string => (detail.data as { dossierId: string }).dossierId;

/** Counts the dossiers a batch of events speaks of, in the counters in use and in those a rebuild is making, then the boards of their agencies follow. */
export const countArrived = (deps: CountDeps & BoardDeps, clock: Clock = systemClock) => async (arrived: readonly ArrivedEvent[]): Promise<NotDone> => {
  const { current, building } = await deps.counters.state();
  const count = countDossiers(deps);
  const dossiers = arrived.map(dossierOf);
  const agencies = await count(current, dossiers);
  if (building?.phase === 'counting') await count(building.generation, dossiers);
  await refreshBoards(deps)(current, agencies, clock());
  return new Map();
};
