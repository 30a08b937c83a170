import type { vi } from './bulk.vi.ts';
import type { CatalogueOf } from './translator.ts';

const dossiers = (count: number): string => `${count} dossier${count === 1 ? '' : 's'}`;

export const en: CatalogueOf<typeof vi> = {
  select: (p) => `Select the dossier of ${p.name}`,
  selectShown: 'Select all',
  chosen: (p) => `${dossiers(p.count)} selected`,
  most: (p) => `at most ${p.most} at once`,
  take: (p) => `Take ${dossiers(p.count)}`,
  handOver: (p) => `Hand over ${dossiers(p.count)}`,
  clear: 'Clear the selection',
  doing: 'Working…',
  taken: (p) => `${dossiers(p.count)} taken`,
  handedOver: (p) => `${dossiers(p.count)} handed over`,
  failed: (p) => `${dossiers(p.count)} not done`,
  again: 'Try these again',
  open: 'Open',
  close: 'Close this notice',
};
