import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { newId } from '../../../shared/kernel/ids.ts';
import type { Row, Write } from '../../../shared/runtime/transaction.ts';
import type { Random } from '../../fuzz/random.ts';
import { countsKey, filedKey, historyKey, officerKey, standingKey } from '../../../functions/procedure-submission/dossier.keys.ts';
import { competentAgency } from '../../../functions/procedure-submission/dossier.ts';
import type { DossierRecord } from '../../../functions/procedure-submission/ports.ts';
import { agencyKey } from '../../../shared/runtime/directory-copy/directory-copy.keys.ts';
import { queueWrites } from '../../../functions/procedure-submission/queue.repository.ts';
import { queueOf } from '../../../functions/procedure-submission/transitions.ts';
import type { ReorganisationPlan } from '../../../shared/contracts/reorganisation.ts';
import { dayBefore } from '../../../shared/kernel/agency-tree.ts';
import { filedAt, now, recordAfter } from './dossiers.ts';

const ways = [[], ['accept'], ['accept', 'take'], ['accept', 'request-supplement'], ['accept', 'take', 'extend'], ['accept', 'stop']] as const;

/** Open dossiers in every state, spread over agencies, each with a number of its own and a history that holds. */
export const openDossiers = async (many: number, agencies: readonly string[], random: Random): Promise<DossierRecord[]> => Promise.all(Array.from({ length: many }, async (_, n) => {
  const code = random.pick(agencies);
  const way = ways[n % ways.length] ?? [];
  const record = await recordAfter(way, filedAt(now, { dossierId: newId('dos', now, random.next), agency: { code, name: `Cơ quan ${code}` } }));
  const taken = (way as readonly string[]).includes('take') ? { officer: { subject: `can-bo-${random.below(7)}`, name: 'Cán bộ' } } : {};
  const numbered = record.standing.number === undefined ? {} : { number: `${code}-20261120-${String(n + 1).padStart(7, '0')}`, dueAt: new Date(now.getTime() + (random.below(60) - 20) * 86_400_000).toISOString() };
  return { ...record, standing: { ...record.standing, ...numbered, ...taken } };
}));

const putsOf = (writes: readonly Write[]): Row[] => writes.flatMap((write) => { const { Put } = write(''); return Put?.Item === undefined ? [] : [Put.Item as Row]; });

/** The rows a table has when these dossiers are open, and what events told of the agencies before and after a plan. */
export const rowsOfOpen = (records: readonly DossierRecord[], plan: ReorganisationPlan): Row[] => {
  const counts = new Map<string, Record<string, number>>();
  const officers = new Map<string, Row>();
  for (const record of records) {
    const agency = competentAgency(record).code;
    const queue = queueOf(record.standing.business) ?? '';
    counts.set(agency, { ...counts.get(agency), [queue]: (counts.get(agency)?.[queue] ?? 0) + 1 });
    const { officer } = record.standing;
    if (officer === undefined || queue !== 'processing') continue;
    const key = officerKey(agency, officer.subject);
    officers.set(key.pk + key.sk, { ...key, name: officer.name, processing: Number(officers.get(key.pk + key.sk)?.['processing'] ?? 0) + 1 });
  }
  const copies = [
    ...plan.successions.map(({ from }) => ({ code: from, name: `Cơ quan ${from}`, level: 'commune', validTo: dayBefore(plan.effective) })),
    ...plan.agencies.map(({ code, name, level }) => ({ code, name, level, validFrom: plan.effective })),
  ];
  return [
    ...records.flatMap((record) => {
      const { filed, standing, history } = record;
      return [{ ...filedKey(filed.dossierId), entity: 'filed', ...filed }, { ...standingKey(filed.dossierId), entity: 'standing', ...standing },
        ...history.map((entry) => ({ ...historyKey(filed.dossierId, entry.seq), entity: 'history', ...entry })), ...putsOf(queueWrites(undefined, record))];
    }),
    ...[...counts].map(([agency, here]) => ({ ...countsKey(agency), ...here })), ...officers.values(),
    ...copies.map((agency) => ({ ...agencyKey(agency.code), entity: 'agency-copy', version: 1, agency })),
  ];
};

export const writeRows = async (client: DynamoDBDocumentClient, table: string, rows: readonly Row[]): Promise<void> => {
  const batches = Array.from({ length: Math.ceil(rows.length / 25) }, (_, n) => rows.slice(n * 25, n * 25 + 25));
  for (let at = 0; at < batches.length; at += 8) {
    await Promise.all(batches.slice(at, at + 8).map((batch) => client.send(new BatchWriteCommand({ RequestItems: { [table]: batch.map((row) => ({ PutRequest: { Item: { ...row } } })) } }))));
  }
};
