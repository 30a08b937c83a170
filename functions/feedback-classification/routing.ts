import type { RoutingRule } from '../../shared/contracts/feedback-rules.ts';
import { localMinuteOf } from '../../shared/kernel/vietnam-time.ts';
import { areaOf } from './areas.ts';
import { categoryOf, type Catalogue } from './catalogue.ts';

export type { RoutingRule } from '../../shared/contracts/feedback-rules.ts';
export type Matter = { readonly category: string | undefined; readonly area: string | undefined; readonly urgency: 'normal' | 'emergency'; readonly text: string; readonly at: Date };
export type Routed = { readonly agency: string; /** `default` of the category, `root`, or the id of a rule */ readonly rule: string };

const within = (hours: NonNullable<RoutingRule['hours']>, at: Date): boolean => {
  const hour = Math.floor((localMinuteOf(at) % 1440) / 60);
  return hours.from <= hours.to ? hour >= hours.from && hour < hours.to : hour >= hours.from || hour < hours.to;
};
const fits = (rule: RoutingRule, { category, area, urgency, text, at }: Matter): boolean =>
  (rule.categories === undefined || (category !== undefined && rule.categories.includes(category))) && (rule.areas === undefined || (area !== undefined && rule.areas.includes(area)))
  && (rule.urgency === undefined || rule.urgency === urgency) && (rule.asset === undefined || text.toLowerCase().includes(rule.asset.toLowerCase())) && (rule.hours === undefined || within(rule.hours, at));

const agencyOf = (to: RoutingRule['to'], { area }: Matter, root: string): string => {
  if (typeof to === 'object') return to.agency;
  const found = areaOf(area);
  return to === 'root' || found === undefined ? root : to === 'area' ? found.agency : found.district;
};

/** Where a report goes: the first rule that fits, else its category's own agency, else the root; never nowhere. */
export const routed = (rules: readonly RoutingRule[], { categories, settings }: Pick<Catalogue, 'categories' | 'settings'>, matter: Matter): Routed => {
  const rule = rules.toSorted((a, b) => b.priority - a.priority).find((one) => fits(one, matter));
  if (rule !== undefined) return { agency: agencyOf(rule.to, matter, settings.rootAgency), rule: rule.id };
  const fallback = categoryOf({ categories }, matter.category)?.default;
  if (fallback?.to === 'agency' && fallback.agency !== undefined) return { agency: fallback.agency, rule: 'default' };
  return fallback?.to === 'area' && matter.area !== undefined ? { agency: agencyOf('area', matter, settings.rootAgency), rule: 'default' } : { agency: settings.rootAgency, rule: 'root' };
};
