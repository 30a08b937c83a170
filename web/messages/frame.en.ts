import type { vi } from './frame.vi.ts';
import type { CatalogueOf } from './translator.ts';

export const en: CatalogueOf<typeof vi> = {
  siteName: 'Public services',
  skip: 'Skip to main content',
  mainNavigation: 'Main',
  menuProcedures: 'Procedures',
  menuTrack: 'Track a dossier',
  menuMine: 'My dossiers',
  menuStatistics: 'Figures',
  language: 'Language',
  switchLanguage: 'Tiếng Việt',
  footerAbout: 'People’s Committee of Hậu Giang province',
  footerPromise: 'No advertising, no tracking, no calls to anyone else’s servers.',
  footerFeedback: 'Reports from the scene',
  footerBooking: 'Book a visit',
  footerVerify: 'Verify a dossier’s history',
  footerApi: 'For machines (OpenAPI)',
  footerDesk: 'For officers',
  footerOperations: 'Operations centre',
  footerLinks: 'Footer links',
  noScript: 'This page needs JavaScript. You can also file in person at the one-stop desk.',
};
