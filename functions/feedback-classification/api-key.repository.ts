import { randomBytes, timingSafeEqual } from 'node:crypto';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import type { Table } from '../../shared/runtime/dynamo.ts';
import { fingerprintOf } from '../../shared/runtime/request-key.ts';
import { put, update, WriteRefused } from '../../shared/runtime/transaction.ts';
import { apiKeyKey, apiKeyUseKey } from './feedback.keys.ts';
import type { ApiKeys } from './ports.ts';

const same = (a: string, b: string): boolean => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

type Given = ApiKeys & {
  /** a new key under the name, instead of the one before; shown this once, only its digest is kept */
  readonly give: (name: string, perHour: number, now: Date) => Promise<string>;
  /** false when there is none of that name */
  readonly revoke: (name: string, now: Date) => Promise<boolean>;
};

/** A key is the name it was given under and a secret: `<name>.<32 hexadecimal digits>`. */
export const apiKeyRepository = (table: Table): Given => ({
  give: async (name, perHour, now) => {
    const secret = randomBytes(16).toString('hex');
    await table.write(put({ ...apiKeyKey(name), entity: 'api-key', digest: fingerprintOf(secret), perHour, givenAt: now.toISOString() }));
    return `${name}.${secret}`;
  },
  revoke: async (name, now) => {
    try {
      await table.write(update(apiKeyKey(name), { expression: 'SET revokedAt = :at', values: { ':at': now.toISOString() } }, { expression: 'attribute_exists(pk)' }));
      return true;
    } catch (error) {
      if (error instanceof WriteRefused) return false;
      throw error;
    }
  },
  use: async (key, now) => {
    if (key === undefined) throw new DomainError('api-key-missing');
    const [, name = '', secret = ''] = /^([a-z0-9-]{3,40})\.([0-9a-f]{32})$/.exec(key) ?? [];
    const row = name === '' ? undefined : await table.get(apiKeyKey(name), { consistent: true });
    if (row === undefined || row['revokedAt'] !== undefined || !same(String(row['digest']), fingerprintOf(secret))) throw new DomainError('api-key-unknown');
    const hour = now.toISOString().slice(0, 13);
    const ends = Date.parse(`${hour}:00:00.000Z`) + 3_600_000;
    const { used } = await table.updateAndGet(apiKeyUseKey(name, hour), { expression: 'ADD used :one SET entity = :entity, expiresAt = :expires', values: { ':one': 1, ':entity': 'rate', ':expires': Math.floor(ends / 1000) + 3600 } });
    if (Number(used) > Number(row['perHour'])) throw new DomainError('api-key-spent', name, { extra: { retryAfter: Math.ceil((ends - now.getTime()) / 1000), retryAt: new Date(ends).toISOString() } });
    return name;
  },
});
