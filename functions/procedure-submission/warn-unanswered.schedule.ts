import { scheduled } from '../../shared/runtime/schedule.ts';
import { warningDeps } from './deps.ts';
import { warnUnanswered } from './warn-unanswered.ts';

export const handler = scheduled('warn-unanswered', warnUnanswered(warningDeps()));
