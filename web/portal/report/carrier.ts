import { alsoKnow, call } from '../../client/client.ts';
import { feedbackRoutes } from '../../client/feedback-routes.gen.ts';
import { sendShot } from '../../client/send-shot.ts';
import { bodyOf } from './draft.ts';
import type { Carrier } from './outbox.ts';

/** Over the network, from a page or from its worker. */
export const carrier = (): Carrier => {
  alsoKnow(feedbackRoutes);
  return {
    upload: (shot, device) => sendShot(shot, { request: (key, file) => call('requestFeedbackUpload', { key, body: { ...file, device } }), look: (uploadId) => call('getFeedbackUpload', { params: { uploadId }, query: { device } }) }),
    now: () => new Date(),
    send: (waiting) => call('reportFeedback', { key: waiting.key, body: waiting.sent ?? bodyOf(waiting) }),
  };
};
