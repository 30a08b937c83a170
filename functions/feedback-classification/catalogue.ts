import type { Guidance, OutOfScope } from '../../shared/contracts/feedback-shapes.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import type { Localised } from '../../shared/kernel/localised.ts';
import type * as z from 'zod';
import data from './catalogue.json' with { type: 'json' };

/** Where a report of a category goes when no rule says otherwise: to the commune it lies in, an agency, or the root. */
type DefaultUnit = { readonly to: string; readonly agency?: string };
export type CategoryRow = { readonly code: string; readonly name: Localised; readonly group: string; readonly retired: boolean; readonly duplicateMetres: number; readonly default: DefaultUnit };
type Settings = { readonly [K in keyof typeof data.settings]: (typeof data.settings)[K]['value'] };

/** Categories, reasons, guidance and figures as data; sources and marks stand beside them in the file. */
export type Catalogue = {
  readonly settings: Settings; readonly categories: readonly CategoryRow[];
  readonly refusals: readonly { readonly code: string; readonly name: Localised; readonly byMerge?: boolean }[];
  readonly guidance: readonly z.infer<typeof Guidance>[];
};

export const catalogue: Catalogue = {
  settings: Object.fromEntries(Object.entries(data.settings).map(([name, { value }]) => [name, value])) as Settings,
  categories: data.categories, refusals: data.refusals, guidance: data.guidance as Catalogue['guidance'],
};

export const categoryOf = ({ categories }: Pick<Catalogue, 'categories'>, code: string | undefined): CategoryRow | undefined => categories.find((one) => one.code === code);

/** A category to file under now. Throws `category-unknown`, and `category-retired` with what may be chosen instead. */
export const requireCategory = ({ categories }: Pick<Catalogue, 'categories'>, code: string, pointer = '/body/category'): CategoryRow => {
  const found = categoryOf({ categories }, code);
  if (found === undefined) throw new DomainError('category-unknown', undefined, { pointers: [pointer] });
  if (found.retired) throw new DomainError('category-retired', undefined, { pointers: [pointer], extra: { allowed: categories.filter(({ group, retired }) => group === found.group && !retired).map((one) => one.code) } });
  return found;
};

export const guidanceOf = ({ guidance }: Pick<Catalogue, 'guidance'>, kind: z.infer<typeof OutOfScope> | null): z.infer<typeof Guidance> | undefined => guidance.find((one) => one.kind === kind);
