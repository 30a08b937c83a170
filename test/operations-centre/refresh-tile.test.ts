import { describe, expect, test } from 'vitest';
import { TileView } from '../../shared/contracts/tile.ts';
import type { ResultRow } from '../../functions/operations-centre/ports.ts';
import { refreshDueTiles } from '../../functions/operations-centre/refresh-due-tiles.ts';
import { refreshTile } from '../../functions/operations-centre/refresh-tile.ts';
import { dossiersToday } from '../../functions/operations-centre/tiles/dossiers-today.ts';
import { promisesKeptThisMonth } from '../../functions/operations-centre/tiles/promises-kept-this-month.ts';

/** A lake that answers by what a text reads, a site of one file per tile, and a clock that is set. */
const world = (answers: Partial<Record<'moved' | 'carried' | 'names' | 'month', readonly ResultRow[]>>) => {
  const asked: string[] = [];
  const site = new Map<string, { view: TileView; mark: string }>();
  const state = { now: new Date('2026-11-22T03:00:00Z'), marks: 0 };
  const kindOf = (sql: string) => (sql.includes('moved') ? 'moved' : sql.includes('carried_over') ? 'carried' : sql.includes('revisions') ? 'names' : 'month');
  const refresh = refreshTile({
    clock: () => state.now,
    runQuery: async (sql) => { asked.push(kindOf(sql)); return answers[kindOf(sql)] ?? []; },
    tiles: {
      read: async (id) => site.get(id),
      replace: async (view, replaces) => {
        if (site.get(view.id)?.mark !== replaces) return false;
        state.marks += 1;
        site.set(view.id, { view: TileView.parse(view), mark: String(state.marks) });
        return true;
      },
    },
  });
  return { asked, site, refresh, answers, state, pass: (seconds: number) => { state.now = new Date(state.now.getTime() + seconds * 1000); } };
};

const moved = (agency: string, received: number, rest: Record<string, string> = {}): ResultRow =>
  ({ agency_code: agency, submitted: '0', received: String(received), finished: '0', early: '0', on_time: '0', late: '0', ...rest });

describe('the rows of a tile', () => {
  test('join what moved, what was carried over and the names; running is what came in less what went out', async () => {
    const { refresh, site } = world({
      moved: [moved('H30.19.01', 4, { submitted: '6', finished: '4', early: '1', late: '2' }), moved('H30.20', 9)],
      carried: [{ agency_code: 'H30.19.01', carried_over: '10' }, { agency_code: 'H30.21', carried_over: '3' }],
      names: [{ agency_code: 'H30.19.01', agency: 'UBND phường I' }, { agency_code: 'H30.20', agency: 'UBND thành phố Ngã Bảy' }, { agency_code: 'H30.22', agency: 'UBND huyện Châu Thành A' }],
    });
    expect(await refresh(dossiersToday)).toBe('written');
    const view = site.get('ho-so-hom-nay')?.view;
    expect(view?.rows).toEqual([
      { agency_code: 'H30.20', agency: 'UBND thành phố Ngã Bảy', submitted: 0, carried_over: 0, received: 9, finished: 0, early: 0, on_time: 0, late: 0, withdrawn: 0, running: 9 },
      { agency_code: 'H30.19.01', agency: 'UBND phường I', submitted: 6, carried_over: 10, received: 4, finished: 4, early: 1, on_time: 0, late: 2, withdrawn: 0, running: 10 },
      { agency_code: 'H30.21', agency: 'H30.21', submitted: 0, carried_over: 3, received: 0, finished: 0, early: 0, on_time: 0, late: 0, withdrawn: 0, running: 3 },
    ]);
    expect(view?.totals).toEqual({ submitted: 6, carried_over: 13, received: 13, finished: 4, early: 1, on_time: 0, late: 2, withdrawn: 0, running: 22 });
    expect(view).toMatchObject({ asOf: '2026-11-22T03:00:00.000Z', period: { from: '2026-11-22', to: '2026-11-22' }, owner: 'H30' });
  });

  test('an empty lake is an empty tile, with its as-of', async () => {
    const { refresh, site } = world({});
    await refresh(dossiersToday);
    expect(site.get('ho-so-hom-nay')?.view).toMatchObject({ rows: [], totals: { received: 0, late: 0 } });
  });

  test('a share of nothing has no value, and a share of something is between 0 and 1', async () => {
    const none = world({ month: [{ finished: '0', early: '0', on_time: '0' }] });
    await none.refresh(promisesKeptThisMonth);
    expect(none.site.get('giu-loi-hen-thang-nay')?.view.rows).toEqual([{ finished: 0, early: 0, on_time: 0 }]);
    const some = world({ month: [{ finished: '3', early: '1', on_time: '1' }] });
    await some.refresh(promisesKeptThisMonth);
    expect(some.site.get('giu-loi-hen-thang-nay')?.view).toMatchObject({ rows: [{ kept: 0.6667, finished: 3 }], period: { from: '2026-11-01', to: '2026-11-22' } });
  });
});

