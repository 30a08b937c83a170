import type { vi } from './sign-in-failed.vi.ts';
import type { CatalogueOf } from './translator.ts';

export const en: CatalogueOf<typeof vi> = {
  failedTitle: 'Sign-in did not work',
  failedRefused: 'The identity service could not confirm this sign-in. Please try again.',
  failedNoPost: 'If you are an officer and still cannot enter, the account may hold no post; tell the directory administrator.',
  failedTooLarge: 'The account holds too many posts for one session. Tell the directory administrator.',
  failedExpired: 'The sign-in took too long or was opened in another window. Please start again.',
  failedKept: 'What you were doing is kept on this device.',
  failedAgain: 'Sign in again',
  failedDesk: 'Sign in for officers',
};
