import type { CatalogueOf } from '../messages/translator.ts';
import type { vi } from './board-texts.vi.ts';

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

export const en: CatalogueOf<typeof vi> = {
  board: 'Board',
  asOf: (p) => `As of ${p.time}`,
  none: 'The agency has no open dossier',
  noneText: 'Once dossiers are filed, the board shows what is in term, due soon and overdue, officer by officer.',
  keyFigures: 'Key figures',
  toAccept: 'To accept',
  received: 'Received this month',
  inTerm: 'In term',
  dueSoon: 'Due soon',
  overdue: 'Overdue',
  paused: 'Paused',
  toHandOver: 'To hand over',
  soonNote: (p) => `Due soon: due before ${p.time}. What has no promised date counts as in term.`,
  term: (p) => p.overdue === 0 ? `None of ${p.all} dossiers in progress is overdue` : `${p.overdue} of ${p.all} dossiers in progress are overdue`,
  desks: 'By officer',
  unassigned: 'Not taken yet',
  counts: (p) => `${p.all} dossiers, ${p.dueSoon} due soon, ${p.overdue} overdue`,
  steps: 'By status and officer',
  status: 'Status',
  officer: 'Officer',
  sum: 'Total',
  kept: (p) => `${p.month}: ${p.share} finished when promised`,
  keptNone: (p) => `${p.month}: nothing with a promised date finished yet`,
  month: (p) => `${months[p.month - 1] ?? ''} ${p.year}`,
  early: 'Early',
  onTime: 'On time',
  late: 'Late',
  releasedOf: (p) => `${p.received} received, ${p.released} finished.`,
  asTable: 'Show as a table',
};
