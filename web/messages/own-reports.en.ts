import type { vi } from './own-reports.vi.ts';
import type { CatalogueOf } from './translator.ts';

export const en: CatalogueOf<typeof vi> = {
  title: 'My reports',
  lead: 'Reports sent with your account and from this device, newest first.',
  description: 'The reports you sent, and how far each one is.',
  onAccount: 'Sent with the account',
  onDevice: 'Sent from this device',
  deviceText: 'Only this device remembers the codes below. Write them down if you will change it or clear the browser.',
  signIn: 'Sign in',
  signInText: 'Sign in to see what you sent with your account too, from any device.',
  officer: 'You are signed in as an officer. Own reports need a citizen’s account.',
  none: 'No reports yet',
  noneText: 'A report is here as soon as it was sent.',
  report: 'Send a report',
  waiting: (p) => `${p.count} reports wait on this device to be sent.`,
  openWaiting: 'See and send',
  more: 'Show more',
  noText: 'A report with photos only',
  sent: (p) => `Sent ${p.at}`,
  promised: (p) => `promised for ${p.at}`,
  overdue: 'late',
};
