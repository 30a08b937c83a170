import type { ReportDraft } from '../../../shared/contracts/feedback-shapes.ts';
import type { ProblemBody } from '../../../shared/contracts/problems.ts';
import { newRequestKey } from '../../client/client.ts';
import type { Shot as ReadyShot } from '../../client/send-shot.ts';
import type { Keep } from '../../client/keep.ts';

/** A photo or film of a report, and what became of it. */
export type Shot = ReadyShot & { readonly uploadId?: string; /** why the province would not have it */ readonly problem?: ProblemBody };
export type Spot = { readonly lat: number; readonly long: number; readonly accuracy?: number; readonly by: 'gps' | 'map'; readonly confirmed?: boolean };
export type Sender = 'nobody' | 'phone';

/** A report being written. */
export type Draft = {
  readonly text: string; readonly shots: readonly Shot[]; readonly spot?: Spot | undefined; readonly placeWords: string;
  /** '' leaves it to the dispatcher; `byHand`: the person chose, so no suggestion changes it any more */
  readonly category: string; readonly byHand: boolean;
  /** somebody may come to harm by it: looked at within minutes. The suggestion proposes it once, the person decides */
  readonly urgent?: boolean;
  readonly sender: Sender; readonly phone: string; readonly hidden: boolean;
  /** why the province would not have it, until something is changed */
  readonly problem?: ProblemBody;
};
export const emptyDraft: Draft = { text: '', shots: [], placeWords: '', category: '', byHand: false, sender: 'nobody', phone: '', hidden: false };
export const isEmpty = ({ text, shots, spot, placeWords }: Draft): boolean => text.trim() === '' && shots.length === 0 && spot === undefined && placeWords.trim() === '';

/** A report on its way. `sent` is what left the device; while no answer came only that very request may follow. */
export type Waiting = {
  readonly id: string; readonly key: string; readonly at: string; readonly device: string; readonly draft: Draft;
  readonly sent?: ReportDraft; readonly retryAt?: string; readonly problem?: ProblemBody;
  /** half written: another was taken back to be mended meanwhile */
  readonly parked?: true;
};
export type Sent = { readonly id: string; readonly trackingCode: string; readonly reporterKey: string; readonly at: string; readonly words: string; readonly triageBy?: string };

export const DRAFT = 'draft', OUTBOX = 'outbox/', SENT = 'sent/', DEVICE = 'device';

/** The secret of this device, made when it is first needed. */
export const deviceOf = async (kept: Keep): Promise<string> => {
  const known = await kept.get<string>(DEVICE);
  if (known !== undefined) return known;
  const made = newRequestKey();
  await kept.change({ [DEVICE]: made });
  return made;
};

const waitingOf = async (kept: Keep, { problem: _said, ...draft }: Draft, now: Date): Promise<Waiting> => {
  const key = newRequestKey();
  // ids sort by time: what was written first is sent first
  return { id: `${now.toISOString()}-${key}`, key, at: now.toISOString(), device: await deviceOf(kept), draft };
};

/** From the desk of the writer into the outbox, in one step: it is in one of both, whatever happens. */
export const post = async (kept: Keep, draft: Draft, now: Date): Promise<Waiting> => {
  const waiting = await waitingOf(kept, draft, now);
  await kept.change({ [OUTBOX + waiting.id]: waiting }, [DRAFT]);
  return waiting;
};

/** Back to be mended. What is being written meanwhile waits in its stead, and is gone on with in the same way. */
export const takeBack = async (kept: Keep, { id, draft, problem }: Waiting, now: Date): Promise<Draft> => {
  const again: Draft = { ...draft, ...(problem === undefined ? {} : { problem }), ...(problem?.code.startsWith('category-') === true ? { category: '', byHand: false } : {}) };
  const written = await kept.get<Draft>(DRAFT);
  const parked = written === undefined || isEmpty(written) ? {} : await waitingOf(kept, written, now);
  await kept.change({ [DRAFT]: again, ...('id' in parked ? { [OUTBOX + parked.id]: { ...parked, parked: true } } : {}) }, [OUTBOX + id]);
  return again;
};

const filled = (text: string): boolean => text.trim() !== '';

/** What the province is told. */
export const bodyOf = ({ draft, device }: Waiting): ReportDraft => ({
  text: draft.text, urgency: draft.urgent === true ? 'emergency' : 'normal', visibility: draft.hidden ? 'private' : 'public',
  place: {
    words: draft.placeWords.trim(), confirmed: draft.spot?.confirmed === true,
    ...(draft.spot === undefined ? {} : { lat: draft.spot.lat, long: draft.spot.long, ...(draft.spot.accuracy === undefined ? {} : { accuracy: Math.min(100_000, Math.round(draft.spot.accuracy)) }) }),
  },
  media: draft.shots.flatMap(({ uploadId }) => uploadId ?? []),
  contact: draft.sender === 'phone' && filled(draft.phone) ? { phone: draft.phone.trim() } : {}, device,
  ...(draft.category === '' ? {} : { category: draft.category }),
});
