import { DomainError } from '../../shared/kernel/domain-error.ts';
import { postFor, type Officer } from '../../shared/runtime/actor.ts';
import type { NewEvent } from '../../shared/runtime/outbox.ts';
import { decide, move, type Issued, type Standing } from './dossier.ts';
import { sealHappening } from './history.ts';
import type { Asked, Change, DossierRecord, DossierStore } from './ports.ts';
import { newSalt } from './salt.ts';
import { allowedActs, transitionOf, type DeskActName } from './transitions.ts';
import { rolesIn } from './desk-rights.ts';

export type ActCommand = { readonly dossierId: string; readonly revision: number; readonly asked: Asked };

/** What an act adds to the bare transition. */
type Prepared = {
  readonly changes?: Parameters<typeof move>[3]; readonly event: (after: Omit<Standing, 'historyHead'>) => NewEvent;
  readonly reason?: string; readonly document?: Issued; readonly upload?: NonNullable<Change['upload']>;
};
type Prepare = (record: DossierRecord) => Promise<Prepared> | Prepared;
export type ActDeps = { readonly dossiers: DossierStore };

const roleOf = (act: DeskActName): 'one-stop-clerk' | 'case-officer' => {
  const { by } = transitionOf(act);
  if (by === 'citizen') throw new TypeError(`${act} is not an act of the desk`);
  return by;
};

const apply = async (record: DossierRecord, officer: Officer, command: ActCommand & { act: DeskActName }, prepare: Prepare): Promise<Change> => {
  const { act, revision, asked } = command;
  const agency = record.filed.agency.code;
  const role = roleOf(act);
  const transition = decide(record, { act, revision, roles: rolesIn(officer, agency, asked.cause.now) });
  const prepared = await prepare(record);
  const at = asked.cause.now.toISOString();
  const after = move(record, transition, at, prepared.changes);
  const entry = await sealHappening(record.standing.historyHead, {
    seq: after.revision, at, act, from: record.standing.business, to: transition.to, by: { kind: 'officer', role, agency },
    private: { person: officer.personId, name: officer.name, ...(prepared.reason === undefined ? {} : { reason: prepared.reason }), salt: newSalt() },
  });
  return {
    before: record, after: { ...after, historyHead: entry.hash }, entry, event: prepared.event(after), asked,
    ...(prepared.document === undefined ? {} : { document: prepared.document }), ...(prepared.upload === undefined ? {} : { upload: prepared.upload }),
  };
};

const afterwards = (record: DossierRecord, change: Change): DossierRecord => ({
  filed: record.filed, standing: change.after, history: [...record.history, change.entry],
  documents: change.document === undefined ? record.documents : [...record.documents, change.document],
});

/**
 * The one way an officer moves a dossier: load, check her post in its agency, decide, write over the revision seen.
 * Of two at once one is written; the other learns `changed-meanwhile` and what she may do instead. The same request
 * again is answered with the dossier, as it was the first time.
 */
export const performAct = async (deps: ActDeps, officer: Officer, command: ActCommand & { act: DeskActName }, prepare: Prepare): Promise<DossierRecord> => {
  const { dossierId, act, asked } = command;
  const load = async (): Promise<DossierRecord> => {
    const record = await deps.dossiers.load(dossierId);
    if (record === undefined) throw new DomainError('not-found');
    postFor(officer, record.filed.agency.code, [roleOf(act)], asked.cause.now);
    return record;
  };
  const record = await load();
  try {
    const change = await apply(record, officer, command, prepare);
    const outcome = await deps.dossiers.change(change);
    if (outcome.kind === 'written') return afterwards(record, change);
    if (outcome.kind === 'taken') throw new DomainError('upload-reused', undefined, { pointers: ['/body/resultUploadId'] });
    if (outcome.kind === 'replayed') return await load();
    const { standing, filed } = await load();
    throw new DomainError('changed-meanwhile', undefined, { extra: { allowed: allowedActs(standing.business, rolesIn(officer, filed.agency.code, asked.cause.now)) } });
  } catch (error) {
    if (error instanceof DomainError && (await deps.dossiers.answered(asked.requestKey)) === dossierId) return load();
    throw error;
  }
};
