import { scheduled } from '../../shared/runtime/schedule.ts';
import { countCorrections } from './count-corrections.ts';
import { correctionsDeps } from './deps.ts';

export const handler = scheduled('count-corrections', countCorrections(correctionsDeps()));
