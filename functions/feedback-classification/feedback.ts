import type { Box, Contact, FeedbackChannel, MediaType, Suggestion, Urgency } from '../../shared/contracts/feedback-shapes.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import { type FeedbackState, isOpenFeedback } from '../../shared/kernel/feedback-state.ts';
import type * as z from 'zod';
import { openActs, rowsOf, stateAfter, type ActName, type Transition } from './transitions.ts';

export type AgencyName = { readonly code: string; readonly name: string };
export type Where = { readonly lat?: number; readonly long?: number; readonly words?: string; readonly accuracy?: number };

/** What was sent: never changes afterwards. Who sent it is kept apart, so that a person can be forgotten and the matter stays. */
export type Report = {
  readonly feedbackId: string; readonly trackingCode: string; readonly channel: z.infer<typeof FeedbackChannel>;
  readonly text: string; readonly place: Where; readonly reportedAt: string; readonly happenedAt?: string;
  /** the category the reporter chose, and what the classifier made of the text */
  readonly chosen?: string; readonly suggestion?: Suggestion;
  /** `outside-province`, `no-point`, `out-of-scope`, … for the dispatcher */
  readonly flags: readonly string[];
  /** a task of a split report */
  readonly parent?: string;
};

/** Who sent it, and how to reach them: the row that is erased when a person asks to be forgotten. */
export type Reporter = {
  /** whoever shows it is the reporter */
  readonly key: string;
  readonly subject?: string; readonly device?: string; /** where Zalo answers it */ readonly zalo?: string; /** the message it was made of */ readonly message?: string; readonly contact: z.infer<typeof Contact>;
};

/** A photo or film of a report; published only after a person checked it for faces and plates. */
export type Media = {
  readonly mediaId: string; readonly contentType: MediaType; readonly phase: 'before' | 'progress' | 'after'; readonly at: string;
  readonly checkedAt?: string; readonly boxes?: readonly Box[]; readonly published?: boolean;
  /** the copy with what it must not show blurred; the original where there is none */
  readonly publicKey?: string; readonly publicType?: MediaType;
};

/** What was said to the reporter and the public on the way. */
export type Note = { readonly seq: number; readonly at: string; readonly act: string; readonly state: FeedbackState; readonly agency?: AgencyName; readonly text: string; readonly doneBy?: string; readonly media: readonly string[] };

/** Where the report stands. */
export type Standing = {
  /** number of the last history entry; every act is written only over the one it saw */
  readonly revision: number;
  readonly state: FeedbackState;
  readonly category?: string; readonly urgency: Urgency; readonly complex: boolean; readonly visibility: 'public' | 'private';
  /** what the dispatcher let out of the text; none before */
  readonly publicText?: string;
  readonly area?: string; readonly place?: Where;
  /** the agency it was passed to, and those it left */
  readonly agency?: AgencyName; readonly left?: readonly string[];
  /** who has it in hand, by the person id of the directory; without a name where the desk never saw them */
  readonly officer?: { readonly subject: string; readonly name?: string };
  /** whole matter; fixed when it was let in, moved once by an extension, begun anew by a reopening */
  readonly promisedAt?: string; readonly clockFrom?: string;
  readonly extension?: { readonly at: string; readonly previousDueAt: string };
  /** the step it stands in */
  readonly dueAt?: string;
  readonly answeredAt?: string; readonly late?: boolean; readonly publishedAt?: string;
  readonly refusal?: { readonly reason: string; readonly words?: string };
  readonly mergedInto?: { readonly feedbackId: string; readonly trackingCode: string }; readonly merged?: readonly string[];
  readonly children?: readonly { readonly feedbackId: string; readonly agency: AgencyName }[];
  readonly rating?: { readonly stars: number; readonly words: string; readonly at: string };
  readonly reopened?: number;
  /** what was destroyed of it, by rule or because its reporter asked */
  readonly destroyed?: readonly string[];
  /** hash of the last history entry, kept apart from the entries so that a shortened history shows */
  readonly historyHead: string;
};

