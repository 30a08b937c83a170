import * as z from 'zod';
import { Vnd } from '../kernel/money.ts';
import { IsoDate, UtcInstant } from '../kernel/vietnam-time.ts';
import { cleanText } from '../kernel/vietnamese-text.ts';

/** Phí and lệ phí: the law keeps them apart, and each has its own receipt. */
export const PaymentKind = z.enum(['fee', 'charge']);
export type PaymentKind = z.infer<typeof PaymentKind>;

/** Far above the largest fee published today; twenty items of it are still counted exactly. */
export const PayableAmount = Vnd.refine((amount) => amount !== 0, 'money.zero').refine((amount) => amount <= 1_000_000_000_000 || !Number.isSafeInteger(amount), 'money.too-large');

/** One thing to pay. `published`: what the dossier's procedure version publishes for its case and channel. */
export const PaymentItem = z.object({ kind: PaymentKind, name: cleanText(300), amount: PayableAmount, source: z.enum(['published', 'entered']).default('entered') });
export type PaymentItem = z.infer<typeof PaymentItem>;

/** What an applicant owes on a dossier, and what became of it. */
export const Payment = z.object({
  obligation: z.int().positive(), reason: z.string(), requestedAt: UtcInstant,
  items: z.array(z.object({ kind: PaymentKind, name: z.string(), amount: Vnd, source: z.enum(['published', 'entered']) })), total: Vnd,
  /** the total in Vietnamese words, as receipts spell it */
  inWords: z.string(),
  /** `lapsed`: the dossier went on without it */
  state: z.enum(['due', 'paid', 'exempt', 'lapsed']),
  settlement: z.object({ method: z.enum(['counter', 'gateway']), paidOn: IsoDate, settledAt: UtcInstant, receipts: z.array(z.object({ kind: PaymentKind, number: z.string() })) }).optional(),
  exemption: z.object({ at: UtcInstant, reason: z.string() }).optional(),
  /** money that came and could not be counted as this payment: somebody has to give it back or ask for the rest */
  unbooked: z.array(z.object({ reference: z.string(), amount: Vnd, paidAt: UtcInstant, why: z.enum(['other-amount', 'settled-already', 'not-due']) })),
}).meta({ title: 'Payment' });
export type Payment = z.infer<typeof Payment>;