describe('refreshing', () => {
  test('a tile that is young enough is left alone; one that is due asks again only what may have changed', async () => {
    const { refresh, asked, pass } = world({ moved: [moved('H30.19', 1)], names: [{ agency_code: 'H30.19', agency: 'UBND thành phố Vị Thanh' }] });
    await refresh(dossiersToday);
    pass(19);
    expect(await refresh(dossiersToday)).toBe('fresh');
    pass(11);
    expect(await refresh(dossiersToday)).toBe('written');
    expect(asked.toSorted()).toEqual(['carried', 'moved', 'moved', 'names']);
    pass(3600);
    await refresh(dossiersToday);
    expect(asked.toSorted()).toEqual(['carried', 'carried', 'moved', 'moved', 'moved', 'names', 'names']);
  });

  test('at midnight of Asia/Ho_Chi_Minh the day and what was carried over into it are asked anew', async () => {
    const { refresh, asked, site, state } = world({});
    state.now = new Date('2026-11-22T16:59:45Z');
    await refresh(dossiersToday);
    expect(site.get('ho-so-hom-nay')?.view.period.from).toBe('2026-11-22');
    state.now = new Date('2026-11-22T17:00:15Z');
    await refresh(dossiersToday);
    expect(site.get('ho-so-hom-nay')?.view.period.from).toBe('2026-11-23');
    expect(asked.filter((kind) => kind === 'carried')).toHaveLength(2);
  });

  test('an agency registered since has its name within a minute', async () => {
    const { refresh, asked, answers, pass, site } = world({ moved: [moved('H30.19', 1)], names: [] });
    await refresh(dossiersToday);
    answers.names = [{ agency_code: 'H30.19', agency: 'UBND thành phố Vị Thanh' }];
    pass(60);
    await refresh(dossiersToday);
    expect(site.get('ho-so-hom-nay')?.view.rows[0]).toMatchObject({ agency: 'UBND thành phố Vị Thanh' });
    expect(asked.filter((kind) => kind === 'names')).toHaveLength(2);
  });

  test('of two runs at the same time one is overtaken', async () => {
    const { refresh, pass } = world({});
    await refresh(dossiersToday);
    pass(30);
    expect((await Promise.all([refresh(dossiersToday), refresh(dossiersToday)])).toSorted()).toEqual(['overtaken', 'written']);
  });
});

describe('a run of the schedule', () => {
  test('goes round twice; a tile that fails is told, holds up no other and has a second chance', async () => {
    const told: string[] = [];
    let broken = true;
    const run = refreshDueTiles({
      tiles: [dossiersToday, promisesKeptThisMonth], betweenRounds: 20, failed: (tile) => { told.push(tile); broken = false; },
      refresh: async ({ id }) => { if (id === 'ho-so-hom-nay' && broken) throw new Error('throttled'); return 'written'; },
    });
    expect(await run()).toEqual({ written: 3, fresh: 0, overtaken: 0, failed: 1 });
    expect(told).toEqual(['ho-so-hom-nay']);
  });

  test('a tile that fails twice fails the run, so that the alarm rises', async () => {
    const run = refreshDueTiles({ tiles: [dossiersToday], betweenRounds: 0, failed: () => undefined, refresh: async () => { throw new Error('FAILED'); } });
    await expect(run()).rejects.toThrow('tiles-failed: ho-so-hom-nay');
  });
});
