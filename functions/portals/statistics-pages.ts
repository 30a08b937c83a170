import type { ProcedureSummary } from '../../shared/contracts/procedure.ts';
import type { MonthlyFigures } from '../../shared/contracts/statistics.ts';
import { type AssetManifest, pageAssets } from '../../web/portal/pages/assets.ts';
import { renderIndicatorsPage } from '../../web/portal/pages/indicators.tsx';
import { openData, openDataJson } from '../../web/portal/pages/open-data.ts';
import { renderStatisticsPage } from '../../web/portal/pages/statistics.tsx';
import { readingsOf, type Tree } from '../../web/portal/pages/statistics-trees.ts';
import type { SiteFile } from './ports.ts';

const languages = ['vi', 'en'] as const;
const pageKey = (path: string, language: 'vi' | 'en'): string => `${language === 'vi' ? '' : 'en/'}thong-ke${path}/index.html`;
/** By the agencies of that month, by those of today, and both for programs. */
const openDataKeys = (month: string) => ({ former: `du-lieu/thong-ke/${month}.csv`, today: `du-lieu/thong-ke/${month}-co-cau-hien-nay.csv`, both: `du-lieu/thong-ke/${month}.json` });

/** The files of a month; those of the latest stand under `/thong-ke` as well. */
export const statisticsKeys = (month: string, latest: boolean): readonly string[] =>
  [...languages.flatMap((language) => [pageKey(`/${month}`, language), pageKey(`/${month}/chi-so-766`, language), ...(latest ? [pageKey('', language)] : [])]), ...Object.values(openDataKeys(month))];

type Around = { readonly tree: Tree; readonly procedures: readonly ProcedureSummary[]; readonly manifest: AssetManifest };

export const statisticsFiles = (figures: MonthlyFigures, latest: boolean, { tree, procedures, manifest }: Around): readonly SiteFile[] => {
  const open = procedures.filter(({ status }) => status === 'open');
  const catalogue = { open: open.length, online: open.filter(({ acceptsOnline }) => acceptsOnline).length };
  const { month } = figures;
  const readings = readingsOf(figures, tree);
  const keys = openDataKeys(month);
  const csvFile = (key: string, body: string): SiteFile => ({ key, contentType: 'text/csv; charset=utf-8', body });
  return [
    ...languages.flatMap((lang): SiteFile[] => {
      const context = { lang, tree, catalogue, assets: pageAssets(manifest, 'frame') };
      const html = (path: string, body: string): SiteFile => ({ key: pageKey(path, lang), contentType: 'text/html; charset=utf-8', body });
      return [
        html(`/${month}`, renderStatisticsPage(figures, context)), html(`/${month}/chi-so-766`, renderIndicatorsPage(figures, context)),
        ...(latest ? [html('', renderStatisticsPage(figures, context, true))] : []),
      ];
    }),
    csvFile(keys.former, openData(figures, readings.former)), csvFile(keys.today, openData(figures, readings.today)),
    { key: keys.both, contentType: 'application/json; charset=utf-8', body: openDataJson(figures, readings) },
  ];
};
