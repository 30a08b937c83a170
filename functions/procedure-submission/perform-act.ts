import { DomainError } from '../../shared/kernel/domain-error.ts';
import { postFor, type Citizen } from '../../shared/runtime/actor.ts';
import type { NewEvent } from '../../shared/runtime/outbox.ts';
import { requireReader, rolesIn } from './desk-rights.ts';
import { allowedTo, competentAgency, decide, isOwn, move, readingAgencies, type Changes, type Issued, type Standing } from './dossier.ts';
import { lookFrom, stepFollows } from './follow-clock.ts';
import { sealHappening, type PrivatePart, type PublicActor } from './history.ts';
import type { DeskDoer } from './machine-doer.ts';
import type { StepMark } from './internal-step.ts';
import type { Asked, Change, Directory, DossierRecord, DossierStore } from './ports.ts';
import { newSalt } from '../../shared/runtime/salt.ts';
import type { Obligation } from './payment.ts';
import type { Round } from './supplement.ts';
import { deskRolesOf, type DeskActName, type DeskRole, type OwnActName, type ProvinceActName, type Transition } from './transitions.ts';

export type ActCommand = { readonly dossierId: string; readonly revision: number; readonly asked: Asked };

/** What an act adds to the bare transition. */
type Prepared = {
  readonly changes?: Changes; readonly event: (after: Omit<Standing, 'historyHead'>) => NewEvent;
  readonly reason?: string; readonly asked?: readonly string[]; readonly document?: Issued; readonly round?: Round; readonly obligation?: Obligation;
  /** a document that the new one stands in the place of */
  readonly replaces?: Change['replaces'];
  /** the hand-over between internal steps, for the sealed history */
  readonly step?: StepMark;
  /** instants at which time alone brings something about */
  readonly looks?: readonly string[];
  /** files the act binds, each with where the request names it */
  readonly uploads?: readonly { readonly uploadId: string; readonly owner: string; readonly pointer: string }[];
};
export type Prepare = (record: DossierRecord, transition: Transition) => Promise<Prepared> | Prepared;
export type ActDeps = { readonly dossiers: DossierStore; readonly directory: Pick<Directory, 'calendar'> };

/** Who acts: what may be reached, in which roles, and what history says of it. */
type Doer<Act> = {
  readonly act: Act;
  /** throws `not-found` for what the doer must not even know of */
  readonly reach: (record: DossierRecord) => void;
  readonly roles: (record: DossierRecord) => readonly string[];
  readonly sign: (record: DossierRecord, transition: Transition) => { readonly by: PublicActor; readonly who: Pick<PrivatePart, 'person' | 'name' | 'onBehalfOf'> };
};

type AnyAct = DeskActName | OwnActName | ProvinceActName;
/** Without a revision: whatever stands there when it is read. */
type AnyCommand = Omit<ActCommand, 'revision'> & { readonly revision?: number };

const perform = async (deps: ActDeps, doer: Doer<AnyAct>, command: AnyCommand, prepare: Prepare): Promise<DossierRecord> => {
  const { dossierId, asked } = command;
  const load = async (): Promise<DossierRecord> => {
    const record = await deps.dossiers.load(dossierId);
    if (record === undefined) throw new DomainError('not-found');
    doer.reach(record);
    return record;
  };
  const record = await load();
  try {
    const transition = decide(record, { act: doer.act, revision: command.revision ?? record.standing.revision, roles: doer.roles(record) });
    const prepared = await prepare(record, transition);
    const change = await apply(deps, record, { doer, transition, prepared, asked });
    const outcome = await deps.dossiers.change(change);
    if (outcome.kind === 'written') return afterwards(record, change);
    if (outcome.kind === 'taken') throw new DomainError('upload-reused', undefined, { pointers: [prepared.uploads?.[outcome.index]?.pointer ?? '/body'] });
    if (outcome.kind === 'number-taken') throw new DomainError('number-taken', undefined, { pointers: ['/body/number'] });
    if (outcome.kind === 'replayed') return await load();
    const meanwhile = await load();
    throw new DomainError('changed-meanwhile', undefined, { extra: { allowed: allowedTo(meanwhile.standing, doer.roles(meanwhile)) } });
  } catch (error) {
    if (error instanceof DomainError && (await deps.dossiers.answered(asked.requestKey)) === dossierId) return load();
    throw error;
  }
};

type Decided = { readonly doer: Doer<AnyAct>; readonly transition: Transition; readonly prepared: Prepared; readonly asked: Asked };

