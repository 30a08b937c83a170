import type { Agency } from '../../shared/contracts/agency.ts';
import { treeFaults, type TreeFault } from '../../shared/kernel/agency-tree-faults.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import type { Cause } from '../../shared/runtime/outbox.ts';
import { againOnClash } from './again-on-clash.ts';
import { sameFacts } from './agency.ts';
import type { RegisteredAgency } from './agency.ts';
import { registered } from './agency-registered.ts';
import type { AgencyStore, AgencyTree } from './ports.ts';

type Deps = { readonly agencies: Pick<AgencyStore, 'tree' | 'register'> };
export type Registering = { readonly agencies: readonly Agency[]; readonly by: string; /** only says what would be written */ readonly preview?: boolean };

/** Each agency goes with its event and the record of the change; a transaction takes a hundred rows. */
const atOnce = 30;

type Located = { readonly problem: TreeFault['problem']; readonly pointer: string };

const refuse = (faults: readonly Located[]): void => {
  const [first] = faults;
  if (first !== undefined) throw new DomainError(first.problem, first.pointer, { pointers: faults.map(({ pointer }) => pointer), extra: { fieldCodes: faults.map(({ problem }) => problem) } });
};

const requireDistinct = (agencies: readonly Agency[]): void => refuse(agencies.flatMap(({ code }, place): Located[] =>
  (agencies.findIndex((other) => other.code === code) < place ? [{ problem: 'agency-code-twice', pointer: `/body/agencies/${place}/code` }] : [])));

/** A fault of an agency that was not sent was caused by one that was: the one it clashes with. */
const locate = (agencies: readonly Agency[]) => ({ code, problem, field, other }: TreeFault): Located => {
  const own = agencies.findIndex((agency) => agency.code === code);
  if (own >= 0) return { problem, pointer: `/body/agencies/${own}/${field}` };
  const cause = agencies.findIndex((agency) => agency.code === other);
  return { problem, pointer: cause >= 0 ? `/body/agencies/${cause}` : '/body/agencies' };
};

/** What would be written: the agencies that differ from what is known, if the tree they make holds on every day. */
export const decide = ({ agencies: known }: AgencyTree, agencies: readonly Agency[]): RegisteredAgency[] => {
  const before = new Map(known.map((one) => [one.agency.code, one]));
  const changed = agencies.flatMap((agency): RegisteredAgency[] => {
    const former = before.get(agency.code);
    return former && sameFacts(former.agency, agency) ? [] : [{ agency, revision: (former?.revision ?? 0) + 1 }];
  });
  const all = new Map([...known.map(({ agency }) => agency), ...changed.map(({ agency }) => agency)].map((agency) => [agency.code, agency]));
  refuse(treeFaults([...all.values()]).map(locate(agencies)));
  return changed;
};

/**
 * Registers agencies or changes their facts; what is the same already is left alone and tells nobody. Everything is
 * decided against the whole tree before the first row is written: a cycle, a gap, an overlap, an unknown parent or a
 * code twice refuses all of it, with a line for each fault. More than a transaction holds is written in several, in the
 * order given; the same request again writes what an interruption left out.
 */
export const registerAgencies = (deps: Deps) => async ({ agencies, by, preview = false }: Registering, cause: Cause): Promise<{ registered: number; unchanged: number }> => {
  requireDistinct(agencies);
  let written = 0;
  if (preview) written = decide(await deps.agencies.tree(), agencies).length;
  else await againOnClash(async () => {
    const tree = await deps.agencies.tree();
    const changed = decide(tree, agencies);
    for (let at = 0, revision = tree.revision; at < changed.length; at += atOnce, revision++) {
      const some = changed.slice(at, at + atOnce);
      await deps.agencies.register({ agencies: some, after: revision, change: { by, at: cause.now } }, some.map((one) => registered(one, cause)));
      written += some.length;
    }
  });
  return { registered: written, unchanged: agencies.length - written };
};
