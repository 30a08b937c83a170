import type { FileType } from '../../shared/contracts/dossier.ts';
import type { ProblemBody } from '../../shared/contracts/problems.ts';
import { call, newRequestKey, offlineProblem, problemOf } from './client.ts';
import type { Outcome } from './client.ts';
import { fileSentences, uploads } from './files.gen.ts';

/** A file that passed the check and may be attached. `size` in bytes. */
export type CheckedUpload = { readonly uploadId: string; readonly fileName: string; readonly contentType: FileType; readonly size: number };

type Watch = { /** share of the bytes sent, 0 to 1 */ onProgress?: (share: number) => void; signal?: AbortSignal };

const CHECK_EVERY_MS = 600;
const CHECK_WITHIN_MS = 60_000;

type FileProblem = keyof typeof fileSentences;
/** A problem the page finds by itself, in the sentence the province would answer with. */
const fileProblem = (code: FileProblem): ProblemBody => problemOf(code, fileSentences[code]);

/** What would be refused anyway, said before a byte is sent. */
export const refusalOf = (file: { type: string; size: number }): ProblemBody | undefined => {
  if (!uploads.types.some((type) => type === file.type)) return fileProblem('file-type-not-accepted');
  if (file.size === 0) return fileProblem('file-empty');
  return file.size > uploads.maxBytes ? fileProblem('file-too-large') : undefined;
};

const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));
const checksumOf = async (file: Blob): Promise<string> => base64(new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer())));
const wait = (ms: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, ms); });

/** XMLHttpRequest, because fetch tells nothing while a file leaves a slow phone. */
const sendFile = (post: { url: string; fields: Record<string, string> }, file: File, { onProgress, signal }: Watch): Promise<'sent' | 'refused' | 'offline'> =>
  new Promise((resolve) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(post.fields)) form.append(name, value);
    form.append('file', file);
    const request = new XMLHttpRequest();
    request.upload.onprogress = (event) => { if (event.lengthComputable) onProgress?.(event.loaded / event.total); };
    request.onload = () => { resolve(request.status < 300 ? 'sent' : 'refused'); };
    request.onerror = () => { resolve('offline'); };
    request.onabort = () => { resolve('offline'); };
    signal?.addEventListener('abort', () => { request.abort(); }, { once: true });
    request.open('POST', post.url);
    request.send(form);
  });

const checked = async (uploadId: string, signal?: AbortSignal): Promise<Outcome<CheckedUpload>> => {
  for (const until = Date.now() + CHECK_WITHIN_MS; Date.now() < until && signal?.aborted !== true;) {
    const answer = await call('getUpload', { params: { uploadId } });
    if (!answer.ok) return answer;
    const { state, problem, fileName, contentType, size } = answer.body;
    if (state === 'checked') return { ok: true, body: { uploadId, fileName, contentType, size } };
    if (state === 'refused') return { ok: false, problem: fileProblem(problem !== undefined && Object.hasOwn(fileSentences, problem) ? problem as FileProblem : 'upload-refused') };
    await wait(CHECK_EVERY_MS);
  }
  return { ok: false, problem: fileProblem('upload-not-checked') };
};

/** Sends a file to its presigned place and waits until the province has checked it. Never throws. */
export const uploadFile = async (file: File, watch: Watch = {}): Promise<Outcome<CheckedUpload>> => {
  const refusal = refusalOf(file);
  if (refusal !== undefined) return { ok: false, problem: refusal };
  const place = await call('requestUpload', {
    key: newRequestKey(),
    body: { fileName: file.name.normalize('NFC').slice(-200), contentType: file.type, size: file.size, checksum: await checksumOf(file) },
  });
  if (!place.ok) return place;
  const sent = await sendFile(place.body.post, file, watch);
  if (sent === 'offline') return { ok: false, problem: offlineProblem() };
  if (sent === 'refused') return { ok: false, problem: fileProblem('upload-refused') };
  watch.onProgress?.(1);
  return checked(place.body.uploadId, watch.signal);
};
