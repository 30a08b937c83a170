import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { carrier } from './carrier.ts';
import { OUTBOX, SENT, type Sent, type Waiting } from './draft.ts';
import { keep } from '../../client/keep.ts';
import { alone, sendWaiting } from './outbox.ts';

export type Outbox = { readonly waiting: readonly Waiting[]; readonly sent: readonly Sent[]; readonly busy: boolean; readonly push: () => Promise<void>; readonly refresh: () => Promise<void> };
const SOON_MS = 500, AGAIN_MS = 20_000;

/** Asks the worker to send when the network returns, though the page is closed by then. Not every browser can. */
const sendInBackground = async (): Promise<void> => {
  const worker = await navigator.serviceWorker?.getRegistration();
  const sync = (worker as unknown as { sync?: { register: (tag: string) => Promise<void> } } | undefined)?.sync;
  await sync?.register('phan-anh').catch(() => undefined);
};

/** What waits on this device and what was sent from it. Sends at once, when the network returns, and again while something waits. */
export const useOutbox = (): Outbox => {
  const [waiting, setWaiting] = useState<readonly Waiting[]>([]);
  const [sent, setSent] = useState<readonly Sent[]>([]);
  const [busy, setBusy] = useState(false);
  const attempts = useRef(0);
  const refresh = useCallback(async () => {
    const kept = await keep();
    setWaiting(await kept.all<Waiting>(OUTBOX));
    setSent((await kept.all<Sent>(SENT)).toSorted((a, b) => b.at.localeCompare(a.at)));
  }, []);
  const push = useCallback(async () => {
    const kept = await keep();
    if ((await kept.all(OUTBOX)).length > 0) {
      setBusy(true);
      void sendInBackground();
      await alone(() => sendWaiting(kept, carrier())).catch(() => undefined);
      setBusy(false);
    }
    await refresh();
  }, []);
  useEffect(() => {
    const now = (): void => { void push(); };
    const seen = (): void => { if (document.visibilityState === 'visible') now(); };
    now();
    const online = (): void => { attempts.current = 0; now(); };
    addEventListener('online', online);
    document.addEventListener('visibilitychange', seen);
    const told = new BroadcastChannel('phan-anh');
    told.onmessage = () => { void refresh(); };
    return () => { removeEventListener('online', online); document.removeEventListener('visibilitychange', seen); told.close(); };
  }, []);
  const due = waiting.some(({ problem, parked }) => problem === undefined && parked !== true);
  useEffect(() => {
    if (!due || busy) return undefined;
    // a phone says that it is online a moment before it is: soon again, then less often
    const timer = setTimeout(() => { void push(); }, navigator.onLine ? Math.min(AGAIN_MS, SOON_MS * 2 ** attempts.current++) : AGAIN_MS);
    return () => { clearTimeout(timer); };
  }, [due, busy]);
  return { waiting, sent, busy, push, refresh };
};
