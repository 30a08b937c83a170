import { scheduled } from '../../shared/runtime/schedule.ts';
import { refreshTiles } from './deps.ts';

export const handler = scheduled('refresh-tiles', refreshTiles());
