import type { Channel } from '../../shared/kernel/dossier-status.ts';
import { deadline } from '../../shared/kernel/working-time/deadline.ts';
import { atLocal } from '../../shared/kernel/vietnam-time.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import { postFor, type Officer } from '../../shared/runtime/actor.ts';
import { deskRoles } from './desk-rights.ts';
import { vietnamDossierRules } from './dossier-rules.ts';
import type { DeskOfficer, Directory, QueuePlace, QueueSlice, QueueStore, Waiting } from './ports.ts';
import type { QueueName } from './transitions.ts';

type Deps = { readonly queues: QueueStore; readonly directory: Pick<Directory, 'calendar'> };
/** The stored queues, the officer's own desk, and the two ranges of what is running. */
export type QueueView = QueueName | 'mine' | 'due-soon' | 'overdue';
type DueCounts = Record<'due-soon' | 'overdue', number>;
type Counts = Record<Exclude<QueueView, keyof DueCounts>, number>;
export type QueueWish = {
  readonly agency: string; readonly queue: QueueView; readonly cursor?: string | undefined; readonly limit: number;
  readonly procedure?: string | undefined; readonly channel?: Channel | undefined; readonly officer?: string | undefined;
  /** days of Việt Nam, both included */
  readonly dueFrom?: string | undefined; readonly dueTo?: string | undefined;
};

const dayMilliseconds = 86_400_000;
/** Where the clock runs: only there something is due soon or overdue. */
const running: readonly QueuePlace[] = [{ queue: 'to-take' }, { queue: 'processing' }];

/** Until when a dossier counts as due soon: working days where the calendar reaches, days where it does not. */
export const soonUntil = async (directory: Pick<Directory, 'calendar'>, now: Date): Promise<string> => {
  const { amount } = vietnamDossierRules.dueSoon;
  try {
    return deadline(await directory.calendar(), { parts: [{ amount, unit: 'WORKING_DAY' }] }, now).dueAt.toISOString();
  } catch (error) {
    if (error instanceof DomainError) return new Date(now.getTime() + amount * dayMilliseconds).toISOString();
    throw error;
  }
};

type Range = NonNullable<QueueSlice['due']>;
/** Sort keys begin with the due instant; `~` stands behind everything of an instant. */
const overdue = (now: Date): Range => ({ to: now.toISOString() });
const dueSoon = (now: Date, until: string): Range => ({ from: now.toISOString(), to: `${until}~` });

const narrowed = (a: Range | undefined, { dueFrom, dueTo }: QueueWish): Range | undefined => {
  const from = dueFrom === undefined ? undefined : atLocal(dueFrom, '00:00').toISOString();
  const to = dueTo === undefined ? undefined : new Date(atLocal(dueTo, '00:00').getTime() + dayMilliseconds).toISOString();
  if (from === undefined && to === undefined) return a;
  const latest = [a?.from, from].flatMap((one) => one ?? []).toSorted().at(-1);
  const earliest = [a?.to, to].flatMap((one) => one ?? []).toSorted()[0];
  return { from: latest, to: earliest };
};

const sliceOf = (wish: QueueWish, officer: Officer, { now, until }: { now: Date; until: string }): QueueSlice => {
  const { agency, queue, procedure, channel } = wish;
  const range = queue === 'overdue' ? overdue(now) : queue === 'due-soon' ? dueSoon(now, until) : undefined;
  const due = narrowed(range, wish);
  // what one officer works on has its own place: nothing is read to be left out
  const desk = queue === 'mine' ? officer.subject : queue === 'processing' ? wish.officer : undefined;
  const places = desk !== undefined ? [{ officer: desk }] : range !== undefined ? running : [{ queue: queue as QueueName }];
  return { agency, places, ...(due === undefined ? {} : { due }), where: { procedure, channel, officer: desk === undefined ? wish.officer : undefined } };
};

/** A page of a queue with the stored counts of the agency's queues. Reads its own writes. Throws `not-found` for another agency. */
export const listQueue = (deps: Deps) => async (wish: QueueWish, officer: Officer, now: Date): Promise<{ items: readonly Waiting[]; cursor?: string; counts: Counts }> => {
  postFor(officer, wish.agency, deskRoles, now);
  const until = await soonUntil(deps.directory, now);
  const [page, counts] = await Promise.all([deps.queues.waiting(sliceOf(wish, officer, { now, until }), wish), deps.queues.countsFor(wish.agency, officer.subject)]);
  return { ...page, counts };
};

/** The counts that are stored: cheap enough to be asked for every two seconds. */
export const countQueues = ({ queues }: Pick<Deps, 'queues'>) => (agency: string, officer: Officer, now: Date): Promise<Counts> => {
  postFor(officer, agency, deskRoles, now);
  return queues.countsFor(agency, officer.subject);
};

/** The two ranges of what is running: no row holds their counts, they read as many keys as there are, so a list does not wait for them. */
export const countDue = ({ queues, directory }: Deps) => async (agency: string, officer: Officer, now: Date): Promise<DueCounts> => {
  postFor(officer, agency, deskRoles, now);
  const { soon, overdue: late } = await queues.countDue(agency, running, { now: now.toISOString(), until: await soonUntil(directory, now) });
  return { 'due-soon': soon, overdue: late };
};

/** Who works on dossiers of an agency, and on how many. */
export const listOfficers = ({ queues }: Pick<Deps, 'queues'>) => (agency: string, officer: Officer, now: Date): Promise<DeskOfficer[]> => {
  postFor(officer, agency, deskRoles, now);
  return queues.officers(agency);
};
