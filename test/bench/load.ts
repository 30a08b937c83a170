import { setTimeout as pause } from 'node:timers/promises';
import type { Province } from '../../infra/local/province.ts';
import { localPassword } from '../../infra/local/seed/accounts.ts';
import { atOnce } from '../../infra/local/seed/until.ts';
import { signIn, type Session } from '../../infra/local/seed/sign-in.ts';
import type { DeskDossierView } from '../../shared/contracts/dossier.ts';
import { filingRatio, queueVisibleMilliseconds } from '../budgets/limits.ts';
import { signedInCitizens } from './citizens.ts';
import { milliseconds, percentile, rounded, type Figure, type Line } from './figure.ts';
import { applicant, clerkOf, type Desk, type Run } from './load-people.ts';
import { nullFunction } from './null-function.ts';
import { nothingSeen, timedSession, type Seen } from './timed-session.ts';

/** As many as GC Forms lets loose on its forms; each lets 1 to 5 seconds pass between two requests, as theirs do. */
const users = 100;
const thinkingMilliseconds = [1000, 5000] as const;
const clerksEach = 5;
const desks = [{ agency: 'H30.19.01', username: 'motcua.vithanh1' }, { agency: 'H30.19.02', username: 'motcua.vithanh3' }] as const;
/**
 * `LOAD_SECONDS` shortens the five minutes while one works on it; `LOAD_PACE` says how many times longer than GC Forms' people
 * ours think. On a laptop gateway, table, queues, functions and a hundred browsers share two processors: 5 is what they carry.
 */
const seconds = Number(process.env['LOAD_SECONDS'] ?? 300);
const pace = Number(process.env['LOAD_PACE'] ?? 5);
/** The share of the time in which people arrive. */
const arriving = 0.2;
const drainLimit = 60_000;

const of = (samples: readonly number[]) => ({ p50: rounded(percentile(samples, 0.5)), p99: rounded(percentile(samples, 0.99)) });

type Timed = (session: Session) => Session;
/** `aside`: who looks whether a dossier arrived is an instrument, in the midst of what its filing set going; a clerk's list is timed where a clerk asks for it. */
const openDesks = (siteUrl: string, { timed, aside }: { readonly timed: Timed; readonly aside: Timed }): Promise<Desk[]> => Promise.all(desks.map(async ({ agency, username }) => {
  const enter = (): Promise<Session> => signIn({ siteUrl, realm: 'province', username, password: localPassword });
  const clerks: Session[] = [];
  for (let one = 0; one < clerksEach; one++) clerks.push(timed(await enter()));
  return { agency, looking: aside(await enter()), clerks, waiting: [] };
}));

type Mails = { readonly messages: Readonly<Record<string, readonly { readonly Subject: string }[]>> };
const trackingCode = /HG(?:-[0-9A-Z]{4}){3}/;
/** How many mails went out for each dossier: its code stands in every subject. */
const mailsSent = async (endpoint: string): Promise<Map<string, number>> => {
  const { messages } = await (await fetch(new URL('/_ministack/ses/messages', endpoint))).json() as Mails;
  return new Map([...Map.groupBy(Object.values(messages).flat(), ({ Subject }) => trackingCode.exec(Subject)?.[0] ?? '')].map(([code, own]) => [code, own.length]));
};

type Reckoned = { readonly lost: number; readonly doubled: number; readonly drained: number };

/** What became of every dossier: its number, its receipt and its two mails, once each. Asked for until it is there or the queues had a minute for it. */
const reckoning = async ({ filed }: Run, endpoint: string): Promise<Reckoned> => {
  const begun = performance.now();
  for (;;) {
    const mails = await mailsSent(endpoint);
    const numbers = new Set<string>();
    let [lost, doubled] = [0, 0];
    const one = async ({ view, desk }: Run['filed'][number]): Promise<void> => {
      const { state, number, documents } = await (await desk.looking.send('GET', `/api/desk/dossiers/${view.dossierId}`)).json() as DeskDossierView;
      const [receipts, told] = [documents.filter(({ kind }) => kind === 'receipt').length, mails.get(view.trackingCode) ?? 0];
      if (state.business !== 2 || receipts < 1 || told < 2) lost++;
      if (receipts > 1 || told > 2 || (number !== undefined && numbers.has(number))) doubled++;
      if (number !== undefined) numbers.add(number);
    };
    await atOnce(4, filed, (dossier) => one(dossier).catch(() => { lost++; }));
    const drained = performance.now() - begun;
    if (lost === 0 || drained > drainLimit) return { lost, doubled, drained };
    await pause(500);
  }
};

