import { describe, expect, it } from 'vitest';
import { compileCalendar } from '../../shared/kernel/working-time/calendar.ts';
import { officeWeek } from '../../shared/kernel/working-time/office-week.ts';
import { bookableSeats, chosenPlace, countersFor, freeDays, freePlaces, nextFree, placeName, planOn, slotFault, startOf, stillOffered, timesOf, type Place } from '../../functions/procedure-submission/desk-slots.ts';
import { bookingAfter, bookingStates, bookingTransitions } from '../../functions/procedure-submission/booking-transitions.ts';
import { requireOpen, type Booking } from '../../functions/procedure-submission/booking.ts';
import { placeIn, placeKey } from '../../functions/procedure-submission/booking.keys.ts';
import { field, land, planFrom } from './support/bookings.ts';
import { now } from './support/dossiers.ts';

const off = { date: '2026-11-24', kind: 'OFF' as const, name: { vi: 'Nghỉ', en: 'Off' }, source: 'test', confirmed: true };
const saturday = { weekday: 'saturday' as const, periods: [{ from: '07:30', to: '10:15' }], from: '2026-11-01', name: { vi: 'Sáng thứ Bảy', en: 'Saturday morning' }, source: 'test' };
const calendar = compileCalendar({ week: officeWeek, weekly: [saturday], days: [off] });
const desk = { plans: [planFrom()], calendar };
// Friday 20 November 2026, 09:00 in Việt Nam
const at = (day: string, time: string) => slotFault(desk, { day, time }, now);

describe('half hours of a desk', () => {
  it('are those of the agency’s working calendar: weekdays, no holiday, its own Saturday morning, no broken half hour', () => {
    expect(timesOf(calendar, '2026-11-23')).toEqual(['07:00', '07:30', '08:00', '08:30', '09:00', '09:30', '10:00', '10:30', '13:00', '13:30', '14:00', '14:30', '15:00', '15:30', '16:00', '16:30']);
    expect(timesOf(calendar, '2026-11-24')).toEqual([]);
    expect(timesOf(calendar, '2026-11-22')).toEqual([]);
    expect(timesOf(calendar, '2026-11-21')).toEqual(['07:30', '08:00', '08:30', '09:00', '09:30']);
    expect(timesOf(calendar, '9999-12-31')).toEqual([]);
  });

  it('can be booked from the lead time on, as many days ahead as the plan says', () => {
    expect(at('2026-11-20', '09:00')).toBe('slot-past');
    expect(at('2026-11-20', '10:00')).toBe('slot-past');
    expect(at('2026-11-20', '10:30')).toBeUndefined();
    expect(at('2026-11-19', '08:00')).toBe('slot-past');
    expect(at('2026-11-24', '08:00')).toBe('slot-not-open');
    expect(at('2026-11-23', '08:15')).toBe('slot-not-open');
    expect(at('2026-11-27', '08:00')).toBeUndefined();
    expect(at('2026-11-30', '08:00')).toBe('slot-not-open');
  });

  it('follow the plan in force on their day, whatever order the plans come in', () => {
    const later = planFrom({ effectiveFrom: '2026-11-25', counters: [{ id: 'quay-1', name: 'Quầy 1', fields: [], perHalfHour: 10 }] });
    expect(planOn([later, planFrom()], '2026-11-24')?.effectiveFrom).toBe('2026-11-20');
    expect(planOn([later, planFrom()], '2026-11-25')?.effectiveFrom).toBe('2026-11-25');
    expect(planOn([later], '2026-11-24')).toBeUndefined();
    const days = freeDays({ plans: [later, planFrom()], calendar }, undefined, new Set(), now);
    expect(days.map(({ day, slots }) => [day, slots[0]?.free])).toEqual([['2026-11-20', 1], ['2026-11-21', 1], ['2026-11-23', 1], ['2026-11-25', 5], ['2026-11-26', 5], ['2026-11-27', 5]]);
  });

  it('keep the share of who comes without a booking', () => {
    const counter = { id: 'q', name: 'Q', fields: [], perHalfHour: 3 };
    expect([0, 34, 50, 100].map((walkInPercent) => bookableSeats(planFrom({ walkInPercent }), counter))).toEqual([3, 1, 1, 0]);
  });
});

