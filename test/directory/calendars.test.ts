import { describe, expect, test } from 'vitest';
import { publishAgencyCalendar, publishCalendar } from '../../functions/directory/publish-calendar.ts';
import { registerAgencies } from '../../functions/directory/register-agencies.ts';
import { directoryCopy } from '../../shared/runtime/directory-copy/directory-copy.ts';
import calendarOfSeed from '../../infra/local/seed/calendar.json' with { type: 'json' };
import { DomainError } from '../../shared/kernel/domain-error.ts';
import { calendarOf, type AgencyCalendar } from '../../shared/kernel/working-time/agency-calendar.ts';
import { CalendarSpec, compileCalendar, type CalendarDay, type WorkingCalendar } from '../../shared/kernel/working-time/calendar.ts';
import { deadline } from '../../shared/kernel/working-time/deadline.ts';
import { memoryDynamo } from '../support/memory/memory-dynamo.ts';
import { inMemoryDirectory } from './in-memory.ts';

const now = new Date('2026-11-22T02:00:00Z');
const cause = { actor: 'officer' as const, correlationId: 'cor_01K9M3Z5T8Q2W4E6R8Y0P1S3D5', causationId: 'cor_01K9M3Z5T8Q2W4E6R8Y0P1S3D5', now };
const province = CalendarSpec.parse(calendarOfSeed);
const words = { name: { vi: 'Thứ Bảy tiếp dân', en: 'Saturday desk' }, source: 'Thông báo của UBND phường I' };
const morning = [{ from: '07:00', to: '11:00' }];
const saturdays: AgencyCalendar = { weekly: [{ weekday: 'saturday', periods: morning, from: '2026-11-01', ...words }], days: [] };
const off = (date: string): CalendarDay => ({ date, kind: 'OFF', name: { vi: 'Nghỉ', en: 'Off' }, source: 'x', confirmed: true });
const ward = 'H30.19.01';

const directory = async () => {
  const all = inMemoryDirectory();
  await registerAgencies(all)({ agencies: [{ code: ward, name: 'UBND phường I', level: 'commune', codeStatus: 'assumed', aliases: [], source: 'x' }], by: 'x' }, cause);
  all.events.length = 0;
  const publish = (calendar: CalendarSpec, preview = false) => publishCalendar(all)({ calendar, preview }, cause);
  const publishOwn = (calendar: AgencyCalendar, preview = false, agency = ward) => publishAgencyCalendar(all)({ agency, calendar, preview }, cause);
  return { ...all, publish, publishOwn };
};
const problem = async (work: Promise<unknown>) => {
  const error = await work.then(() => undefined, (thrown: unknown) => thrown);
  return error instanceof DomainError ? [error.code, ...error.pointers ?? []].join(' ') : error;
};
/** One working day from Friday noon: the next Monday, or the Saturday where a desk is open. */
const dueFromFriday = (calendar: WorkingCalendar): string => deadline(calendar, { parts: [{ amount: 1, unit: 'WORKING_DAY' }] }, new Date('2026-11-27T02:00:00Z')).dueAt.toISOString();
const [saturday, monday] = ['2026-11-28T04:00:00.000Z', '2026-11-30T10:00:00.000Z'];

describe('a calendar that cannot be', () => {
  test.each([
    ['a year without its days off between two that have them', { ...province, days: province.days.filter(({ date }) => !date.startsWith('2025')) }, 'calendar-hole /body/days'],
    ['a year with nothing but a day worked in exchange', { ...province, days: [...province.days.filter(({ date }) => !date.startsWith('2025')), { ...off('2025-05-03'), kind: 'MAKEUP_WORK' as const }] }, 'calendar-hole /body/days'],
    ['a week nobody works in', { ...province, week: { ...province.week, monday: [], tuesday: [], wednesday: [], thursday: [], friday: [] } }, 'calendar-without-work /body/week'],
    ['two desks on one Saturday', { ...province, weekly: [...saturdays.weekly, ...saturdays.weekly] }, 'calendar-weekly-overlap /body/weekly/1/from'],
    ['a desk that ends before it begins', { ...province, weekly: saturdays.weekly.map((one) => ({ ...one, to: '2026-10-01' })) }, 'calendar-weekly-reversed /body/weekly/0/to'],
  ])('%s', async (_, calendar, expected) => {
    const all = await directory();
    expect(await problem(all.publish(calendar))).toBe(expected);
    expect(await problem(all.publish(calendar, true))).toBe(expected);
    expect(all.events).toEqual([]);
  });
  test('of an agency: unknown, before the province’s, in a year the province has not published, two desks at once', async () => {
    const all = await directory();
    expect(await problem(all.publishOwn(saturdays))).toBe('calendar-not-published');
    await all.publish(province);
    expect(await problem(all.publishOwn(saturdays, false, 'H30.99'))).toBe('agency-not-found');
    expect(await problem(all.publishOwn({ weekly: [], days: [off('2099-01-01')] }))).toBe('calendar-hole /body/days/0/date');
    expect(await problem(all.publishOwn({ weekly: [...saturdays.weekly, ...saturdays.weekly], days: [] }))).toBe('calendar-weekly-overlap /body/weekly/1/from');
  });
});

