import { useState } from 'preact/hooks';
import type { BulkAct } from '../../shared/contracts/desk-bulk.ts';
import type { Queue, QueueRow } from '../../shared/contracts/dossier.ts';
import type { Role } from '../../shared/contracts/access.ts';
import type { ProblemBody } from '../../shared/contracts/problems.ts';
import { call, newRequestKey } from '../client/client.ts';

/** What the server takes at once. */
export const MOST_AT_ONCE = 50;

const acts: Partial<Record<Queue, { readonly act: BulkAct; readonly by: Role }>> = { 'to-take': { act: 'take', by: 'case-officer' }, 'to-hand-over': { act: 'hand-over', by: 'one-stop-clerk' } };
/** What may be done to many rows of a list at once by someone of these roles. */
export const bulkActOf = (queue: Queue, roles: readonly Role[]): BulkAct | undefined => {
  const found = acts[queue];
  return found !== undefined && roles.includes(found.by) ? found.act : undefined;
};

export type BulkResult = { readonly act: BulkAct; readonly done: number; readonly failed: readonly { readonly row: QueueRow; readonly problem: ProblemBody }[] };

const keys = new Map<string, string>();
/** The same row at the same revision keeps its key: a lost answer never makes a second act. */
const keyOf = (act: BulkAct, { dossierId, revision }: QueueRow): string => {
  const what = `${act}:${dossierId}:${revision}`;
  const key = keys.get(what) ?? newRequestKey();
  keys.set(what, key);
  return key;
};

/** The chosen rows of a list and one act on all of them, with a result for each. */
export const useBulk = (rows: readonly QueueRow[], onDone: () => Promise<void>) => {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemBody>();
  const [result, setResult] = useState<BulkResult>();
  const chosen = rows.filter(({ dossierId }) => ids.has(dossierId));
  const toggle = (dossierId: string): void => {
    const next = new Set(chosen.map((row) => row.dossierId));
    if (!next.delete(dossierId) && next.size < MOST_AT_ONCE) next.add(dossierId);
    setIds(next);
  };
  const run = async (act: BulkAct): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    setResult(undefined);
    const answer = await call('actOnMany', { body: { act, items: chosen.map((row) => ({ dossierId: row.dossierId, revision: row.revision, key: keyOf(act, row) })) } });
    setBusy(false);
    if (!answer.ok) { setProblem(answer.problem); return; }
    const failed = answer.body.results.flatMap(({ dossierId, problem: why }) => { const row = chosen.find((one) => one.dossierId === dossierId); return why === undefined || row === undefined ? [] : [{ row, problem: why }]; });
    setResult({ act, done: answer.body.results.length - failed.length, failed });
    // what failed stays chosen: the officer looks at it or tries it again
    setIds(new Set(failed.map(({ row }) => row.dossierId)));
    await onDone();
  };
  return {
    chosen, busy, problem, result, toggle, run, has: (dossierId: string) => ids.has(dossierId),
    all: () => { setIds(new Set(rows.slice(0, MOST_AT_ONCE).map(({ dossierId }) => dossierId))); }, clear: () => { setIds(new Set()); setProblem(undefined); }, forget: () => { setResult(undefined); },
  };
};
export type Bulk = ReturnType<typeof useBulk>;
