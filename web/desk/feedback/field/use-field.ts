import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { call, newRequestKey, problemOf } from '../../../client/client.ts';
import { keep } from '../../../client/keep.ts';
import { sendShot } from '../../../client/send-shot.ts';
import { sendDecision } from '../acts.ts';
import { feedbackTexts } from '../texts.ts';
import { officerShots } from '../use-media-files.ts';
import { jobOf } from './nearest.ts';
import type { Job } from './nearest.ts';
import { deedsOf, sendDeeds } from './outbox.ts';
import type { Deed, FieldCarrier } from './outbox.ts';

const AGAIN_MS = 20_000;
/** A phone says that it is online a moment before it is. */
const SETTLED_MS = 1500;
const MOST = 200;
type Known = { readonly jobs: readonly Job[]; readonly at: string };

const carrier: FieldCarrier = {
  open: (feedbackId) => call('openFeedback', { params: { feedbackId } }), upload: (shot) => sendShot(shot, officerShots), carryOut: sendDecision, newKey: newRequestKey,
  conflict: problemOf('feedback-state-conflict', { status: 409, vi: feedbackTexts('vi')('noLonger'), en: feedbackTexts('en')('noLonger') }),
};

const readJobs = async (agencyCode: string): Promise<readonly Job[] | undefined> => {
  const [toTake, mine] = await Promise.all((['to-take', 'mine'] as const).map((queue) => call('getFeedbackQueue', { params: { agencyCode, queue }, query: { limit: MOST } })));
  if (toTake?.ok !== true || mine?.ok !== true) return undefined;
  const own = mine.body.items.map((row) => jobOf(row, row.state !== 'ASSIGNED'));
  return [...own, ...toTake.body.items.filter((row) => row.officer === undefined && !own.some(({ feedbackId }) => feedbackId === row.feedbackId)).map((row) => jobOf(row, false))];
};

/** One sender at a time on this device. */
const alone = async (act: () => Promise<void>): Promise<void> => { if ('locks' in navigator) await navigator.locks.request('viec', act); else await act(); };

/** The work of an agency's officer at the scene, as last known, and what was done and waits to be told. */
export const useField = (agency: string, doer: string) => {
  const own = deedsOf(doer);
  const [known, setKnown] = useState<Known>();
  const [old, setOld] = useState(false);
  const [deeds, setDeeds] = useState<readonly Deed[]>([]);
  const [busy, setBusy] = useState(false);
  const sending = useRef(false);
  const again = useRef(false);
  const store = `quanh-toi/${agency}/${doer}`;

  const read = useCallback(async (): Promise<void> => {
    const [kept, jobs] = [await keep(), await readJobs(agency)];
    setOld(jobs === undefined);
    if (jobs === undefined) { setKnown((await kept.get<Known>(store))); return; }
    const now = { jobs, at: new Date().toISOString() };
    await kept.change({ [store]: now });
    setKnown(now);
  }, [agency]);
  const push = useCallback(async (): Promise<void> => {
    if (sending.current) { again.current = true; return; }
    sending.current = true;
    again.current = false;
    const kept = await keep();
    if ((await kept.all<Deed>(own)).some(({ problem }) => problem === undefined)) {
      setBusy(true);
      await alone(() => sendDeeds(kept, carrier, doer)).catch(() => undefined);
      setBusy(false);
    }
    setDeeds(await kept.all<Deed>(own));
    // nothing leaves while it reads: a job taken between the two queues would stand in neither, and its open form be gone
    await read();
    sending.current = false;
    // something was done, or the network came, while this was on its way
    if (again.current) await push();
  }, [read]);
  useEffect(() => {
    const now = (): void => { void push(); };
    now();
    const timer = setInterval(now, AGAIN_MS);
    let settled: ReturnType<typeof setTimeout> | undefined;
    const back = (): void => { now(); settled = setTimeout(now, SETTLED_MS); };
    addEventListener('online', back);
    return () => { clearInterval(timer); clearTimeout(settled); removeEventListener('online', back); };
  }, [push]);

  /** Kept first, then sent: it is on this phone or at the province, whatever happens. */
  const post = useCallback(async (deed: Pick<Deed, 'feedbackId' | 'trackingCode' | 'act' | 'text' | 'shots'>): Promise<void> => {
    const kept = await keep();
    const at = new Date().toISOString();
    const whole: Deed = { ...deed, at, id: `${at}-${newRequestKey()}` };
    await kept.change({ [own + whole.id]: whole });
    setDeeds(await kept.all<Deed>(own));
    await push();
  }, [push]);
  const drop = useCallback(async (id: string): Promise<void> => { await (await keep()).change({}, [own + id]); await push(); }, [push]);
  return { known, old, deeds, busy, post, push, drop };
};
