import { dateOfDayNumber, dayNumberOf, type IsoDate } from './vietnam-time.ts';

/** Days of Việt Nam, both included; without an end it lasts. */
export type Validity = { readonly validFrom?: IsoDate | undefined; readonly validTo?: IsoDate | undefined };

/** What may differ from one time to another: an agency keeps its code, so its name or its parent may change under it. */
export type AgencyFacts = Validity & { readonly name: string; readonly level: string; readonly parent?: string | undefined };

/** An agency as the directory tells of it: the facts in force last, and those before them, oldest first. */
export type TemporalAgency = AgencyFacts & {
  readonly code: string;
  readonly earlier?: readonly AgencyFacts[] | undefined;
  /** who carries on what it left open, from a day on */
  readonly successors?: readonly { readonly code: string; readonly from: IsoDate }[] | undefined;
};

const [everBefore, everAfter] = ['0000-01-01', '9999-12-31'] as const;
export const beginOf = ({ validFrom }: Validity): IsoDate => validFrom ?? everBefore;
export const endOf = ({ validTo }: Validity): IsoDate => validTo ?? everAfter;

export const isInForce = (dates: Validity, day: IsoDate): boolean => beginOf(dates) <= day && day <= endOf(dates);
export const overlap = (one: Validity, other: Validity): boolean => beginOf(one) <= endOf(other) && beginOf(other) <= endOf(one);
export const dayAfter = (day: IsoDate): IsoDate => dateOfDayNumber(dayNumberOf(day) + 1);
export const dayBefore = (day: IsoDate): IsoDate => dateOfDayNumber(dayNumberOf(day) - 1);

/** Every version of an agency's facts, oldest first. */
export const versionsOf = (agency: Pick<TemporalAgency, 'earlier'> & AgencyFacts): readonly AgencyFacts[] => [...agency.earlier ?? [], agency];

/** From the first day of its first version to the last day of its last. */
export const lifeOf = (agency: TemporalAgency): Validity => ({ validFrom: versionsOf(agency)[0]?.validFrom, validTo: agency.validTo });

/** The facts of an agency on a day; undefined before it was set up and after it was dissolved. */
export const factsOn = <A extends TemporalAgency>(agency: A, day: IsoDate): A | undefined => {
  const version = versionsOf(agency).findLast((one) => isInForce(one, day));
  if (version === undefined || version === agency) return version as A | undefined;
  // what the earlier version did not have, it did not have
  const { name: _n, level: _l, parent: _p, validFrom: _f, validTo: _t, ...kept } = agency;
  return { ...kept, ...version } as A;
};

export type AgencyNode<A extends TemporalAgency> = { readonly agency: A; readonly children: readonly AgencyNode<A>[] };

/** The tree as it stood on a day: each agency with the facts of that day, under its parent of that day, in the order given. */
export const treeOn = <A extends TemporalAgency>(agencies: readonly A[], day: IsoDate): AgencyNode<A>[] => {
  const there = agencies.flatMap((agency) => factsOn(agency, day) ?? []);
  const codes = new Set(there.map(({ code }) => code));
  const below = Map.groupBy(there, ({ parent }) => (parent !== undefined && codes.has(parent) ? parent : ''));
  const nodes = (parent: string): AgencyNode<A>[] => (below.get(parent) ?? []).map((agency) => ({ agency, children: nodes(agency.code) }));
  return nodes('');
};

/**
 * Who stands on a day for an agency: itself while it exists, afterwards its one successor, and so on. Undefined where
 * nobody succeeded it, or several did: whose a matter is, is then said on the matter itself.
 */
export const standsFor = (agencies: ReadonlyMap<string, TemporalAgency>, code: string, day: IsoDate): string | undefined => {
  const seen = new Set<string>();
  let current: string | undefined = code;
  while (current !== undefined && !seen.has(current)) {
    seen.add(current);
    const agency = agencies.get(current);
    if (agency === undefined) return undefined;
    if (day <= endOf(agency)) return current;
    const heirs: readonly { readonly code: string }[] = (agency.successors ?? []).filter(({ from }) => from <= day);
    current = heirs.length === 1 ? heirs[0]?.code : undefined;
  }
  return undefined;
};
