import { RetryLater } from '../../shared/runtime/queue.ts';
import type { Count, CounterStore, OpenDossierRow } from './counter-ports.ts';
import { differenceOf, onlineLevelOf, shareOf } from './counting.ts';
import { competentAgency } from './dossier.ts';
import { wayOf } from './internal-step.ts';
import type { DossierRecord, DossierStore, Procedures } from './ports.ts';
import { queueOf } from './transitions.ts';

export type CountDeps = { readonly dossiers: Pick<DossierStore, 'load'>; readonly procedures: Pick<Procedures, 'version'>; readonly counters: CounterStore };

const ATTEMPTS = 6;
/** A transaction takes 100 writes. */
const MOST_WRITES = 96;
const LOADED_AT_ONCE = 10;

const stepOf = ({ filed, standing: { internal } }: DossierRecord): OpenDossierRow['step'] => {
  const step = internal === undefined ? undefined : wayOf(filed).find(({ id }) => id === internal.id);
  return internal === undefined || step === undefined ? undefined : { id: step.id, name: step.name, ...(internal.dueAt === undefined ? {} : { dueAt: internal.dueAt }) };
};

const openRowOf = (record: DossierRecord, about: OpenDossierRow['about'], agency: string): OpenDossierRow | undefined => {
  const { filed, standing } = record;
  if (queueOf(standing.business) === undefined) return undefined;
  const { officer } = standing;
  const step = stepOf(record);
  return {
    agency, dossierId: filed.dossierId, status: standing.business, about,
    ...(standing.dueAt === undefined || standing.finishedAt !== undefined ? {} : { dueAt: standing.dueAt }),
    ...(officer === undefined ? {} : { officer: { id: officer.subject, name: officer.name } }), ...(step === undefined ? {} : { step }),
  };
};

const countOf = async ({ procedures }: CountDeps, record: DossierRecord, before: Count['before']): Promise<Count | undefined> => {
  const { filed, standing } = record;
  if (before !== undefined && before.revision > standing.revision) return undefined;
  const procedure = await procedures.version(filed.procedure.code, filed.procedure.version);
  if (procedure === undefined) throw new RetryLater(`version ${filed.procedure.version} of ${filed.procedure.code} cannot be read yet`);
  const share = shareOf(record, onlineLevelOf(filed, procedure));
  const difference = differenceOf(share, before?.share ?? new Map());
  if (before?.revision === standing.revision && difference.size === 0) return undefined;
  const about = { level: procedure.level, field: procedure.field };
  return { dossierId: filed.dossierId, about, revision: standing.revision, share, difference, before, open: openRowOf(record, about, competentAgency(record).code) };
};

/** As many of the first ones as fit into one transaction, at least one. */
const fitting = (counters: CounterStore, counts: readonly Count[]): readonly Count[] => {
  let fits = counts.length;
  while (fits > 1 && counters.weight(counts.slice(0, fits)) > MOST_WRITES) fits = Math.ceil(fits / 2);
  return counts.slice(0, fits);
};

/**
 * Makes the counters of a generation hold what these dossiers add to them now: each is read as it stands, and the
 * difference to what it had added before is written together with the note of it. So an event that comes twice, late or
 * out of order changes nothing, one that never came is made up for by the next, and of two who count the same dossier
 * one is refused and reads again. Gives the agencies that have to do with them.
 */
export const countDossiers = (deps: CountDeps) => async (generation: number, dossierIds: readonly string[]): Promise<ReadonlySet<string>> => {
  const { counters } = deps;
  const agencies = new Set<string>();
  let rest = [...new Set(dossierIds)];
  for (let attempt = 0; rest.length > 0; attempt++) {
    if (attempt === ATTEMPTS) throw new RetryLater('others keep counting the same dossiers');
    const refused: string[] = [];
    for (let at = 0; at < rest.length; at += LOADED_AT_ONCE) {
      const ids = rest.slice(at, at + LOADED_AT_ONCE);
      const before = await counters.counted(generation, ids);
      const records = (await Promise.all(ids.map((id) => deps.dossiers.load(id)))).filter((record) => record !== undefined);
      for (const { filed, standing } of records) for (const { agency } of standing.steps) agencies.add(agency ?? filed.agency.code);
      let counts = (await Promise.all(records.map((record) => countOf(deps, record, before.get(record.filed.dossierId))))).filter((count) => count !== undefined);
      while (counts.length > 0) {
        const now = fitting(counters, counts);
        if (!(await counters.add(generation, now))) refused.push(...now.map(({ dossierId }) => dossierId));
        counts = counts.slice(now.length);
      }
    }
    rest = refused;
  }
  return agencies;
};
