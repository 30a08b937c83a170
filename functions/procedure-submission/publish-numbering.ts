import { isDeepStrictEqual } from 'node:util';
import type { NumberRule } from '../../shared/contracts/numbering.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import { counterName, writeNumber, type NumberFacts } from '../../shared/kernel/number-pattern.ts';
import { localDate } from '../../shared/kernel/vietnam-time.ts';
import type { Officer } from '../../shared/runtime/actor.ts';
import { numberSource, ruleFaults, type Numbering, type RuleFault } from './numbering.ts';
import type { NumberingStore } from './numbering.repository.ts';
import type { Directory, Procedures } from './ports.ts';

type Deps = { readonly numbering: NumberingStore; readonly directory: Pick<Directory, 'agency'>; readonly procedures: Pick<Procedures, 'version'> };
type Command = { readonly version: number; readonly rules: readonly NumberRule[]; readonly now: Date };

/** A procedure is one once a version of it was published, in force or not. A rule that is kept was looked at when it came. */
const procedureFaults = async ({ procedures }: Deps, before: Numbering, rules: readonly NumberRule[]): Promise<RuleFault[]> => {
  const faults = await Promise.all(rules.map(async (rule, place): Promise<RuleFault[]> => {
    if (rule.procedure === undefined || before.rules.some((kept) => isDeepStrictEqual(kept, rule))) return [];
    return await procedures.version(rule.procedure, 1) === undefined ? [{ pointer: `/rules/${place}/procedure`, problem: 'procedure-unknown' }] : [];
  }));
  return faults.flat();
};

const requireSound = async (deps: Deps, before: Numbering, { rules, now }: Command): Promise<void> => {
  const known = await Promise.all(rules.map(({ agency }) => (agency === undefined ? Promise.resolve(undefined) : deps.directory.agency(agency))));
  const faults = [
    ...ruleFaults(before.rules, rules, localDate(now)),
    ...rules.flatMap(({ agency }, place) => (agency === undefined || known[place] !== undefined ? [] : [{ pointer: `/rules/${place}/agency`, problem: 'agency-unknown' as const }])),
    ...await procedureFaults(deps, before, rules),
  ];
  const [first] = faults;
  if (first !== undefined) throw new DomainError(first.problem, undefined, { pointers: faults.map(({ pointer }) => `/body${pointer}`), extra: { fieldCodes: faults.map(({ problem }) => problem) } });
};

/** Publishes all rules as the next version; the same again changes nothing. Throws each fault under its own code, and `numbering-changed` when another version was published since. */
export const publishNumbering = (deps: Deps) => async (command: Command, { name }: Officer): Promise<Numbering> => {
  const before = await deps.numbering.current();
  if (isDeepStrictEqual(before.rules, command.rules)) return before;
  if (before.version !== command.version) throw new DomainError('numbering-changed', `version ${before.version}, seen ${command.version}`);
  await requireSound(deps, before, command);
  const next = { version: before.version + 1, rules: command.rules, published: { at: command.now.toISOString(), by: name } };
  if (!(await deps.numbering.publish(next))) throw new DomainError('numbering-changed');
  return next;
};

/** The number a dossier would get now; none is drawn. Throws `agency-unknown`. */
export const nextNumber = ({ numbering, directory }: Pick<Deps, 'numbering' | 'directory'>) => async ({ agency, procedure, now }: Omit<NumberFacts, 'date'> & { readonly now: Date }) => {
  if (await directory.agency(agency) === undefined) throw new DomainError('agency-unknown', undefined, { pointers: ['/query/agency'] });
  const facts: NumberFacts = { agency, procedure, date: localDate(now) };
  const source = numberSource((await numbering.current()).rules, facts);
  if (source.kind === 'issued-elsewhere') return { source };
  const ordinal = await numbering.next(counterName(source.counter, facts));
  return { source, ordinal, number: writeNumber(source.pattern, facts, ordinal) };
};
