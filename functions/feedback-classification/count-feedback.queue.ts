import { feedbackEvents } from '../../events/all-events.ts';
import { consumeTogether } from '../../shared/runtime/batch.ts';
import { countDeps } from './deps.ts';
import { countFeedback } from './count-feedback.ts';

export const handler = consumeTogether(feedbackEvents, countFeedback(countDeps()));
