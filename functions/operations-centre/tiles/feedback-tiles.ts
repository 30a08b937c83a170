import type { TileDefinition } from '../tile-definition.ts';

/** What every tile of reports says of itself. */
export const ofReports = {
  source: { vi: 'Sự kiện của hệ thống phản ánh hiện trường', en: 'Events of the reports from scenes' },
  owner: 'H30.01', audience: 'public', refreshSeconds: 60, period: 'month',
} as const satisfies Partial<TileDefinition>;

/** Stands for a report without a point, or with one beside the map. */
export const NOWHERE = 'ngoai-ban-do';
