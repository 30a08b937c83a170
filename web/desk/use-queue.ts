import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { DeskDossierView, Queue, QueueRow } from '../../shared/contracts/dossier.ts';
import type { ProblemBody } from '../../shared/contracts/problems.ts';
import { call } from '../client/client.ts';
import type { Outcome } from '../client/client.ts';
import type { ListFilter } from './address.ts';
import { afterMove } from './rows.ts';
import type { Counts } from './rows.ts';
import { useDueCounts } from './use-due-counts.ts';

const PAGE = 100;
/** When more rows are wanted than a page shows, the largest answer the server gives. */
const LARGEST_PAGE = 500;
const REFRESH_EVERY_MS = 10_000;
/** A list that was read whole is long; counts tell sooner when it changes. */
const REFRESH_LONG_EVERY_MS = 60_000;
/** While somebody works at the desk: the counts tell whether anything moved. */
const LOOK_EVERY_MS = 2000;
/** The longest queue a desk shows; the busiest we know of has 3,000. */
const MOST_ROWS = 5000;

export type QueueState = {
  readonly rows: readonly QueueRow[];
  readonly counts: Counts;
  /** acts of this desk that the list shows */
  readonly acts: number;
  readonly cursor?: string | undefined;
  /** when the server last answered */
  readonly asOf?: Date;
  readonly loading: boolean;
  readonly problem?: ProblemBody | undefined;
};

type Page = { readonly rows: readonly QueueRow[]; readonly counts: Counts; readonly cursor?: string | undefined };

const readPages = async (place: { agencyCode: string; queue: Queue }, filter: ListFilter, wanted: number): Promise<Outcome<Page>> => {
  const byId = new Map<string, QueueRow>();
  let cursor: string | undefined;
  let counts: Counts = {};
  do {
    const answer = await call('getQueue', { params: place, query: { ...filter, limit: Math.min(LARGEST_PAGE, wanted - byId.size), cursor } });
    if (!answer.ok) return answer;
    for (const row of answer.body.items) byId.set(row.dossierId, row);
    ({ cursor } = answer.body);
    ({ counts } = answer.body);
  } while (cursor !== undefined && byId.size < wanted);
  return { ok: true, body: { rows: [...byId.values()], counts, cursor } };
};

/** Whether a count of the stored queues moved; the ranges move with the clock alone. */
const same = (seen: Counts, known: Counts): boolean => Object.entries(seen).every(([queue, count]) => known[queue as Queue] === count);

const nothingYet: QueueState = { rows: [], counts: {}, acts: 0, loading: true };

/** What the ranges are counted from, as far as the desk can see it move; a range that is shown is counted with every reading of it. */
const movedOf = ({ counts, acts, asOf }: QueueState, queue: Queue): string | undefined =>
  (asOf === undefined ? undefined : [counts['to-take'], counts.processing, acts, ...(queue === 'due-soon' || queue === 'overdue' ? [asOf.getTime()] : [])].join());

/**
 * A queue of an agency, read again every ten seconds while the page is seen, and as soon as a count changes while the
 * page has the focus: what is filed stands in the list within two seconds. An answer that was overtaken (another
 * queue was chosen, an act changed the list) is dropped. `everything` reads the whole list, for a search to be true.
 */
export const useQueue = (agency: string | undefined, queue: Queue, { filter, everything }: { filter: ListFilter; everything: boolean }) => {
  const asked = JSON.stringify(filter);
  const [state, setState] = useState(nothingYet);
  const turn = useRef(0);
  const wanted = useRef(PAGE);
  const readAt = useRef(0);
  const counts = useRef<{ agency?: string | undefined; counts: Counts }>({ counts: {} });

  const read = useCallback(async (): Promise<void> => {
    if (agency === undefined) return;
    turn.current += 1;
    const mine = turn.current;
    const answer = await readPages({ agencyCode: agency, queue }, JSON.parse(asked) as ListFilter, everything ? MOST_ROWS : wanted.current);
    if (turn.current !== mine) return;
    readAt.current = Date.now();
    if (!answer.ok) { setState((before) => ({ ...before, loading: false, problem: answer.problem })); return; }
    const known = counts.current.agency === agency ? counts.current.counts : {};
    counts.current = { agency, counts: { ...known, ...answer.body.counts } };
    setState(({ acts }) => ({ ...answer.body, counts: counts.current.counts, acts, loading: false, asOf: new Date() }));
  }, [agency, queue, everything, asked]);

  useEffect(() => {
    wanted.current = PAGE;
    setState({ ...nothingYet, counts: counts.current.agency === agency ? counts.current.counts : {} });
  }, [agency, queue, asked]);

  useEffect(() => {
    let looking = false;
    const look = async (): Promise<void> => {
      if (agency === undefined || looking || !document.hasFocus()) return;
      looking = true;
      const answer = await call('getQueueCounts', { params: { agencyCode: agency } });
      looking = false;
      if (answer.ok && counts.current.agency === agency && !same(answer.body.counts, counts.current.counts)) await read();
    };
    const timer = setInterval(() => { void look(); }, LOOK_EVERY_MS);
    return () => { clearInterval(timer); };
  }, [agency, read]);

  useEffect(() => {
    void read();
    const again = (): void => { if (document.visibilityState === 'visible') void read(); };
    const pause = everything || wanted.current > PAGE ? REFRESH_LONG_EVERY_MS : REFRESH_EVERY_MS;
    const timer = setInterval(() => { if (Date.now() - readAt.current > pause - 1000) again(); }, REFRESH_EVERY_MS);
    document.addEventListener('visibilitychange', again);
    addEventListener('online', again);
    return () => { turn.current += 1; clearInterval(timer); document.removeEventListener('visibilitychange', again); removeEventListener('online', again); };
  }, [read, everything]);

  const showDue = useCallback((due: Counts): void => {
    counts.current = { agency, counts: { ...counts.current.counts, ...due } };
    setState((before) => ({ ...before, counts: { ...before.counts, ...due } }));
  }, [agency]);
  useDueCounts(agency, movedOf(state, queue), showDue);

  const more = useCallback((): void => { wanted.current = Math.min(MOST_ROWS, wanted.current * 2); void read(); }, [read]);
  /** Shows what an act did at once; an answer on its way is older than the act and is dropped. */
  const moved = useCallback((view: DeskDossierView): void => {
    turn.current += 1;
    setState((before) => ({ ...before, ...afterMove({ ...before, queue, agency }, view), acts: before.acts + 1 }));
  }, [queue]);

  return { ...state, more, moved, read };
};
