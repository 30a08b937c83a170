import type { vi } from './issued-form.vi.ts';
import type { CatalogueOf } from './translator.ts';

export const en: CatalogueOf<typeof vi> = {
  close: 'Close',
  print: 'Print',
};
