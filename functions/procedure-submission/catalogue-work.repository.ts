import { CatalogueEntry } from '../../shared/contracts/catalogue-work.ts';
import type { Table } from '../../shared/runtime/dynamo.ts';
import { findReplay, requestRow } from '../../shared/runtime/idempotency.ts';
import { put, putOnce, remove, WriteRefused, type Row, type Write } from '../../shared/runtime/transaction.ts';
import { catalogueGenesis } from './catalogue-history.ts';
import type { CatalogueWorks, Work, WorkChange, WorkRow } from './catalogue-ports.ts';
import { packed, unpacked } from './packed-json.ts';
import { actKey, actPrefix, procedurePartition, workKey, workListKey, worksPartition } from './procedure.keys.ts';
import { publicationWrites, recallWrites } from './procedure.repository.ts';

const textAt = (value: unknown, ...path: readonly string[]): string => {
  const found = path.reduce<unknown>((inner, key) => (typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[key] : undefined), value);
  return typeof found === 'string' ? found.slice(0, 500) : '';
};

/** The row of what is in the making stays when nothing is: it carries the revision and the last seal. */
const workRow = (code: string, { entry, work }: Pick<WorkChange, 'entry' | 'work'>): Row =>
  ({ ...workKey(code), entity: 'catalogue-work', revision: entry.seq, head: entry.hash, ...(work === undefined ? {} : { work: packed(work) }) });

const listRow = (code: string, { entry, work }: Pick<WorkChange, 'entry' | 'work'>): Write => work === undefined
  ? remove(workListKey(code))
  : put({ ...workListKey(code), entity: 'catalogue-work-listed', code, name: textAt(work.content, 'name', 'vi'), field: textAt(work.content, 'field', 'vi'), state: work.state, at: entry.at, by: entry.by.name, act: entry.act });

/** The request row is always first: when it is refused, the rest does not matter. */
const changeWrites = (change: WorkChange): Write[] => {
  const { before: { code, revision }, entry, asked, publication, recall } = change;
  return [
    requestRow(asked.requestKey, code, asked.cause.now),
    put(workRow(code, change), revision === 0 ? { expression: 'attribute_not_exists(pk)' } : { expression: 'revision = :seen', values: { ':seen': revision } }),
    putOnce({ ...actKey(code, entry.seq), entity: 'catalogue-act', act: entry }),
    listRow(code, change),
    ...(publication === undefined ? [] : publicationWrites(publication, asked.cause.now)),
    ...(recall === undefined ? [] : recallWrites(code, recall)),
  ];
};

/** Drafts of the catalogue and the acts on them, in the workflow's table. */
export const catalogueWorkRepository = (table: Table): CatalogueWorks => {
  const rowsOf = async (pk: string, prefix: string): Promise<Row[]> => {
    const rows: Row[] = [];
    let after: string | undefined;
    do {
      const page = await table.query({ pk, prefix, after, consistent: true });
      rows.push(...page.items);
      after = page.cursor;
    } while (after !== undefined);
    return rows;
  };
  const answered: CatalogueWorks['answered'] = async (key) => (await findReplay(table, key)) !== undefined;

  return {
    answered,
    load: async (code) => {
      const [row, acts] = await Promise.all([table.get(workKey(code), { consistent: true }), rowsOf(procedurePartition(code), actPrefix)]);
      const revision = Number(row?.['revision'] ?? 0);
      // an act written between the two reads belongs to the next revision
      const history = acts.map((act) => CatalogueEntry.parse(act['act'])).filter(({ seq }) => seq <= revision);
      const work = row?.['work'] === undefined ? undefined : (unpacked(row['work']) as Work);
      return { code, revision, head: row === undefined ? await catalogueGenesis(code) : String(row['head']), history, ...(work === undefined ? {} : { work }) };
    },
    list: async () => (await rowsOf(worksPartition, '')).map(({ pk: _pk, sk: _sk, entity: _entity, ...row }) => row as unknown as WorkRow),
    change: async (change) => {
      try {
        // two requests for the same act in one millisecond seal alike, and are two intentions all the same
        await table.transact(changeWrites(change), `${change.entry.hash} ${change.asked.requestKey.id}`);
        return 'written';
      } catch (error) {
        if (!(error instanceof WriteRefused)) throw error;
        return error.at.includes(0) && (await answered(change.asked.requestKey)) ? 'replayed' : 'changed';
      }
    },
  };
};
