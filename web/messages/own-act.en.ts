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
  supplementTitle: 'The agency asks for more',
  supplementText: 'Answer every item below and send them together.',
  supplementClock: 'Answer every item below and send them together. The clock stands and goes on when you send.',
  supplementSend: 'Send what was asked for',
  itemFileMissing: 'Attach this paper.',
  itemTextMissing: 'Answer this item.',
  itemTooLong: 'This is longer than 5,000 characters. Shorten it.',
  itemTooMany: (p) => `An item takes ${p.most} files at most. Remove some.`,
  itemBusy: 'Wait until the file is checked, or remove the one that could not be sent.',
  reasonRefused: 'Why it was not accepted',
  extended: (p) => `The agency apologises and promises a later date: ${p.due}`,
  extendedFrom: (p) => `Promised ${p.due} before. The reason:`,
  reasonStopped: 'Why work on it stopped',
  reasonWithdrawn: 'Why it was withdrawn',
};
