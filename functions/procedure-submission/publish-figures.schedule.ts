import { scheduled } from '../../shared/runtime/schedule.ts';
import { figureDeps } from './deps.ts';
import { publishFigures } from './publish-figures.ts';

export const handler = scheduled('publish-figures', publishFigures(figureDeps()));
