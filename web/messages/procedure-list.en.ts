import type { vi } from './procedure-list.vi.ts';
import type { CatalogueOf } from './translator.ts';

export const en: CatalogueOf<typeof vi> = {
  listTitle: 'Administrative procedures',
  listLead: (p) => `${p.count} procedures of departments, districts and communes. Each says what it costs, how long it takes and which papers it needs.`,
  listFilter: 'Filter by name, code or field',
  listShown: (p) => `${p.count} ${p.count === 1 ? 'procedure' : 'procedures'}`,
  listNone: 'Nothing matches. Try a shorter word; Vietnamese without accents works too.',
  listOnline: 'Online',
  listEmpty: 'No procedure has been published yet.',
  listDescription: 'Administrative procedures of Hậu Giang province: cost, time, papers and legal basis.',
};
