import { useEffect, useRef, useState } from 'preact/hooks';
import type { ProblemBody } from '../../../shared/contracts/problems.ts';
import { call } from '../../client/client.ts';
import { sendShot } from '../../client/send-shot.ts';
import type { Shot, ShotRoutes } from '../../client/send-shot.ts';
import { takeShots } from '../../client/take-shots.ts';
import { useDraft } from '../draft.ts';

/** The way of an officer's photos. */
export const officerShots: ShotRoutes = {
  request: (key, file) => call('requestDeskMedia', { key, body: file }),
  look: (uploadId) => call('getDeskUpload', { params: { uploadId } }),
};

export type MediaFile = { readonly key: string; readonly name: string; readonly state: 'sending' | 'ready' | 'failed'; readonly uploadId?: string; readonly problem?: ProblemBody };

/** Photos of an act: each goes up at once and is checked while the officer goes on writing. Those that are up outlive a reload, as the words do. */
export const useMediaFiles = (name: string) => {
  const [kept, setKept] = useDraft(`${name}:anh`);
  const [files, setFiles] = useState<readonly MediaFile[]>(() => (kept === '' ? [] : kept.split(' ').map((uploadId, index) => ({ key: uploadId, name: String(index + 1), state: 'ready', uploadId }))));
  const shots = useRef(new Map<string, Shot>());
  const ready = files.flatMap(({ uploadId }) => uploadId ?? []);
  useEffect(() => { setKept(ready.join(' ')); }, [ready.join(' ')]);
  const change = (key: string, part: Partial<MediaFile>): void => { setFiles((before) => before.map((file) => (file.key === key ? { ...file, ...part } : file))); };
  const send = async (shot: Shot): Promise<void> => {
    const answer = await sendShot(shot, officerShots);
    change(shot.key, answer.ok ? { state: 'ready', uploadId: answer.body.uploadId } : { state: 'failed', problem: answer.problem });
  };
  const add = async (chosen: readonly File[]): Promise<void> => {
    const taken = await takeShots(chosen);
    for (const shot of taken.shots) shots.current.set(shot.key, shot);
    setFiles((before) => [
      ...before, ...taken.shots.map(({ key }, index): MediaFile => ({ key, name: String(before.length + index + 1), state: 'sending' })),
      ...taken.refused.map(({ name: file, problem }): MediaFile => ({ key: crypto.randomUUID(), name: file, state: 'failed', problem })),
    ]);
    await Promise.all(taken.shots.map(send));
  };
  return {
    files, ready, add, sending: files.some(({ state }) => state === 'sending'),
    again: (key: string): void => { const shot = shots.current.get(key); if (shot !== undefined) { change(key, { state: 'sending' }); void send(shot); } },
    mayRetry: (key: string): boolean => shots.current.has(key),
    drop: (key: string): void => { setFiles((before) => before.filter((file) => file.key !== key)); },
    forget: (): void => { setKept(''); },
  };
};
export type MediaFiles = ReturnType<typeof useMediaFiles>;
