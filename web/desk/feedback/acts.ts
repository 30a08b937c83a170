import type { DeskFeedbackView, FeedbackAct, Urgency } from '../../../shared/contracts/feedback-shapes.ts';
import { call } from '../../client/client.ts';
import type { Outcome } from '../../client/client.ts';
import type { CallInput } from '../../client/contract-types.ts';
import { keyOf } from '../acts.ts';
import type { FeedbackTexts } from './texts.ts';

/** How a report is sorted. */
export type Sorting = { readonly category: string; readonly urgency: Urgency; readonly complex: boolean; readonly publicText: string; readonly visibility: 'public' | 'private' };
/** What an officer decided about a report, with what the decision needs. */
export type FeedbackDecision =
  | { readonly act: 'take' | 'approve' }
  | { readonly act: 'accept'; readonly agency?: string; readonly route: boolean } & Sorting
  | { readonly act: 'change'; readonly reason: string; readonly place?: { readonly words: string; readonly lat?: number; readonly long?: number } } & Partial<Sorting>
  | { readonly act: 'route'; readonly agency?: string; readonly reason: string }
  | { readonly act: 'merge'; readonly into: string }
  | { readonly act: 'split'; readonly tasks: readonly { readonly agency: string; readonly text: string }[] }
  | { readonly act: 'refuse'; readonly reason: string; readonly words: string }
  | { readonly act: 'assign'; readonly officerId: string }
  | { readonly act: 'hand-back' | 'extend' | 'send-back' | 'return-answer'; readonly reason: string }
  | { readonly act: 'report-progress'; readonly text: string; readonly doneBy?: string; readonly media: readonly string[] }
  | { readonly act: 'answer'; readonly text: string; readonly media: readonly string[] }
  | { readonly act: 'publish'; readonly media: readonly string[]; readonly publicText?: string };

const routeOf = {
  accept: 'acceptFeedback', route: 'routeFeedback', change: 'changeFeedback', merge: 'mergeFeedback', split: 'splitFeedback', refuse: 'refuseFeedback', assign: 'assignFeedback', take: 'takeFeedback', 'hand-back': 'handBackFeedback',
  'report-progress': 'reportFeedbackProgress', extend: 'extendFeedback', answer: 'answerFeedback', approve: 'approveAnswer', 'send-back': 'sendBackAnswer', publish: 'publishFeedback', 'return-answer': 'returnAnswer',
} as const satisfies Record<FeedbackAct, string>;

type Sent = { readonly revision: number; readonly decision: FeedbackDecision; readonly key: string };
/** A decision as a request; the same key again is the same request. */
export const sendDecision = (feedbackId: string, { revision, decision: { act, ...body }, key }: Sent): Promise<Outcome<DeskFeedbackView>> =>
  // each decision has the body of its route
  call(routeOf[act] as 'acceptFeedback', { params: { feedbackId }, key, body: { revision, ...body } } as CallInput<'acceptFeedback'>);

/** Carries a decision out on the revision the officer saw; the same decision again is the same request. */
export const carryOutFeedback = ({ feedbackId, revision }: Pick<DeskFeedbackView, 'feedbackId' | 'revision'>, decision: FeedbackDecision): Promise<Outcome<DeskFeedbackView>> =>
  sendDecision(feedbackId, { revision, decision, key: keyOf(feedbackId, revision, decision) });

/** In the order of weight: the first one allowed is the one button. */
const byWeight = ['accept', 'route', 'take', 'answer', 'approve', 'publish', 'report-progress', 'assign', 'change', 'merge', 'split', 'extend', 'send-back', 'return-answer', 'hand-back', 'refuse'] as const satisfies readonly FeedbackAct[];
export const ordered = (allowed: readonly FeedbackAct[]): FeedbackAct[] => byWeight.filter((act) => allowed.includes(act));
/** The ordinary way of a report; anything else is never the one button. */
export const isOrdinary = (act: FeedbackAct): boolean => ['accept', 'route', 'take', 'answer', 'approve', 'publish'].includes(act);

const names = {
  accept: 'actAccept', route: 'actRoute', change: 'actChange', merge: 'actMerge', split: 'actSplit', refuse: 'actRefuse', assign: 'actAssign', take: 'actTake', 'hand-back': 'actHandBack', 'report-progress': 'actProgress', extend: 'actExtend', answer: 'actAnswer',
  approve: 'actApprove', 'send-back': 'actSendBack', publish: 'actPublish', 'return-answer': 'actReturn',
} as const satisfies Record<FeedbackAct, string>;
export const actName = (act: FeedbackAct, t: FeedbackTexts): string => t(names[act]);

const pastNames = {
  report: 'pastReport', add: 'pastAdd', accept: 'pastAccept', route: 'pastRoute', change: 'pastChange', merge: 'pastMerge', split: 'pastSplit', refuse: 'pastRefuse', assign: 'pastAssign', take: 'pastTake', 'hand-back': 'pastHandBack', 'report-progress': 'pastProgress', extend: 'pastExtend',
  answer: 'pastAnswer', approve: 'pastApprove', 'send-back': 'pastSendBack', publish: 'pastPublish', 'return-answer': 'pastReturn', rate: 'pastRate', reopen: 'pastReopen', close: 'pastClose', 'hand-out': 'pastHandOut', release: 'pastRelease',
} as const;
/** What a line of history says happened; an act this page does not know yet keeps its own name. */
export const happened = (act: string, t: FeedbackTexts): string => { const name = (pastNames as Record<string, (typeof pastNames)[keyof typeof pastNames] | undefined>)[act]; return name === undefined ? act : t(name); };
