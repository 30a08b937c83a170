import type { Agency } from '../../shared/contracts/agency.ts';
import { beginOf, dayAfter, endOf, versionsOf } from '../../shared/kernel/agency-tree.ts';
import type { Clock } from '../../shared/kernel/clock.ts';
import { type IsoDate, localDate } from '../../shared/kernel/vietnam-time.ts';
import type { NotDone } from '../../shared/runtime/batch.ts';
import { RetryLater } from '../../shared/runtime/queue.ts';
import type { FigureSource, Province, Site } from './ports.ts';
import { publishFiles } from './publish-files.ts';
import { statisticsFiles, statisticsKeys } from './statistics-pages.ts';

export interface StatisticsDeps {
  readonly province: Pick<Province, 'everyAgency' | 'procedures'>;
  readonly figures: FigureSource;
  readonly site: Site;
  readonly clock: Clock;
}

/** A month whose figures were published, or every month since agencies changed, and the message that said so. */
export interface ToldFigures {
  readonly messageId: string;
  readonly month: string;
  readonly revision: number;
}

/** Agencies begin or end today: what was registered of it came earlier, and no event comes today. */
const turnsOn = (agencies: readonly Agency[], today: IsoDate): boolean =>
  agencies.some((agency) => versionsOf(agency).some((version) => beginOf(version) === today || (version.validTo !== undefined && dayAfter(endOf(version)) === today)));

/**
 * Renders the pages and the open data of the months told, always from the figures and the agencies as they stand now; what
 * stands last was read last. The latest month stands under the address without a month as well, and on a day on which
 * agencies change it takes all others with it.
 */
export const renderStatistics = ({ province, figures, site, clock }: StatisticsDeps) => async (told: readonly ToldFigures[]): Promise<NotDone> => {
  const [manifest, agencies, procedures, months] = await Promise.all([site.assets(), province.everyAgency(), province.procedures(), figures.months()]);
  const today = localDate(clock());
  const latest = months.toSorted().at(-1);
  const every = told.some(({ month }) => month === 'every' || (month === latest && turnsOn(agencies, today)));
  const revisions = new Map<string, number>(every ? months.map((month) => [month, 0]) : []);
  for (const { month, revision } of told) if (month !== 'every') revisions.set(month, Math.max(revision, revisions.get(month) ?? 0));
  const failed = new Map<string, unknown>();
  for (const [month, revision] of revisions) {
    const make = async () => {
      const [read, known] = await Promise.all([figures.month(month), province.everyAgency()]);
      if (read.revision < revision) throw new RetryLater(`revision ${revision} of ${month} cannot be read yet`);
      return statisticsFiles(read, month === latest, { tree: { agencies: known, today }, procedures, manifest });
    };
    await publishFiles(site, statisticsKeys(month, month === latest), make).catch((error: unknown) => failed.set(month, error));
  }
  const faultOf = (month: string): unknown => (month === 'every' ? [...failed.values()][0] : failed.get(month));
  return new Map(told.flatMap(({ messageId, month }) => { const fault = faultOf(month); return fault === undefined ? [] : [[messageId, fault] as const]; }));
};
