import type { vi } from './track.vi.ts';
import type { CatalogueOf } from './translator.ts';

export const en: CatalogueOf<typeof vi> = {
  trackTitle: 'Track a dossier',
  trackLead: 'Enter the tracking code from the confirmation page or the slip. No sign-in needed.',
  trackDescription: 'Follow a dossier with its tracking code: which step, who acts, when the result is promised.',
  trackLabel: 'Tracking code',
  trackHint: 'Like HG-4K7M-9QRT-2XYZ; upper or lower case, with or without dashes',
  trackButton: 'Track',
  trackInvalid: 'A tracking code is HG and 12 characters, like HG-4K7M-9QRT-2XYZ. Check each character.',
};
