import { DomainError } from '../../shared/kernel/domain-error.ts';
import { isHeld, postFor, type Officer } from '../../shared/runtime/actor.ts';
import type { Asked } from '../../shared/runtime/asked.ts';
import type { NewEvent } from '../../shared/runtime/outbox.ts';
import { newSalt } from '../../shared/runtime/salt.ts';
import { localDate } from '../../shared/kernel/vietnam-time.ts';
import { calendarIfAny, stepDue, withinCalendar } from './clock.ts';
import { allowedTo, decide, move, type Changes, type Feedback, type Media, type Note, type Standing } from './feedback.ts';
import { sealHappening, type HistoryRecord, type PrivatePart, type PublicActor } from './history.ts';
import { nextLook } from './next-look.ts';
import type { Change, FeedbackDeps, FeedbackRecord } from './ports.ts';
import { unitRoles } from './unit-officer.ts';
import { isSortingAct, rolesOf, type ActName, type DeskActName, type ProvinceActName, type ReporterActName, type Transition } from './transitions.ts';

export type ActCommand = { readonly feedbackId: string; readonly revision: number; readonly asked: Asked };
export type ActDeps = Pick<FeedbackDeps, 'feedback' | 'directory' | 'catalogue'>;

/** One step of what an act does. Most acts are one step; letting in and passing on at once are two. */
type Step<A extends ActName> = { readonly act: A; readonly changes?: Changes; readonly reason?: string; readonly event: (after: Feedback) => NewEvent };
type Prepared<A extends ActName> = {
  readonly steps: readonly [Step<A>, ...Step<A>[]];
  readonly note?: Pick<Note, 'text'> & { readonly doneBy?: string }; readonly media?: readonly Media[];
  /** files the act binds, each with where the request names it */
  readonly uploads?: readonly { readonly uploadId: string; readonly owner: string; readonly pointer: string }[];
  readonly children?: Change['children']; readonly beside?: Change['beside']; readonly forget?: Change['forget']; readonly report?: Change['report'];
};
export type Prepare<A extends ActName> = (record: FeedbackRecord) => Promise<Prepared<A>> | Prepared<A>;

/** Who acts: what may be reached, in which roles, and what history says of it. */
type Doer = {
  /** throws `not-found` for what the doer must not even know of */
  readonly reach: (record: FeedbackRecord) => void;
  readonly roles: (record: FeedbackRecord) => readonly string[];
  readonly sign: (record: FeedbackRecord, transition: Transition) => { readonly by: PublicActor; readonly who: Omit<PrivatePart, 'reason' | 'salt'> };
};

type Applied = { readonly after: Standing; readonly entries: readonly HistoryRecord[]; readonly events: readonly NewEvent[] };

/** Carries the steps out one after the other: decided, moved, clocked and sealed. */
const apply = async <A extends ActName>(deps: ActDeps, doer: Doer, record: FeedbackRecord, { steps, asked }: { steps: Prepared<A>['steps']; asked: Asked }): Promise<Applied> => {
  const at = asked.cause.now;
  const calendar = await calendarIfAny(deps.directory);
  let now: FeedbackRecord = record;
  const entries: HistoryRecord[] = [];
  const events: NewEvent[] = [];
  for (const { act, changes, reason, event } of steps) {
    const { standing } = now;
    const transition = decide(now, { act, revision: standing.revision, roles: doer.roles(now) });
    const moved = move(standing, transition, changes);
    const due = moved.state === standing.state && changes?.promisedAt === undefined && changes?.urgency === undefined ? moved.dueAt : calendar === undefined ? undefined : withinCalendar(() => stepDue(calendar, deps.catalogue.settings, moved, at));
    const { by, who } = doer.sign(now, transition);
    const entry = await sealHappening(standing.historyHead, {
      seq: moved.revision, at: at.toISOString(), act, from: standing.state, to: moved.state, by, private: { ...who, ...(reason === undefined || reason === '' ? {} : { reason }), salt: newSalt() },
    });
    const { dueAt: _former, ...undated } = moved;
    const after: Standing = { ...undated, ...(due === undefined ? {} : { dueAt: due }), historyHead: entry.hash };
    now = { ...now, standing: after };
    entries.push(entry);
    events.push(event(now));
  }
  return { after: now.standing, entries, events };
};

type Wanted<A extends ActName> = { readonly feedbackId: string; readonly revision?: number; readonly asked: Asked; readonly act: A };

