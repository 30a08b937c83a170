import type { vi } from './home.vi.ts';
import type { CatalogueOf } from './translator.ts';

export const en: CatalogueOf<typeof vi> = {
  title: 'Public services of Hậu Giang',
  heading: 'What do you need to do?',
  lead: 'See the cost, the papers and the date of the result before you file. File and follow it on your phone.',
  description: 'Find a procedure, apply and track it in Hậu Giang province. Know the cost, the papers and the date beforehand.',
  commonTitle: 'What people come for',
  commonBirth: 'Birth registration',
  commonMarriage: 'Marriage registration',
  commonDeath: 'Death registration',
  commonSingle: 'Certificate of marital status',
  commonResidence: 'Permanent residence',
  commonCopy: 'Certified copies',
  commonExtract: 'Civil status extract',
  commonRecord: 'Criminal record certificate',
  commonBuild: 'Building permit for a house',
  commonLand: 'Change of land registration',
  trackTitle: 'Track a dossier',
  trackLabel: 'Tracking code',
  trackHint: 'On the confirmation page or the slip, like HG-4K7M-9QRT-2XYZ',
  trackButton: 'Track',
  keptTitle: 'How well do we keep our promises?',
  keptMore: 'Figures by agency',
  notFoundTitle: 'There is no such page',
  notFoundText: 'The address may have a typing error. Addresses of procedures never change, for example /thu-tuc/1.001193.',
  notFoundHome: 'To the front page',
};
