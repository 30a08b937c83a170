import { reorganising } from '../../shared/runtime/reorganising.ts';
import { successionDeps } from './deps.ts';

export const handler = reorganising({
  ...successionDeps(), lines: ['succeed-dossiers', 'SuccessionRefused'],
  told: ({ moved, awaited }) => ({ moved, awaited: awaited.length }),
});
