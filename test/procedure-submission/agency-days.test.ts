import { expect, test } from 'vitest';
import calendarJson from '../../infra/local/seed/calendar.json' with { type: 'json' };
import type { Dossier } from '../../functions/procedure-submission/dossier.ts';
import { seenAt, trackingView } from '../../functions/procedure-submission/views.ts';
import { AgencyCalendar, calendarOf } from '../../shared/kernel/working-time/agency-calendar.ts';
import { CalendarSpec, compileCalendar } from '../../shared/kernel/working-time/calendar.ts';

const province = CalendarSpec.parse(calendarJson);
const morning = [{ from: '07:00', to: '11:00' }];
const saturdayDesk = AgencyCalendar.parse({ weekly: [{ weekday: 'saturday', from: '2026-01-01', periods: morning, name: { vi: 'Sáng thứ Bảy', en: 'Saturday morning' }, source: 'Quyết định của UBND phường' }], days: [] });
const calendars: Record<string, ReturnType<typeof compileCalendar>> = { 'H30.19.01': compileCalendar(calendarOf(province, saturdayDesk)) };
const directory = { calendar: async (_version?: number, agency = '') => calendars[agency] ?? compileCalendar(province) };
const agency = (code: string) => ({ code, name: `UBND ${code}` });

/** Promised for Monday 12 October 2026, looked at on the Thursday before. */
const dossier = (competent?: ReturnType<typeof agency>): Dossier => ({
  filed: { dossierId: 'dos_1', trackingCode: 'HG-0000-0000-0000', procedure: { code: '1.001193', name: { vi: 'a', en: 'a' }, version: 1 }, caseName: { vi: 'a', en: 'a' }, channel: 'direct', agency: agency('H30.19.02'), submittedAt: '2026-10-01T02:00:00Z', caseId: 'a' },
  standing: { business: 4, finance: 'none', delivery: 'none', sync: 'none', dueAt: '2026-10-12T10:00:00.000Z', receivedAt: '2026-10-01T02:00:00.000Z', steps: [], revision: 3, ...(competent === undefined ? {} : { competent }) },
  history: [],
} as unknown as Dossier);
const daysLeft = async (one: Dossier): Promise<number | undefined> => trackingView(one, await seenAt(directory, new Date('2026-10-08T03:00:00Z'), one)).punctuality?.workingDays;

test('days left are counted by the days the agency the matter lies with works on', async () => {
  expect(await daysLeft(dossier())).toBe(2);
  // it works on Saturdays
  expect(await daysLeft(dossier(agency('H30.19.01')))).toBe(3);
});
test('the tracking page names who carries a matter on', async () => {
  const heir = agency('H30.40');
  const { standing, ...rest } = dossier(heir);
  const succeeded = { ...rest, standing: { ...standing, successorAgency: { ...heir, from: '2026-10-01', decision: 'NQ 1668' } } };
  expect(trackingView(succeeded as Dossier, await seenAt(directory, new Date('2026-10-08T03:00:00Z'), dossier(heir)))).toMatchObject({ agency: heir, receivedBy: agency('H30.19.02'), successorAgency: { code: 'H30.40', from: '2026-10-01' } });
});
