import type { Receipt } from '../../../shared/contracts/feedback-shapes.ts';
import type { ProblemBody } from '../../../shared/contracts/problems.ts';
import type { Outcome } from '../../client/client.ts';
import { bodyOf, OUTBOX, SENT, type Sent, type Shot, type Waiting } from './draft.ts';
import type { Keep } from '../../client/keep.ts';

/** What carries a report away; a test takes another. `send` repeats safely under the same key. */
export type Carrier = {
  readonly upload: (shot: Shot, device: string) => Promise<Outcome<{ readonly uploadId: string }>>;
  readonly send: (waiting: Waiting) => Promise<Outcome<Receipt>>;
  readonly now: () => Date;
};

/** No answer, or one that says nothing about the report: the same again, later. */
const isPassing = ({ status, code }: ProblemBody): boolean => status === 0 || status >= 500 || code === 'sent-too-often' || code === 'busy' || code === 'upload-not-checked';
const excerpt = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text);

/** Every change is kept before the next step, so that whatever breaks, the next attempt goes on from there. */
const carry = async (kept: Keep, carrier: Carrier, waiting: Waiting): Promise<'sent' | 'later' | 'refused'> => {
  let entry = waiting;
  const save = async (change: Partial<Waiting>): Promise<void> => { entry = { ...entry, ...change }; await kept.change({ [OUTBOX + entry.id]: entry }); };
  const put = (shot: Shot): Promise<void> => save({ draft: { ...entry.draft, shots: entry.draft.shots.map((one) => (one.key === shot.key ? shot : one)) } });
  const give = async (problem: ProblemBody): Promise<'later' | 'refused'> => {
    if (isPassing(problem)) { if (problem.retryAt !== undefined) await save({ retryAt: problem.retryAt }); return 'later'; }
    await save({ problem });
    return 'refused';
  };
  for (const shot of entry.draft.shots) {
    if (shot.uploadId !== undefined) continue;
    const answer = await carrier.upload(shot, entry.device);
    if (!answer.ok) {
      if (!isPassing(answer.problem)) await put({ ...shot, problem: answer.problem });
      return give(answer.problem);
    }
    await put({ ...shot, uploadId: answer.body.uploadId });
  }
  // kept before it leaves: an answer that never came is asked for again with the very same words
  if (entry.sent === undefined) await save({ sent: bodyOf(entry) });
  const answer = await carrier.send(entry);
  if (answer.ok) {
    const { trackingCode, reporterKey, triageBy } = answer.body;
    const sent: Sent = { id: entry.id, trackingCode, reporterKey, at: entry.at, words: excerpt(entry.draft.text), ...(triageBy === undefined ? {} : { triageBy }) };
    await kept.change({ [SENT + trackingCode]: sent }, [OUTBOX + entry.id]);
    return 'sent';
  }
  if (isPassing(answer.problem)) return give(answer.problem);
  const { sent: _refused, ...rest } = entry;
  if (answer.problem.code === 'upload-unknown') {
    // photos wait a week at the province, a report may wait longer here: they are sent anew
    const shots = entry.draft.shots.map(({ uploadId: _forgotten, ...shot }): Shot => ({ ...shot, key: crypto.randomUUID() }));
    await kept.change({ [OUTBOX + entry.id]: { ...rest, draft: { ...entry.draft, shots } } });
    return 'later';
  }
  await kept.change({ [OUTBOX + entry.id]: { ...rest, key: crypto.randomUUID(), problem: answer.problem } });
  return 'refused';
};

/** Sends what waits, the oldest first. What has to be mended by its writer waits for her; the rest for the network. */
export const sendWaiting = async (kept: Keep, carrier: Carrier): Promise<void> => {
  for (const waiting of await kept.all<Waiting>(OUTBOX)) {
    if (waiting.parked === true || waiting.problem !== undefined || (waiting.retryAt !== undefined && waiting.retryAt > carrier.now().toISOString())) continue;
    await carry(kept, carrier, waiting);
  }
};

/** One sender at a time on this device, whichever page or worker it is. */
export const alone = async (act: () => Promise<void>): Promise<void> => {
  if ('locks' in navigator) await navigator.locks.request('phan-anh', act); else await act();
};
