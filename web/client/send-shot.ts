import type { Answer } from './contract-types.ts';
import { offlineProblem, problemOf } from './client.ts';
import type { Outcome } from './client.ts';
import { mediaSentences } from './feedback-routes.gen.ts';

/** A photo or film as it leaves the device: made small, without what the camera wrote into it. Its key keeps its upload one. */
export type Shot = { readonly key: string; readonly name: string; readonly type: string; readonly blob: Blob };
type File = { readonly fileName: string; readonly contentType: string; readonly size: number; readonly checksum: string };
/** Where a photo goes up and how it is asked after: by a device, or by an officer. */
export type ShotRoutes = {
  readonly request: (key: string, file: File) => Promise<Outcome<Answer<'requestDeskMedia'>>>;
  readonly look: (uploadId: string) => Promise<Outcome<Pick<Answer<'getDeskUpload'>, 'state' | 'problem'>>>;
};

const CHECK_EVERY_MS = 500;
const CHECK_WITHIN_MS = 45_000;

type MediaProblem = keyof typeof mediaSentences;
/** A problem of a photo in the sentence the province would answer with. */
export const mediaProblem = (code: string): ReturnType<typeof problemOf> => {
  const known = (Object.hasOwn(mediaSentences, code) ? code : 'upload-refused') as MediaProblem;
  return problemOf(known, mediaSentences[known]);
};

const checksumOf = async (blob: Blob): Promise<string> => btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.digest('SHA-256', await blob.arrayBuffer()))));
const wait = (ms: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, ms); });

const checked = async (uploadId: string, { look }: ShotRoutes): Promise<Outcome<{ uploadId: string }>> => {
  for (const until = Date.now() + CHECK_WITHIN_MS; Date.now() < until;) {
    const answer = await look(uploadId);
    if (!answer.ok) return answer;
    if (answer.body.state === 'checked') return { ok: true, body: { uploadId } };
    if (answer.body.state === 'refused') return { ok: false, problem: mediaProblem(answer.body.problem ?? '') };
    await wait(CHECK_EVERY_MS);
  }
  return { ok: false, problem: mediaProblem('upload-not-checked') };
};

/** To its presigned place, and until the province has looked at it. The same key again gives the same place. Never throws. */
export const sendShot = async ({ key, name, type, blob }: Shot, routes: ShotRoutes): Promise<Outcome<{ uploadId: string }>> => {
  const place = await routes.request(key, { fileName: name, contentType: type, size: blob.size, checksum: await checksumOf(blob) });
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
  return checked(uploadId, routes);
};
