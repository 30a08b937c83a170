import type { vi } from './own-act.vi.ts';
import type { CatalogueOf } from './translator.ts';

export const en: CatalogueOf<typeof vi> = {
  withdraw: 'Withdraw the dossier',
  withdrawTitle: 'Withdraw this dossier?',
  withdrawText: 'The dossier ends at once and cannot be opened again. To have it processed after all, file a new one.',
  withdrawReason: 'Why you withdraw it',
  withdrawConfirm: 'Withdraw the dossier',
  notNow: 'Not now',
  doing: 'Sending',
  tooLong: 'This is longer than 2,000 characters. Shorten it.',
  reasonRefused: 'Why it was not accepted',
  reasonWithdrawn: 'Why it was withdrawn',
};
