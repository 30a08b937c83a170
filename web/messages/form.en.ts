import type { vi } from './form.vi.ts';
import type { CatalogueOf } from './translator.ts';

export const en: CatalogueOf<typeof vi> = {
  back: 'Back',
  goOn: 'Continue',
  change: 'Change',
  remove: 'Remove',
  download: 'Download',
  optional: '(optional)',
  errorTitle: 'There is something to correct',
  errorPrefix: 'Error:',
  day: 'Day',
  month: 'Month',
  year: 'Year',
};
