import { useEffect } from 'preact/hooks';
import { call } from '../client/client.ts';
import type { Counts } from './rows.ts';

const REFRESH_EVERY_MS = 60_000;

/**
 * How many are due soon and overdue: asked for when what they are counted from has `moved`, and every minute while the
 * page is seen, because they move with the clock too. Nothing is asked before the first list is there (`moved` undefined).
 */
export const useDueCounts = (agency: string | undefined, moved: string | undefined, show: (counts: Counts) => void): void => {
  useEffect(() => {
    if (agency === undefined || moved === undefined) return;
    let left = false;
    const count = async (): Promise<void> => {
      const answer = await call('getDueCounts', { params: { agencyCode: agency } });
      if (answer.ok && !left) show(answer.body.counts);
    };
    void count();
    const timer = setInterval(() => { if (document.visibilityState === 'visible') void count(); }, REFRESH_EVERY_MS);
    return () => { left = true; clearInterval(timer); };
  }, [agency, moved, show]);
};
