import { feedbackEvents } from '../../events/all-events.ts';
import { consumeTogether } from '../../shared/runtime/batch.ts';
import { exportDeps } from './deps.ts';
import { exportRegister } from './export-register.ts';

export const handler = consumeTogether(feedbackEvents, exportRegister(exportDeps()));
