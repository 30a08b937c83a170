import type { Table } from '../../shared/runtime/dynamo.ts';
import { contentOf, put } from '../../shared/runtime/transaction.ts';
import { classifierRunKey, classifierWeekKey } from './feedback.keys.ts';
import type { NotPublished } from './retrain-classifier.ts';
import type { Corrections } from './settled.ts';

/** A week by its Monday, with the categories whose share of corrections rose. */
export type ClassifierWeek = Corrections & { readonly week: string; readonly risen: readonly string[] };
/** What came of the last time the classifier learned again. */
export type ClassifierRun = {
  readonly at: string; readonly published: boolean; readonly why?: NotPublished;
  /** of how many sorted reports that neither learned from, and of how many at least */
  readonly judgedOn: number; readonly needed?: number;
  /** of those judged on, how many the model in force and the new one were right about */
  readonly before?: number; readonly after?: number;
  /** what share of texts each was right about in styles it had not learned from */
  readonly styles?: { readonly before: number; readonly after: number };
};
export type ClassifierStore = {
  readonly keepWeek: (week: ClassifierWeek) => Promise<void>;
  /** newest first, those before a Monday only where one is named */
  readonly weeks: (most: number, before?: string) => Promise<readonly ClassifierWeek[]>;
  readonly keepRun: (run: ClassifierRun) => Promise<void>;
  readonly lastRun: () => Promise<ClassifierRun | undefined>;
};

export const classifierRepository = (table: Table): ClassifierStore => ({
  keepWeek: (week) => table.write(put({ ...classifierWeekKey(week.week), entity: 'classifier-week', ...week })),
  weeks: async (most, before) => {
    const { pk, sk } = classifierWeekKey('');
    const { items } = await table.query({ pk, ...(before === undefined ? { prefix: sk } : { between: [sk, classifierWeekKey(before).sk] }), newestFirst: true, limit: most + 1 });
    return items.map((row) => contentOf<ClassifierWeek>(row)).filter(({ week }) => week !== before).slice(0, most);
  },
  keepRun: (run) => table.write(put({ ...classifierRunKey, entity: 'classifier-run', ...run })),
  lastRun: async () => {
    const row = await table.get(classifierRunKey);
    return row === undefined ? undefined : contentOf<ClassifierRun>(row);
  },
});
