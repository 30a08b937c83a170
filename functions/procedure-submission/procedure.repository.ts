import { ProcedureSummary, ProcedureView } from '../../shared/contracts/procedure.ts';
import type { Table } from '../../shared/runtime/dynamo.ts';
import { outboxRow } from '../../shared/runtime/outbox.ts';
import { put, putOnce, remove, WriteRefused, type Condition, type Row, type TableKey, type Write } from '../../shared/runtime/transaction.ts';
import type { Catalogue, Publication, Recall, Timeline, WaitingVersion } from './catalogue-ports.ts';
import { beginOf, inForceAt, nextAfter, summaryOf, type Begin } from './procedure.ts';
import { catalogueKey, cataloguePartition, currentProcedureKey, procedureVersionKey, waitingKey, waitingPartition } from './procedure.keys.ts';
import { packed, unpacked } from './packed-json.ts';

/** A version is read and written whole, never by its parts: one JSON text costs a third of the time of a DynamoDB map. */
const rowOf = (key: TableKey, view: ProcedureView): Row => ({ ...key, entity: 'procedure', version: view.version, procedure: packed(view) });
const viewOf = (row: Row | undefined): ProcedureView | undefined => (row?.['procedure'] === undefined ? undefined : ProcedureView.parse(unpacked(row['procedure'])));

/** Rows written before versions had their days know of one version only. */
const beginsOf = (row: Row | undefined, kept: ProcedureView | undefined): readonly Begin[] =>
  (row?.['begins'] as readonly Begin[] | undefined) ?? (kept === undefined ? [] : [beginOf(kept)]);

const currentRow = (code: string, { begins, highest, inForce }: Timeline): Row => {
  const { next: _, ...kept } = inForce ?? { next: undefined };
  return { ...currentProcedureKey(code), entity: 'procedure', version: inForce?.version ?? 0, latest: highest, begins, ...(inForce === undefined ? {} : { procedure: packed(kept) }) };
};

/** Nothing was published or recalled since these were read. */
const unchanged = ({ begins, highest }: Timeline): Condition => highest === 0
  ? { expression: 'attribute_not_exists(pk)' }
  : { expression: '(latest = :latest AND size(begins) = :count) OR (attribute_not_exists(latest) AND version = :latest)', values: { ':latest': highest, ':count': begins.length } };

const summaryRow = (view: ProcedureView): Write => put({ ...catalogueKey(view.code), entity: 'procedure-summary', summary: summaryOf(view) });

/** What a publication writes, in whichever transaction it happens. */
export const publicationWrites = ({ view, before, event }: Publication, at: Date): Write[] => {
  const begins = [...before.begins, beginOf(view)];
  const begun = inForceAt(begins, at)?.version === view.version;
  const { inForce } = begun ? { inForce: view } : before;
  return [
    put(currentRow(view.code, { begins, highest: view.version, ...(inForce === undefined ? {} : { inForce }) }), unchanged(before)),
    putOnce(rowOf(procedureVersionKey(view.code, view.version), view)),
    begun ? summaryRow(view) : putOnce({
      ...waitingKey(view.code, view.version, view.effectiveFrom), entity: 'waiting-version',
      code: view.code, version: view.version, effectiveFrom: view.effectiveFrom, name: view.name.vi, field: view.field.vi,
    }),
    putOnce(outboxRow(event)),
  ];
};

/** What a recall writes: the timeline without the version, and nothing waits for its day any more. The version itself stays, off the timeline. */
export const recallWrites = (code: string, { version, before, event }: Recall): Write[] => [
  put(currentRow(code, { ...before, begins: before.begins.filter((begin) => begin.version !== version.version) }), unchanged(before)),
  remove(waitingKey(code, version.version, version.effectiveFrom), { expression: 'attribute_exists(pk)' }),
  putOnce(outboxRow(event)),
];

/** The busiest procedures of a process; a version is 5 to 60 KB. */
const mostRemembered = 100;