const perform = async <A extends ActName>(deps: ActDeps, doer: Doer, { feedbackId, revision, asked, act }: Wanted<A>, prepare: Prepare<A>): Promise<FeedbackRecord> => {
  const load = async (): Promise<FeedbackRecord> => {
    const record = await deps.feedback.load(feedbackId);
    if (record === undefined) throw new DomainError('not-found');
    doer.reach(record);
    return record;
  };
  const record = await load();
  try {
    decide(record, { act, revision: revision ?? record.standing.revision, roles: doer.roles(record) });
    const { steps, note, media, uploads, children, beside, forget, report } = await prepare(record);
    const whole = report === undefined ? record : { ...record, report };
    const applied = await apply(deps, doer, whole, { steps, asked });
    const said: Note | undefined = note === undefined ? undefined : {
      ...note, seq: applied.after.revision, at: asked.cause.now.toISOString(), act, state: applied.after.state, media: (media ?? []).map(({ mediaId }) => mediaId), ...(record.standing.agency === undefined ? {} : { agency: record.standing.agency }),
    };
    const { next } = await nextLook(deps, { ...whole, standing: applied.after, history: [...record.history, ...applied.entries] }, asked.cause.now);
    const outcome = await deps.feedback.change({ before: record, ...applied, asked, ...(next === undefined ? {} : { look: next }), ...(said === undefined ? {} : { note: said }), ...(media === undefined ? {} : { media }), ...(uploads === undefined ? {} : { uploads }), ...(children === undefined ? {} : { children }), ...(beside === undefined ? {} : { beside }), ...(forget === undefined ? {} : { forget }), ...(report === undefined ? {} : { report }) });
    if (outcome.kind === 'written' && forget !== undefined) return await load();
    if (outcome.kind === 'written') return { ...whole, standing: applied.after, history: [...record.history, ...applied.entries], notes: said === undefined ? record.notes : [...record.notes, said], media: [...record.media.filter(({ mediaId }) => media?.some((one) => one.mediaId === mediaId) !== true), ...media ?? []] };
    if (outcome.kind === 'taken') throw new DomainError('upload-reused', undefined, { pointers: [uploads?.[outcome.index]?.pointer ?? '/body'] });
    if (outcome.kind === 'replayed') return await load();
    const meanwhile = await load();
    throw new DomainError('feedback-changed-meanwhile', undefined, { extra: { allowed: allowedTo(meanwhile, doer.roles(meanwhile)) } });
  } catch (error) {
    if (error instanceof DomainError && (await deps.feedback.answered(asked.requestKey)) === feedbackId) return load();
    throw error;
  }
};

const sortingRoles = ['dispatcher', 'moderator', 'hotline-operator'] as const;

/** The roles an officer exercises on a report: those of sorting where that is done for the province, those of a unit in the agency it lies with. */
export const rolesOn = (officer: Officer, { standing }: Feedback, { intake, now }: { readonly intake: string; readonly now: Date }): string[] => {
  const held = officer.posts.filter((post) => isHeld(post, localDate(now)));
  return [...new Set(held.flatMap(({ agency, role }) => ((agency === intake && (sortingRoles as readonly string[]).includes(role)) || (agency === standing.agency?.code && (unitRoles as readonly string[]).includes(role)) ? [role] : [])))];
};

/** Lets through who may read a report: who sorts, the agency it lies with, those it left. Throws `not-found`: to others it does not exist. */
export const requireReader = (officer: Officer, feedback: Feedback, { intake, now }: { readonly intake: string; readonly now: Date }): void => {
  if (rolesOn(officer, feedback, { intake, now }).length > 0) return;
  const left = (feedback.standing.left ?? []).find((agency) => officer.posts.some((post) => post.agency === agency));
  postFor(officer, left ?? feedback.standing.agency?.code ?? intake, left === undefined && feedback.standing.agency === undefined ? sortingRoles : unitRoles, now);
};

/**
 * The one way an officer moves a report: load, check the post, decide, write over the revision seen. Of two at once one
 * is written; the other learns `feedback-changed-meanwhile` and what may be done instead. The same request again is
 * answered with the report, as it was the first time.
 */
export const performAct = <A extends DeskActName>(deps: ActDeps, officer: Officer, command: ActCommand & { readonly act: A }, prepare: Prepare<DeskActName>): Promise<FeedbackRecord> => {
  const { now } = command.asked.cause;
  const intake = deps.catalogue.settings.intakeAgency;
  const placeOf = ({ standing }: Feedback, act: ActName): string => (isSortingAct(act) ? intake : standing.agency?.code ?? intake);
  return perform<DeskActName>(deps, {
    reach: (record) => requireReader(officer, record, { intake, now }),
    roles: (record) => rolesOn(officer, record, { intake, now }),
    sign: (record, { act, by }) => {
      const agency = placeOf(record, act);
      const { actingFor } = postFor(officer, agency, rolesOf(act).filter((role) => role === by), now);
      return { by: { kind: 'officer', agency, role: by }, who: { person: officer.personId, name: officer.name, ...(actingFor === undefined ? {} : { onBehalfOf: actingFor }) } };
    },
  }, command, prepare);
};

/** The one way a reporter moves an own report. Whoever it is was asked before: by the account, or by the key of the receipt. */
export const performForReporter = (deps: ActDeps, command: ActCommand & { readonly act: ReporterActName }, prepare: Prepare<ReporterActName>): Promise<FeedbackRecord> =>
  perform<ReporterActName>(deps, { reach: () => {}, roles: () => ['reporter'], sign: () => ({ by: { kind: 'reporter' }, who: { person: 'reporter', name: 'Người gửi' } }) }, command, prepare);

/** What the province's own machinery does to a report; it has seen no revision. */
export const performForProvince = (deps: ActDeps, command: Omit<ActCommand, 'revision'> & { readonly act: ProvinceActName }, prepare: Prepare<ProvinceActName>): Promise<FeedbackRecord> =>
  perform<ProvinceActName>(deps, { reach: () => {}, roles: () => ['system'], sign: () => ({ by: { kind: 'system' }, who: { person: 'system', name: 'Hệ thống' } }) }, command, prepare);
