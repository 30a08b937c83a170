import type { Cause, NewEvent } from '../outbox.ts';
import { checksumOf, inspect } from './file-inspection.ts';
import type { UploadBytes, UploadStore } from './upload-ports.ts';
import type { Upload, UploadType } from './upload.ts';

type Verdict = { readonly uploadId: string; readonly outcome: 'checked' | 'refused'; readonly problem?: string };
type Deps = {
  readonly uploads: Pick<UploadStore, 'find' | 'judge'>; readonly bytes: UploadBytes;
  /** the fact of the workflow the upload is for */
  readonly tells: (verdict: Verdict, cause: Cause) => NewEvent;
  /** what is kept instead of what was sent, where that says more than it should; undefined when it cannot be made */
  readonly clean?: (bytes: Uint8Array, type: UploadType) => Uint8Array | undefined;
  readonly mostPixels?: number;
};
type Announced = Pick<Upload<UploadType>, 'uploadId' | 'contentType' | 'size' | 'checksum'>;
type Looked = { readonly problem: string } | { readonly problem: undefined; readonly fit: Announced; readonly content: Uint8Array };

/** The file as it may be kept. What was made of it is looked at again, as closely as what was sent. */
const look = async ({ clean, mostPixels }: Pick<Deps, 'clean' | 'mostPixels'>, sent: Uint8Array, upload: Announced): Promise<Looked> => {
  const problem = await inspect(sent, upload, mostPixels);
  if (problem !== undefined) return { problem };
  if (clean === undefined) return { problem, fit: upload, content: sent };
  const content = clean(sent, upload.contentType);
  if (content === undefined) return { problem: 'file-type-mismatch' };
  const fit = { uploadId: upload.uploadId, contentType: upload.contentType, size: content.length, checksum: await checksumOf(content) };
  const left = await inspect(content, fit, mostPixels);
  return left === undefined ? { problem: left, fit, content } : { problem: left };
};
type Judged = 'checked' | 'refused' | 'left';

/**
 * Judges an uploaded file, once. Checked bytes are kept before the verdict is written, so a usable upload always has its
 * file; a second upload to the same place, or the same notice again, changes nothing.
 */
export const checkUpload = (deps: Deps) => async (uploadId: string, cause: Cause): Promise<Judged> => {
  const { uploads, bytes, tells } = deps;
  const upload = await uploads.find(uploadId);
  if (upload === undefined || upload.state !== 'waiting') return 'left';
  const content = await bytes.read(uploadId, upload.size + 1);
  if (content === undefined) return 'left';
  const looked = await look(deps, content, upload);
  const { problem } = looked;
  if (looked.problem === undefined) await bytes.keep(looked.fit, looked.content);
  const verdict = problem === undefined ? { state: 'checked' as const } : { state: 'refused' as const, problem };
  const event = tells({ uploadId, outcome: verdict.state, ...(problem === undefined ? {} : { problem }) }, cause);
  return (await uploads.judge(uploadId, verdict, event)) ? verdict.state : 'left';
};
