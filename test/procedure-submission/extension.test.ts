import { describe, expect, it } from 'vitest';
import { localDate } from '../../shared/kernel/vietnam-time.ts';
import { compileCalendar } from '../../shared/kernel/working-time/calendar.ts';
import { officeWeek } from '../../shared/kernel/working-time/office-week.ts';
import type { TermPart } from '../../shared/kernel/working-time/term.ts';
import { dueOf } from '../../functions/procedure-submission/due-of.ts';
import { extensionDays } from '../../functions/procedure-submission/extension.ts';
import { filedAt, now, procedure } from './support/dossiers.ts';

const calendar = compileCalendar({ week: officeWeek, days: [{ date: '2026-11-24', kind: 'OFF', name: { vi: 'Ngày Văn hóa Việt Nam', en: 'Culture day' }, source: 'test', confirmed: true }] });

/** The reckoning of a procedure with this term. */
const reckoning = (parts: TermPart[]) => {
  const [first] = procedure.cases;
  const timed = { ...procedure, cases: [{ ...first!, channels: [{ ...first!.channels[0]!, term: { parts } }] }] };
  return dueOf({ procedures: { version: () => Promise.resolve(timed) }, directory: { calendar: () => Promise.resolve(calendar) } });
};

describe('a later promise falls on the day that was chosen', () => {
  const terms: [string, TermPart[]][] = [
    ['working days', [{ amount: 5, unit: 'WORKING_DAY' }]], ['half days', [{ amount: 2.5, unit: 'WORKING_DAY' }]], ['hours', [{ amount: 12, unit: 'HOUR' }]],
    ['plain days', [{ amount: 10, unit: 'DAY' }]], ['a month', [{ amount: 1, unit: 'MONTH' }]], ['two parts', [{ amount: 2, unit: 'WORKING_DAY' }, { amount: 4, unit: 'HOUR' }]],
  ];
  it.each(terms)('after a term in %s', async (_, parts) => {
    const reckon = reckoning(parts);
    const receivedAt = now.toISOString();
    const due = await reckon(filedAt(now), { receivedAt });
    for (const newDate of ['2026-12-22', '2026-12-25', '2026-12-30']) {
      const extraWorkingDays = extensionDays({ dueAt: due?.toISOString() ?? '' }, { newDate, now, calendar });
      expect(localDate((await reckon(filedAt(now), { receivedAt, extraWorkingDays })) ?? now)).toBe(newDate);
    }
  });
});
