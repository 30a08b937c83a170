import { beginOf, dayAfter, endOf, lifeOf, overlap, treeOn, versionsOf, type AgencyFacts, type AgencyNode, type TemporalAgency, type Validity } from './agency-tree.ts';

export type Registered = TemporalAgency & { readonly aliases?: readonly (Validity & { readonly system: string; readonly value: string })[] | undefined };

/** What is wrong with an agency, and in which of its fields. `other` is the agency it clashes with. */
export type TreeFault = { readonly code: string; readonly problem: TreeProblem; readonly field: string; readonly other?: string };
export type TreeProblem =
  | 'agency-code-twice' | 'agency-dates-reversed' | 'agency-versions-gap' | 'agency-versions-overlap'
  | 'agency-parent-unknown' | 'agency-parent-not-in-force' | 'agency-cycle' | 'agency-alias-taken' | 'agency-successor-unknown';

type ByCode = ReadonlyMap<string, Registered>;

/** The field that holds a version: the last one lies in the agency itself. */
const fieldOf = (agency: Registered, place: number, field: string): string => (place === (agency.earlier ?? []).length ? field : `earlier/${place}/${field}`);

/** Versions follow each other day by day: on no day there are two, or none while the agency exists. */
const versionFaults = (agency: Registered): TreeFault[] => {
  const versions = versionsOf(agency);
  return versions.flatMap((version, place): TreeFault[] => {
    const fault = (problem: TreeProblem, field: string): TreeFault => ({ code: agency.code, problem, field: fieldOf(agency, place, field) });
    if (endOf(version) < beginOf(version)) return [fault('agency-dates-reversed', 'validTo')];
    const before = versions[place - 1];
    if (before === undefined) return [];
    if (overlap(before, version) || beginOf(version) <= endOf(before)) return [fault('agency-versions-overlap', 'validFrom')];
    return dayAfter(endOf(before)) === beginOf(version) ? [] : [fault('agency-versions-gap', 'validFrom')];
  });
};

const parentFault = (all: ByCode, agency: Registered, version: AgencyFacts): TreeProblem | undefined => {
  if (version.parent === undefined) return undefined;
  if (version.parent === agency.code) return 'agency-cycle';
  const parent = all.get(version.parent);
  if (parent === undefined) return 'agency-parent-unknown';
  const life = lifeOf(parent);
  return beginOf(life) <= beginOf(version) && endOf(version) <= endOf(life) ? undefined : 'agency-parent-not-in-force';
};

const parentFaults = (all: ByCode, agency: Registered): TreeFault[] => versionsOf(agency).flatMap((version, place) => {
  const problem = parentFault(all, agency, version);
  return problem === undefined ? [] : [{ code: agency.code, problem, field: fieldOf(agency, place, 'parent'), ...(version.parent === undefined ? {} : { other: version.parent }) }];
});

const successorFaults = (all: ByCode, { code, successors = [] }: Registered): TreeFault[] => successors.flatMap((successor, place): TreeFault[] =>
  (successor.code !== code && all.has(successor.code) ? [] : [{ code, problem: 'agency-successor-unknown', field: `successors/${place}/code`, other: successor.code }]));

/** Agencies that on some day are their own ancestors: from the top of that day's tree nobody reaches them. */
const cycleFaults = (agencies: readonly Registered[]): TreeFault[] => {
  const days = new Set(agencies.flatMap((agency) => versionsOf(agency).map(beginOf)));
  const found = new Map<string, TreeFault>();
  for (const day of days) {
    const reached = new Set<string>();
    const visit = (nodes: readonly AgencyNode<Registered>[]): void => { for (const { agency, children } of nodes) { reached.add(agency.code); visit(children); } };
    visit(treeOn(agencies, day));
    for (const agency of agencies) {
      const place = versionsOf(agency).findIndex((one) => beginOf(one) <= day && day <= endOf(one));
      if (place >= 0 && !reached.has(agency.code) && !found.has(agency.code)) found.set(agency.code, { code: agency.code, problem: 'agency-cycle', field: fieldOf(agency, place, 'parent') });
    }
  }
  return [...found.values()];
};

/** One code of another list names one agency at a time; a later agency may take it over. */
const aliasFaults = (agencies: readonly Registered[]): TreeFault[] => {
  const dates = (agency: Registered, alias: Validity): Validity => ({ validFrom: alias.validFrom ?? lifeOf(agency).validFrom, validTo: alias.validTo ?? agency.validTo });
  const named = agencies.flatMap((agency) => (agency.aliases ?? []).map((alias, place) => ({ agency, place, key: `${alias.system} ${alias.value}`, dates: dates(agency, alias) })));
  return [...Map.groupBy(named, ({ key }) => key).values()].flatMap((same) => same.flatMap((one, index): TreeFault[] => {
    const taken = same.slice(0, index).find((other) => other.agency.code !== one.agency.code && overlap(other.dates, one.dates));
    return taken === undefined ? [] : [{ code: one.agency.code, problem: 'agency-alias-taken', field: `aliases/${one.place}/value`, other: taken.agency.code }];
  }));
};

/** Everything that keeps agencies from being a tree on every day. None of it: empty. */
export const treeFaults = (agencies: readonly Registered[]): TreeFault[] => {
  const all: ByCode = new Map(agencies.map((agency) => [agency.code, agency]));
  const single = agencies.flatMap((agency) => [...versionFaults(agency), ...parentFaults(all, agency), ...successorFaults(all, agency)]);
  const known = new Set(single.filter(({ problem }) => problem === 'agency-cycle').map(({ code }) => code));
  return [...single, ...cycleFaults(agencies).filter(({ code }) => !known.has(code)), ...aliasFaults(agencies)];
};
