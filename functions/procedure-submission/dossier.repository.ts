import { findReplay, requestRow } from '../../shared/runtime/idempotency.ts';
import { encodeCursor } from '../../shared/runtime/cursor.ts';
import { bindUpload } from '../../shared/runtime/uploads/upload.repository.ts';
import type { Table } from '../../shared/runtime/dynamo.ts';
import { outboxRow } from '../../shared/runtime/outbox.ts';
import { contentOf, put, putOnce, update, WriteRefused, type Row, type Write } from '../../shared/runtime/transaction.ts';
import { answerDueWrites } from './answers-due.repository.ts';
import { feedWrites } from './change-feed.repository.ts';
import { filedInKey } from './counters.keys.ts';
import { monthOf } from './counting.ts';
import { citizenKey, citizenPartition, documentKey, dossierPartition, filedKey, historyKey, paymentKey, roundKey, rowKind, standingKey, trackingKey } from './dossier.keys.ts';
import type { Filed, Issued, Standing } from './dossier.ts';
import type { HistoryRecord } from './history.ts';
import { numberKey } from './numbering.keys.ts';
import type { Change, DossierRecord, DossierStore, Filing, Outcome } from './ports.ts';
import type { Obligation } from './payment.ts';
import { queueWrites } from './queue.repository.ts';
import type { Warning } from './reminder.ts';
import { noticeWrites, planLook } from './reminder.repository.ts';
import { passedOnWrites } from './passed-on.repository.ts';
import { enterRegister } from './register.repository.ts';
import type { Round } from './supplement.ts';

/*
 * Write units. A row in a transaction costs 2 per started KiB; every row but FILED and ROUND stays within one, STANDING until a
 * pause or two and HIST as long as its reason and list are short. A form is issued for a refusal, a stop and what is asked for,
 * and what it says costs 1 per KiB beside it (FORM); a dossier stopped while it waits for its applicant stays in its queue and is not counted anew.
 * A hand-over between steps costs what taking it does, without the count. On a dossier that was warned of, an act that changes
 * the agency's list of warnings costs 2 more.
 *
 * | row             | submit | accept | refuse, withdraw | take, stop, resume | ask   | answer | extend | finish | hand-over | why it is there                                                   |
 * |-----------------|--------|--------|------------------|--------------------|-------|--------|--------|--------|-----------|-------------------------------------------------------------------|
 * | REQUEST         | 2      | 2      | 2                | 2                  | 2     | 2      | 2      | 2      | 2         | the same request again is answered, not done again                |
 * | FILED           | 2/KiB  |        |                  |                    |       |        |        |        |           | what was filed; apart, so that no transition pays it              |
 * | STANDING        | 2      | 2      | 2                | 2                  | 2     | 2      | 2      | 2      | 2         | where it stands, written over the revision seen                   |
 * | HIST            | 2      | 2      | 2                | 2                  | 2     | 2      | 2      | 2      | 2         | the sealed line of history                                        |
 * | TRACK           | 2      |        |                  |                    |       |        |        |        |           | found by its code, which no other dossier may have                |
 * | CITIZEN         | 2      |        |                  |                    |       |        |        |        |           | the applicant's list; a pointer, so never rewritten               |
 * | MONTH           | 2      |        |                  |                    |       |        |        |        |           | the dossiers of a month, from which counters are rebuilt          |
 * | QUEUE           | 2      | 4      | 2                | 4                  | 4     | 4      | 4      | 4      | 2         | leaves one place (2), enters the next (2)                         |
 * | COUNTS          | 2      | 2      | 2                | 2                  | 2     | 2      |        | 2      | 2         | both queues of the agency counted in one row                      |
 * | MINE            |        |        |                  | 2                  | 2     | 2      | 2      | 2      |           | the desk of the officer who works on it                           |
 * | OFFICERS        |        |        |                  | 2                  | 2     | 2      |        | 2      |           | how many she works on, beside her name                            |
 * | FEED            | 2      | 2      | 2                | 2                  | 2     | 2      | 2      | 2      | 2         | what the agency's own system reads on from; 2 more at a transfer  |
 * | PASSED          |        |        |                  |                    |       |        |        |        |           | 2 at a transfer: the agency that was left finds it again          |
 * | OUTBOX          | 2      | 2      | 2                | 2                  | 2     | 2      | 2      | 2      | 2         | the fact for the bus, in the same transaction                     |
 * | ROUND           |        |        |                  |                    | 2/KiB | 2/KiB  |        |        |           | what was asked for, and what came; PAY likewise, for payment      |
 * | ANSWER-BY       |        |        |                  |                    | 2     |        |        |        |           | found on its last day, without looking through all dossiers       |
 * | NUMBER          |        | 2      |                  |                    |       |        |        |        |           | found by its number, which no other dossier may have              |
 * | DOC             |        | +1     | +1               | +1                 | +1    |        | +1     | 2 + 1  |           | the result; 1 later, when a form is issued or a document put away |
 * | REGISTER        |        | 2      |                  |                    |       |        |        |        |           | the agency's register, a month at a time                          |
 * | LOOK            |        | 2      |                  | +2                 |       | 2      |        |        |           | when time alone will bring something about; a resume plans anew   |
 * | UPLOAD          | 2 each |        |                  |                    |       | 2 each |        | 2      |           | bound to this dossier and no other                                |
 * | ORDINAL (alone) |        | 1      |                  |                    |       |        |        |        |           | drawn before: counting inside would make clerks wait              |
 */

