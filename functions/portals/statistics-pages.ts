import type { Agency } from '../../shared/contracts/agency.ts';
import type { ProcedureSummary } from '../../shared/contracts/procedure.ts';
import type { MonthlyFigures } from '../../shared/contracts/statistics.ts';
import { type AssetManifest, pageAssets } from '../../web/portal/pages/assets.ts';
import { renderIndicatorsPage } from '../../web/portal/pages/indicators.tsx';
import { openData } from '../../web/portal/pages/open-data.ts';
import { renderStatisticsPage } from '../../web/portal/pages/statistics.tsx';
import type { SiteFile } from './ports.ts';

const languages = ['vi', 'en'] as const;
const pageKey = (path: string, language: 'vi' | 'en'): string => `${language === 'vi' ? '' : 'en/'}thong-ke${path}/index.html`;
const openDataKey = (month: string): string => `du-lieu/thong-ke/${month}.csv`;

/** The files of a month; those of the latest stand under `/thong-ke` as well. */
export const statisticsKeys = (month: string, latest: boolean): readonly string[] =>
  [...languages.flatMap((language) => [pageKey(`/${month}`, language), pageKey(`/${month}/chi-so-766`, language), ...(latest ? [pageKey('', language)] : [])]), openDataKey(month)];

type Around = { readonly agencies: readonly Agency[]; readonly procedures: readonly ProcedureSummary[]; readonly manifest: AssetManifest };

export const statisticsFiles = (figures: MonthlyFigures, latest: boolean, { agencies, procedures, manifest }: Around): readonly SiteFile[] => {
  const open = procedures.filter(({ status }) => status === 'open');
  const catalogue = { open: open.length, online: open.filter(({ acceptsOnline }) => acceptsOnline).length };
  const { month } = figures;
  return [
    ...languages.flatMap((lang): SiteFile[] => {
      const context = { lang, agencies, catalogue, assets: pageAssets(manifest, 'frame') };
      const html = (path: string, body: string): SiteFile => ({ key: pageKey(path, lang), contentType: 'text/html; charset=utf-8', body });
      return [
        html(`/${month}`, renderStatisticsPage(figures, context)), html(`/${month}/chi-so-766`, renderIndicatorsPage(figures, context)),
        ...(latest ? [html('', renderStatisticsPage(figures, context, true))] : []),
      ];
    }),
    { key: openDataKey(month), contentType: 'text/csv; charset=utf-8', body: openData(figures, agencies) },
  ];
};
