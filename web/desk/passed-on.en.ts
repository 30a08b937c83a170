import type { CatalogueOf } from '../messages/translator.ts';
import type { vi } from './passed-on.vi.ts';

export const en: CatalogueOf<typeof vi> = {
  title: 'Dossiers passed on',
  lead: 'What the agency passed on to another one: it can be read, and is no longer acted on here.',
  empty: 'Nothing was passed on',
  emptyText: 'Dossiers passed on to another agency stand here, to be followed to their result.',
  number: 'Number',
  applicant: 'Applicant',
  procedure: 'Procedure',
  to: 'Lies with',
  transferredAt: 'Passed on',
  status: 'Status',
  dueAt: 'Promised',
  noDue: 'by the published term',
  more: 'Show more',
  back: 'Back to the list',
};