describe('publishing', () => {
  test('a preview says which days and how many working days change, and writes nothing', async () => {
    const all = await directory();
    await all.publish(province);
    const [first, ...rest] = province.days;
    if (first === undefined) throw new Error('no day');
    const changed = { ...province, days: [...rest.map((day) => (day.date === '2026-04-30' ? { ...day, confirmed: !day.confirmed } : day)), off('2026-11-25')] };
    const preview = await all.publish(changed, true);
    expect(preview).toMatchObject({ version: 2, added: [{ date: '2026-11-25' }], removed: [first], changed: [{ after: { date: '2026-04-30' } }] });
    expect(preview.years).toEqual([{ year: 2020, before: expect.any(Number) as number, after: (preview.years[0]?.before ?? 0) + 1 }, { year: 2026, before: expect.any(Number) as number, after: (preview.years[1]?.before ?? 0) - 1 }]);
    expect([await all.calendars.current(), all.events.length]).toEqual([{ version: 1, spec: province }, 1]);
    expect(await all.publish(changed)).toEqual(preview);
  });
  test('versions of the province and of agencies are one row; the same again tells nobody; with nothing an agency follows the province', async () => {
    const all = await directory();
    const versions = [await all.publish(province), await all.publishOwn(saturdays), await all.publishOwn(saturdays), await all.publish({ ...province, days: [...province.days, off('2026-11-25')] }), await all.publishOwn({ weekly: [], days: [] })];
    expect(versions.map(({ version }) => version)).toEqual([1, 2, 2, 3, 4]);
    expect(all.events.map(({ definition }) => definition.type)).toEqual(['calendar.published', 'agency-calendar.published', 'calendar.published', 'agency-calendar.published']);
    // eight Saturdays are left of 2026; of 52 in 2027 one is 1 May and one in the week of Tết
    expect(versions[1]?.years.map(({ year, before, after }) => [year, after - before])).toEqual([[2026, 8], [2027, 50]]);
  });
});

describe('deadlines by the calendar of the receiving agency', () => {
  const arrived = async () => {
    const all = await directory();
    const table = memoryDynamo().table('copy');
    const copy = directoryCopy(table);
    await copy.keepAgencyCalendar(ward, { version: 2, provinceVersion: 1, own: saturdays });
    await copy.keepCalendar(1, province);
    await copy.keepCalendar(3, { ...province, days: [...province.days, off('2026-11-30')] });
    return { ...all, table };
  };
  test('its own hours count for it and for no other, at the version at which they were in force', async () => {
    const { table } = await arrived();
    const copy = directoryCopy(table);
    const due = async (version?: number, agency?: string) => dueFromFriday(await copy.calendar(version, agency));
    expect([await due(1), await due(1, ward), await due(1, 'H30.19.02'), await due(2, ward)]).toEqual([monday, monday, monday, saturday]);
    expect([await due(3), await due(3, ward), await due(undefined, ward)]).toEqual(['2026-12-01T10:00:00.000Z', saturday, saturday]);
    expect([(await copy.calendarInForce(ward)).version, (await copy.calendarInForce()).version, (await copy.calendarInForce('H30.19.02')).version]).toEqual([3, 3, 3]);
  });
  test('an agency that is not known yet is looked for again; a known one is kept', async () => {
    const copy = directoryCopy(memoryDynamo().table('agencies'));
    expect(await copy.agency(ward)).toBeUndefined();
    await copy.keepAgency(1, { code: ward, name: 'UBND phường I', level: 'commune' });
    expect(await copy.agency(ward)).toMatchObject({ code: ward, name: 'UBND phường I' });
  });
  test('an agency’s hours on a weekday replace the province’s on that weekday and on no other', () => {
    const [desk] = saturdays.weekly;
    if (desk === undefined) throw new Error('no desk');
    const [afternoon, sunday] = [{ ...desk, periods: [{ from: '13:00', to: '17:00' }] }, { ...desk, weekday: 'sunday' as const }];
    expect(calendarOf({ ...province, weekly: [afternoon, sunday] }, saturdays).weekly).toEqual([desk, sunday]);
    expect(calendarOf({ ...province, weekly: [afternoon, sunday] }, { weekly: [], days: [] }).weekly).toEqual([afternoon, sunday]);
  });
  test('a day of the agency goes before the province’s, a desk only where no day says otherwise', () => {
    const own: AgencyCalendar = { ...saturdays, days: [{ ...off('2026-11-28'), kind: 'SWAP_OFF' }] };
    expect(dueFromFriday(compileCalendar(calendarOf(province, saturdays)))).toBe(saturday);
    expect(dueFromFriday(compileCalendar(calendarOf(province, own)))).toBe(monday);
  });
});
