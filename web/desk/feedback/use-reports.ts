import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { FeedbackQueue } from '../../../shared/contracts/feedback-desk.ts';
import type { FeedbackRow } from '../../../shared/contracts/feedback-shapes.ts';
import type { ProblemBody } from '../../../shared/contracts/problems.ts';
import { call } from '../../client/client.ts';

const PAGE = 50;
const LARGEST_PAGE = 200;
const MOST_ROWS = 2000;
const REFRESH_EVERY_MS = 10_000;

export type Counts = Partial<Record<FeedbackQueue, number>>;
type State = { readonly rows: readonly FeedbackRow[]; readonly counts: Counts; readonly cursor?: string | undefined; readonly asOf?: Date; readonly loading: boolean; readonly problem?: ProblemBody | undefined };
type Place = { readonly agency: string; readonly queue: FeedbackQueue; readonly category?: string | undefined; readonly area?: string | undefined };

const readPages = async ({ agency, queue, category, area }: Place, wanted: number) => {
  const byId = new Map<string, FeedbackRow>();
  let cursor: string | undefined;
  let counts: Counts = {};
  do {
    const answer = await call('getFeedbackQueue', { params: { agencyCode: agency, queue }, query: { category, area, cursor, limit: Math.min(LARGEST_PAGE, wanted - byId.size) } });
    if (!answer.ok) return answer;
    for (const row of answer.body.items) byId.set(row.feedbackId, row);
    ({ cursor, counts } = answer.body);
  } while (cursor !== undefined && byId.size < wanted);
  return { ok: true as const, body: { rows: [...byId.values()], counts, cursor } };
};

/** A queue of reports, read again every ten seconds while the page is seen. An answer that was overtaken is dropped. */
export const useReports = ({ agency, queue, category, area }: Place) => {
  const [state, setState] = useState<State>({ rows: [], counts: {}, loading: true });
  const turn = useRef(0);
  const wanted = useRef(PAGE);

  const read = useCallback(async (): Promise<void> => {
    turn.current += 1;
    const mine = turn.current;
    const answer = await readPages({ agency, queue, category, area }, wanted.current);
    if (turn.current !== mine) return;
    setState((before) => (answer.ok ? { ...answer.body, loading: false, asOf: new Date() } : { ...before, loading: false, problem: answer.problem }));
  }, [agency, queue, category, area]);

  useEffect(() => {
    wanted.current = PAGE;
    setState(({ counts }) => ({ rows: [], counts, loading: true }));
    void read();
    const again = (): void => { if (document.visibilityState === 'visible') void read(); };
    const timer = setInterval(again, REFRESH_EVERY_MS);
    document.addEventListener('visibilitychange', again);
    addEventListener('online', again);
    return () => { turn.current += 1; clearInterval(timer); document.removeEventListener('visibilitychange', again); removeEventListener('online', again); };
  }, [read]);

  const more = useCallback((): void => { wanted.current = Math.min(MOST_ROWS, wanted.current * 2); void read(); }, [read]);
  /** A report that left the list is gone at once; the next answer of the server says the rest. */
  const moved = useCallback((feedbackId: string): void => {
    turn.current += 1;
    setState((before) => ({ ...before, rows: before.rows.filter((row) => row.feedbackId !== feedbackId) }));
    void read();
  }, [read]);
  return { ...state, more, moved, read };
};
