import type { CatalogueOf } from './translator.ts';
import type { vi } from './hall.vi.ts';

export const en: CatalogueOf<typeof vi> = {
  title: 'Numbers called',
  description: 'The numbers called and waiting at a one-stop desk.',
  none: 'No number called yet',
  number: 'Number',
  waiting: (p) => `${p.count} waiting`,
  next: 'Next',
  wait: (p) => `about ${p.minutes} minutes to wait`,
  stale: (p) => `No connection. As of ${p.time}.`,
  choose: 'The address names no agency. Open this screen from the desk.',
};
