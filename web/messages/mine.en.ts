import type { vi } from './mine.vi.ts';
import type { CatalogueOf } from './translator.ts';

export const en: CatalogueOf<typeof vi> = {
  mineTitle: 'My dossiers',
  mineLead: 'Every dossier you filed, newest first.',
  mineSignIn: 'Sign in to see your dossiers',
  mineSignInText: 'With your national identity account. Without one you can still track with the code.',
  mineOfficer: 'You are signed in as an officer. Own dossiers need a citizen’s account.',
  mineNone: 'You have not filed anything yet',
  mineNoneText: 'A dossier appears here as soon as it is filed. Begin by finding the procedure.',
  mineFind: 'Find a procedure',
  mineTrack: 'Track with the code',
  mineMore: 'Show more',
  mineDrafts: 'Begun on this device',
  mineDraftGo: 'Continue',
  mineDraftSaved: (p) => `Saved at ${p.at}`,
  mineBack: 'All my dossiers',
  mineFiled: (p) => `Filed ${p.at}`,
  mineDue: (p) => `Promised ${p.at}`,
  documents: 'Documents from the office',
  documentsNone: 'None yet. The acknowledgement and appointment slip is here once the dossier is accepted.',
  downloadOf: (p) => `Download ${p.name}`,
  downloading: 'Fetching the file',
  answers: 'What you stated',
  attachments: 'Papers you filed',
  attachmentsNone: 'No files were attached.',
};
