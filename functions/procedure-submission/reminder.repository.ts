import type { Table } from '../../shared/runtime/dynamo.ts';
import { dueLooks, lookKey, planLookAt } from '../../shared/runtime/looks.ts';
import { outboxRow, type NewEvent } from '../../shared/runtime/outbox.ts';
import { check, put, putOnce, remove, WriteRefused, type Write } from '../../shared/runtime/transaction.ts';
import { standingKey } from './dossier.keys.ts';
import { noticeOf, type Notice } from './notice.ts';
import type { Dossier } from './dossier.ts';
import type { DossierRecord } from './ports.ts';
import { noticeKey, noticePartition, warningKey } from './reminder.keys.ts';
import { warningId, type Warning } from './reminder.ts';

/** A dossier that is to be looked at from an instant on. */
export type Look = { readonly at: string; readonly dossierId: string };
/** What is warned of, with the fact for the bus. */
export type Given = { readonly warning: Warning; readonly event: NewEvent };
/** What came of a look, and when to look again. */
type Looked = { readonly look: Look; readonly record: DossierRecord; readonly given: readonly Given[]; readonly next?: string | undefined };

type NoticePage = { readonly items: readonly Notice[]; readonly cursor?: string };
export type ReminderStore = {
  /** looks whose time has come, oldest first, a page at a time; hours without any are passed over for good */
  readonly due: (now: Date) => AsyncIterable<readonly Look[]>;
  /** one transaction over the revision seen; false when the dossier moved meanwhile, and the look stays */
  readonly settle: (looked: Looked) => Promise<boolean>;
  /** a look at nothing: the dossier is not there */
  readonly drop: (look: Look) => Promise<void>;
  readonly notices: (agency: string, cursor: string | undefined) => Promise<NoticePage>;
};

/** Plans a look at a dossier. */
export const planLook = (at: string, dossierId: string): Write => planLookAt(at, dossierId, { dossierId });

/** Puts a dossier on its agency's list of warnings, or takes it off, where an act or a warning changed that. */
export const noticeWrites = (before: { readonly dossier: Dossier; readonly warnings: readonly Warning[] }, after: { readonly dossier: Dossier; readonly warnings: readonly Warning[] }): Write[] => {
  const [was, is] = [noticeOf(before.dossier, before.warnings), noticeOf(after.dossier, after.warnings)];
  return [
    ...(was === undefined || was.agency === is?.agency ? [] : [remove(noticeKey(was.agency, was.dossierId))]),
    ...(is === undefined || JSON.stringify(is) === JSON.stringify(was) ? [] : [put({ ...noticeKey(is.agency, is.dossierId), entity: 'notice', ...is })]),
  ];
};

export const reminderRepository = (table: Table): ReminderStore => ({
  due: async function* (now) {
    for await (const rows of dueLooks(table, now)) yield rows.map((row) => ({ at: String(row['at']), dossierId: String(row['dossierId']) }));
  },

  settle: async ({ look, record, given, next }) => {
    const { filed: { dossierId }, standing, warnings } = record;
    const all = [...warnings, ...given.map(({ warning }) => warning)];
    try {
      await table.transact([
        check(standingKey(dossierId), { expression: 'revision = :seen', values: { ':seen': standing.revision } }),
        ...given.flatMap(({ warning, event }) => [putOnce({ ...warningKey(dossierId, warningId(warning)), entity: 'warning', ...warning }), put(outboxRow(event))]),
        ...noticeWrites({ dossier: record, warnings }, { dossier: record, warnings: all }),
        ...(next === look.at ? [] : [remove(lookKey(look.at, dossierId))]),
        ...(next === undefined || next === look.at ? [] : [planLook(next, dossierId)]),
      ]);
      return true;
    } catch (error) {
      if (error instanceof WriteRefused) return false;
      throw error;
    }
  },

  drop: ({ at, dossierId }) => table.write(remove(lookKey(at, dossierId))),

  notices: async (agency, cursor) => {
    const page = await table.query({ pk: noticePartition(agency), limit: 100, after: cursor, consistent: true });
    return { items: page.items.map(({ pk: _pk, sk: _sk, entity: _entity, ...notice }) => notice as unknown as Notice), ...(page.cursor === undefined ? {} : { cursor: page.cursor }) };
  },
});
