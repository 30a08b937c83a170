import { describe, expect, test } from 'vitest';
import { atLocal, compactDate, IsoDate, IsoInstant, localDate, localParts } from '../../shared/kernel/vietnam-time.ts';
import { between, seededRandom } from './random.ts';

describe('civil time of Việt Nam', () => {
  test('the day begins at 17:00 UTC', () => {
    expect(localDate(new Date('2026-11-21T16:59:59.999Z'))).toBe('2026-11-21');
    expect(localDate(new Date('2026-11-21T17:00:00.000Z'))).toBe('2026-11-22');
  });

  test('parts, with Sunday last', () => {
    expect(localParts(new Date('2026-11-22T02:03:04Z'))).toEqual({ year: 2026, month: 11, day: 22, hour: 9, minute: 3, second: 4, weekday: 7 });
    expect(localParts(new Date('2026-11-22T17:00:00Z')).weekday).toBe(1);
  });

  test('local to instant', () => {
    expect(atLocal('2026-11-22', '09:00').toISOString()).toBe('2026-11-22T02:00:00.000Z');
    expect(atLocal('2026-01-01', '00:00').toISOString()).toBe('2025-12-31T17:00:00.000Z');
    expect(compactDate('2026-11-22')).toBe('261122');
  });

  test('agrees with the time zone data base from 1980 to 2100', () => {
    const random = seededRandom(7);
    const format = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'short', timeStyle: 'medium' });
    for (let i = 0; i < 2000; i++) {
      const instant = new Date(between(random, Date.UTC(1980, 0, 1), Date.UTC(2100, 0, 1)));
      const { hour, minute, second } = localParts(instant);
      const time = [hour, minute, second].map((n) => String(n).padStart(2, '0')).join(':');
      expect(`${localDate(instant)} ${time}`).toBe(format.format(instant));
    }
  });

  test.each(['2026-11-22T09:00:00', '2026-11-22', '2026-11-22 09:00:00+07:00', '2026-02-30T09:00:00Z', '1e9', ''])('%j is no instant', (text) => {
    expect(IsoInstant.safeParse(text).success).toBe(false);
  });

  test.each(['2026-11-22T09:00:00Z', '2026-11-22T09:00:00+07:00', '2026-11-22T09:00:00.123-05:30'])('%j is one', (text) => {
    expect(IsoInstant.parse(text)).toBe(text);
  });

  test.each(['2026-02-29', '2026-13-01', '26-01-01', '2026-1-1', '2026-01-01T00:00:00Z'])('%j is no date', (text) => {
    expect(IsoDate.safeParse(text).success).toBe(false);
  });
});
