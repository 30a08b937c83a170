import { addresses, inLanguage } from './format/addresses.ts';
import { bookingAddress, hallAddress } from './format/booking-address.ts';
import { feedbackAddresses } from './format/feedback-addresses.ts';
import { renderApplyPage, renderBookingPage, renderMinePage, renderWaitingPage, renderTrackPage, renderVerifyPage } from './portal/pages/acting-pages.tsx';
import { type AssetManifest, pageAssets } from './portal/pages/assets.ts';
import { renderDocument } from './portal/pages/document.tsx';
import { renderFeedbackPage, renderNewsPage, renderOwnReportsPage, renderRegisterListPage, renderRegisterMapPage, renderReportPage } from './portal/pages/feedback-pages.tsx';
import { renderHomePage } from './portal/pages/home.tsx';
import type { PageContext } from './portal/pages/procedure.tsx';
import { renderNotFoundPage, renderSignInFailedPage } from './portal/pages/small-pages.tsx';

export type StaticPage = { /** under the site's root */ readonly file: string; readonly html: string };

/** Every portal page that does not wait for published data: its address, the entry that makes it act, and how it is drawn. */
const portalPages: readonly (readonly [path: string, entry: string, render: (context: PageContext) => string])[] = [
  [addresses.home, 'home', renderHomePage],
  [addresses.apply, 'apply', renderApplyPage],
  [addresses.track, 'track', renderTrackPage],
  [addresses.verify, 'verify', renderVerifyPage],
  [addresses.mine, 'mine', renderMinePage],
  [bookingAddress, 'booking', renderBookingPage],
  [hallAddress, 'waiting', renderWaitingPage],
  [feedbackAddresses.track, 'feedback', renderFeedbackPage],
  [feedbackAddresses.list, 'feedback-list', renderRegisterListPage],
  [feedbackAddresses.map, 'feedback-map', renderRegisterMapPage],
  [feedbackAddresses.report, 'report', renderReportPage],
  [feedbackAddresses.mine, 'own-reports', renderOwnReportsPage],
  [feedbackAddresses.news, 'news', renderNewsPage],
  [addresses.signInFailed, 'sign-in-failed', renderSignInFailedPage],
];

/** The document around a front end that draws itself: the desk and the operations centre. */
const application = (assets: AssetManifest, entry: string, path: string, words: { readonly title: string; readonly description: string; readonly noScript: string }): StaticPage => ({
  file: `${path.slice(1)}index.html`,
  html: renderDocument(
    <div id="app"><noscript>{words.noScript}</noscript></div>,
    { lang: 'vi', path, title: words.title, description: words.description, assets: pageAssets(assets, entry), unlisted: true, hasTwin: false, siteName: 'Hậu Giang' },
  ),
});

export const staticPages = (assets: AssetManifest): readonly StaticPage[] => [
  ...(['vi', 'en'] as const).flatMap((lang) => portalPages.map(([path, entry, render]): StaticPage => (
    { file: `${inLanguage(path, lang).slice(1)}index.html`, html: render({ lang, assets: pageAssets(assets, entry) }) }
  ))),
  { file: '404.html', html: renderNotFoundPage({ lang: 'vi', assets: pageAssets(assets, 'frame') }) },
  { file: 'en/404.html', html: renderNotFoundPage({ lang: 'en', assets: pageAssets(assets, 'frame') }) },
  application(assets, 'desk', addresses.desk, { title: 'Bàn làm việc', description: 'Bàn làm việc của cán bộ một cửa và cán bộ xử lý.', noScript: 'Bàn làm việc cần JavaScript.' }),
  application(assets, 'operations', addresses.operations, { title: 'Trung tâm điều hành', description: 'Số liệu điều hành của tỉnh.', noScript: 'Trang này cần JavaScript.' }),
  application(assets, 'directory', addresses.directory, { title: 'Quản trị danh bạ', description: 'Cơ quan, người và vị trí, ủy quyền, lịch làm việc.', noScript: 'Trang này cần JavaScript.' }),
];