describe('counters', () => {
  const plan = planFrom();
  it('of the very field come first, and one that serves everything takes anybody', () => {
    expect(countersFor(plan, field.vi).map(({ id }) => id)).toEqual(['quay-2', 'quay-1']);
    expect(countersFor(plan, land.vi).map(({ id }) => id)).toEqual(['quay-1']);
    expect(countersFor(plan, undefined).map(({ id }) => id)).toEqual(['quay-1']);
    const special = planFrom({ counters: plan.counters.slice(1) });
    expect(countersFor(special, land.vi)).toEqual([]);
    expect(countersFor(special, undefined).map(({ id }) => id)).toEqual(['quay-2']);
  });

  it('give a place by chance among those left of the first that has any', () => {
    const when = { day: '2026-11-23', time: '08:00' };
    const all = freePlaces(plan, countersFor(plan, field.vi), when, new Set());
    expect(all.map(placeName)).toEqual(['2026-11-23T08:00#quay-2#01', '2026-11-23T08:00#quay-2#02', '2026-11-23T08:00#quay-1#01']);
    expect(chosenPlace(all, () => 0.99)?.seat).toBe(2);
    expect(chosenPlace(freePlaces(plan, countersFor(plan, field.vi), when, new Set(all.slice(0, 2).map(placeName))), () => 0)?.counter).toBe('quay-1');
    expect(chosenPlace([], () => 0)).toBeUndefined();
  });
});

describe('a booked place', () => {
  const place: Place = { day: '2026-11-25', time: '08:00', counter: 'quay-2', seat: 2 };
  it('is read back from its key', () => { expect(placeIn(placeKey('H30', place).sk)).toEqual(place); });

  it.each([
    ['stays when more is kept for walk-ins', planFrom({ walkInPercent: 100 }), true],
    ['stays until another plan begins', planFrom({ effectiveFrom: '2026-11-26', counters: [] }), true],
    ['is lost when its counter closes', planFrom({ effectiveFrom: '2026-11-25', counters: planFrom().counters.slice(0, 1) }), false],
    ['is lost when the counter takes fewer', planFrom({ effectiveFrom: '2026-11-21', counters: [{ id: 'quay-2', name: 'Quầy 2', fields: [], perHalfHour: 1 }] }), false],
  ])('%s', (_, plan, stays) => { expect(stillOffered({ plans: [planFrom(), plan].filter((one, index) => index === 1 || one.effectiveFrom !== plan.effectiveFrom), calendar }, place)).toBe(stays); });

  it('is lost on a day that became a holiday', () => {
    expect(stillOffered({ plans: [planFrom()], calendar: compileCalendar({ week: officeWeek, days: [{ ...off, date: '2026-11-25' }] }) }, place)).toBe(false);
  });
});

it('instead of a full half hour the next free ones are offered, later ones first', () => {
  const days = [{ day: '2026-11-23', slots: [{ time: '08:00', free: 2 }, { time: '08:30', free: 0 }, { time: '09:00', free: 1 }] }, { day: '2026-11-25', slots: [{ time: '07:00', free: 1 }] }];
  expect(nextFree(days, { day: '2026-11-23', time: '08:30' }, 3)).toEqual(['2026-11-23T09:00', '2026-11-25T07:00', '2026-11-23T08:00']);
  expect(startOf({ day: '2026-11-23', time: '08:30' }).toISOString()).toBe('2026-11-23T01:30:00.000Z');
});

it('a booking ends where nothing is allowed any more', () => {
  expect(Object.keys(bookingStates).filter((state) => !bookingTransitions.some(({ from }) => (from as readonly string[]).includes(state)))).toEqual(['arrived', 'cancelled']);
  expect((['move', 'cancel', 'arrive'] as const).map((act) => bookingAfter(act, 'booked'))).toEqual(['booked', 'cancelled', 'arrived']);
  const booking = (state: Booking['state']): Booking => ({
    bookingId: 'bkg_01K9M3Z5T8Q2W4E6R8Y0P1S3D5', code: 'DL-4K7M-9QRT-2XYZ', agency: { code: 'H30.19.01', name: '' }, place: { day: '2026-11-25', time: '08:00', counter: 'quay-1', seat: 1 }, state, revision: 0,
    madeAt: now.toISOString(), holder: { key: 'phone:0900000001', seat: 1 }, person: { name: '' },
  });
  expect(requireOpen(booking('booked'), 'cancel', now)).toBe('cancelled');
  expect(() => requireOpen(booking('arrived'), 'cancel', now)).toThrow(expect.objectContaining({ code: 'booking-used' }) as Error);
  expect(() => requireOpen(booking('cancelled'), 'move', now)).toThrow(expect.objectContaining({ code: 'booking-cancelled' }) as Error);
  expect((['move', 'cancel', 'arrive'] as const).map((act) => bookingAfter(act, 'arrived'))).toEqual([undefined, undefined, undefined]);
});
