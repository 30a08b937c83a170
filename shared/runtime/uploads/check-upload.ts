import type { Cause, NewEvent } from '../outbox.ts';
import { inspect } from './file-inspection.ts';
import type { UploadBytes, UploadStore } from './upload-ports.ts';

type Verdict = { readonly uploadId: string; readonly outcome: 'checked' | 'refused'; readonly problem?: string };
type Deps = {
  readonly uploads: Pick<UploadStore, 'find' | 'judge'>; readonly bytes: UploadBytes;
  /** the fact of the workflow the upload is for */
  readonly tells: (verdict: Verdict, cause: Cause) => NewEvent;
};
type Judged = 'checked' | 'refused' | 'left';

/**
 * Judges an uploaded file, once. Checked bytes are kept before the verdict is written, so a usable upload always has its
 * file; a second upload to the same place, or the same notice again, changes nothing.
 */
export const checkUpload = ({ uploads, bytes, tells }: Deps) => async (uploadId: string, cause: Cause): Promise<Judged> => {
  const upload = await uploads.find(uploadId);
  if (upload === undefined || upload.state !== 'waiting') return 'left';
  const content = await bytes.read(uploadId, upload.size + 1);
  if (content === undefined) return 'left';
  const problem = await inspect(content, upload);
  if (problem === undefined) await bytes.keep(upload, content);
  const verdict = problem === undefined ? { state: 'checked' as const } : { state: 'refused' as const, problem };
  const event = tells({ uploadId, outcome: verdict.state, ...(problem === undefined ? {} : { problem }) }, cause);
  return (await uploads.judge(uploadId, verdict, event)) ? verdict.state : 'left';
};
