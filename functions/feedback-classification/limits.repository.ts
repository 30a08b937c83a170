import { DomainError } from '../../shared/kernel/domain-error.ts';
import type { Table } from '../../shared/runtime/dynamo.ts';
import { fingerprintOf } from '../../shared/runtime/request-key.ts';
import type { Limits } from './ports.ts';
import limits from './limits.json' with { type: 'json' };

type Kind = 'device' | 'phone' | 'email' | 'address';
type Act = Parameters<Limits['count']>[1];

/** Counts what one device, telephone or address sends in an hour. Nobody's number or address is kept: only a digest of it, for that hour. */
export const limitRepository = (table: Table): Limits => ({
  count: async (who, act: Act, now) => {
    for (const kind of ['device', 'phone', 'email', 'address'] as const satisfies readonly Kind[]) {
      const known = who[kind];
      const most = (limits.perHour[act] as Readonly<Partial<Record<Kind, number>>>)[kind];
      if (known === undefined || most === undefined) continue;
      const hour = now.toISOString().slice(0, 13);
      const ends = Date.parse(`${hour}:00:00.000Z`) + 3_600_000;
      const row = await table.updateAndGet({ pk: `RATE#${act}#${kind}#${fingerprintOf(`${hour} ${known}`).slice(0, 32)}`, sk: hour }, {
        expression: 'ADD sent :one SET entity = :entity, expiresAt = :expires', values: { ':one': 1, ':entity': 'rate', ':expires': Math.floor(ends / 1000) + 3600 },
      });
      if (Number(row['sent']) > most) throw new DomainError(act === 'follow' ? 'asked-too-often' : 'sent-too-often', kind, { extra: { retryAfter: Math.ceil((ends - now.getTime()) / 1000), retryAt: new Date(ends).toISOString() } });
    }
  },
});
