import type { DeskFeedbackView } from '../../../../shared/contracts/feedback-shapes.ts';
import type { ProblemBody } from '../../../../shared/contracts/problems.ts';
import type { Outcome } from '../../../client/client.ts';
import type { Keep } from '../../../client/keep.ts';
import type { Shot } from '../../../client/send-shot.ts';
import type { FeedbackDecision } from '../acts.ts';

type Photo = Shot & { readonly uploadId?: string };
/** Something done at the scene, on its way. `sent` is what left the device: while no answer came only that very request may follow. */
export type Deed = {
  readonly id: string; readonly at: string; readonly feedbackId: string; readonly trackingCode: string; readonly act: 'take' | 'report-progress' | 'answer';
  readonly text: string; readonly shots: readonly Photo[]; readonly sent?: { readonly revision: number; readonly decision: FeedbackDecision; readonly key: string };
  readonly problem?: ProblemBody;
};
/** What carries deeds away; a test takes another. */
export type FieldCarrier = {
  readonly open: (feedbackId: string) => Promise<Outcome<Pick<DeskFeedbackView, 'revision' | 'allowed'>>>;
  readonly upload: (shot: Shot) => Promise<Outcome<{ readonly uploadId: string }>>;
  readonly carryOut: (feedbackId: string, sent: NonNullable<Deed['sent']>) => Promise<Outcome<unknown>>;
  readonly newKey: () => string;
  readonly conflict: ProblemBody;
};

/** What one officer did: on a shared phone it waits until that officer is back, and is never sent in another's name. */
export const deedsOf = (doer: string): string => `viec/${encodeURIComponent(doer)}/`;
const passing = ({ status, code }: ProblemBody): boolean => status === 0 || status === 401 || status >= 500 || code === 'busy' || code === 'upload-not-checked';
/** Somebody else acted meanwhile; the deed may still be possible. */
const overtaken = ({ code }: ProblemBody): boolean => code === 'feedback-changed-meanwhile' || code === 'feedback-state-conflict';

const decisionOf = ({ act, text, shots }: Deed): FeedbackDecision => (act === 'take' ? { act } : { act, text, media: shots.flatMap(({ uploadId }) => uploadId ?? []) });

/** Every change is kept before the next step, so that whatever breaks, the next attempt goes on from there. */
const carry = async ({ kept, carrier, own }: { readonly kept: Keep; readonly carrier: FieldCarrier; readonly own: string }, first: Deed): Promise<'done' | 'later' | 'stuck'> => {
  let deed = first;
  const save = async (change: Partial<Deed>): Promise<void> => { deed = { ...deed, ...change }; await kept.change({ [own + deed.id]: deed }); };
  const give = async (problem: ProblemBody): Promise<'later' | 'stuck'> => {
    if (passing(problem)) return 'later';
    const { sent: _refused, ...rest } = deed;
    await kept.change({ [own + deed.id]: { ...rest, problem } });
    return 'stuck';
  };
  for (const shot of deed.shots) {
    if (shot.uploadId !== undefined) continue;
    const answer = await carrier.upload(shot);
    if (!answer.ok) return give(answer.problem);
    await save({ shots: deed.shots.map((one) => (one.key === shot.key ? { ...one, uploadId: answer.body.uploadId } : one)) });
  }
  // twice: over what was seen when it left, and once more over what somebody did meanwhile
  for (const again of [true, false]) {
    if (deed.sent === undefined) {
      const seen = await carrier.open(deed.feedbackId);
      if (!seen.ok) return give(seen.problem);
      if (!seen.body.allowed.includes(deed.act)) return give(carrier.conflict);
      await save({ sent: { revision: seen.body.revision, decision: decisionOf(deed), key: carrier.newKey() } });
    }
    const answer = await carrier.carryOut(deed.feedbackId, deed.sent as NonNullable<Deed['sent']>);
    if (answer.ok) { await kept.change({}, [own + deed.id]); return 'done'; }
    if (!overtaken(answer.problem) || !again) return give(answer.problem);
    const { sent: _older, ...rest } = deed;
    deed = rest;
    await kept.change({ [own + deed.id]: deed });
  }
  return 'later';
};

/** Sends what waits, the oldest first. What is stuck waits for the officer, and what follows it on the same report with it. */
export const sendDeeds = async (kept: Keep, carrier: FieldCarrier, doer: string): Promise<void> => {
  const own = deedsOf(doer);
  const held = new Set<string>();
  for (const deed of await kept.all<Deed>(own)) {
    if (deed.problem !== undefined || held.has(deed.feedbackId)) { held.add(deed.feedbackId); continue; }
    if (await carry({ kept, carrier, own }, deed) !== 'done') held.add(deed.feedbackId);
  }
};
