import type { RoutingRule } from '../../../../shared/contracts/feedback-rules.ts';

/** A rule as it is typed: every field a text. */
export type TypedRule = {
  readonly id: string; readonly name: string; readonly priority: string; readonly categories: readonly string[]; readonly areas: readonly string[]; readonly urgency: string; readonly asset: string;
  readonly from: string; readonly to: string; /** `area`, `district`, `root`, or the code of an agency */ readonly target: string;
};
type Fault = 'nameMissing' | 'priorityWrong' | 'hoursWrong';

export const typedOf = (rule: RoutingRule | undefined): TypedRule => ({
  id: rule?.id ?? `quy-tac-${crypto.randomUUID().slice(0, 8)}`, name: rule?.name ?? '', priority: String(rule?.priority ?? 100), categories: rule?.categories ?? [], areas: rule?.areas ?? [], urgency: rule?.urgency ?? '', asset: rule?.asset ?? '',
  from: rule?.hours === undefined ? '' : String(rule.hours.from), to: rule?.hours === undefined ? '' : String(rule.hours.to), target: rule === undefined ? 'area' : typeof rule.to === 'string' ? rule.to : rule.to.agency,
});

const whole = (text: string, most: number): number | undefined => (/^\d{1,4}$/.test(text.trim()) && Number(text) <= most ? Number(text) : undefined);

/** The rule, or the first thing that is wrong with it. */
export const readRule = ({ id, name, priority, categories, areas, urgency, asset, from, to, target }: TypedRule): { readonly rule: RoutingRule } | { readonly fault: Fault } => {
  const [rank, first, last] = [whole(priority, 1000), whole(from, 24), whole(to, 24)];
  if (name.trim() === '') return { fault: 'nameMissing' };
  if (rank === undefined) return { fault: 'priorityWrong' };
  const timed = from.trim() !== '' || to.trim() !== '';
  if (timed && (first === undefined || last === undefined)) return { fault: 'hoursWrong' };
  return {
    rule: {
      id, name: name.trim(), priority: rank, ...(categories.length === 0 ? {} : { categories: [...categories] }), ...(areas.length === 0 ? {} : { areas: [...areas] }), ...(urgency === 'normal' || urgency === 'emergency' ? { urgency } : {}),
      ...(asset.trim() === '' ? {} : { asset: asset.trim() }), ...(first === undefined || last === undefined ? {} : { hours: { from: first, to: last } }), to: target === 'area' || target === 'district' || target === 'root' ? target : { agency: target },
    },
  };
};

/** In the order in which they are looked at. */
export const inOrder = (rules: readonly RoutingRule[]): RoutingRule[] => rules.toSorted((a, b) => b.priority - a.priority);
