import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { DeskDossierView, Queue, QueueRow } from '../../shared/contracts/dossier.ts';
import type { ProblemBody } from '../../shared/contracts/problems.ts';
import { call } from '../client/client.ts';
import type { Outcome } from '../client/client.ts';
import { queues } from './address.ts';
import { afterMove } from './rows.ts';
import type { Counts } from './rows.ts';

const PAGE = 100;
const REFRESH_EVERY_MS = 10_000;
/** While somebody works at the desk: one row and the counts tell whether anything moved. */
const LOOK_EVERY_MS = 2000;
/** A day's queue of the busiest desk fits into ten pages; beyond that the officer filters. */
const MOST_PAGES = 10;

export type QueueState = {
  readonly rows: readonly QueueRow[];
  readonly counts: Counts;
  readonly cursor?: string | undefined;
  /** when the server last answered */
  readonly asOf?: Date;
  readonly loading: boolean;
  readonly problem?: ProblemBody | undefined;
};

type Page = { readonly rows: readonly QueueRow[]; readonly counts: Counts; readonly cursor?: string | undefined };

const readPages = async (agencyCode: string, queue: Queue, pages: number): Promise<Outcome<Page>> => {
  const byId = new Map<string, QueueRow>();
  let cursor: string | undefined;
  let counts: Counts = {};
  for (let page = 0; page < pages && (page === 0 || cursor !== undefined); page += 1) {
    const answer = await call('getQueue', { params: { agencyCode, queue }, query: { limit: PAGE, cursor } });
    if (!answer.ok) return answer;
    for (const row of answer.body.items) byId.set(row.dossierId, row);
    ({ cursor } = answer.body);
    ({ counts } = answer.body);
  }
  return { ok: true, body: { rows: [...byId.values()], counts, cursor } };
};

const same = (a: Counts, b: Counts): boolean => queues.every((each) => a[each] === b[each]);

const nothingYet: QueueState = { rows: [], counts: {}, loading: true };

/**
 * A queue of an agency, read again every ten seconds while the page is seen, and as soon as a count changes while the
 * page has the focus: what is filed stands in the list within two seconds. An answer that was overtaken (another
 * queue was chosen, an act changed the list) is dropped. `everything` reads all pages, for filters to be true.
 */
export const useQueue = (agency: string | undefined, queue: Queue, everything: boolean) => {
  const [state, setState] = useState(nothingYet);
  const turn = useRef(0);
  const pages = useRef(1);
  const counts = useRef<{ agency?: string | undefined; counts: Counts }>({ counts: {} });

  const read = useCallback(async (): Promise<void> => {
    if (agency === undefined) return;
    turn.current += 1;
    const mine = turn.current;
    const answer = await readPages(agency, queue, everything ? MOST_PAGES : pages.current);
    if (turn.current !== mine) return;
    if (!answer.ok) { setState((before) => ({ ...before, loading: false, problem: answer.problem })); return; }
    counts.current = { agency, counts: answer.body.counts };
    setState({ ...answer.body, loading: false, asOf: new Date() });
  }, [agency, queue, everything]);

  useEffect(() => {
    pages.current = 1;
    setState({ ...nothingYet, counts: counts.current.agency === agency ? counts.current.counts : {} });
  }, [agency, queue]);

  useEffect(() => {
    let looking = false;
    const look = async (): Promise<void> => {
      if (agency === undefined || looking || !document.hasFocus()) return;
      looking = true;
      const answer = await call('getQueue', { params: { agencyCode: agency, queue }, query: { limit: 1 } });
      looking = false;
      if (answer.ok && counts.current.agency === agency && !same(answer.body.counts, counts.current.counts)) await read();
    };
    const timer = setInterval(() => { void look(); }, LOOK_EVERY_MS);
    return () => { clearInterval(timer); };
  }, [agency, queue, read]);

  useEffect(() => {
    void read();
    const again = (): void => { if (document.visibilityState === 'visible') void read(); };
    const timer = setInterval(again, REFRESH_EVERY_MS);
    document.addEventListener('visibilitychange', again);
    addEventListener('online', again);
    return () => { turn.current += 1; clearInterval(timer); document.removeEventListener('visibilitychange', again); removeEventListener('online', again); };
  }, [read]);

  const more = useCallback((): void => { pages.current = Math.min(MOST_PAGES, pages.current + 1); void read(); }, [read]);
  /** Shows what an act did at once; an answer on its way is older than the act and is dropped. */
  const moved = useCallback((view: DeskDossierView): void => {
    turn.current += 1;
    setState((before) => ({ ...before, ...afterMove({ ...before, queue }, view) }));
  }, [queue]);

  return { ...state, more, moved, read };
};
