import { FeedbackForgottenV1 } from '../../events/feedback-classification/feedback-forgotten.v1.ts';
import { consume, onEvent } from '../../shared/runtime/queue.ts';
import { destroyDeps } from './deps.ts';

const { files } = destroyDeps();

/** Files of photos whose rows are gone. A file that is not there is gone already. */
export const handler = consume([onEvent(FeedbackForgottenV1, async ({ data }) => { for (const mediaId of data.media) await files.remove(mediaId); })]);
