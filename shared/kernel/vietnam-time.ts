import * as z from 'zod';

/**
 * Civil time of Asia/Ho_Chi_Minh: UTC+7 all year since 13/06/1975, so plain arithmetic is exact and
 * some thirty times faster than Intl.
 */
const offsetMs = 7 * 3_600_000;
const minuteMs = 60_000;
const dayMs = 86_400_000;

export const IsoDate = /* @__PURE__ */ z.iso.date('date.malformed').meta({ title: 'Date', description: 'A day of Asia/Ho_Chi_Minh.', examples: ['2026-11-22'] });
export type IsoDate = z.infer<typeof IsoDate>;

/** An instant must carry its offset: a time without a zone is two different instants on two machines. */
export const IsoInstant = /* @__PURE__ */ z.iso
  .datetime({ offset: true, error: 'instant.malformed' })
  .meta({ title: 'Instant', description: 'RFC 3339 with offset.', examples: ['2026-11-22T09:00:00+07:00'] });
export type IsoInstant = z.infer<typeof IsoInstant>;

/** An instant as we write it ourselves: in UTC, ending in Z. */
export const UtcInstant = /* @__PURE__ */ z.iso.datetime();

/** A time of day on the minute, 00:00 to 23:59. */
export const TimeOfDay = /* @__PURE__ */ z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'time.malformed').meta({ title: 'Time of day', examples: ['15:00'] });
export type TimeOfDay = z.infer<typeof TimeOfDay>;

export interface LocalParts {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** 1 Monday to 7 Sunday, as ISO 8601. */
  readonly weekday: number;
}

export const localParts = (instant: Date): LocalParts => {
  const shifted = new Date(instant.getTime() + offsetMs);
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
    second: shifted.getUTCSeconds(),
    weekday: shifted.getUTCDay() === 0 ? 7 : shifted.getUTCDay(),
  };
};

/** The day an instant falls on in Việt Nam, `YYYY-MM-DD`. */
export const localDate = (instant: Date): IsoDate => new Date(instant.getTime() + offsetMs).toISOString().slice(0, 10);

/** An instant as clocks of Việt Nam show it, with their offset: `2026-11-22T09:00:00+07:00`. */
export const localTime = (instant: string): string => `${new Date(Date.parse(instant) + offsetMs).toISOString().slice(0, 19)}+07:00`;

/** Days since 1970-01-01 of a civil date. */
export const dayNumberOf = (date: IsoDate): number => Date.parse(`${date}T00:00:00Z`) / dayMs;

export const dateOfDayNumber = (dayNumber: number): IsoDate => new Date(dayNumber * dayMs).toISOString().slice(0, 10);

/** Whole minutes since local midnight of 1970-01-01; seconds are dropped. */
export const localMinuteOf = (instant: Date): number => Math.floor((instant.getTime() + offsetMs) / minuteMs);

export const instantOfLocalMinute = (localMinute: number): Date => new Date(localMinute * minuteMs - offsetMs);

/** Minutes since midnight of `HH:mm`. */
export const minuteOfDay = (time: TimeOfDay): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** The instant of a local date and time, `atLocal('2026-11-22', '09:00')`. */
export const atLocal = (date: IsoDate, time: TimeOfDay): Date => instantOfLocalMinute(dayNumberOf(date) * 1440 + minuteOfDay(time));

/** `YYMMDD`, as dossier numbers carry it. */
export const compactDate = (date: IsoDate): string => date.slice(2).replaceAll('-', '');
