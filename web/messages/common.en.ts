import type { vi } from './common.vi.ts';
import type { CatalogueOf } from './translator.ts';

export const en: CatalogueOf<typeof vi> = {
  province: 'Hậu Giang',
  signIn: 'Sign in',
  signOut: 'Sign out',
  signedInAs: (p) => `Signed in as ${p.name}`,
  tryAgain: 'Try again',
  print: 'Print this page',
  loading: 'Loading',
  offlineTitle: 'You are offline',
  offlineText: 'What you have entered is still on this device. When you are connected again, try again.',
  unexpectedTitle: 'The content could not be loaded',
  reference: (p) => `Reference: ${p.id}`,
  noteInfo: 'Information',
  noteWarn: 'Note',
  noteDanger: 'Not done',
  noteOk: 'Done',
  direct: 'In person at the desk',
  online: 'Online',
  post: 'By public post',
};
