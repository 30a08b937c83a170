import { useCallback, useRef, useState } from 'preact/hooks';
import type { ProblemBody } from '../../../shared/contracts/problems.ts';
import { type CheckedUpload, uploadFile } from '../../client/upload.ts';

/** A file on its way: being sent, being checked, or refused with the reason. */
export type PendingFile = { readonly key: number; readonly paperId: string; readonly file: File; readonly share: number; readonly problem?: ProblemBody };
export type Uploading = {
  readonly pending: readonly PendingFile[];
  readonly add: (paperId: string, files: readonly File[]) => void;
  readonly retry: (file: PendingFile) => void;
  readonly drop: (file: PendingFile) => void;
};

/** Sends files while the form stays usable; a checked file goes to the form, a refused one stays with its sentence. */
export const useUploads = (onChecked: (paperId: string, file: CheckedUpload) => void): Uploading => {
  const [pending, setPending] = useState<readonly PendingFile[]>([]);
  const next = useRef(0);
  const begin = useCallback((paperId: string, file: File) => {
    const key = next.current++;
    const change = (part: Partial<PendingFile>) => { setPending((all) => all.map((one) => (one.key === key ? { ...one, ...part } : one))); };
    setPending((all) => [...all, { key, paperId, file, share: 0 }]);
    void uploadFile(file, { onProgress: (share) => { change({ share }); } }).then((answer) => {
      if (!answer.ok) { change({ problem: answer.problem }); return; }
      setPending((all) => all.filter((one) => one.key !== key));
      onChecked(paperId, answer.body);
    });
  }, [onChecked]);
  const drop = useCallback((file: PendingFile) => { setPending((all) => all.filter(({ key }) => key !== file.key)); }, []);
  return {
    pending, drop,
    add: (paperId, files) => { for (const file of files) begin(paperId, file); },
    retry: (file) => { drop(file); begin(file.paperId, file.file); },
  };
};
