import * as z from 'zod';
import { NumberRule } from '../../shared/contracts/numbering.ts';
import { systemClock, type Clock } from '../../shared/kernel/clock.ts';
import type { Table } from '../../shared/runtime/dynamo.ts';
import { put, putOnce, WriteRefused, type Row } from '../../shared/runtime/transaction.ts';
import type { Numbering } from './numbering.ts';
import { numberingKey, numberingVersionKey, ordinalKey } from './numbering.keys.ts';

export type NumberingStore = {
  /** the rules as an acceptance may use them: at most half a minute old */
  readonly rules: () => Promise<Numbering['rules']>;
  /** the last write */
  readonly current: () => Promise<Numbering>;
  /** false when another version was published since */
  readonly publish: (next: Required<Numbering>) => Promise<boolean>;
  /** the next ordinal of a counter; one drawn and not used is never drawn again */
  readonly draw: (counter: string) => Promise<number>;
  /** the ordinal the next draw would give */
  readonly next: (counter: string) => Promise<number>;
};

/** Rules change a few times a year, and from a day on. */
const freshMilliseconds = 30_000;
const Rules = z.array(NumberRule);

const numberingOf = (row: Row | undefined): Numbering => (row === undefined ? { version: 0, rules: [] } : {
  version: Number(row['version']), rules: Rules.parse(JSON.parse(String(row['rules']))), published: { at: String(row['publishedAt']), by: String(row['publishedBy']) },
});

export const numberingRepository = (table: Table, clock: Clock = systemClock): NumberingStore => {
  let held: { readonly rules: Numbering['rules']; readonly readAt: number } | undefined;
  return {
    rules: async () => {
      const now = clock().getTime();
      if (held === undefined || now - held.readAt >= freshMilliseconds) held = { rules: numberingOf(await table.get(numberingKey)).rules, readAt: now };
      return held.rules;
    },
    current: async () => numberingOf(await table.get(numberingKey, { consistent: true })),
    publish: async ({ version, rules, published }) => {
      const row = { entity: 'numbering', version, rules: JSON.stringify(rules), publishedAt: published.at, publishedBy: published.by };
      try {
        await table.transact([
          put({ ...numberingKey, ...row }, { expression: 'attribute_not_exists(pk) OR version = :before', values: { ':before': version - 1 } }),
          putOnce({ ...numberingVersionKey(version), ...row }),
        ]);
      } catch (error) {
        if (error instanceof WriteRefused) return false;
        throw error;
      }
      held = undefined;
      return true;
    },
    draw: async (counter) => Number((await table.updateAndGet(ordinalKey(counter), { expression: 'ADD ordinal :one', values: { ':one': 1 } }))['ordinal']),
    next: async (counter) => Number((await table.get(ordinalKey(counter), { consistent: true }))?.['ordinal'] ?? 0) + 1,
  };
};
