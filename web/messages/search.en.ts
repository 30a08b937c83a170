import type { vi } from './search.vi.ts';
import type { CatalogueOf } from './translator.ts';

export const en: CatalogueOf<typeof vi> = {
  searchLabel: 'Search procedures, agencies or a tracking code',
  searchPlaceholder: 'For example: birth, khai sinh, HG-…',
  searchButton: 'Search',
  searchNone: (p) => `Nothing found for “${p.text}” yet. Try a shorter word, or see all procedures.`,
  searchCount: (p) => `${p.count} ${p.count === 1 ? 'result' : 'results'}`,
  searchAll: 'See all procedures',
  searchFailed: 'The catalogue could not be loaded. You can still see all procedures.',
  searchTrack: (p) => `Track dossier ${p.code}`,
  searchTrackHint: 'This is a tracking code',
  kindProcedure: 'Procedure',
  kindAgency: 'Agency',
  kindOnline: 'online',
  keptShare: 'on time or early, this month',
  keptFinished: 'dossiers finished',
  keptNone: 'No dossier has been finished this month, so there is no share to state yet.',
  keptFailed: 'The figure is being computed. See all of them at the operations centre.',
  keptSource: (p) => `Source: ${p.source}. As of ${p.at}.`,
};
