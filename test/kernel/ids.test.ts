import { describe, expect, test } from 'vitest';
import { DossierId, EventId, newId, TrackingCode, trackingCode } from '../../shared/kernel/ids.ts';
import { seededRandom } from './random.ts';

const now = new Date('2026-11-22T02:00:00Z');

describe('ids', () => {
  test('carry their prefix and fit their schema and no other', () => {
    const id = newId('dos', now);
    expect(DossierId.parse(id)).toBe(id);
    expect(EventId.safeParse(id).success).toBe(false);
  });

  test('are ULIDs: the time of the specification, and the greatest one', () => {
    expect(newId('dos', new Date(1_469_918_176_385), () => 0)).toBe('dos_01ARYZ6S410000000000000000');
    expect(newId('dos', new Date(2 ** 48 - 1), () => 0.999_999_9)).toBe(`dos_7${'Z'.repeat(25)}`);
  });

  test('sort by time', () => {
    const ids = Array.from({ length: 100 }, (_, i) => newId('dos', new Date(now.getTime() + i)));
    expect(ids.toSorted()).toEqual(ids);
  });

  test('10,000 of one millisecond are all different', () => {
    expect(new Set(Array.from({ length: 10_000 }, () => newId('dos', now))).size).toBe(10_000);
  });

  test.each(['', 'dos_', 'dos_01ARYZ6S41', 'dos_81ARYZ6S410000000000000000', 'dos_01ARYZ6S41000000000000000I', 'DOS_01ARYZ6S410000000000000000', 'dos_01ARYZ6S410000000000000000\n'])('%j is none', (id) => {
    expect(DossierId.safeParse(id).success).toBe(false);
  });
});

describe('tracking codes', () => {
  test('are of one shape, and differ', () => {
    const random = seededRandom(5);
    const codes = Array.from({ length: 1000 }, () => trackingCode(random));
    for (const code of codes) expect(TrackingCode.parse(code)).toBe(code);
    expect(new Set(codes).size).toBe(1000);
    expect(TrackingCode.parse(trackingCode())).toMatch(/^HG-/);
  });

  test.each(['hg-4k7m-9qrt-2xyz', ' HG 4K7M 9QRT 2XYZ ', '4k7m9qrt2xyz', 'HG4K7M9QRT2XYZ', 'hg–4k7m–9qrt–2xyz'])('%j is read', (typed) => {
    expect(TrackingCode.parse(typed)).toBe('HG-4K7M-9QRT-2XYZ');
  });

  test('letters that look like digits are read as digits', () => expect(TrackingCode.parse('HG-OIL0-1111-0000')).toBe('HG-0110-1111-0000'));

  test.each(['', 'HG-4K7M-9QRT', 'HG-4K7M-9QRT-2XYU', 'HG-4K7M-9QRT-2XYZ0', '\u0000'.repeat(12), 'A'.repeat(65_536)])('%.30j is none', (typed) => {
    expect(TrackingCode.safeParse(typed).success).toBe(false);
  });
});
