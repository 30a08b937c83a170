import { systemClock, type Clock } from '../../shared/kernel/clock.ts';
import type { Table } from '../../shared/runtime/dynamo.ts';
import { put, putOnce, WriteRefused, type Row } from '../../shared/runtime/transaction.ts';
import { rulesKey, rulesVersionKey, triedKey } from './feedback.keys.ts';
import type { RuleBook, RulesStore } from './ports.ts';
import type { RoutingRule } from './routing.ts';

/** Rules change a few times a year. */
const freshMilliseconds = 30_000;
/** A try is good for a week: then another month has passed, or nearly. */
const triedSeconds = 7 * 86_400;

const bookOf = (row: Row | undefined): RuleBook => (row === undefined ? { version: 0, rules: [] } : { version: Number(row['version']), rules: JSON.parse(String(row['rules'])) as RoutingRule[], publishedAt: String(row['publishedAt']) });

export const rulesRepository = (table: Table, clock: Clock = systemClock): RulesStore => {
  let held: { readonly rules: RuleBook['rules']; readonly readAt: number } | undefined;
  return {
    inForce: async () => {
      const now = clock().getTime();
      if (held === undefined || now - held.readAt >= freshMilliseconds) held = { rules: bookOf(await table.get(rulesKey)).rules, readAt: now };
      return held.rules;
    },
    current: async () => bookOf(await table.get(rulesKey, { consistent: true })),
    noteTried: (fingerprint, now) => table.write(put({ ...triedKey(fingerprint), entity: 'tried', expiresAt: Math.floor(now.getTime() / 1000) + triedSeconds })),
    wasTried: async (fingerprint, now) => Number((await table.get(triedKey(fingerprint), { consistent: true }))?.['expiresAt'] ?? 0) * 1000 > now.getTime(),
    publish: async ({ version, rules, publishedAt }, by) => {
      const row = { entity: 'routing-rules', version, rules: JSON.stringify(rules), publishedAt, publishedBy: by };
      try {
        await table.transact([
          put({ ...rulesKey, ...row }, version === 1 ? { expression: 'attribute_not_exists(pk)' } : { expression: 'version = :seen', values: { ':seen': version - 1 } }), putOnce({ ...rulesVersionKey(version), ...row }),
        ]);
        held = undefined;
        return true;
      } catch (error) {
        if (error instanceof WriteRefused) return false;
        throw error;
      }
    },
  };
};
