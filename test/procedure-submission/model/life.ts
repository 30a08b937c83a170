import type { CalendarSpec } from '../../../shared/kernel/working-time/calendar.ts';
import { isWorked, slowPausedDueAt, type SlowPausedTerm } from '../../kernel/slow-pause.ts';

/**
 * One dossier as the regulation tells of it, a second time and written differently: a life is a diary, and where the
 * dossier stands is read off it. It shares no code with what it is held against.
 */
export type Entry = { readonly act: string; readonly at: Date; /** of a later promise */ readonly extraDays?: number };
export type Life = { readonly term: SlowPausedTerm | undefined; readonly spec: CalendarSpec; readonly diary: readonly Entry[] };

const dayMs = 86_400_000;
export const dayOf = (instant: Date): string => new Date(instant.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
export const nextDay = (day: string, days = 1): string => new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);

/** What holds a dossier up, in which status, and what lets it go on. */
const waits: Readonly<Record<string, number>> = { 'request-supplement': 5, 'request-payment': 6, stop: 8 };
const goesOn = new Set(['answer-supplement', 'record-payment', 'exempt-payment', 'resume']);
const ends: Readonly<Record<string, number>> = { refuse: 3, withdraw: 7, finish: 9, 'hand-over': 10 };
const works: Readonly<Record<string, number>> = { submit: 1, accept: 2, take: 4 };

/** The national status. A dossier that goes on after a wait goes back to the work it was in. */
export const statusOf = ({ diary }: Life): number => {
  let [work, waiting] = [0, 0];
  for (const { act } of diary) {
    if (act in ends) return diary.some((later) => later.act === 'hand-over') ? 10 : ends[act] ?? 0;
    if (act in works) work = works[act] ?? 0;
    if (act in waits) waiting = waits[act] ?? 0;
    if (goesOn.has(act)) waiting = 0;
  }
  return waiting === 0 ? work : waiting;
};

type Wait = { readonly pausedAt: Date; readonly resumedAt?: Date };

/** The times the clock stood after acceptance: from the first reason to wait until the dossier goes on. No moment lies before the one before it. */
const waitsOf = ({ diary }: Life): Wait[] => {
  const found: Wait[] = [];
  let last = receivedAt({ diary });
  if (last === undefined) return [];
  for (const { act, at } of diary.slice(diary.findIndex((entry) => entry.act === 'accept') + 1)) {
    const open = found.at(-1)?.resumedAt === undefined ? found.at(-1) : undefined;
    const moment: Date = at < last ? last : at;
    if (act in waits && open === undefined) found.push({ pausedAt: moment });
    else if (goesOn.has(act) && open !== undefined) found.splice(-1, 1, { ...open, resumedAt: moment });
    else continue;
    last = moment;
  }
  return found;
};

export const receivedAt = ({ diary }: Pick<Life, 'diary'>): Date | undefined => diary.find(({ act }) => act === 'accept')?.at;
export const extended = ({ diary }: Life): Entry | undefined => diary.find(({ act }) => act === 'extend');

/** The promised date, by the slow clock: none before acceptance, while the clock stands, without a term, or when the applicant took the dossier back. */
export const dueAt = (life: Life): Date | undefined => {
  if (!reckoned.has(life)) reckoned.set(life, reckon(life));
  return reckoned.get(life);
};
/** A diary is asked more than once, and its pages do not change. */
const reckoned = new WeakMap<Life, Date | undefined>();

const reckon = (life: Life): Date | undefined => {
  const received = receivedAt(life);
  if (received === undefined || life.term === undefined || life.diary.some(({ act }) => act === 'withdraw')) return undefined;
  const term = { ...life.term, amount: life.term.amount + (extended(life)?.extraDays ?? 0) };
  const all = waitsOf(life);
  const over = all.filter((wait): wait is Required<Wait> => wait.resumedAt !== undefined);
  const due = slowPausedDueAt(life.spec, term, received, over);
  const standsSince = all.find((wait) => wait.resumedAt === undefined)?.pausedAt;
  return standsSince !== undefined && due > standsSince ? undefined : due;
};

/** Judged when the result exists. */
export const verdictOf = (life: Life): 'early' | 'on-time' | 'late' | undefined => {
  const [finished, due] = [life.diary.find(({ act }) => act === 'finish')?.at, dueAt(life)];
  if (finished === undefined || due === undefined) return undefined;
  if (finished.getTime() > due.getTime()) return 'late';
  return dayOf(finished) === dayOf(due) ? 'on-time' : 'early';
};

/** Where the officers look for a dossier of a status. */
export const queueOf = (status: number): string | undefined => [undefined, 'to-accept', 'to-take', undefined, 'processing', 'paused', 'paused', undefined, 'paused', 'to-hand-over', undefined][status];

/** Days worked after one day, up to another. */
export const workedDaysBetween = (spec: CalendarSpec, from: string, to: string): number => {
  let count = 0;
  for (let day = nextDay(from); day <= to; day = nextDay(day)) if (isWorked(spec, day)) count++;
  return count;
};
