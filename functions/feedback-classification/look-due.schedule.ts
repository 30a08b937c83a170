import { scheduled } from '../../shared/runtime/schedule.ts';
import { lookDeps } from './deps.ts';
import { lookDue } from './look-due.ts';

export const handler = scheduled('look-due', lookDue(lookDeps()));
