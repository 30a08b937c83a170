import type { TileDefinition } from '../tile-definition.ts';
import { dossiersToday } from './dossiers-today.ts';
import { feedbackByArea } from './feedback-by-area.ts';
import { feedbackCorrections } from './feedback-corrections.ts';
import { feedbackPromises } from './feedback-promises.ts';
import { feedbackSatisfaction } from './feedback-satisfaction.ts';
import { promisesKeptThisMonth } from './promises-kept-this-month.ts';

/** Every tile there is. A new one is a file beside these and a line here. */
export const allTiles: readonly TileDefinition[] = [dossiersToday, promisesKeptThisMonth, feedbackByArea, feedbackPromises, feedbackSatisfaction, feedbackCorrections];
