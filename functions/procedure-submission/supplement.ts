import { DomainError } from '../../shared/kernel/domain-error.ts';
import type { GivenFile } from './dossier.ts';

/** One thing the applicant is asked for: a paper as files, or an explanation as text. */
export type AskedItem = { readonly itemId: string; readonly kind: 'file' | 'text'; readonly what: string };
export type GivenItem = { readonly itemId: string; readonly text?: string; readonly files: readonly GivenFile[] };

/** One round of asking for more and being answered; what was asked never changes afterwards. */
export type Round = {
  readonly round: number;
  /** the revision the request made, which is the line of history it stands in */
  readonly revision: number;
  readonly reason: string; readonly items: readonly AskedItem[]; readonly askedAt: string;
  /** the last moment for the answer, and when the applicant was warned that it had passed */
  readonly answerBy?: string; readonly warnedAt?: string;
  readonly answeredAt?: string; readonly given?: readonly GivenItem[];
};

type Request = { readonly reason: string; readonly items: readonly Omit<AskedItem, 'itemId'>[]; readonly revision: number; readonly askedAt: string; readonly answerBy: string; readonly mostRounds: number };

/** The next round. Throws `reason-missing`, and `supplement-rounds-used` beyond the rounds the procedure or the rules allow. */
export const nextRound = (earlier: readonly Round[], { reason, items, revision, askedAt, answerBy, mostRounds }: Request): Round => {
  if (reason === '') throw new DomainError('reason-missing', undefined, { pointers: ['/body/reason'] });
  if (earlier.length >= mostRounds) throw new DomainError('supplement-rounds-used', undefined, { extra: { maximum: mostRounds } });
  return { round: earlier.length + 1, revision, reason, askedAt, answerBy, items: items.map((item, index) => ({ itemId: `muc-${index + 1}`, kind: item.kind, what: item.what })) };
};

/** The round that waits for its answer. */
export const openRound = (rounds: readonly Round[]): Round | undefined => {
  const last = rounds.at(-1);
  return last?.answeredAt === undefined ? last : undefined;
};

type Answered = { readonly itemId: string; readonly text: string; readonly uploadIds: readonly string[] };

const isGiven = (item: AskedItem, answer: Answered | undefined): boolean => (item.kind === 'file' ? (answer?.uploadIds.length ?? 0) > 0 : (answer?.text ?? '') !== '');

/**
 * Every item asked for is answered, once, in its kind. Throws `request-invalid` for an item nobody asked for or one
 * answered twice, `supplement-incomplete` with the items that are missing.
 */
export const requireComplete = ({ items }: Round, answers: readonly Answered[]): void => {
  const strangers = answers.flatMap(({ itemId }, index) =>
    (items.some((item) => item.itemId === itemId) && answers.findIndex((other) => other.itemId === itemId) === index ? [] : [`/body/items/${index}/itemId`]));
  if (strangers.length > 0) throw new DomainError('request-invalid', 'an item that was not asked for, or answered twice', { pointers: strangers });
  const missing = items.filter((item) => !isGiven(item, answers.find(({ itemId }) => itemId === item.itemId)));
  if (missing.length > 0) throw new DomainError('supplement-incomplete', undefined, { pointers: missing.map(({ itemId }) => `/body/items/${itemId}`) });
};