/** Versions read before: they are never rewritten, so only which one is in force is asked again. */
const rememberedVersions = () => {
  const latest = new Map<string, ProcedureView>();
  return {
    of: (code: string): ProcedureView | undefined => latest.get(code),
    keep: (view: ProcedureView | undefined): ProcedureView | undefined => {
      if (view === undefined) return undefined;
      latest.delete(view.code);
      latest.set(view.code, view);
      const [oldest] = latest.keys();
      if (latest.size > mostRemembered && oldest !== undefined) latest.delete(oldest);
      return view;
    },
  };
};

/** The catalogue of procedures in the workflow's table. */
export const procedureRepository = (table: Table): Catalogue => {
  const remembered = rememberedVersions();
  const version: Catalogue['version'] = async (code, number) => {
    const known = remembered.of(code);
    return known?.version === number ? known : viewOf(await table.get(procedureVersionKey(code, number), { consistent: true }));
  };

  /** An editor publishes on what she reads, and an applicant files under it: both read the last write. What is remembered is not read again. */
  const readCurrent = async (code: string): Promise<{ begins: readonly Begin[]; highest: number; kept: ProcedureView | undefined }> => {
    const known = remembered.of(code);
    const brief = known === undefined ? undefined : await table.get(currentProcedureKey(code), { consistent: true, only: ['begins', 'latest'] });
    if (known !== undefined && brief?.['begins'] !== undefined) return { begins: brief['begins'] as readonly Begin[], highest: Number(brief['latest']), kept: known };
    const row = await table.get(currentProcedureKey(code), { consistent: true });
    const kept = viewOf(row);
    const begins = beginsOf(row, kept);
    return { begins, highest: Number(row?.['latest'] ?? begins.at(-1)?.version ?? 0), kept };
  };

  const timeline = async (code: string, at: Date): Promise<Timeline> => {
    const { begins, highest, kept } = await readCurrent(code);
    const begun = inForceAt(begins, at);
    if (begun === undefined) return { begins, highest };
    const inForce = remembered.keep(begun.version === kept?.version ? kept : await version(code, begun.version));
    return { begins, highest, ...(inForce === undefined ? {} : { inForce }) };
  };

  const all = async (pk: string): Promise<Row[]> => {
    const rows: Row[] = [];
    let after: string | undefined;
    do {
      const page = await table.query({ pk, after, consistent: true });
      rows.push(...page.items);
      after = page.cursor;
    } while (after !== undefined);
    return rows;
  };

  return {
    version, timeline,
    current: async (code, at) => {
      const { begins, inForce, highest } = await timeline(code, at);
      const next = nextAfter(begins, at);
      if (inForce === undefined) return undefined;
      const recalled = highest > (begins.at(-1)?.version ?? 0) ? { highest } : {};
      if (next === undefined) return 'highest' in recalled ? { ...inForce, ...recalled } : inForce;
      const { publishedAt: _, ...told } = next;
      return { ...inForce, next: told, ...recalled };
    },
    list: async () => (await all(cataloguePartition)).map((row) => ProcedureSummary.parse(row['summary'])),
    waiting: async () => (await all(waitingPartition)).map(({ code, version: number, effectiveFrom, name, field }) =>
      ({ code: String(code), version: Number(number), effectiveFrom: String(effectiveFrom), name: String(name), field: String(field) }) satisfies WaitingVersion),
    begin: async (waiting, at, event) => {
      const now = await timeline(waiting.code, at);
      const { inForce } = now;
      if (inForce === undefined || inForce.version < waiting.version) return false;
      try {
        await table.transact([
          remove(waitingKey(waiting.code, waiting.version, waiting.effectiveFrom), { expression: 'attribute_exists(pk)' }),
          put(currentRow(waiting.code, now), unchanged(now)),
          summaryRow(inForce), putOnce(outboxRow(event)),
        ]);
        return true;
      } catch (error) {
        if (error instanceof WriteRefused) return false;
        throw error;
      }
    },
  };
};
