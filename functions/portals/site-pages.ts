import type { Language } from '../../shared/kernel/localised.ts';
import type { Agency } from '../../shared/contracts/agency.ts';
import type { ProcedureSummary, ProcedureView } from '../../shared/contracts/procedure.ts';
import { type AssetManifest, pageAssets } from '../../web/portal/pages/assets.ts';
import { renderProcedureList } from '../../web/portal/pages/procedure-list.tsx';
import { renderProcedurePage } from '../../web/portal/pages/procedure.tsx';
import { searchIndex, searchIndexPath } from '../../web/portal/pages/search-index.ts';
import type { SiteFile } from './ports.ts';
import { sitemap, SITEMAP } from './sitemap.ts';

const languages = ['vi', 'en'] as const satisfies readonly Language[];
const HTML = 'text/html; charset=utf-8';

/** `/thu-tuc` in English is the file `en/thu-tuc/index.html`. */
const pageKey = (path: string, language: Language): string => `${language === 'vi' ? '' : 'en/'}${path}/index.html`;
const searchIndexKey = searchIndexPath.slice(1);

export const procedureKeys = (code: string): readonly string[] => languages.map((language) => pageKey(`thu-tuc/${code}`, language));

/** The page of a procedure in both languages. A closed one has a page too: people come by old links and must read that it is closed. */
export const procedurePages = (procedure: ProcedureView, { agencies, manifest, next }: { agencies: readonly Agency[]; manifest: AssetManifest; next?: ProcedureView }): readonly SiteFile[] =>
  languages.map((lang) => ({
    key: pageKey(`thu-tuc/${procedure.code}`, lang), contentType: HTML,
    body: renderProcedurePage(procedure, { lang, agencies, assets: pageAssets(manifest, 'procedure'), ...(next === undefined ? {} : { next }) }),
  }));

export const catalogueKeys: readonly string[] = [...languages.map((language) => pageKey('thu-tuc', language)), searchIndexKey, SITEMAP];

/** Everything that lists procedures: the catalogue in both languages, what the search box searches, the sitemap. */
export const cataloguePages = (all: readonly ProcedureSummary[], agencies: readonly Agency[], manifest: AssetManifest, origin: string): readonly SiteFile[] => {
  // a closed procedure keeps its page for old links, and is offered nowhere
  const procedures = all.filter(({ status }) => status === 'open');
  return [
    ...languages.map((lang) => ({
      key: pageKey('thu-tuc', lang), contentType: HTML,
      body: renderProcedureList(procedures, { lang, assets: pageAssets(manifest, 'procedures') }),
    })),
    { key: searchIndexKey, contentType: 'application/json; charset=utf-8', body: JSON.stringify(searchIndex(procedures, agencies)) },
    { key: SITEMAP, contentType: 'application/xml', body: sitemap(origin, procedures.map(({ code }) => code)) },
  ];
};
