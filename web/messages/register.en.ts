import type { vi } from './register.vi.ts';
import type { CatalogueOf } from './translator.ts';

export const en: CatalogueOf<typeof vi> = {
  listTitle: 'List of reports',
  listLead: 'Every report that was let in and is public, newest first.',
  listDescription: 'The public list of reports from the scene: by category, area, state and day.',
  toMap: 'See on the map',
  report: 'Send a report',
  filters: 'Filter',
  category: 'Category',
  anyCategory: 'All categories',
  area: 'Commune or ward',
  anyArea: 'Everywhere',
  state: 'State',
  anyState: 'All states',
  open: 'In progress',
  closed: 'Done',
  from: 'From day',
  to: 'To day',
  clear: 'Clear the filter',
  none: 'No report matches',
  noneText: 'Take some of the filter away, or send the first report here.',
  more: 'Show more',
  noText: 'A report with photos only',
  voices: (p) => `reported by ${p.count} people`,
  promised: (p) => `promised for ${p.at}`,
  overdue: 'late',
};
