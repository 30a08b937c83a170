import { alsoKnow, call, offlineProblem, problemOf } from '../../client/client.ts';
import type { Outcome } from '../../client/client.ts';
import { feedbackRoutes, mediaSentences } from '../../client/feedback-routes.gen.ts';
import { bodyOf, type Shot } from './draft.ts';
import type { Carrier } from './outbox.ts';

const CHECK_EVERY_MS = 500;
const CHECK_WITHIN_MS = 45_000;

type MediaProblem = keyof typeof mediaSentences;
export const mediaProblem = (code: string): ReturnType<typeof problemOf> => {
  const known = (Object.hasOwn(mediaSentences, code) ? code : 'upload-refused') as MediaProblem;
  return problemOf(known, mediaSentences[known]);
};

const checksumOf = async (blob: Blob): Promise<string> => btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.digest('SHA-256', await blob.arrayBuffer()))));
const wait = (ms: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, ms); });

const checked = async (uploadId: string, device: string): Promise<Outcome<{ uploadId: string }>> => {
  for (const until = Date.now() + CHECK_WITHIN_MS; Date.now() < until;) {
    const answer = await call('getFeedbackUpload', { params: { uploadId }, query: { device } });
    if (!answer.ok) return answer;
    if (answer.body.state === 'checked') return { ok: true, body: { uploadId } };
    if (answer.body.state === 'refused') return { ok: false, problem: mediaProblem(answer.body.problem ?? '') };
    await wait(CHECK_EVERY_MS);
  }
  return { ok: false, problem: mediaProblem('upload-not-checked') };
};

/** To its presigned place, and until the province has looked at it. The same key again gives the same place. */
const upload = async ({ key, name, type, blob }: Shot, device: string): Promise<Outcome<{ uploadId: string }>> => {
  const place = await call('requestFeedbackUpload', { key, body: { fileName: name, contentType: type, size: blob.size, checksum: await checksumOf(blob), device } });
  if (!place.ok) return place;
  const { uploadId, post } = place.body;
  const form = new FormData();
  for (const [field, value] of Object.entries(post.fields)) form.append(field, value);
  form.append('file', blob);
  try {
    const answer = await fetch(post.url, { method: 'POST', body: form });
    if (!answer.ok) return { ok: false, problem: answer.status >= 500 ? offlineProblem() : mediaProblem('upload-refused') };
  } catch {
    return { ok: false, problem: offlineProblem() };
  }
  return checked(uploadId, device);
};

/** Over the network, from a page or from its worker. */
export const carrier = (): Carrier => {
  alsoKnow(feedbackRoutes);
  return {
    upload, now: () => new Date(),
    send: (waiting) => call('reportFeedback', { key: waiting.key, body: waiting.sent ?? bodyOf(waiting) }),
  };
};
