import type { CalendarSpec } from '../../../shared/kernel/working-time/calendar.ts';
import { isWorked, slowPausedDueAt, type SlowPausedTerm } from '../../kernel/slow-pause.ts';

/** Every version there will be of the calendar and of the term, from version 1 on, and the way inside an agency where the procedure declares one. */
export type Rules = { readonly calendars: readonly CalendarSpec[]; readonly terms: readonly (SlowPausedTerm | undefined)[]; readonly way?: readonly string[] | undefined };

/**
 * One dossier as the regulation tells of it, a second time and written differently: a life is a diary, and where the
 * dossier stands is read off it. It shares no code with what it is held against.
 */
export type Entry = {
  readonly act: string; readonly at: Date;
  /** of a later promise */ readonly extraDays?: number;
  /** the agency the dossier lies with from here on */ readonly agency?: string;
  /** the versions its date is reckoned by from here on */ readonly calendar?: number; readonly term?: number;
};
export type Life = { readonly rules: Rules; readonly diary: readonly Entry[] };

const dayMs = 86_400_000;
export const dayOf = (instant: Date): string => new Date(instant.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
export const nextDay = (day: string, days = 1): string => new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);

/** What holds a dossier up, in which status, and what lets it go on. */
const waits: Readonly<Record<string, number>> = { 'request-supplement': 5, 'request-payment': 6, stop: 8 };
const goesOn = new Set(['answer-supplement', 'record-payment', 'exempt-payment', 'resume']);
const ends: Readonly<Record<string, number>> = { refuse: 3, withdraw: 7, finish: 9, 'hand-over': 10 };
const works: Readonly<Record<string, number>> = { submit: 1, accept: 2, take: 4, transfer: 2 };

/** The national status after each page. A dossier that goes on after a wait goes back to the work it was in; the first of an agency's own steps behind the reception that is received begins it. */
export const statusesOf = (diary: readonly Entry[]): number[] => {
  let [work, waiting, end, step] = [0, 0, 0, 0];
  return diary.map(({ act }) => {
    end = ends[act] ?? end;
    step = act === 'transfer' ? 0 : step + (act === 'hand-on' ? 1 : act === 'send-back' ? -1 : 0);
    work = works[act] ?? (act === 'receive' && work === 2 && step > 0 ? 4 : work);
    waiting = waits[act] ?? (goesOn.has(act) || (act === 'settle-payment' && waiting === 6) ? 0 : waiting);
    return end || waiting || work;
  });
};
export const statusOf = ({ diary }: Life): number => statusesOf(diary).at(-1) ?? 0;

/** Where a dossier is filed, and the agency it lies with after each page. */
export const receiver = 'H30.19.01';
export const holdersOf = (diary: readonly Entry[]): string[] => {
  let holder = receiver;
  return diary.map(({ agency }) => { holder = agency ?? holder; return holder; });
};
export const holderOf = ({ diary }: Life): string => holdersOf(diary).at(-1) ?? receiver;
/** Who passed it on and reads on; who was dissolved reads no more. */
export const passedOnBy = ({ diary }: Life): string[] => { const holders = holdersOf(diary); return diary.flatMap(({ act }, page) => (act === 'transfer' ? [holders[page - 1] ?? receiver] : [])); };

type Wait = { readonly pausedAt: Date; readonly resumedAt?: Date };
const isWait = (status: number | undefined): boolean => status === 5 || status === 6 || status === 8;

/** The times the clock stood after acceptance: from the first reason to wait until the dossier goes on. No moment lies before the one before it. */
const waitsOf = ({ diary }: Life): Wait[] => {
  const found: Wait[] = [];
  const statuses = statusesOf(diary);
  let last = receivedAt({ diary });
  if (last === undefined) return [];
  for (let page = diary.findIndex(({ act }) => act === 'accept') + 1; page < diary.length; page++) {
    const [before, after, at] = [isWait(statuses[page - 1]), isWait(statuses[page]), (diary[page] as Entry).at];
    if (before === after || (statuses[page] ?? 0) === 7) continue;
    const moment: Date = at < last ? last : at;
    if (after) found.push({ pausedAt: moment });
    else found.push({ ...found.pop() as Wait, resumedAt: moment });
    last = moment;
  }
  return found;
};

export const receivedAt = ({ diary }: Pick<Life, 'diary'>): Date | undefined => diary.find(({ act }) => act === 'accept')?.at;
export const extended = ({ diary }: Life): Entry | undefined => diary.find(({ act }) => act === 'extend');

const latest = (diary: readonly Entry[], version: 'calendar' | 'term'): number => diary.findLast((entry) => entry[version] !== undefined)?.[version] ?? 1;
/** What the date is reckoned by: the calendar of the receipt and the term it was filed under, until an official takes others. */
export const calendarOf = ({ rules, diary }: Life): CalendarSpec => rules.calendars[latest(diary, 'calendar') - 1] as CalendarSpec;
export const termOf = ({ rules, diary }: Life): SlowPausedTerm | undefined => rules.terms[latest(diary, 'term') - 1];

/** The promised date, by the slow clock: none before acceptance, while the clock stands, without a term, or when the applicant took the dossier back. */
export const dueAt = (life: Life): Date | undefined => {
  if (!reckoned.has(life)) reckoned.set(life, reckon(life));
  return reckoned.get(life);
};
/** A diary is asked more than once, and its pages do not change. */
const reckoned = new WeakMap<Life, Date | undefined>();

const reckon = (life: Life): Date | undefined => {
  const [received, published] = [receivedAt(life), termOf(life)];
  if (received === undefined || published === undefined || life.diary.some(({ act }) => act === 'withdraw')) return undefined;
  const term = { ...published, amount: published.amount + (extended(life)?.extraDays ?? 0) };
  const all = waitsOf(life);
  const over = all.filter((wait): wait is Required<Wait> => wait.resumedAt !== undefined);
  const due = slowPausedDueAt(calendarOf(life), term, received, over);
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

const settles = new Set(['record-payment', 'exempt-payment', 'settle-payment', 'resume', 'withdraw']);
/** How often money was asked for, and whether the last time still waits for it. */
export const owedOf = ({ diary }: Life): { readonly asked: number; readonly due: boolean } => {
  const last = diary.findLastIndex(({ act }) => act === 'request-payment');
  return { asked: diary.filter(({ act }) => act === 'request-payment').length, due: last >= 0 && !diary.slice(last).some(({ act }) => settles.has(act)) };
};

/** Where the officers look for a dossier of a status. */
export const queueOf = (status: number): string | undefined => [undefined, 'to-accept', 'to-take', undefined, 'processing', 'paused', 'paused', undefined, 'paused', 'to-hand-over', undefined][status];

/** Days worked after one day, up to another. */
export const workedDaysBetween = (spec: CalendarSpec, from: string, to: string): number => {
  let count = 0;
  for (let day = nextDay(from); day <= to; day = nextDay(day)) if (isWorked(spec, day)) count++;
  return count;
};
