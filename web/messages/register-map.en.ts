import type { vi } from './register-map.vi.ts';
import type { CatalogueOf } from './translator.ts';

export const en: CatalogueOf<typeof vi> = {
  mapTitle: 'Map of reports',
  mapLead: 'Where there are reports, in progress or done. Touch a group to come nearer, a point to open it.',
  mapDescription: 'The public map of reports from the scene by category and state, with the figures of every commune and ward.',
  toList: 'See as a list',
  table: 'Figures by commune and ward',
  reported: 'Sent',
  late: 'Late',
  satisfaction: 'Mean stars',
  asOf: (p) => `As of ${p.at}. Source: the province’s system of reports.`,
  noFigures: 'There are no figures yet.',
  cluster: (p) => `${p.count} reports. Zoom in.`,
  pin: (p) => `${p.text}: ${p.state}`,
  legendOpen: 'In progress (circle)',
  legendClosed: 'Done (square)',
  chosen: 'The chosen report',
  openReport: 'Open the report',
  seen: (p) => `${p.count} reports within the frame of the map.`,
  mapLabel: 'Map of reports. Arrow keys move, plus and minus zoom.',
};
