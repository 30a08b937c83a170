import { atLocal, dateOfDayNumber, dayNumberOf, localDate } from '../../shared/kernel/vietnam-time.ts';
import type { Table } from '../../shared/runtime/dynamo.ts';
import { planLookAt } from '../../shared/runtime/looks.ts';
import { contentOf, update, WriteRefused, type Row, type Write } from '../../shared/runtime/transaction.ts';
import { leavingMatter, officerKey, officersPartition } from './feedback.keys.ts';
import type { OfficerStore } from './ports.ts';
import { isWithoutPost, mayBeGiven, type UnitOfficer } from './unit-officer.ts';

const noEnd = '9999-12-31';
const officerOf = (row: Row): UnitOfficer => ({ ...contentOf<Omit<UnitOfficer, 'officerId'>>(row), officerId: row.sk, working: Number(row['working'] ?? 0) });

export const officerRepository = (table: Table): OfficerStore => {
  /** What lies with somebody is looked at when the last day is over. */
  const planLeaving = (at: Date, agency: string, officerId: string): Write => planLookAt(at.toISOString(), leavingMatter(agency, officerId), { agency, officerId });
  const planEnd = (to: string, agency: string, officerId: string): Write => planLeaving(atLocal(dateOfDayNumber(dayNumberOf(to) + 1), '00:00'), agency, officerId);
  const writeIfNew = async (writes: readonly Write[]): Promise<void> => {
    try {
      await table.transact(writes);
    } catch (error) {
      // known already, or something later is
      if (!(error instanceof WriteRefused)) throw error;
    }
  };
  const find: OfficerStore['find'] = async (agency, officerId) => {
    const row = await table.get(officerKey(agency, officerId), { consistent: true });
    return row === undefined ? undefined : officerOf(row);
  };
  return {
    find,
    present: (agency, { officerId, name, until, actingUntil }, today) => writeIfNew([
      update(officerKey(agency, officerId), {
        expression: 'SET #name = :name, seenOn = :today, heldUntil = :until, actingUntil = :acting', names: { '#name': 'name' }, values: { ':name': name, ':today': today, ':until': until ?? noEnd, ':acting': actingUntil ?? '' },
      }, { expression: 'attribute_not_exists(seenOn) OR seenOn < :today OR heldUntil <> :until OR actingUntil <> :acting' }),
      ...(until === undefined ? [] : [planEnd(until, agency, officerId)]),
    ]),
    told: (agency, { officerId, revision, posts }, now) => {
      const today = localDate(now);
      const ends = [...new Set(posts.flatMap(({ to }) => (to === undefined || to < today ? [] : [to])))];
      return writeIfNew([
        update(officerKey(agency, officerId), { expression: 'SET posts = :posts, revision = :revision', values: { ':posts': posts, ':revision': revision } }, { expression: 'attribute_not_exists(revision) OR revision < :revision' }),
        ...(isWithoutPost({ officerId, working: 0, posts }, today) ? [planLeaving(now, agency, officerId)] : []), ...ends.map((to) => planEnd(to, agency, officerId)),
      ]);
    },
    mayBeGiven: async (agency, today) => {
      const { items } = await table.query({ pk: officersPartition(agency), consistent: true });
      return items.map(officerOf).filter((officer) => mayBeGiven(officer, today));
    },
  };
};
