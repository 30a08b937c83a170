import type { CounterState, CounterStore } from './counter-ports.ts';
import type { CountDeps } from './count-dossiers.ts';
import { countDossiers } from './count-dossiers.ts';

/** Before it nothing was filed here: the province's portal opened on 2 October 2020. */
const FIRST_MONTH = '2020-10';

const monthAfter = (month: string): string => {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
};

export type RebuildOutcome = {
  /** false: the time was up; the same command goes on where it stopped */
  readonly done: boolean;
  readonly counted: number;
  /** whether the counters kept by events held the same; told when the counting is done */
  readonly equal?: boolean;
  /** the first cells that did not */
  readonly differing?: readonly string[];
};

type Rebuild = { readonly thisMonth: string; readonly timeIsUp: () => boolean };

/** Every counter of a generation by month, agency, level, field and name. */
const everyCounter = async (counters: CounterStore, generation: number): Promise<Map<string, number>> => {
  const found = new Map<string, number>();
  for (const month of ['ALL', ...await counters.months(generation)]) {
    for (const { agency, about, counts } of await counters.cells(generation, month)) {
      for (const [measure, count] of Object.entries(counts)) found.set(`${month} ${agency} ${about.level} ${about.field.vi} ${measure}`, count);
    }
  }
  return found;
};

const differing = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): string[] =>
  [...new Set([...a.keys(), ...b.keys()])].filter((key) => a.get(key) !== b.get(key)).toSorted();

const MOST_TOLD = 20;

/**
 * Builds the counters again from the dossiers themselves, month of filing by month, beside the ones in use: a next
 * generation, which events feed as well while it grows. When it is whole, the two are compared, readers are given the new
 * one, and the old one is forgotten. Killed at any moment it goes on where it stopped.
 */
export const rebuildCounters = (deps: CountDeps) => async ({ thisMonth, timeIsUp }: Rebuild): Promise<RebuildOutcome> => {
  const { counters } = deps;
  const count = countDossiers(deps);
  let state = await counters.state();
  let counted = 0;
  let told: Pick<RebuildOutcome, 'equal' | 'differing'> = {};
  const move = async (after: CounterState): Promise<void> => {
    if (!(await counters.moveState(state, after))) throw new Error('another rebuild is under way');
    state = after;
  };
  if (state.building === undefined) await move({ ...state, building: { generation: state.current + 1, phase: 'counting', month: FIRST_MONTH } });

  while (state.building !== undefined) {
    const { building } = state;
    if (timeIsUp()) return { done: false, counted, ...told };
    if (building.month > thisMonth) {
      if (building.phase === 'counting') {
        const differences = differing(await everyCounter(counters, state.current), await everyCounter(counters, building.generation));
        told = { equal: differences.length === 0, differing: differences.slice(0, MOST_TOLD) };
        // the old one is swept from now on; a run that stops in between sweeps on
        await move({ current: building.generation, building: { generation: state.current, phase: 'sweeping', month: FIRST_MONTH } });
      } else {
        await counters.forgetCells(building.generation);
        await move({ current: state.current });
      }
      continue;
    }
    const page = await counters.filedIn(building.month, building.cursor);
    if (building.phase === 'counting') {
      await count(building.generation, page.ids);
      counted += page.ids.length;
    } else await counters.forget(building.generation, page.ids);
    await move({ ...state, building: page.cursor === undefined ? { generation: building.generation, phase: building.phase, month: monthAfter(building.month) } : { ...building, cursor: page.cursor } });
  }
  return { done: true, counted, ...told };
};
