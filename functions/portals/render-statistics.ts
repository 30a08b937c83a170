import type { NotDone } from '../../shared/runtime/batch.ts';
import { RetryLater } from '../../shared/runtime/queue.ts';
import type { FigureSource, Province, Site } from './ports.ts';
import { publishFiles } from './publish-files.ts';
import { statisticsFiles, statisticsKeys } from './statistics-pages.ts';

export interface StatisticsDeps {
  readonly province: Pick<Province, 'agencies' | 'procedures'>;
  readonly figures: FigureSource;
  readonly site: Site;
}

/** A month whose figures were published, and the message that said so. */
export interface ToldFigures {
  readonly messageId: string;
  readonly month: string;
  readonly revision: number;
}

/**
 * Renders the pages and the open data of the months told, always from the figures as they stand now; what stands last was
 * read last. The latest month stands under the address without a month as well.
 */
export const renderStatistics = ({ province, figures, site }: StatisticsDeps) => async (told: readonly ToldFigures[]): Promise<NotDone> => {
  const [manifest, agencies, procedures, months] = await Promise.all([site.assets(), province.agencies(), province.procedures(), figures.months()]);
  const latest = months.toSorted().at(-1);
  const revisions = new Map<string, number>();
  for (const { month, revision } of told) revisions.set(month, Math.max(revision, revisions.get(month) ?? 0));
  const failed = new Map<string, unknown>();
  for (const [month, revision] of revisions) {
    const make = async () => {
      const read = await figures.month(month);
      if (read.revision < revision) throw new RetryLater(`revision ${revision} of ${month} cannot be read yet`);
      return statisticsFiles(read, month === latest, { agencies, procedures, manifest });
    };
    await publishFiles(site, statisticsKeys(month, month === latest), make).catch((error: unknown) => failed.set(month, error));
  }
  return new Map(told.filter(({ month }) => failed.has(month)).map(({ messageId, month }) => [messageId, failed.get(month)]));
};
