import { scheduled } from '../../shared/runtime/schedule.ts';
import { beginVersions } from './begin-versions.ts';
import { scheduleDeps } from './deps.ts';

const begin = beginVersions(scheduleDeps());

export const handler = scheduled('begin-versions', ({ now, correlationId }) => begin({ actor: 'system', correlationId, causationId: correlationId, now }));
