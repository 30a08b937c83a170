import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boardOf, seenBoard } from '../../functions/procedure-submission/board.ts';
import type { OpenDossierRow } from '../../functions/procedure-submission/counter-ports.ts';
import { refreshBoards } from '../../functions/procedure-submission/refresh-boards.ts';
import type { Board } from '../../functions/procedure-submission/board.ts';

const about = { level: 'commune', field: { vi: 'Hộ tịch', en: 'Civil status' } } as const;
const start = Date.UTC(2026, 10, 1);
const rows = fc.array(fc.record({ status: fc.constantFrom(1, 2, 4, 5, 6, 8, 9), officer: fc.option(fc.constantFrom('a', 'b', 'c')), due: fc.option(fc.integer({ min: 0, max: 40 * 86_400 })), step: fc.option(fc.record({ id: fc.constantFrom('expert', 'check'), due: fc.option(fc.integer({ min: 0, max: 40 * 86_400 })) })) }), { maxLength: 60 })
  .map((list) => list.map(({ status, officer, due, step }, index): OpenDossierRow => ({
    agency: 'H30.19.01', dossierId: `dos_${index}`, status: status as OpenDossierRow['status'], about,
    ...(step === null ? {} : { step: { id: step.id, name: { vi: step.id, en: step.id }, ...(step.due === null ? {} : { dueAt: new Date(start + step.due * 1000).toISOString() }) } }),
    ...(officer === null ? {} : { officer: { id: officer, name: `Cán bộ ${officer}` } }), ...(due === null ? {} : { dueAt: new Date(start + due * 1000).toISOString() }),
  })));

describe('a board', () => {
  test('says of any moment what is in term, due soon and overdue, as a count of the dossiers would', () => {
    fc.assert(fc.property(rows, fc.integer({ min: 0, max: 40 * 86_400 }), fc.integer({ min: 0, max: 5 * 86_400 }), (open, at, ahead) => {
      const now = new Date(start + at * 1000);
      const soon = new Date(now.getTime() + ahead * 1000);
      const seen = seenBoard(boardOf('H30.19.01', now.toISOString(), { open, months: new Map() }), now, soon);
      for (const { status, officer, step, inTerm, dueSoon, overdue, stepOverdue } of seen) {
        const mine = open.filter((row) => row.status === status && row.officer?.id === officer?.id && row.step?.id === step?.id);
        const runs = status === 2 || status === 4;
        const late = mine.filter(({ dueAt }) => runs && dueAt !== undefined && Date.parse(dueAt) <= now.getTime());
        const near = mine.filter(({ dueAt }) => runs && dueAt !== undefined && Date.parse(dueAt) > now.getTime() && Date.parse(dueAt) <= soon.getTime());
        expect(stepOverdue).toBe(mine.filter((row) => runs && row.step?.dueAt !== undefined && Date.parse(row.step.dueAt) <= now.getTime()).length);
        expect([inTerm, dueSoon, overdue]).toEqual([mine.length - late.length - near.length, near.length, late.length]);
      }
      expect(seen.reduce((sum, { inTerm, dueSoon, overdue }) => sum + inTerm + dueSoon + overdue, 0)).toBe(open.length);
    }), { seed: 45, numRuns: 200 });
  });

  test('of 3,000 open dossiers fits a row many times over', () => {
    const open = Array.from({ length: 3000 }, (_, index): OpenDossierRow => ({ agency: 'H30.19.01', dossierId: `dos_${index}`, status: 4, about, officer: { id: `o${index % 20}`, name: `Cán bộ ${index % 20}` }, dueAt: new Date(start + ((index * 2_654_435_761) % 3_000_000) * 1000).toISOString() }));
    expect(JSON.stringify(boardOf('H30.19.01', new Date(start).toISOString(), { open, months: new Map() })).length).toBeLessThan(40_000);
  });

  test('that another worker put meanwhile is read and made anew', async () => {
    const boards = new Map<string, { board: Board; version: number }>();
    let reads = 0;
    const store = {
      get: (agency: string) => Promise.resolve(boards.get(agency)),
      put: (board: Board, seen: number) => {
        // the other is faster the first time
        if (reads === 1) { boards.set(board.agency, { board: { ...board, groups: [] }, version: seen + 1 }); }
        if ((boards.get(board.agency)?.version ?? 0) !== seen) return Promise.resolve(false);
        boards.set(board.agency, { board, version: seen + 1 });
        return Promise.resolve(true);
      },
    };
    const open: OpenDossierRow[] = [{ agency: 'H30.19.01', dossierId: 'dos_1', status: 4, about }];
    await refreshBoards({ boards: store, counters: { open: () => { reads++; return Promise.resolve(open); }, cells: () => Promise.resolve([]) } })(1, ['H30.19.01'], new Date(start));
    expect(reads).toBe(2);
    expect(boards.get('H30.19.01')).toMatchObject({ version: 2, board: { groups: [{ status: 4, undated: 1 }], months: { '2026-10': {}, '2026-11': {} } } });
  });
});
