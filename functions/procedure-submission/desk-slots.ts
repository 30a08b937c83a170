import type { DeskCounter, DeskPlan, SlotDay } from '../../shared/contracts/booking.ts';
import { atLocal, dateOfDayNumber, dayNumberOf, localDate } from '../../shared/kernel/vietnam-time.ts';
import type { WorkingCalendar } from '../../shared/kernel/working-time/calendar.ts';

/** The half hour the issue of tickets is measured in. */
export const slotMinutes = 30;

export type When = { readonly day: string; readonly time: string };
/** One of the people a counter takes in a half hour: who has its row has the place. */
export type Place = When & { readonly counter: string; readonly seat: number };

export const placeName = ({ day, time, counter, seat }: Place): string => `${day}T${time}#${counter}#${String(seat).padStart(2, '0')}`;
export const startOf = ({ day, time }: When): Date => atLocal(day, time);
export const endOf = (when: When): Date => new Date(startOf(when).getTime() + slotMinutes * 60_000);

const timeOf = (minute: number): string => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** The half hours of a day by the agency's working calendar; a rest shorter than that is nobody's. */
export const timesOf = (calendar: WorkingCalendar, day: string): string[] => {
  const hours = calendar.hours[dayNumberOf(day) - calendar.firstDay];
  if (hours === undefined || hours.minutes === 0) return [];
  return ([[hours.from, hours.to], [hours.secondFrom, hours.secondTo]] as const).flatMap(([from, to]) =>
    Array.from({ length: Math.max(0, Math.floor((to - from) / slotMinutes)) }, (_, index) => timeOf(from + index * slotMinutes)));
};

/** The plan in force on a day: the latest that has begun. */
export const planOn = (plans: readonly DeskPlan[], day: string): DeskPlan | undefined =>
  plans.filter(({ effectiveFrom }) => effectiveFrom <= day).toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1)).at(-1);

const serves = ({ fields }: DeskCounter, field: string): boolean => fields.length === 0 || fields.some(({ vi }) => vi === field);

/**
 * The counters that take somebody, those of the very field first so that the others stay free for everybody else.
 * Who says no field goes to a counter that serves every field; where there is none, to any.
 */
export const countersFor = (plan: DeskPlan, field: string | undefined): readonly DeskCounter[] => {
  const general = plan.counters.filter(({ fields }) => fields.length === 0);
  if (field === undefined) return general.length > 0 ? general : plan.counters;
  return plan.counters.filter((counter) => serves(counter, field)).toSorted((a, b) => Number(a.fields.length === 0) - Number(b.fields.length === 0));
};

/** The places of a counter that can be booked: the rest is kept for who comes without a booking. */
export const bookableSeats = (plan: DeskPlan, { perHalfHour }: DeskCounter): number => Math.floor((perHalfHour * (100 - plan.walkInPercent)) / 100);

const seatsOf = (plan: DeskPlan, counters: readonly DeskCounter[], when: When): Place[] =>
  counters.flatMap((counter) => Array.from({ length: bookableSeats(plan, counter) }, (_, index) => ({ ...when, counter: counter.id, seat: index + 1 })));

export const freePlaces = (plan: DeskPlan, counters: readonly DeskCounter[], when: When, taken: ReadonlySet<string>): Place[] =>
  seatsOf(plan, counters, when).filter((place) => !taken.has(placeName(place)));

/** One of the free places of the first counter that has any, by chance: who asks at the same moment mostly asks for another. */
export const chosenPlace = (free: readonly Place[], random: () => number): Place | undefined => {
  const first = free.filter(({ counter }) => counter === free[0]?.counter);
  return first[Math.floor(random() * first.length)];
};

export type Desk = { readonly plans: readonly DeskPlan[]; readonly calendar: WorkingCalendar };

/** The days somebody may book now: as far ahead as today's plan says, and where a later plan has begun by then, as that says. */
export const lastDay = ({ plans }: Desk, now: Date): string => {
  const today = localDate(now);
  const ahead = (planOn(plans, today) ?? plans.toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1))[0])?.openDays ?? 0;
  return dateOfDayNumber(dayNumberOf(today) + ahead);
};

/** Why a half hour cannot be booked, whoever has it; undefined where it can. */
export const slotFault = (desk: Desk, when: When, now: Date): 'slot-past' | 'slot-not-open' | undefined => {
  const plan = planOn(desk.plans, when.day);
  if (startOf(when) <= now) return 'slot-past';
  if (plan === undefined || when.day > lastDay(desk, now) || !timesOf(desk.calendar, when.day).includes(when.time)) return 'slot-not-open';
  return startOf(when).getTime() - plan.leadMinutes * 60_000 <= now.getTime() ? 'slot-past' : undefined;
};

/** Every day with a half hour that can still be booked by its rules, with how many places are left in each; a full one says 0. */
export const freeDays = (desk: Desk, field: string | undefined, taken: ReadonlySet<string>, now: Date): SlotDay[] => {
  const [first, last] = [dayNumberOf(localDate(now)), dayNumberOf(lastDay(desk, now))];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => dateOfDayNumber(first + index)).flatMap((day) => {
    const plan = planOn(desk.plans, day);
    if (plan === undefined) return [];
    const counters = countersFor(plan, field);
    const slots = timesOf(desk.calendar, day).filter((time) => slotFault(desk, { day, time }, now) === undefined)
      .map((time) => ({ time, free: freePlaces(plan, counters, { day, time }, taken).length }));
    return slots.length === 0 ? [] : [{ day, slots }];
  });
};

/** Whether a booked place is still one: its half hour is worked, its counter is there and takes as many. What walk-ins are left does not count against who has booked. */
export const stillOffered = (desk: Desk, place: Place): boolean => {
  const counter = planOn(desk.plans, place.day)?.counters.find(({ id }) => id === place.counter);
  return counter !== undefined && place.seat <= counter.perHalfHour && timesOf(desk.calendar, place.day).includes(place.time);
};

/** The next free half hours (`2026-11-25T08:00`, in Việt Nam) in place of one that is full; earlier ones when there are no more later. */
export const nextFree = (days: readonly SlotDay[], { day, time }: When, most: number): string[] => {
  const free = days.flatMap((each) => each.slots.filter((slot) => slot.free > 0).map((slot) => `${each.day}T${slot.time}`));
  const later = free.filter((slot) => slot > `${day}T${time}`);
  return [...later, ...free.filter((slot) => !later.includes(slot)).toReversed()].slice(0, most);
};
