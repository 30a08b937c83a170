import type { Table } from '../../shared/runtime/dynamo.ts';
import { contentOf, put, type Row, type Write } from '../../shared/runtime/transaction.ts';
import { monthOf } from './counting.ts';
import { filedKey, registerKey, registerPartition, standingKey } from './dossier.keys.ts';
import type { Dossier, Filed, Standing } from './dossier.ts';

type Page<T> = { readonly items: readonly T[]; readonly cursor?: string };
export type RegisterStore = {
  /** what an agency received in a month of Việt Nam, in the order of receipt */
  readonly received: (agency: string, month: string, cursor: string | undefined) => Promise<Page<Dossier>>;
};

/** Enters a dossier in the register of the agency that accepted it. */
export const enterRegister = ({ filed, standing }: Dossier): Write[] =>
  (standing.receivedAt === undefined ? [] : [put({ ...registerKey(filed.agency.code, monthOf(standing.receivedAt), { receivedAt: standing.receivedAt, dossierId: filed.dossierId }), entity: 'pointer', dossierId: filed.dossierId })]);

/** Two rows a dossier, and a hundred to a reading. */
const perPage = 50;

type Pointers = { readonly pk: string; readonly after: string | undefined; readonly newestFirst?: boolean };

/** The dossiers that a page of pointers leads to, as they stand now. */
export const pointedDossiers = async (table: Table, pointers: Pointers): Promise<Page<{ readonly dossier: Dossier; readonly row: Row }>> => {
  const page = await table.query({ ...pointers, limit: perPage, consistent: true });
  const keys = page.items.flatMap(({ dossierId }) => [filedKey(String(dossierId)), standingKey(String(dossierId))]);
  const rows = await table.getMany([...new Map(keys.map((key) => [`${key.pk} ${key.sk}`, key])).values()], { consistent: true });
  const found = new Map(rows.map((row) => [`${row.pk} ${row.sk}`, row]));
  const items = page.items.flatMap((row) => {
    const [filed, standing] = [filedKey(String(row['dossierId'])), standingKey(String(row['dossierId']))].map(({ pk, sk }) => found.get(`${pk} ${sk}`));
    return filed === undefined || standing === undefined ? [] : [{ row, dossier: { filed: contentOf<Filed>(filed), standing: contentOf<Standing>(standing) } }];
  });
  return { items, ...(page.cursor === undefined ? {} : { cursor: page.cursor }) };
};

export const registerRepository = (table: Table): RegisterStore => ({
  received: async (agency, month, cursor) => {
    const page = await pointedDossiers(table, { pk: registerPartition(agency, month), after: cursor });
    return { ...page, items: page.items.map(({ dossier }) => dossier) };
  },
});