export type Feedback = { readonly report: Report; readonly standing: Standing };
export type Tally = { readonly voices: number; readonly notFixed: number };

/** The category it is worked under: what a dispatcher set, before that what the reporter chose, before that a suggestion that is sure. */
export const categoryNow = ({ report: { chosen, suggestion }, standing }: Feedback): string | undefined =>
  standing.category ?? chosen ?? (suggestion !== undefined && !suggestion.abstained ? suggestion.category : undefined);

export const isPublic = ({ report, standing }: Feedback): boolean => standing.visibility === 'public' && report.parent === undefined && standing.state !== 'NEW' && standing.state !== 'REJECTED';

/** What someone of these roles may do now. */
export const allowedTo = ({ report, standing }: Feedback, roles: readonly string[]): ActName[] =>
  openActs(standing.state, roles)
    .filter((act) => act !== 'extend' || (standing.promisedAt !== undefined && standing.extension === undefined))
    .filter((act) => (act !== 'split' && act !== 'merge') || (report.parent === undefined && standing.children === undefined))
    .filter((act) => act !== 'rate' || standing.rating === undefined);

type Wish = { readonly act: ActName; readonly revision: number; readonly roles: readonly string[] };

/** The transition of an act, if it may happen now. Throws `feedback-changed-meanwhile`, `feedback-state-conflict`; both say what may be done instead. */
export const decide = (feedback: Feedback, { act, revision, roles }: Wish): Transition => {
  const { standing } = feedback;
  const allowed = allowedTo(feedback, roles);
  if (revision !== standing.revision) throw new DomainError('feedback-changed-meanwhile', `revision ${standing.revision}, seen ${revision}`, { extra: { allowed } });
  if (standing.mergedInto !== undefined && act !== 'forget' && act !== 'destroy') throw new DomainError('answer-merged', undefined, { extra: { mergedInto: standing.mergedInto.trackingCode } });
  const found = rowsOf(act).find((row) => row.from.includes(standing.state) && roles.includes(row.by));
  if (found !== undefined && act === 'extend' && standing.extension !== undefined) throw new DomainError('feedback-extended-already', undefined, { extra: { allowed } });
  if (act === 'split' && standing.children !== undefined) throw new DomainError('split-twice', undefined, { extra: { allowed } });
  if (found === undefined || !allowed.includes(act)) throw new DomainError('feedback-state-conflict', `${act} in ${standing.state}`, { extra: { allowed } });
  return found;
};

type Changeable = Exclude<keyof Standing, 'revision' | 'state' | 'historyHead'>;
/** `undefined` takes a field away. */
export type Changes = { readonly [K in Changeable]?: Standing[K] | undefined };

/** The standing after a transition; the head of its history is sealed afterwards. */
export const move = (standing: Standing, transition: Transition, changes: Changes = {}): Standing => {
  const kept = Object.fromEntries(Object.entries({ ...standing, ...changes }).filter(([, value]) => value !== undefined)) as Standing;
  return { ...kept, revision: standing.revision + 1, state: stateAfter(transition, standing.state) };
};

/** What a queue is ordered by: the due instant; without one behind everything that has one, first come first. Emergencies first. */
export const urgencyOf = ({ report, standing }: Feedback): string => `${standing.urgency === 'emergency' && isOpenFeedback(standing.state) ? '0' : '1'}${standing.dueAt ?? `~${report.reportedAt}`}`;

/** What every event about a report says: facts, never who. */
export const factsOf = ({ report, standing }: Feedback) => {
  const category = categoryNow({ report, standing });
  return {
    feedbackId: report.feedbackId, trackingCode: report.trackingCode, revision: standing.revision, state: standing.state, channel: report.channel, urgency: standing.urgency, reportedAt: report.reportedAt,
    ...(category === undefined ? {} : { category }), ...(standing.area === undefined ? {} : { area: standing.area }), ...(standing.agency === undefined ? {} : { agencyCode: standing.agency.code }),
  };
};
