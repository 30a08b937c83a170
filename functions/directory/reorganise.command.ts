import { reorganising } from '../../shared/runtime/reorganising.ts';
import { reorganisationDeps } from './deps.ts';

export const handler = reorganising({
  ...reorganisationDeps(), lines: ['reorganise', 'ReorganisationRefused'],
  told: ({ registered, dissolved, people }) => ({ registered: registered.length, dissolved: dissolved.length, people }),
});