const apply = async (deps: ActDeps, record: DossierRecord, { doer, transition, prepared, asked }: Decided): Promise<Change> => {
  const { reason, asked: list, document, uploads, round, obligation, replaces, step } = prepared;
  const at = asked.cause.now.toISOString();
  const after = move(record, transition, at, await stepFollows(deps.directory, record.standing, prepared.changes));
  const { by, who } = doer.sign(record, transition);
  const entry = await sealHappening(record.standing.historyHead, {
    seq: after.revision, at, act: doer.act, from: record.standing.business, to: after.business, by, ...(step === undefined ? {} : { step }),
    private: { ...who, ...(reason === undefined || reason === '' ? {} : { reason }), ...(list === undefined ? {} : { asked: list }), salt: newSalt() },
  });
  const look = await lookFrom(deps.directory, record, { standing: after, now: asked.cause.now });
  return {
    before: record, after: { ...after, historyHead: entry.hash }, entry, event: prepared.event(after), asked, looks: [...prepared.looks ?? [], ...(look === undefined ? [] : [look])],
    ...(document === undefined ? {} : { document }), ...(uploads === undefined ? {} : { uploads }), ...(round === undefined ? {} : { round }), ...(obligation === undefined ? {} : { obligation }), ...(replaces === undefined ? {} : { replaces }),
  };
};

const afterwards = (record: DossierRecord, change: Change): DossierRecord => ({
  ...record, standing: change.after, history: [...record.history, change.entry],
  rounds: change.round === undefined ? record.rounds : [...record.rounds.filter(({ round }) => round !== change.round?.round), change.round],
  obligations: change.obligation === undefined ? record.obligations : [...record.obligations.filter(({ obligation }) => obligation !== change.obligation?.obligation), change.obligation],
  documents: [
    ...record.documents.map((one) => (one.documentId === change.replaces?.documentId ? { ...one, replacedAt: change.replaces.at } : one)),
    ...(change.document === undefined ? [] : [change.document]),
  ],
});

/** The role an act is signed with: a step's owner signs with the role that owns the step. */
const roleOf = ({ standing: { internal } }: DossierRecord, by: Transition['by']): DeskRole | undefined => {
  if (by === 'step-owner') return internal?.role;
  return by === 'citizen' || by === 'system' ? undefined : by;
};

/**
 * The one way an officer moves a dossier: load, check her post in its agency, decide, write over the revision seen.
 * Of two at once one is written; the other learns `changed-meanwhile` and what she may do instead. The same request
 * again is answered with the dossier, as it was the first time.
 */
export const performAct = (deps: ActDeps, officer: DeskDoer, { act, ...command }: ActCommand & { act: DeskActName | 'report-progress' }, prepare: Prepare): Promise<DossierRecord> => {
  const { now } = command.asked.cause;
  const agencyOf = (record: DossierRecord): string => competentAgency(record).code;
  const actRoles = act === 'report-progress' || officer.machine === true ? (['case-officer'] as const) : deskRolesOf(act);
  return perform(deps, {
    act,
    // who read on after a transfer learns that nothing is left to do there, not that the dossier is gone
    reach: (record) => {
      if (record.standing.transfers === undefined) postFor(officer, agencyOf(record), actRoles, now);
      else requireReader(officer, readingAgencies(record), now);
    },
    roles: (record) => [...rolesIn(officer, agencyOf(record), now), ...(officer.machine === true ? ['system'] : [])],
    sign: (record, { by }) => {
      const role = roleOf(record, by);
      const { actingFor } = postFor(officer, agencyOf(record), role === undefined ? actRoles : [role], now);
      return {
        by: { kind: officer.machine === true ? 'system' : 'officer', agency: agencyOf(record), ...(role === undefined ? {} : { role }) },
        who: { person: officer.personId, name: officer.name, ...(actingFor === undefined ? {} : { onBehalfOf: actingFor }) },
      };
    },
  }, command, prepare);
};

/** The one way an applicant moves an own dossier, under the same rules. Another's answers as one that does not exist. */
export const performOwnAct = (deps: ActDeps, citizen: Citizen, { act, ...command }: ActCommand & { act: OwnActName }, prepare: Prepare): Promise<DossierRecord> =>
  perform(deps, {
    act,
    reach: ({ filed }) => { if (!isOwn(filed, citizen)) throw new DomainError('not-found'); },
    roles: () => ['citizen'],
    sign: ({ filed }) => ({ by: { kind: 'citizen' }, who: { person: citizen.subject, name: filed.applicant.name } }),
  }, command, prepare);

/** What the province's own machinery does to a dossier, under the same rules; it has seen no revision. */
export const performForProvince = (deps: ActDeps, { act, ...command }: AnyCommand & { act: ProvinceActName }, prepare: Prepare): Promise<DossierRecord> =>
  perform(deps, { act, reach: () => {}, roles: () => ['system'], sign: () => ({ by: { kind: 'system' }, who: { person: 'system', name: 'Hệ thống' } }) }, command, prepare);
