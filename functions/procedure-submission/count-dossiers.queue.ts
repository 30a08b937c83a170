import { dossierEvents } from '../../events/all-events.ts';
import { consumeTogether } from '../../shared/runtime/batch.ts';
import { prewarm } from '../../shared/runtime/prewarm.ts';
import { countArrived } from './count-arrived.ts';
import { countDeps } from './deps.ts';

const deps = countDeps();

await prewarm(deps.counters.state);

export const handler = consumeTogether(dossierEvents, countArrived(deps));