const entity = { filed: 'filed', standing: 'standing', history: 'history', pointer: 'pointer', document: 'document', round: 'round', payment: 'payment' } as const;

const historyRow = (dossierId: string, entry: HistoryRecord): Write => putOnce({ ...historyKey(dossierId, entry.seq), entity: entity.history, ...entry });
const documentRow = (dossierId: string, document: Issued): Write => putOnce({ ...documentKey(dossierId, document.documentId), entity: entity.document, ...document });

/** Money that could not be booked comes without a revision: what is written over it must have seen it. */
const paymentRow = (dossierId: string, owed: Obligation): Write => put({ ...paymentKey(dossierId, owed.obligation), entity: entity.payment, ...owed }, owed.unbooked === undefined
  ? { expression: 'attribute_not_exists(unbooked)' }
  : { expression: 'unbooked = :known', values: { ':known': owed.unbooked } });

/** Where the number stands among the writes of the change that gives it. */
const numberAt = 3;

/** The request row is always first: when it is refused, the rest does not matter. */
const filingWrites = ({ dossier, entry, event, uploads, asked }: Filing): Write[] => {
  const { filed, standing } = dossier;
  const { dossierId } = filed;
  return [
    requestRow(asked.requestKey, dossierId, asked.cause.now),
    putOnce({ ...filedKey(dossierId), entity: entity.filed, ...filed }),
    putOnce({ ...standingKey(dossierId), entity: entity.standing, ...standing }),
    historyRow(dossierId, entry),
    putOnce({ ...trackingKey(filed.trackingCode), entity: entity.pointer, dossierId }),
    putOnce({ ...citizenKey(filed.applicant.subject, dossierId), entity: entity.pointer, dossierId }),
    putOnce({ ...filedInKey(monthOf(filed.submittedAt), dossierId), entity: entity.pointer, dossierId }),
    ...queueWrites(undefined, dossier), ...feedWrites(undefined, dossier, entry.at),
    put(outboxRow(event)),
    ...uploads.map(({ uploadId, owner }) => bindUpload({ uploadId, owner }, 'dossierId', dossierId)),
  ];
};

/** The number a change gives. */
const numberOf = ({ before, after }: Change): string | undefined => (before.standing.number === undefined ? after.number : undefined);

const changeWrites = (change: Change): Write[] => {
  const { before, after, entry, event, asked, document, uploads = [], round, obligation, replaces, looks = [] } = change;
  const { filed, warnings } = before;
  const { dossierId } = filed;
  const number = numberOf(change);
  return [
    requestRow(asked.requestKey, dossierId, asked.cause.now),
    put({ ...standingKey(dossierId), entity: entity.standing, ...after }, { expression: 'revision = :seen', values: { ':seen': before.standing.revision } }),
    historyRow(dossierId, entry),
    ...(number === undefined ? [] : [putOnce({ ...numberKey(number), entity: entity.pointer, dossierId }), ...enterRegister({ filed, standing: after })]),
    ...queueWrites(before, { filed: before.filed, standing: after }), ...feedWrites(before, { filed: before.filed, standing: after }, entry.at),
    put(outboxRow(event)),
    ...(document === undefined ? [] : [documentRow(dossierId, document)]),
    ...(round === undefined ? [] : [put({ ...roundKey(dossierId, round.round), entity: entity.round, ...round })]),
    ...(round === undefined ? [] : answerDueWrites(dossierId, round)),
    ...(obligation === undefined ? [] : [paymentRow(dossierId, obligation)]),
    ...(replaces === undefined ? [] : [update(documentKey(dossierId, replaces.documentId), { expression: 'SET replacedAt = :at', values: { ':at': replaces.at } }, { expression: 'attribute_exists(pk) AND attribute_not_exists(replacedAt)' })]),
    ...passedOnWrites(before, { filed, standing: after }), ...[...new Set(looks)].map((at) => planLook(at, dossierId)),
    ...noticeWrites({ dossier: before, warnings }, { dossier: { filed, standing: after }, warnings }),
    ...uploads.map(({ uploadId, owner }) => bindUpload({ uploadId, owner }, 'dossierId', dossierId)),
  ];
};

