import { CalendarSpec, type CalendarDayKind, type WeekSpec } from '../../shared/kernel/working-time/calendar.ts';
import { officeWeek } from '../../shared/kernel/working-time/office-week.ts';

/** `2021-02-10 OFF` or `2021-02-10..16 OFF`, as the notice of a year lists them. */
const daysOf = (line: string): { date: string; kind: string }[] => {
  const [range = '', kind = ''] = line.split(' ');
  const [from = '', to = ''] = range.split('..');
  const first = Number(from.slice(8));
  const last = to === '' ? first : Number(to);
  return Array.from({ length: last - first + 1 }, (_, i) => ({ date: `${from.slice(0, 8)}${String(first + i).padStart(2, '0')}`, kind }));
};

export const calendarOf = (lines: readonly string[], week: WeekSpec = officeWeek): CalendarSpec =>
  CalendarSpec.parse({
    week,
    days: lines.flatMap(daysOf).map(({ date, kind }) => ({
      date,
      kind: kind as CalendarDayKind,
      name: { vi: `Ngày ${date}`, en: `Day ${date}` },
      source: `Thông báo ${date.slice(0, 4)}`,
      confirmed: true,
    })),
  });

/** The days the fixtures of the legal clock speak of, and the rest of those years. */
export const handbookDays = [
  '2020-01-01 OFF', '2020-01-23..29 OFF', '2020-04-02 OFF', '2020-04-30 OFF', '2020-05-01 OFF', '2020-09-02 OFF',
  '2021-01-01 OFF', '2021-02-10..16 OFF', '2021-04-21 OFF', '2021-04-30 OFF', '2021-05-03 COMP', '2021-09-02..03 OFF',
  '2024-01-01 OFF', '2024-02-08..14 OFF', '2024-04-18 OFF', '2024-04-29 SWAP_OFF', '2024-04-30 OFF', '2024-05-01 OFF',
  '2024-05-04 MAKEUP_WORK', '2024-09-02..03 OFF',
  '2026-01-01 OFF', '2026-01-02 SWAP_OFF', '2026-01-10 MAKEUP_WORK', '2026-02-16..20 OFF', '2026-04-26 OFF', '2026-04-27 COMP',
  '2026-04-30 OFF', '2026-05-01 OFF', '2026-08-22 MAKEUP_WORK', '2026-08-31 SWAP_OFF', '2026-09-01..02 OFF', '2026-11-24 OFF',
] as const;

export const handbookCalendar = calendarOf(handbookDays);

const morning = [{ from: '07:30', to: '11:30' }];
const uneven = [
  { from: '07:30', to: '11:25' },
  { from: '13:30', to: '17:00' },
];

/** A desk that also opens on Saturday mornings. */
export const saturdayWeek: WeekSpec = { ...officeWeek, saturday: morning };

/** Odd on purpose: uneven halves, one afternoon only, a day off in mid-week, Sundays worked. */
export const oddWeek: WeekSpec = {
  ...officeWeek,
  monday: uneven,
  tuesday: [{ from: '13:00', to: '17:15' }],
  wednesday: [],
  friday: [
    { from: '08:00', to: '12:00' },
    { from: '12:00', to: '16:00' },
  ],
  sunday: morning,
  makeup: uneven,
};
