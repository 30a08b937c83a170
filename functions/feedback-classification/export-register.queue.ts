import { feedbackEvents } from '../../events/all-events.ts';
import { consumeTogether } from '../../shared/runtime/batch.ts';
import { exportDeps } from './deps.ts';
import { exportRegister } from './export-register.ts';
import { writeFeeds } from './write-feeds.ts';

const deps = exportDeps();
const [months, feeds] = [exportRegister(deps), writeFeeds(deps)];

export const handler = consumeTogether(feedbackEvents, async (arrived) => new Map([...await months(arrived), ...await feeds(arrived)]));
