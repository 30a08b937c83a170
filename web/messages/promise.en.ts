import type { vi } from './promise.vi.ts';
import type { CatalogueOf } from './translator.ts';

export const en: CatalogueOf<typeof vi> = {
  promiseTitle: 'If I file now, when is the result promised?',
  promiseCase: 'Case',
  promiseChannel: 'Way of filing',
  promiseAnswer: 'Result before',
  promiseBasis: (p) => `Counted as if a complete dossier were accepted at ${p.received}.`,
  promiseDays: 'The days that count',
  promiseStart: 'received',
  promiseDue: 'promised',
  promiseShifted: 'Days that moved the date',
  promiseWeekend: (p) => `${p.count} weekly rest ${p.count === 1 ? 'day' : 'days'}`,
  promiseSource: (p) => `Source: ${p.source}`,
  promiseNone: 'No day moved the date.',
};
