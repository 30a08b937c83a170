import type { Table } from '../../shared/runtime/dynamo.ts';
import { contentOf, put, type Write } from '../../shared/runtime/transaction.ts';
import { monthOf } from './counting.ts';
import { filedKey, registerKey, registerPartition, standingKey } from './dossier.keys.ts';
import type { Dossier, Filed, Standing } from './dossier.ts';

type Page = { readonly items: readonly Dossier[]; readonly cursor?: string };
export type RegisterStore = {
  /** what an agency received in a month of Việt Nam, in the order of receipt */
  readonly received: (agency: string, month: string, cursor: string | undefined) => Promise<Page>;
};

/** Enters a dossier in the register of the agency that accepted it. */
export const enterRegister = ({ filed, standing }: Dossier): Write[] =>
  (standing.receivedAt === undefined ? [] : [put({ ...registerKey(filed.agency.code, monthOf(standing.receivedAt), { receivedAt: standing.receivedAt, dossierId: filed.dossierId }), entity: 'pointer', dossierId: filed.dossierId })]);

/** Two rows a dossier, and a hundred to a reading. */
const perPage = 50;

export const registerRepository = (table: Table): RegisterStore => ({
  received: async (agency, month, cursor) => {
    const page = await table.query({ pk: registerPartition(agency, month), limit: perPage, after: cursor, consistent: true });
    const ids = page.items.map((row) => String(row['dossierId']));
    const rows = await table.getMany(ids.flatMap((id) => [filedKey(id), standingKey(id)]), { consistent: true });
    const found = new Map(rows.map((row) => [`${row.pk} ${row.sk}`, row]));
    const items = ids.flatMap((id) => {
      const [filed, standing] = [filedKey(id), standingKey(id)].map(({ pk, sk }) => found.get(`${pk} ${sk}`));
      return filed === undefined || standing === undefined ? [] : [{ filed: contentOf<Filed>(filed), standing: contentOf<Standing>(standing) }];
    });
    return { items, ...(page.cursor === undefined ? {} : { cursor: page.cursor }) };
  },
});
