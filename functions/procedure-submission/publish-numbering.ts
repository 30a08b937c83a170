import { isDeepStrictEqual } from 'node:util';
import type { NumberRule } from '../../shared/contracts/numbering.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import { counterName, writeNumber, type NumberFacts } from '../../shared/kernel/number-pattern.ts';
import { localDate } from '../../shared/kernel/vietnam-time.ts';
import type { Officer } from '../../shared/runtime/actor.ts';
import { numberSource, ruleFaults, type Numbering } from './numbering.ts';
import type { NumberingStore } from './numbering.repository.ts';
import type { Directory } from './ports.ts';

type Deps = { readonly numbering: NumberingStore; readonly directory: Pick<Directory, 'agency'> };
type Command = { readonly version: number; readonly rules: readonly NumberRule[]; readonly now: Date };

const requireSound = async ({ directory }: Deps, before: Numbering, { rules, now }: Command): Promise<void> => {
  const known = await Promise.all(rules.map(({ agency }) => (agency === undefined ? Promise.resolve(undefined) : directory.agency(agency))));
  const faults = [
    ...ruleFaults(before.rules, rules, localDate(now)),
    ...rules.flatMap(({ agency }, place) => (agency === undefined || known[place] !== undefined ? [] : [{ pointer: `/rules/${place}/agency`, problem: 'agency-unknown' as const }])),
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
export const nextNumber = ({ numbering, directory }: Deps) => async ({ agency, procedure, now }: Omit<NumberFacts, 'date'> & { readonly now: Date }) => {
  if (await directory.agency(agency) === undefined) throw new DomainError('agency-unknown', undefined, { pointers: ['/query/agency'] });
  const facts: NumberFacts = { agency, procedure, date: localDate(now) };
  const source = numberSource((await numbering.current()).rules, facts);
  if (source.kind === 'issued-elsewhere') return { source };
  const ordinal = await numbering.next(counterName(source.counter, facts));
  return { source, ordinal, number: writeNumber(source.pattern, facts, ordinal) };
};
