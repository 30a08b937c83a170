import type { vi } from './clock.vi.ts';
import type { CatalogueOf } from './translator.ts';

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

export const en: CatalogueOf<typeof vi> = {
  workingDays: (p) => plural(p.count, 'working day', 'working days'),
  daysLeft: (p) => `${p.days} left`,
  dueToday: 'due today',
  daysOver: (p) => `${p.days} overdue`,
  finishedEarly: (p) => `finished ${p.days} early`,
  finishedOnTime: 'finished on time',
  finishedLate: (p) => `finished ${p.days} late`,
  clockReceived: 'Received',
  clockDue: 'Promised',
  clockFinished: 'Finished',
  clockNow: 'Now',
  clockLabel: (p) => `Progress against the promised date: ${p.verdict}`,
  stepDone: 'done',
  stepNow: 'in progress',
  stepNext: 'next',
};
