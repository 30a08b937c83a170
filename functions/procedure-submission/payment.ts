import { amountsOf } from '../../shared/contracts/fee-amounts.ts';
import type { Fee } from '../../shared/contracts/procedure.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import { formatVnd } from '../../shared/kernel/money.ts';
import { localDate } from '../../shared/kernel/vietnam-time.ts';
import type { Standing } from './dossier.ts';

export type PaymentKind = 'fee' | 'charge';
export type PayItem = { readonly kind: PaymentKind; readonly name: string; readonly amount: number; readonly source: 'published' | 'entered' };
type ReceiptNumber = { readonly kind: PaymentKind; readonly number: string };
export type Settlement = {
  readonly method: 'counter' | 'gateway'; readonly paidOn: string; readonly settledAt: string; readonly receipts: readonly ReceiptNumber[];
  /** the line of history that says it was paid */
  readonly revision: number;
  /** the gateway's own number of the payment: kept, and never what anything is unique by */
  readonly reference?: string;
};
export type Unbooked = { readonly reference: string; readonly amount: number; readonly paidAt: string; readonly why: 'other-amount' | 'settled-already' | 'not-due' };

/** What is owed, and what became of it; what was asked never changes afterwards. */
export type Obligation = {
  readonly obligation: number; readonly revision: number;
  readonly reason: string; readonly items: readonly PayItem[]; readonly total: number; readonly requestedAt: string;
  readonly settlement?: Settlement; readonly exemption?: { readonly at: string; readonly revision: number; readonly reason: string };
  readonly unbooked?: readonly Unbooked[];
};

/** `lapsed`: the dossier went on without it, when it was stopped while it waited and then resumed, or withdrawn. */
export const paymentState = ({ obligation, settlement, exemption }: Obligation, { finance }: Pick<Standing, 'finance'>, all: readonly Obligation[]): 'due' | 'paid' | 'exempt' | 'lapsed' => {
  if (settlement !== undefined) return 'paid';
  if (exemption !== undefined) return 'exempt';
  return finance === 'due' && all.at(-1)?.obligation === obligation ? 'due' : 'lapsed';
};

/** The obligation that waits for its money. */
export const openObligation = (all: readonly Obligation[], standing: Pick<Standing, 'finance'>): Obligation => {
  const last = all.at(-1);
  if (last === undefined || paymentState(last, standing, all) !== 'due') throw new DomainError('not-found', 'nothing is due');
  return last;
};

/** The kinds of an obligation, fees before charges: each has a receipt of its own. */
export const kindsOf = ({ items }: Pick<Obligation, 'items'>): PaymentKind[] => (['fee', 'charge'] as const).filter((kind) => items.some((item) => item.kind === kind));
export const itemText = ({ name, amount }: Pick<PayItem, 'name' | 'amount'>): string => `${name}: ${formatVnd(amount, 'vi')}`;

type Request = { readonly reason: string; readonly items: readonly PayItem[]; readonly revision: number; readonly requestedAt: string };

/** `published` amounts are the version's, or several times it where it is published by the piece. */
const fitsPublished = (fee: Fee | undefined, { source, amount }: PayItem): boolean =>
  source === 'entered' || amountsOf(fee).some((vnd) => vnd > 0 && (fee?.kind === 'amount' && fee.per === undefined ? amount === vnd : amount % vnd === 0));

/** The next obligation. Throws `reason-missing`, and `fee-not-as-published` for an amount the procedure version does not publish. */
export const nextObligation = (earlier: readonly Obligation[], { reason, items, revision, requestedAt }: Request, published: Fee | undefined): Obligation => {
  if (reason === '') throw new DomainError('reason-missing', undefined, { pointers: ['/body/reason'] });
  const strange = items.flatMap((item, index) => (fitsPublished(published, item) ? [] : [`/body/items/${index}/amount`]));
  if (strange.length > 0) throw new DomainError('fee-not-as-published', undefined, { pointers: strange });
  return { obligation: earlier.length + 1, revision, reason, requestedAt, items, total: items.reduce((sum, { amount }) => sum + amount, 0) };
};

type Taken = { readonly amount: number; readonly paidOn: string; readonly receipts: readonly ReceiptNumber[] };

/**
 * What a clerk says she took fits what is owed: the whole amount, on a day from the request to today, with one receipt
 * number for each kind. Throws `payment-amount-differs`, `payment-date-wrong`, `receipt-numbers-wrong`.
 */
export const requireSettling = (owed: Obligation, { amount, paidOn, receipts }: Taken, now: Date): void => {
  if (amount !== owed.total) throw new DomainError('payment-amount-differs', undefined, { pointers: ['/body/amount'] });
  if (paidOn < localDate(new Date(owed.requestedAt)) || paidOn > localDate(now)) throw new DomainError('payment-date-wrong', undefined, { pointers: ['/body/paidOn'] });
  const [kinds, given] = [kindsOf(owed), receipts.map(({ kind }) => kind)];
  const strange = given.flatMap((kind, index) => (kinds.includes(kind) && given.indexOf(kind) === index ? [] : [`/body/receipts/${index}/kind`]));
  const missing = kinds.filter((kind) => !given.includes(kind)).map((kind) => `/body/receipts/${kind}`);
  if (strange.length + missing.length > 0) throw new DomainError('receipt-numbers-wrong', undefined, { pointers: [...strange, ...missing] });
};

/** Why money of a gateway cannot be counted as this obligation; undefined when it can. */
export const whyUnbooked = (owed: Obligation, state: ReturnType<typeof paymentState>, amount: number): Unbooked['why'] | undefined => {
  if (state === 'paid') return 'settled-already';
  if (state !== 'due') return 'not-due';
  return amount === owed.total ? undefined : 'other-amount';
};
