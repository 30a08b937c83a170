import type { Table } from '../../shared/runtime/dynamo.ts';
import { put, type Write } from '../../shared/runtime/transaction.ts';
import { passedOnKey, passedOnPartition } from './dossier.keys.ts';
import { competentAgency, type Dossier } from './dossier.ts';
import { pointedDossiers } from './register.repository.ts';

/** A dossier an agency passed on, and the passing. */
export type PassedOn = { readonly dossier: Dossier; readonly transferredAt: string; readonly to: string };
export type PassedOnStore = {
  /** what an agency passed on and does not have back, last passed first */
  readonly list: (agency: string, cursor: string | undefined) => Promise<{ readonly items: readonly PassedOn[]; readonly cursor?: string }>;
};

/** Enters a dossier among those its agency passed on, when an act did so. */
export const passedOnWrites = (before: Dossier, after: Dossier): Write[] => {
  const { transfers = [] } = after.standing;
  return transfers.slice(before.standing.transfers?.length ?? 0).map(({ at, from }) =>
    put({ ...passedOnKey(from.code, { at, dossierId: after.filed.dossierId }), entity: 'pointer', dossierId: after.filed.dossierId, at }));
};

export const passedOnRepository = (table: Table): PassedOnStore => ({
  list: async (agency, cursor) => {
    const page = await pointedDossiers(table, { pk: passedOnPartition(agency), after: cursor, newestFirst: true });
    const items = page.items.flatMap(({ dossier, row }): PassedOn[] => {
      // passed on twice it stands once, at its last passing; one that came back is nobody else's
      const last = dossier.standing.transfers?.findLast(({ from }) => from.code === agency);
      return last === undefined || last.at !== row['at'] || competentAgency(dossier).code === agency ? [] : [{ dossier, transferredAt: last.at, to: competentAgency(dossier).name }];
    });
    return { ...page, items };
  },
});