const assemble = (rows: readonly Row[]): DossierRecord | undefined => {
  const of = (kind: string): Row[] => rows.filter((row) => rowKind(row.sk) === kind);
  const [filed] = of('FILED');
  const [standing] = of('STANDING');
  if (filed === undefined || standing === undefined) return undefined;
  return {
    filed: contentOf<Filed>(filed), standing: contentOf<Standing>(standing),
    history: of('HIST').map((row) => contentOf<HistoryRecord>(row)), documents: of('DOC').map((row) => contentOf<Issued>(row)),
    rounds: of('ROUND').map((row) => contentOf<Round>(row)), obligations: of('PAY').map((row) => contentOf<Obligation>(row)), warnings: of('WARN').map((row) => contentOf<Warning>(row)),
  };
};

const ownPerPage = 20;

export const dossierRepository = (table: Table): DossierStore => {
  const answered: DossierStore['answered'] = (key) => findReplay(table, key);

  /** Writes, or says which of the foreseen things stood in the way. */
  const settle = async (writes: readonly Write[], { asked, entry, uploads, numbered }: { asked: Filing['asked']; entry: HistoryRecord; uploads: number; numbered?: boolean }): Promise<Outcome> => {
    try {
      await table.transact(writes, entry.hash);
      return { kind: 'written' };
    } catch (error) {
      if (!(error instanceof WriteRefused)) throw error;
      const earlier = error.at.includes(0) ? await answered(asked.requestKey) : undefined;
      if (earlier !== undefined) return { kind: 'replayed', dossierId: earlier };
      if (numbered === true && error.at.length === 1 && error.at[0] === numberAt) return { kind: 'number-taken' };
      const firstUpload = writes.length - uploads;
      const taken = error.at.every((index) => index >= firstUpload) ? error.at[0] : undefined;
      return taken === undefined ? { kind: 'changed' } : { kind: 'taken', index: taken - firstUpload };
    }
  };

  return {
    answered,
    load: async (dossierId) => {
      const rows: Row[] = [];
      let after: string | undefined;
      do {
        const page = await table.query({ pk: dossierPartition(dossierId), consistent: true, after });
        rows.push(...page.items);
        after = page.cursor;
      } while (after !== undefined);
      return assemble(rows);
    },
    idByTrackingCode: async (code) => (await table.get(trackingKey(code), { consistent: true }))?.['dossierId'] as string | undefined,
    file: (filing) => settle(filingWrites(filing), { asked: filing.asked, entry: filing.entry, uploads: filing.uploads.length }),
    change: (change) => settle(changeWrites(change), { asked: change.asked, entry: change.entry, uploads: change.uploads?.length ?? 0, numbered: numberOf(change) !== undefined }),
    ofCitizen: async (subjects, cursor) => {
      const pages = await Promise.all(subjects.map((subject) => table.query({ pk: citizenPartition(subject), prefix: 'DOS#', newestFirst: true, limit: ownPerPage, after: cursor, consistent: true })));
      const found = pages.flatMap(({ items }) => items).toSorted((a, b) => (a.sk < b.sk ? 1 : -1));
      const ids = found.slice(0, ownPerPage).map((row) => String(row['dossierId']));
      const rows = await table.getMany(ids.flatMap((id) => [filedKey(id), standingKey(id)]), { consistent: true });
      const items = ids.flatMap((id) => assemble(rows.filter((row) => row.pk === dossierPartition(id))) ?? []);
      const next = found.length > ownPerPage || pages.some((page) => page.cursor !== undefined) ? found[ownPerPage - 1]?.sk ?? found.at(-1)?.sk : undefined;
      return { items, ...(next === undefined ? {} : { cursor: encodeCursor(next) }) };
    },
    addDocument: async (dossierId, document) => {
      try {
        await table.write(documentRow(dossierId, document));
        return true;
      } catch (error) {
        if (error instanceof WriteRefused) return false;
        throw error;
      }
    },
    keepUnbooked: async ({ dossierId, before, payment, event }) => {
      const { settlement, exemption, unbooked } = before;
      try {
        await table.transact([
          // the obligation as it was read: settled or not, with the money it knew of
          update(paymentKey(dossierId, before.obligation), { expression: 'SET unbooked = :all', values: { ':all': [...unbooked ?? [], payment] } }, {
            expression: `attribute_${settlement === undefined ? 'not_' : ''}exists(settlement) AND attribute_${exemption === undefined ? 'not_' : ''}exists(exemption) AND ${unbooked === undefined ? 'attribute_not_exists(unbooked)' : 'unbooked = :known'}`,
            ...(unbooked === undefined ? {} : { values: { ':known': unbooked } }),
          }),
          put(outboxRow(event)),
        ]);
        return true;
      } catch (error) {
        if (error instanceof WriteRefused) return false;
        throw error;
      }
    },
    moveDocument: (dossierId, documentId, { store, key }) =>
      table.write(update(documentKey(dossierId, documentId), { expression: 'SET #store = :store, #key = :key', names: { '#store': 'store', '#key': 'key' }, values: { ':store': store, ':key': key } },
        { expression: 'attribute_exists(pk)' })),
  };
};
