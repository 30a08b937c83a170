import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { directoryCopy } from '../../../shared/runtime/directory-copy/directory-copy.ts';
import { dossierRepository } from '../../../functions/procedure-submission/dossier.repository.ts';
import { countsKey, dossierPartition, filedKey, minePartition, officersPartition, queuePartition, rowKind, standingKey } from '../../../functions/procedure-submission/dossier.keys.ts';
import { verifyHistory, type HistoryRecord } from '../../../functions/procedure-submission/history.ts';
import type { DossierRecord } from '../../../functions/procedure-submission/ports.ts';
import { queueRepository } from '../../../functions/procedure-submission/queue.repository.ts';
import { queueNames, queueOf, type QueueName } from '../../../functions/procedure-submission/transitions.ts';
import { heirOf, ReorganisationPlan } from '../../../shared/contracts/reorganisation.ts';
import type { Table } from '../../../shared/runtime/dynamo.ts';
import { contentOf, type Row } from '../../../shared/runtime/transaction.ts';

export const plan = ReorganisationPlan.parse(JSON.parse(readFileSync(new URL('../../../infra/operate/reorganisations/2025-07-01.json', import.meta.url), 'utf8')));
const heirs = new Map(plan.successions.map((one) => [one.from, heirOf(one)]));
const nameOf = new Map(plan.agencies.map(({ code, name }) => [code, name]));

export const succession = (table: Table) => ({ dossiers: dossierRepository(table), queues: queueRepository(table), directory: directoryCopy(table) });
export const at = new Date('2026-11-22T02:00:00.000Z');
export const cause = { actor: 'system' as const, correlationId: 'cor_01K9M3Z5T8Q2W4E6R8Y0P1S3D5', causationId: 'cor_01K9M3Z5T8Q2W4E6R8Y0P1S3D5', now: at };

/** Where a dossier must stand afterwards, said again from the rule: only who carries it on is new. */
const afterwards = ({ filed, standing }: DossierRecord) => {
  const heir = heirs.get(filed.agency.code);
  if (heir === undefined) return standing;
  const agency = { code: heir, name: nameOf.get(heir) ?? '' };
  return {
    ...standing, revision: standing.revision + 1, competent: agency, successorAgency: { ...agency, from: '2025-07-01', decision: plan.decision },
    steps: [...standing.steps, { at: at.toISOString(), status: standing.business, agency: heir }],
  };
};

/** Nothing lost, doubled or re-dated: every dossier as the rule says, every queue and count as the dossiers say, one event each. Read from the rows themselves. */
export const expectSucceeded = async (rows: readonly Row[], before: readonly DossierRecord[]): Promise<void> => {
  const byPartition = Map.groupBy(rows, ({ pk }) => pk);
  const at = (key: { pk: string; sk: string }): Record<string, unknown> => contentOf<Record<string, unknown>>(byPartition.get(key.pk)?.find(({ sk }) => sk === key.sk) ?? { ...key });
  const heirOfDossier = ({ filed }: DossierRecord): string | undefined => heirs.get(filed.agency.code);
  const now = before.map((old) => ({ id: old.filed.dossierId, agency: heirOfDossier(old) ?? old.filed.agency.code, queue: queueOf(old.standing.business) ?? '', officer: old.standing.officer?.subject }));
  for (const old of before) {
    const { dossierId } = old.filed;
    const history = (byPartition.get(dossierPartition(dossierId)) ?? []).filter(({ sk }) => rowKind(sk) === 'HIST').toSorted((a, b) => (a.sk < b.sk ? -1 : 1)).map((row) => contentOf<HistoryRecord>(row));
    const { historyHead, ...standing } = at(standingKey(dossierId));
    const { historyHead: _former, ...should } = afterwards(old);
    expect(standing).toEqual(should);
    expect(at(filedKey(dossierId))).toEqual(old.filed);
    expect(history.slice(0, old.history.length)).toEqual(old.history);
    expect(history.slice(old.history.length).map(({ act, from, to, by, private: { reason } }) => ({ act, from, to, by, reason }))).toEqual(
      heirOfDossier(old) === undefined ? [] : [{ act: 'succeed', from: old.standing.business, to: old.standing.business, by: { kind: 'system' }, reason: plan.decision }]);
    expect(await verifyHistory(dossierId, history, String(historyHead))).toEqual({ holds: true });
  }
  const listed = rows.filter(({ pk }) => pk.startsWith('QUEUE#')).map((row) => `${row.pk} ${String(row['dossierId'])} ${String(row['revision'])}`);
  expect(listed.toSorted()).toEqual(now.map(({ id, agency, queue }, n) => `${queuePartition(agency, queue as QueueName)} ${id} ${(before[n]?.standing.revision ?? 0) + (agency === before[n]?.filed.agency.code ? 0 : 1)}`).toSorted());
  const desks = rows.filter(({ pk }) => pk.startsWith('MINE#')).map((row) => `${row.pk} ${String(row['dossierId'])}`);
  expect(desks.toSorted()).toEqual(now.flatMap(({ id, agency, queue, officer }) => (queue === 'processing' && officer !== undefined ? [`${minePartition(agency, officer)} ${id}`] : [])).toSorted());
  for (const agency of new Set([...now.map((one) => one.agency), ...before.map(({ filed }) => filed.agency.code)])) {
    const here = now.filter((one) => one.agency === agency);
    const counts = at(countsKey(agency));
    expect(queueNames.map((queue) => `${agency} ${queue} ${Number(counts[queue] ?? 0)}`)).toEqual(queueNames.map((queue) => `${agency} ${queue} ${here.filter((one) => one.queue === queue).length}`));
    const working = (byPartition.get(officersPartition(agency)) ?? []).reduce((sum, { processing }) => sum + Number(processing), 0);
    expect(working).toBe(here.filter(({ queue, officer }) => queue === 'processing' && officer !== undefined).length);
  }
  const told = rows.filter((row) => row['detailType'] === 'dossier.succeeded.v1').map((row) => (JSON.parse(String(row['detail'])) as { data: { dossierId: string } }).data.dossierId);
  expect(told.toSorted()).toEqual(before.filter((one) => heirOfDossier(one) !== undefined).map(({ filed }) => filed.dossierId).toSorted());
};
