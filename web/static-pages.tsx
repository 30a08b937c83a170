import { addresses } from './format/addresses.ts';
import { type AssetManifest, pageAssets } from './portal/pages/assets.ts';
import { renderDocument } from './portal/pages/document.tsx';

export type StaticPage = { /** under the site's root */ readonly file: string; readonly html: string };

/** The document around a front end that draws itself: the desk and the operations centre. */
const application = (assets: AssetManifest, entry: string, path: string, words: { readonly title: string; readonly description: string; readonly noScript: string }): StaticPage => ({
  file: `${path.slice(1)}index.html`,
  html: renderDocument(
    <div id="app"><noscript>{words.noScript}</noscript></div>,
    { lang: 'vi', path, title: words.title, description: words.description, assets: pageAssets(assets, entry), unlisted: true, hasTwin: false, siteName: 'Hậu Giang' },
  ),
});

/** Every page that does not wait for published data. */
export const staticPages = (assets: AssetManifest): readonly StaticPage[] => [
  application(assets, 'desk', addresses.desk, { title: 'Bàn làm việc', description: 'Bàn làm việc của cán bộ một cửa và cán bộ xử lý.', noScript: 'Bàn làm việc cần JavaScript.' }),
  application(assets, 'operations', addresses.operations, { title: 'Trung tâm điều hành', description: 'Số liệu điều hành của tỉnh.', noScript: 'Trang này cần JavaScript.' }),
];