/** Every kind of request against the calls of the null function beside it. */
const requestLines = ({ samples, beside }: Seen): { lines: Line[]; data: unknown } => {
  const kinds = [...samples].map(([kind, all]) => {
    const [whole, own, nothing] = [of(all.map((one) => one.whole)), of(all.map((one) => one.own)), of(beside.get(kind) ?? [])];
    return { kind, requests: all.length, whole, own, nothing, ratio: rounded(own.p50 / nothing.p50, 2) };
  });
  return {
    lines: kinds.map(({ kind, requests, whole, own, nothing, ratio }): Line => ({
      what: `our time of ${kind}`, value: `${ratio.toFixed(2)}x`, limit: `${filingRatio.toFixed(1)}x`, kept: ratio <= filingRatio,
      note: `${milliseconds(own.p50)} against ${milliseconds(nothing.p50)}; with AWS ${milliseconds(whole.p50)} p50, ${milliseconds(whole.p99)} p99; ${requests} requests`,
    })),
    data: kinds,
  };
};

/**
 * The load of GC Forms on our matter: a hundred people who arrive, begin a draft, send their files, file, and look at
 * what became of it, while clerks accept; and afterwards every dossier is looked for.
 */
export const load = async (province: Province): Promise<Figure> => {
  const { endpoint, siteUrl } = province;
  const seen = nothingSeen();
  const nothing = await nullFunction(province);
  const timed: Timed = (session) => timedSession(session, seen, nothing.path);
  const aside: Timed = (session) => timedSession(session, { ...seen, samples: new Map(), beside: new Map() }, nothing.path);
  const citizens = (await signedInCitizens(province, users, 'load')).map(timed);
  const open = await openDesks(siteUrl, { timed, aside });
  const [least, most] = thinkingMilliseconds;
  const begun = performance.now();
  let filing = true;
  const run: Run = {
    endpoint, desks: open, thinking: { citizen: [least * pace, most * pace], clerk: [least, most] }, isOpen: () => performance.now() - begun < seconds * 1000, isFiling: () => filing,
    filed: [], accepted: [], visible: [], doubled: [],
  };
  try {
    const working = open.flatMap((desk, at) => desk.clerks.map((clerk, place) => clerkOf(run, desk, { clerk, place: at * clerksEach + place })));
    await Promise.all(citizens.map(async (citizen, place) => {
      await pause(seconds * 1000 * arriving * place / users);
      await applicant(run, { citizen, place });
    }));
    filing = false;
    await Promise.all(working);
    await Promise.all(seen.open);
    const took = (performance.now() - begun) / 1000;
    const requests = [...seen.samples.values(), ...seen.beside.values()].reduce((sum, { length }) => sum + length, 0);
    const { lines, data } = requestLines(seen);
    const { lost, doubled, drained } = await reckoning(run, endpoint);
    const { p50, p99 } = of(run.visible);
    const limit = queueVisibleMilliseconds.p99;
    return {
      title: 'A hundred people at once', how: `${users} people over ${seconds} s and what they had begun (${Math.round(took)} s), ${run.thinking.citizen.map((ms) => ms / 1000).join(' to ')} s between two requests (${pace}x GC Forms), ${Math.round(requests / took)} requests a second, ${open.length * clerksEach} clerks`,
      lines: [
        { what: 'errors', value: String(seen.errors.length), limit: '0', kept: seen.errors.length === 0 },
        { what: 'dossiers filed, all accepted', value: `${run.filed.length}, ${run.accepted.length}`, kept: run.filed.length === run.accepted.length },
        { what: 'lost, doubled', value: `${lost}, ${doubled + run.doubled.length}`, limit: '0, 0', kept: lost + doubled + run.doubled.length === 0 },
        { what: 'numbers, receipts and mails all there after', value: milliseconds(drained), limit: milliseconds(drainLimit), kept: drained <= drainLimit },
        { what: 'filed to visible in the queue, p50', value: milliseconds(p50) },
        { what: 'filed to visible in the queue, p99', value: milliseconds(p99), limit: milliseconds(limit), kept: p99 <= limit },
        ...lines,
      ],
      data: { users, seconds, pace, took, requests, filed: run.filed.length, accepted: run.accepted.length, lost, doubled: doubled + run.doubled.length, drained, visible: { p50, p99 }, kinds: data, errors: seen.errors.slice(0, 20) },
    };
  } finally {
    await nothing.remove();
  }
};
